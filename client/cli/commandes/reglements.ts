import type { Command } from 'commander';
import { lireReglages } from '../../../commun/reglages';
import { installerDossierReglements, lireFichierReglement } from '../../../commun/reglements';
import { enChiffres } from '../../../domain/calendrier/dates';
import type { NomParametre } from '../../../domain/dossier/parametres';
import { libellesParametres } from '../../../domain/droit/expliquer/libelles';
import { libellesCertitude, type Reglement, reglementsConnus } from '../../../domain/droit/reglements';
import { phrase } from '../../../domain/faits/erreurs';
import { Refus } from '../../usages/commun/refus';
import { gestesDe } from '../gestes';
import { type Console, dire, donner, MauvaisUsage, tableau } from '../sortie';

/** `reglements lister|verifier`: the règlements that Jalon carries, those of JALON_REGLEMENTS, and a file about to join them. */
export function reglements(commande: Command, console: Console): Command {
  const geste = gestesDe(commande);
  commande.description(
    'Montre les règlements connus, et vérifie un fichier de règlement avant de le déposer dans le dossier de JALON_REGLEMENTS : chaque processus les charge à son démarrage. Aucun serveur n’est nécessaire.',
  );
  geste('lister', 'montre les règlements connus et leur validité')
    .option('--json', 'réponse lisible par une machine')
    .action(({ json }: { json?: boolean }) => {
      const charges = installerDossierReglements(lireReglages(console.env).reglements);
      if (json)
        return donner(
          console,
          reglementsConnus().map((r) => enResume(r, charges)),
        );
      const colonnes = [{ titre: 'Règlement' }, { titre: 'Nom', max: 44 }, { titre: 'Validité' }, { titre: 'Choisi' }];
      const lignes = reglementsConnus().map((r) => {
        const { validite, choisi, charge } = enResume(r, charges);
        return [
          r.nom,
          r.libelle,
          `${enChiffres(validite[0])} – ${enChiffres(validite[1])}`,
          charge ? `${choisi}, chargé` : choisi,
        ];
      });
      dire(console, tableau(colonnes, lignes));
    });
  geste('verifier', 'vérifie un fichier de règlement, sans rien changer')
    .argument('<fichier>', 'fichier JSON {nom, libelle, base?, parNom?, parametres}')
    .option('--json', 'réponse lisible par une machine')
    .action((chemin: string, { json }: { json?: boolean }) => verifier(console, chemin, json === true));
  return commande;
}

const enResume = (r: Reglement, charges: readonly Reglement[]) => ({
  nom: r.nom,
  libelle: r.libelle,
  validite: [r.parametres.debutValidite, r.parametres.finValidite] as const,
  choisi: r.parNom ? 'par son nom' : 'par la date',
  charge: charges.includes(r),
});

function verifier(console: Console, chemin: string, json: boolean): void {
  const lu = lire(chemin);
  if (!lu.ok) throw new Refus(lu.erreurs.map((code) => ({ code, phrase: phrase(code) })));
  const { reglement } = lu;
  const { debutValidite, finValidite } = reglement.parametres;
  const parametres = Object.entries(reglement.sources).filter(([, { source }]) => !source.startsWith('repris de'));
  if (json) {
    donner(console, { nom: reglement.nom, parametres: Object.fromEntries(parametres) });
    return;
  }
  dire(
    console,
    `${reglement.libelle} (${reglement.nom}), du ${enChiffres(debutValidite)} au ${enChiffres(finValidite)}.`,
  );
  const lignes = parametres.map(([nom, { valeur, source, certitude }]) => [
    libellesParametres[nom as NomParametre],
    JSON.stringify(valeur),
    `${source} (${libellesCertitude[certitude]})`,
  ]);
  dire(console, tableau([{ titre: 'Paramètre', max: 34 }, { titre: 'Valeur', max: 24 }, { titre: 'Source' }], lignes));
  const repris = Object.keys(reglement.sources).length - parametres.length;
  if (repris > 0) dire(console, `\n${repris} autres paramètres sont repris, et marqués comme non vérifiés.`);
  dire(
    console,
    reglement.parNom
      ? 'Ce règlement est bien écrit : un dossier ne le prend que par son nom.'
      : `Ce règlement est bien écrit : déposé dans le dossier de JALON_REGLEMENTS, il vaut pour les procédures engagées à partir du ${enChiffres(debutValidite)}. Les dossiers déjà ouverts gardent le leur.`,
  );
}

/** @throws MauvaisUsage when the file cannot be read */
function lire(chemin: string) {
  try {
    return lireFichierReglement(chemin, reglementsConnus());
  } catch (cause) {
    throw new MauvaisUsage(`Le fichier ${chemin} ne peut pas être lu (${(cause as NodeJS.ErrnoException).code}).`);
  }
}

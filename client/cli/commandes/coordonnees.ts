import type { Command } from 'commander';
import { lirePersonnes } from '../../../registre';
import { champsCoordonnees, changerCoordonnees, enTextes } from '../../usages/changer-coordonnees';
import { Refus } from '../../usages/commun/refus';
import { AUTEUR, avecRegistre, numeroDonne } from '../services';
import { type Console, dire, donner, tableau } from '../sortie';

/** `--code-postal` for `identite.codePostal`, `--employeur-ville` for `employeur.ville`. */
const option = (nom: string): string =>
  nom
    .replace(/^identite\./, '')
    .replace('.', '-')
    .replace(/[A-Z]/g, (lettre) => `-${lettre.toLowerCase()}`);
const enCamel = (nom: string): string => option(nom).replace(/-(.)/g, (_, lettre: string) => lettre.toUpperCase());

/** `coordonnees`: who the people of a dossier are and where to reach them, shown or changed. */
export function coordonnees(commande: Command, console: Console): Command {
  commande
    .description(
      'Montre les coordonnées d’un dossier, ou change celles qui sont données ; une valeur vide ("") retire. Les prochains courriers prennent les nouvelles.',
    )
    .argument('<numero>', 'numéro du dossier');
  for (const { nom, libelle, aide } of champsCoordonnees) {
    commande.option(`--${option(nom)} <texte>`, aide ? `${libelle}. ${aide}` : libelle);
  }
  return commande
    .option('--auteur <id>', 'identifiant de qui enregistre', AUTEUR)
    .option('--json', 'réponse lisible par une machine')
    .action(async (saisi: string, { auteur, json, ...options }: Record<string, string>) => {
      const numero = numeroDonne(saisi);
      const donnees = champsCoordonnees.flatMap(({ nom }) => {
        const texte = options[enCamel(nom)];
        return texte === undefined ? [] : [[nom, texte] as const];
      });
      await avecRegistre(console, async ({ registre }) => {
        if (donnees.length > 0) {
          const saisie = Object.fromEntries(donnees);
          const { changes, remarques } = await changerCoordonnees(
            registre,
            numero,
            saisie,
            { auteur: auteur!, vus: null },
            console.maintenant(),
          );
          if (json) return donner(console, { numero, champs: changes.map((c) => c.nom), remarques });
          if (changes.length === 0) return dire(console, 'Rien à changer : c’est déjà ce que dit le dossier.');
          dire(console, `Enregistré : ${changes.map((c) => c.libelle.toLocaleLowerCase('fr')).join(', ')}.`);
          for (const { code, phrase } of remarques) dire(console, `Attention : ${phrase} (${code})`);
          return;
        }
        const personnes = await lirePersonnes(registre, numero);
        if (personnes === null) throw Refus.de('DOSSIER_INCONNU');
        const { identite, employeur } = personnes;
        if (json) return donner(console, { numero, identite, employeur });
        const textes = enTextes(personnes);
        const lignes = champsCoordonnees.map(({ nom, libelle }) => [libelle, textes[nom] || '–']);
        dire(console, tableau([{ titre: 'Champ' }, { titre: 'Valeur' }], lignes));
      });
    });
}

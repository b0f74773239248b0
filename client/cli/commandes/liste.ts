import { type Command, Option } from 'commander';
import { enChiffres, joursEntre } from '../../../domain/calendrier/dates';
import { jourChez } from '../../../domain/calendrier/fuseaux';
import type { Etape } from '../../../domain/dossier/etats';
import { compterDossiers, type FiltreDossiers, type LigneDossier, listerDossiers } from '../../../registre';
import { compte, etats, joursRestants, libelleEtape } from '../../affichage/libelles';
import { reserveDe } from '../../affichage/reserve';
import { limiteDonnee } from '../limite-donnee';
import { avecRegistre } from '../services';
import { type Console, dire, donner, tableau } from '../sortie';

interface Options {
  etape?: Etape;
  agence?: string;
  referent?: string;
  cherche?: string;
  alerte?: boolean;
  limite: string;
  json?: boolean;
}

/** `liste`: the dossiers, the nearest échéance first. */
export const liste = (commande: Command, console: Console): Command =>
  commande
    .description('Liste les dossiers, l’échéance la plus proche d’abord.')
    .addOption(new Option('--etape <etape>', 'seulement cette étape').choices(etats))
    .option('--agence <id>', 'seulement cette agence')
    .option('--referent <id>', 'seulement ce référent')
    .option('--cherche <texte>', 'nom, entreprise, e-mail, numéro de dossier ou de téléphone, ou leur début')
    .option('--alerte', 'seulement les dossiers en alerte')
    .option('--limite <nombre>', 'nombre de dossiers montrés', '50')
    .option('--json', 'réponse lisible par une machine')
    .action(async ({ etape, agence, referent, cherche, alerte, limite, json }: Options) => {
      const filtre: FiltreDossiers = {
        etat: etape,
        agence,
        referent,
        recherche: cherche,
        enAlerte: alerte,
        limite: limiteDonnee(limite),
      };
      await avecRegistre(console, async ({ registre }) => {
        const [dossiers, total] = await Promise.all([
          listerDossiers(registre, filtre),
          compterDossiers(registre, filtre),
        ]);
        if (json) return donner(console, { total, dossiers });
        if (dossiers.length === 0) return dire(console, 'Aucun dossier.');
        dire(console, rendre(dossiers, console.maintenant()));
        dire(
          console,
          `\n${compte(total, 'dossier')}${dossiers.length < total ? `, ${dossiers.length} montrés (--limite)` : ''}.`,
        );
      });
    });

function rendre(dossiers: LigneDossier[], maintenant: Date): string {
  const colonnes = [
    { titre: 'Numéro' },
    { titre: 'Bénéficiaire', max: 22 },
    { titre: 'Étape' },
    { titre: 'Prochaine échéance' },
    { titre: 'Alertes', droite: true },
  ];
  return tableau(
    colonnes,
    dossiers.map((d) => [
      d.numero,
      d.nom === null ? 'identité effacée' : `${d.prenom} ${d.nom}`,
      libelleEtape(d.etat),
      d.prochaineEcheance
        ? `${enChiffres(d.prochaineEcheance)} ${d.prochaineLibelle}, ${joursRestants(joursEntre(jourChez(d.residence, maintenant), d.prochaineEcheance))}${reserveDe(d.prochaineAConfirmer)}`
        : '–',
      d.alertes > 0 ? String(d.alertes) : '',
    ]),
  );
}

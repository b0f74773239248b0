import {
  allHandlersFinished,
  condition,
  continueAsNew,
  setCurrentDetails,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { ReponsePoints, ReponseTournee } from '../../activities/flotte';
import { libellesStatutCourrier } from '../../domain/parcours/libelles-statut';
import { refuserInconnus } from '../messages-inconnus';
import { nommerTournee } from '../resumes';
import { remettrePoints, tourner } from './activites';
import type { EtatPoints, EtatTournee } from './messages';

type Prochain = ReponseTournee['prochain'];

/**
 * One moment of a month for everyone (R20): passes over the register, one each time a zone opens or some are to be tried again, until
 * nobody is left or it stopped being useful. Wiring only: the activity says who, when next, and when it is over.
 */
export async function tournee(etat: EtatTournee): Promise<void> {
  refuserInconnus(null);
  for (;;) {
    const maintenant = new Date().toISOString();
    const { mois, curseur, prochain, bilan } = await tourner({
      moment: etat.moment,
      mois: etat.mois,
      maintenant,
      curseur: etat.curseur,
      passes: etat.passes,
    });
    etat.mois = mois;
    etat.curseur = curseur;
    if (curseur === null) {
      etat.passes += 1;
      setCurrentDetails(details(nommerTournee({ moment: etat.moment, mois }), bilan, prochain));
      if (prochain === null) return condition(allHandlersFinished);
      await dormir(prochain);
    }
    if (workflowInfo().continueAsNewSuggested) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof tournee>(etat);
    }
  }
}

/** The morning digests of a day, agency after agency as 7:30 comes to their zones. */
export async function pointsDuMatin(etat: EtatPoints): Promise<void> {
  refuserInconnus(null);
  for (;;) {
    const reponse: ReponsePoints = await remettrePoints({
      maintenant: new Date().toISOString(),
      passes: etat.passes,
    });
    etat.passes += 1;
    setCurrentDetails(details('Points du matin', reponse.bilan, reponse.prochain));
    if (reponse.prochain === null) return condition(allHandlersFinished);
    await dormir(reponse.prochain);
    if (workflowInfo().continueAsNewSuggested) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof pointsDuMatin>(etat);
    }
  }
}

const dormir = ({ quand, libelle }: NonNullable<Prochain>): Promise<void> =>
  sleep(Math.max(1, Date.parse(quand) - Date.now()), { summary: libelle });

/** What a tour, or a morning, counts. */
const mots: Readonly<Record<string, string>> = {
  ...libellesStatutCourrier,
  remis: 'remis',
  sansObjet: 'rien à dire',
  enAttente: 'restent à partir',
};

/** French Markdown shown by the Temporal UI. */
function details(titre: string, bilan: object, prochain: Prochain): string {
  const comptes = Object.entries(bilan).map(([quoi, nombre]) => `- ${mots[quoi] ?? quoi} : ${nombre}`);
  const suite = prochain === null ? 'Terminé.' : `${prochain.libelle}, le ${prochain.quand}.`;
  return [`**${titre}**`, ...comptes, suite].join('\n\n');
}

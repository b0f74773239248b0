import type {
  ActivitesCourriers,
  ActivitesInacheves,
  ActivitesMessages,
  ActivitesParcours,
  ActivitesRendezVous,
} from '../activities';
import type { ActivitesConservation, ActivitesEffacement } from '../activities/effacement';
import type { ActivitesFlotte } from '../activities/flotte';
import { titreCourrier, versDestinataire } from '../domain/catalogue/titres';
import type { MomentFlotte } from '../domain/flotte/flotte';
import type { CourrierDu } from '../domain/parcours/parcours';

/** Everything that workflows ask of the world. */
export type Activites = ActivitesParcours &
  ActivitesCourriers &
  ActivitesRendezVous &
  ActivitesInacheves &
  ActivitesMessages &
  ActivitesEffacement &
  ActivitesConservation &
  ActivitesFlotte;

/** "« Convocation au pré-bilan » au bénéficiaire" */
export const nommer = ({ code, destinataire }: Pick<CourrierDu, 'code' | 'destinataire'>): string =>
  `« ${titreCourrier(code)} » ${versDestinataire[destinataire]}`;

const moments: Readonly<Record<MomentFlotte, string>> = {
  OUVERTURE: 'annonce de l’ouverture',
  RAPPEL: 'rappel',
  CLOTURE: 'mois clos',
};

/** "Actualisation de 10/2026, rappel"; without the month as long as no pass has read it off the calendar. */
export const nommerTournee = ({ moment, mois }: { moment: MomentFlotte; mois: string | null }): string =>
  `Actualisation${mois === null ? '' : ` de ${mois.split('-').reverse().join('/')}`}, ${moments[moment]}`;

/**
 * What the Temporal UI shows of each activity, in French and without an internal code; an activity that lacks its summary does not
 * compile. Nobody is named.
 */
export const resumes: { [N in keyof Activites]: string | ((...args: Parameters<Activites[N]>) => string) } = {
  situer: 'Fait le point du dossier',
  inscrire: 'Inscrit le point au registre',
  remettre: ({ courrier, renvoi, enTache }) =>
    `${enTache ? 'Confie au référent le courrier' : renvoi ? 'Remet de nouveau' : 'Remet'} ${nommer(courrier)}`,
  situerRendezVous: 'Fait le point des courriers du rendez-vous',
  lireInacheves: 'Lit au registre ce qui est resté à moitié fait',
  verifierRecents: 'Compare le registre et le moteur : ce qui a changé depuis peu',
  verifierPage: ({ apres }) =>
    `Compare le registre et le moteur : ${apres ? `les dossiers qui suivent ${apres}` : 'les premiers dossiers'}`,
  refuserMessage: 'Refuse un message d’un nom inconnu',
  tourner: ({ passes, ...tournee }) => `${nommerTournee(tournee)}, passage ${passes + 1}`,
  effacerDossier: ({ numero }) => `Efface le dossier ${numero}`,
  rejouerEffacements: ({ apres }) =>
    `Efface de nouveau ce qui l’avait été : ${apres ? `les dossiers qui suivent ${apres}` : 'les premiers dossiers'}`,
  releverConservation: 'Regarde ce qui a passé sa durée de conservation',
  effacerPasses: ({ apres }) =>
    `Efface ce qui a passé sa durée de conservation : ${apres ? `les dossiers qui suivent ${apres}` : 'les premiers dossiers'}`,
  acheverEffacements: 'Achève les effacements interrompus',
  jeterPasses: 'Efface le reste de ce qui a passé sa durée de conservation',
  remettrePoints: ({ passes }) => `Remet les points du matin, ronde ${passes + 1}`,
};

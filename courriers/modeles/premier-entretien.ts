import { appeler, type ContexteCourrier, exige, jourLegal } from '../contexte';
import { fort, type Texte, t } from '../texte';

/** The day on which the pré-bilan is asked for has come: its own letter leaves the word to the one that gives the dates of the CSP. */
const estDemande = ({ resultat: { courriers = [] }, jour }: ContexteCourrier): boolean =>
  courriers.some(({ code, date }) => code === 'C06_CONVOCATION_PRE_BILAN' && date <= jour);

/** How a letter that gives the dates of the CSP asks for its first interview once it has begun; null before, nothing once it was held. @see R11 */
export function premierEntretien(c: ContexteCourrier): Texte[] | null {
  if (c.tenus?.includes('PRE_BILAN')) return [];
  if (!estDemande(c)) return null;
  const echeance = exige(c.resultat.echeancePreBilan, 'echeancePreBilan');
  const entretien = t`Votre premier rendez-vous obligatoire, l'entretien de pré-bilan,`;
  return [
    c.jour > echeance
      ? t`${entretien} devait avoir lieu au plus tard le ${jourLegal(c, echeance)}. ${fort('Il est encore temps de le faire')} : si vous n'avez pas encore de date, ${appeler(c)}, le plus vite possible.`
      : t`${entretien} doit avoir lieu au plus tard le ${jourLegal(c, echeance)}. Si vous n'avez pas encore de date, ${appeler(c)}.`,
    t`Avant ce rendez-vous, notez votre parcours, ce que vous savez faire et ce que vous aimeriez faire. Apportez votre CV si vous en avez un.`,
  ];
}

/** The same in a text message. */
export const premierEntretienSms = (c: ContexteCourrier): Texte =>
  estDemande(c) && !c.tenus?.includes('PRE_BILAN')
    ? t` Pour votre pré-bilan, si vous n'avez pas encore de date, appelez.`
    : [];

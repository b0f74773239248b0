import type { Section } from '../contenu';
import type { ContexteCourrier } from '../contexte';
import { type Texte, t } from '../texte';

/** A request to register again, dated before the end: set aside, and not unknown (R25). */
export const demandeTropTot = ({ resultat }: ContexteCourrier): boolean =>
  resultat.rejets?.some(({ code }) => code === 'REINSCRIPTION_PREMATUREE') ?? false;

/** What is known of the request, after the end of the CSP: ends that sentence. */
export const sansReinscription = (c: ContexteCourrier): Texte =>
  demandeTropTot(c)
    ? t`. La demande de réinscription qui nous a été déclarée est datée d'avant : elle n'a pas pu être prise en compte, et nous n'en connaissons pas d'autre.`
    : t` et nous n'avons pas connaissance de votre réinscription.`;

/** Whom the reminders to register again do not concern. */
export const dejaReinscrit = (c: ContexteCourrier): Section =>
  demandeTropTot(c)
    ? {
        titre: 'Vous avez déjà votre inscription, ou un emploi ?',
        paragraphes: [
          t`Si France Travail vous a confirmé votre inscription, ou si vous avez un emploi, ne tenez pas compte de ce rappel, et dites-le à ${c.qui}.`,
        ],
      }
    : {
        titre: 'Vous avez déjà fait votre demande, ou vous avez un emploi ?',
        paragraphes: [t`Ne tenez pas compte de ce rappel, et dites-le à ${c.qui}.`],
      };

/** The same in a text message. */
export const dejaReinscritSms = (c: ContexteCourrier): Texte =>
  t`${demandeTropTot(c) ? 'Déjà confirmée par France Travail' : 'Déjà faite'} ? Ne tenez pas compte de ce message.`;

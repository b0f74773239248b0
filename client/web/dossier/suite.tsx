import type { FC } from 'hono/jsx';
import { type DateCivile, enChiffres } from '../../../domain/calendrier/dates';
import type { Issue } from '../../../domain/faits/journal';
import { reserveDite } from '../../../domain/parcours/reserve-dite';
import type { Situation } from '../../../domain/parcours/situation';
import { Dit } from '../commun/dit';
import { Avis } from '../commun/gabarit';
import { type SuiteTache, suitesTache } from '../tache/suites';

/** Acts that record no fact, each with its sentence. */
const ACTES_SANS_FAIT = {
  ADOPTE: 'Les paramètres sont adoptés.',
  CONFIRME: 'La confirmation est prise en compte.',
  SILENCE: 'L’absence de réponse est confirmée.',
  FERME: 'Le dossier est fermé, comme ouvert par erreur.',
  COURRIER_RETENU: 'Le courrier est retenu : il ne partira pas avant d’être libéré.',
  COURRIER_LIBERE: 'Le courrier est libéré : il part à son jour, ou tout de suite si ce jour est passé.',
} as const;
type ActeSansFait = keyof typeof ACTES_SANS_FAIT;

/** What the page says of the act that led to it. */
export type Suite =
  /** `adresse`: of this page, which says more once the act was taken into account. */
  | { genre: 'EN_COURS'; adresse: string }
  | { genre: 'ANNULE' | 'RECTIFIE' | 'A_CONFIRMER' | ActeSansFait }
  | { genre: 'TACHE'; suite: SuiteTache }
  | { genre: 'FAIT' | 'REFUSE'; issue: Issue; finAvant: DateCivile | null };

/** The answer to the act that led here, as far as the register knows it. */
export const AvisSuite: FC<{ suite: Suite; situation: Situation | null; numero: string }> = ({
  suite,
  situation,
  numero,
}) => {
  switch (suite.genre) {
    case 'EN_COURS':
      return (
        <Avis genre="attention">
          <p>
            Enregistré, en cours de prise en compte. Dans un instant, <a href={suite.adresse}>relisez cette page</a>{' '}
            pour en voir l’effet ; vous pouvez aussi <a href={`/dossiers/${numero}`}>revenir plus tard</a> : rien ne
            sera perdu.
          </p>
        </Avis>
      );
    case 'ANNULE':
      return (
        <Avis genre="fait">
          <p>L’annulation est prise en compte.{finEnClair(situation)}</p>
        </Avis>
      );
    case 'RECTIFIE':
      return (
        <Avis genre="fait">
          <p>La rectification est prise en compte.{finEnClair(situation)}</p>
        </Avis>
      );
    case 'ADOPTE':
    case 'CONFIRME':
    case 'SILENCE':
    case 'FERME':
      return (
        <Avis genre="fait">
          <p>
            {ACTES_SANS_FAIT[suite.genre]}
            {finEnClair(situation)}
          </p>
        </Avis>
      );
    case 'COURRIER_RETENU':
    case 'COURRIER_LIBERE':
      return (
        <Avis genre="fait">
          <p>{ACTES_SANS_FAIT[suite.genre]}</p>
        </Avis>
      );
    case 'TACHE':
      return (
        <Avis genre="fait">
          <p>{suitesTache[suite.suite]}</p>
        </Avis>
      );
    case 'REFUSE':
      return (
        <Avis genre="alerte">
          <p>
            L’événement a été refusé et n’a pas été gardé : <Dit code={suite.issue.code} phrase={suite.issue.phrase} />
          </p>
        </Avis>
      );
    case 'A_CONFIRMER':
      return (
        <Avis genre="attention">
          <p>
            L’événement est enregistré et ne compte pas encore : une seconde personne doit le confirmer. Une tâche le
            rappelle.
          </p>
        </Avis>
      );
    case 'FAIT':
      return suite.issue.statut === 'RETENU' ? (
        <Avis genre="fait">
          <p>L’événement est pris en compte.{finEnClair(situation, suite.finAvant)}</p>
        </Avis>
      ) : (
        <Avis genre="attention">
          <p>
            L’événement est versé au journal mais écarté : <Dit code={suite.issue.code} phrase={suite.issue.phrase} />{' '}
            Il sera réexaminé à chaque changement.
          </p>
        </Avis>
      );
  }
};

function finEnClair(situation: Situation | null, avant: DateCivile | null = null): string {
  const fin = situation?.resultat.dateFinCsp;
  if (!fin) return '';
  const reserve = reserveDite(situation.echeances.find(({ cle }) => cle === 'FIN_CSP') ?? {});
  if (avant !== null && avant !== fin)
    return ` Le dernier jour du CSP passe du ${enChiffres(avant)} au ${enChiffres(fin)}${reserve}.`;
  return ` Le dernier jour du CSP est le ${enChiffres(fin)}${reserve}.`;
}

import { enChiffres } from '../calendrier/dates';
import type { Decision } from '../dossier/resultat';
import type { Echeance, Situation } from './situation';

/** Why there is no CSP, or none with dates yet. */
const SANS_CSP: Record<Decision, Pick<Echeance, 'regle' | 'pourquoi'>> = {
  EN_ATTENTE: { regle: 'R8', pourquoi: 'Aucune acceptation n’est consignée\u00a0: le CSP n’a pas de dates.' },
  ACCEPTATION: {
    regle: 'R7',
    pourquoi: 'La décision de l’inspection du travail n’est pas connue\u00a0: le CSP n’a pas encore de dates.',
  },
  REFUS: { regle: 'R8', pourquoi: 'La proposition est refusée\u00a0: il n’y a pas de CSP.' },
  REFUS_TACITE: { regle: 'R8', pourquoi: 'Le silence vaut refus\u00a0: il n’y a pas de CSP.' },
  AUTORISATION_REFUSEE: {
    regle: 'R7',
    pourquoi: 'L’inspection du travail a refusé le licenciement\u00a0: il n’y a pas de CSP.',
  },
};

/** Why an échéance that was expected no longer is: what took its object away, not how its date was computed. */
export function sansObjet({ cle, regle }: Echeance, { resultat }: Situation): Pick<Echeance, 'regle' | 'pourquoi'> {
  const { decision = 'EN_ATTENTE', debutCsp, dateFinCsp } = resultat;
  if (cle === 'FIN_REFLEXION')
    return {
      regle: 'R7',
      pourquoi: 'Le délai de réflexion n’a pas de fin avant la décision de l’inspection du travail.',
    };
  if (!debutCsp || !dateFinCsp) return SANS_CSP[decision];
  if (cle.startsWith('SUIVI_')) return { regle, pourquoi: 'Le suivi dans l’emploi ne prévoit plus cette date.' };
  if (cle.startsWith('ACTUALISATION_'))
    return { regle, pourquoi: 'Aucune actualisation n’est plus attendue ce mois-là.' };
  const fin = `Le CSP prend fin le ${enChiffres(dateFinCsp)}`;
  const suite =
    cle === 'REINSCRIPTION' ? 'aucune réinscription n’est à demander' : 'cet entretien n’a plus lieu d’être';
  return { regle, pourquoi: `${fin}\u00a0: ${suite}.` };
}

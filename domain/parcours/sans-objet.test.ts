import { dateCivile } from '../calendrier/dates';
import type { Decision, Resultat } from '../dossier/resultat';
import { sansObjet } from './sans-objet';
import type { Echeance, Situation } from './situation';

const raison = (cle: string, resultat: Partial<Resultat>) => {
  const dite = sansObjet({ cle, regle: 'R13' } as Echeance, { resultat } as Situation);
  return `${dite.regle} ${dite.pourquoi.replace('\u00a0', ' ')}`;
};
const csp = {
  decision: 'ACCEPTATION',
  debutCsp: dateCivile('2025-03-25'),
  dateFinCsp: dateCivile('2025-06-14'),
} as const;

describe('une échéance qui n’en est plus une dit ce qui lui a ôté son objet', () => {
  it.each<[Decision | undefined, string]>([
    ['EN_ATTENTE', 'R8 Aucune acceptation n’est consignée : le CSP n’a pas de dates.'],
    [undefined, 'R8 Aucune acceptation n’est consignée : le CSP n’a pas de dates.'],
    ['ACCEPTATION', 'R7 La décision de l’inspection du travail n’est pas connue : le CSP n’a pas encore de dates.'],
    ['REFUS', 'R8 La proposition est refusée : il n’y a pas de CSP.'],
    ['REFUS_TACITE', 'R8 Le silence vaut refus : il n’y a pas de CSP.'],
    ['AUTORISATION_REFUSEE', 'R7 L’inspection du travail a refusé le licenciement : il n’y a pas de CSP.'],
  ])('sans CSP, la décision : %s', (decision, dite) => {
    expect(raison('POINT_ETAPE', decision === undefined ? {} : { decision })).toBe(dite);
    expect(raison('POINT_ETAPE', { ...(decision && { decision }), debutCsp: csp.debutCsp })).toBe(dite);
  });

  it.each([
    ['FIN_REFLEXION', 'R7 Le délai de réflexion n’a pas de fin avant la décision de l’inspection du travail.'],
    ['SUIVI_1', 'R13 Le suivi dans l’emploi ne prévoit plus cette date.'],
    ['ACTUALISATION_2025-07', 'R13 Aucune actualisation n’est plus attendue ce mois-là.'],
    ['REINSCRIPTION', 'R13 Le CSP prend fin le 14/06/2025 : aucune réinscription n’est à demander.'],
    ['POINT_ETAPE', 'R13 Le CSP prend fin le 14/06/2025 : cet entretien n’a plus lieu d’être.'],
  ])('dans un CSP, ce qu’elle demandait : %s', (cle, dite) => expect(raison(cle, csp)).toBe(dite));
});

import { dateCivile } from '../../domain/calendrier/dates';
import type { Etape } from '../../domain/dossier/etats';
import type { Echeance } from '../../domain/parcours/situation';
import { evenementsDuMoment } from './evenements-du-moment';

const echeance = (cle: string, statut: Echeance['statut']): Echeance => ({
  ...{ cle, statut, libelle: cle, debut: null, date: dateCivile('2026-12-01'), dernierJourUtile: null },
  ...{ faiteLe: null, regle: 'R11', pourquoi: '' },
});
const echeances = [
  echeance('PRE_BILAN', 'FAITE'),
  echeance('PSP', 'PASSEE'),
  echeance('POINT_ETAPE', 'A_VENIR'),
  echeance('BILAN', 'A_VENIR'),
  echeance('FIN_CSP', 'A_VENIR'),
];

it.each<[Etape, string[]]>([
  ['EN_REFLEXION', ['REPONSE_SALARIE', 'DECISION_AUTORISATION']],
  ['EN_CSP', ['PSP_VALIDE', 'POINT_ETAPE_REALISE', 'ARRET_MALADIE', 'REPRISE_EMPLOI', 'FORMATION', 'CONGES']],
  ['SUSPENDU', ['FIN_SUSPENSION', 'ARRET_MALADIE', 'FIN_CONTRAT', 'REPRISE_EMPLOI']],
  ['TERMINE', ['DEMANDE_REINSCRIPTION', 'REPRISE_EMPLOI']],
  ['CLOS', []],
])('%s : ce qui arrive d’ordinaire vient d’abord', (etat, attendus) => {
  expect(evenementsDuMoment({ etat, echeances })).toEqual(attendus);
});

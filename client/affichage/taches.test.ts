import type { DateCivile } from '../../domain/calendrier/dates';
import type { EntreeJournal } from '../../domain/faits/journal';
import { entreeDeTache, faitDeTache } from './taches';

const arret = { type: 'ARRET_MALADIE' as const, debut: '2025-06-01' as DateCivile, fin: '2025-06-10' as DateCivile };
const journal: EntreeJournal[] = [
  { id: 'a/b', acte: 'consigner', auteur: 'ref', enregistreLe: '2025-06-02T08:00:00.000Z', evenement: arret },
];

it.each([
  ['2025-000001-32/FAIT_ECARTE/a/b/v12', 'a/b'],
  ['2025-000001-32/FAIT_REDEVENU_VALIDE/a/b/v3', 'a/b'],
  ['2025-000001-32/A_CONFIRMER/a/b', 'a/b'],
  ['2025-000001-32/BULLETIN_RECU/2025-03-24', null],
])('%s : %s', (cle, id) => {
  expect(entreeDeTache({ cle })).toBe(id);
  expect(faitDeTache({ cle }, journal)).toBe(id && 'Arrêt maladie du 01/06/2025 au 10/06/2025');
});

it('un fait que le journal ne connaît plus n’est pas nommé', () => {
  expect(faitDeTache({ cle: 'n/FAIT_ECARTE/x/v1' }, journal)).toBeNull();
});

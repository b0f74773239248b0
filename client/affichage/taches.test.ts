import type { DateCivile } from '../../domain/calendrier/dates';
import type { EntreeJournal } from '../../domain/faits/journal';
import { aConsigner, entreeDeTache, faitDeTache, libelleClos } from './taches';

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

it.each([
  ['n/ECHEANCE_PROCHE/PRE_BILAN/2025-04-02', 'PRE_BILAN_REALISE'],
  ['n/ECHEANCE_DEPASSEE/PSP/2025-05-02', 'PSP_VALIDE'],
  ['n/ECHEANCE_PROCHE/REINSCRIPTION/2026-03-29', 'DEMANDE_REINSCRIPTION'],
  ['n/CUMUL_ACTIVITE/150', null],
])('%s attend que l’on consigne %s', (cle, evenement) => {
  expect(aConsigner({ cle })).toBe(evenement);
});

it('close, une tâche ne dit plus que rien n’est consigné', () => {
  const clos = (libelle: string) => libelleClos({ libelle });
  expect(clos('Bilan : au plus tard le 01/02/2026, et rien n’est consigné.')).toBe(
    'Bilan : au plus tard le 01/02/2026.',
  );
  expect(clos('Bilan : la date limite du 01/02/2026 est passée et rien n’est consigné.')).toBe(
    'Bilan : la date limite du 01/02/2026 est passée.',
  );
});

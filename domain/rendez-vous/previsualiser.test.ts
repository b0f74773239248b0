import type { DateCivile } from '../calendrier/dates';
import { accord, entree, parcours } from '../parcours/de-test/parcours';
import type { EtatParcours, MessageRecu } from '../parcours/parcours';
import { previsualiser } from './previsualiser';

const MAINTENANT = '2025-06-02T08:00:00.000Z';
const arret = { type: 'ARRET_MALADIE', debut: '2025-06-01', fin: '2025-06-10' };
const message: MessageRecu = {
  id: 'm1',
  acte: 'consigner',
  contenu: { auteur: 'ref', evenement: arret },
  recuLe: MAINTENANT,
};

it('montre les rendez-vous à venir qui tomberaient pendant la suspension, et n’y tombent pas déjà', () => {
  const prevu = (jour: string) => ({
    ...{ id: jour, numero: '2025-000001-32', sorte: 'SUIVI' as const, sequence: 0 },
    ...{ debut: `${jour}T08:00:00.000Z`, jour: jour as DateCivile },
  });
  const prevus = ['2025-06-02', '2025-06-05', '2025-06-10', '2025-06-11'].map(prevu);
  const touches = (etat: EtatParcours) =>
    previsualiser(etat, message, MAINTENANT, { envoi: 'immediat' }, prevus).rendezVousTouches.map((r) => r.id);
  expect(touches(parcours([accord]))).toEqual(['2025-06-05', '2025-06-10']);
  const deja = entree('deja', { evenement: { ...arret, fin: '2025-06-05' } as never });
  expect(touches(parcours([accord, deja]))).toEqual(['2025-06-10']);
  expect(previsualiser(parcours([accord]), message, MAINTENANT, { envoi: 'immediat' }).rendezVousTouches).toEqual([]);
});

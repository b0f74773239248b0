import { dateCivile } from './dates';
import type { RendezVous } from './rendez-vous';
import type { MemoireRendezVous } from './rendez-vous-agenda';
import { cleTacheAClore, tachesRendezVous } from './rendez-vous-taches';

const rendezVous: RendezVous = {
  id: 'a1',
  numero: '2025-000001-07',
  sorte: 'ATELIER',
  mode: 'PRESENTIEL',
  debut: '2025-07-29T22:30:00.000Z',
  dureeMinutes: 30,
  lieu: 'salle 2',
  lien: null,
  intitule: 'Préparer un entretien',
  statut: 'PREVU',
  sequence: 2,
  compteRendu: null,
};
const avant = '2025-07-29T21:00:00.000Z';
const perimee = (code: string): Record<string, MemoireRendezVous> => ({
  cle: { code, base: 'b', date: dateCivile('2025-07-29'), statut: 'PERIME', le: avant, tentatives: 0 },
});
const taches = (
  agenda: { aClore?: boolean; memoires?: Record<string, MemoireRendezVous> },
  reste = {},
  maintenant = avant,
) =>
  tachesRendezVous({ ...rendezVous, ...reste }, 'Europe/Paris', { aClore: false, memoires: {}, ...agenda }, maintenant);

it('rien à faire, rien à dire', () => expect(taches({})).toEqual([]));

it('sa journée passée, on demande ce qu’il est devenu, à l’heure de son horloge', () => {
  expect(taches({ aClore: true })).toEqual([
    {
      cle: cleTacheAClore(rendezVous),
      numero: '2025-000001-07',
      type: 'RDV_A_CLORE',
      libelle: 'Atelier : Préparer un entretien du 30/07/2025 à 0\u00a0h\u00a030 : a-t-il été tenu ou manqué ?',
      echeance: '2025-07-30',
    },
  ]);
});

it('une annonce qui n’arrivera pas à temps demande un appel, une fois par date annoncée', () => {
  expect(taches({ memoires: perimee('ATELIER_INSCRIPTION') })).toMatchObject([
    { cle: '2025-000001-07/RDV_A_PREVENIR/a1/2', type: 'RDV_A_PREVENIR' },
  ]);
  expect(taches({ memoires: perimee('RDV_RAPPEL') })).toEqual([]);
  expect(taches({ memoires: perimee('RDV_DEPLACE') }, { statut: 'ANNULE' })).toEqual([]);
  expect(taches({ memoires: perimee('RDV_DEPLACE') }, {}, rendezVous.debut)).toEqual([]);
});

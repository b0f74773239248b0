import { dateCivile } from '../calendrier/dates';
import type { MemoireRendezVous } from './question';
import type { RendezVous } from './rendez-vous';
import type { RendezVousPrevu } from './suspension';
import {
  annonceUnEntretien,
  laisseUnEntretien,
  sansEntretienPrevu,
  tachesADeplacer,
  tachesRendezVous,
  tachesSansObjet,
} from './taches';

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
      cle: '2025-000001-07/RDV_A_CLORE/a1',
      numero: '2025-000001-07',
      type: 'RDV_A_CLORE',
      libelle: 'Atelier : Préparer un entretien du 30/07/2025 à 0\u00a0h\u00a030 : a-t-il été tenu ou manqué ?',
      echeance: '2025-07-30',
    },
  ]);
});

it('sans titre, un rendez-vous se nomme par sa sorte', () => {
  expect(taches({ aClore: true }, { intitule: null })[0]!.libelle).toMatch(/^Atelier du 30\/07\/2025 /);
});

it('une annonce qui n’arrivera pas à temps demande un appel, une fois par date annoncée', () => {
  expect(taches({ memoires: perimee('ATELIER_INSCRIPTION') })).toMatchObject([
    {
      cle: '2025-000001-07/RDV_A_PREVENIR/a1/2',
      type: 'RDV_A_PREVENIR',
      libelle:
        'Atelier : Préparer un entretien du 30/07/2025 à 0\u00a0h\u00a030 : aucun courrier n’arrivera à temps, appelez la personne.',
    },
  ]);
  expect(taches({ memoires: perimee('RDV_RAPPEL') })).toEqual([]);
  expect(taches({ memoires: perimee('RDV_DEPLACE') }, { statut: 'ANNULE' })).toEqual([]);
  expect(taches({ memoires: perimee('RDV_DEPLACE') }, {}, rendezVous.debut)).toEqual([]);
});

describe('une suspension du CSP', () => {
  const prevu = (id: string, jour: string): RendezVousPrevu => ({
    ...{ id, numero: '2025-000001-07', sorte: 'POINT_ETAPE', sequence: 1 },
    ...{ debut: `${jour}T08:00:00.000Z`, jour: dateCivile(jour) },
  });
  const suspensions = [{ debut: dateCivile('2026-11-23'), fin: dateCivile('2026-12-06') }];
  const prevus = ['2026-11-22', '2026-11-23', '2026-12-03', '2026-12-06', '2026-12-07'].map((j) => prevu(j, j));

  it('demande de déplacer, la veille au plus tard, ce qui y tombe et reste à venir, sans dire pourquoi', () => {
    const demandees = tachesADeplacer(prevus, suspensions, '2026-11-23T08:00:00.000Z');
    expect(demandees.map((t) => t.cle)).toEqual([
      '2025-000001-07/RDV_A_DEPLACER/2026-12-03/1',
      '2025-000001-07/RDV_A_DEPLACER/2026-12-06/1',
    ]);
    expect(demandees[0]).toMatchObject({
      numero: '2025-000001-07',
      type: 'RDV_A_DEPLACER',
      libelle:
        'Le rendez-vous du 03/12/2026 tombe pendant une suspension du CSP : le déplacer ou l’annuler avec la personne.',
      echeance: '2026-12-02',
    });
    expect(tachesADeplacer(prevus, [], '2026-11-01T08:00:00.000Z')).toEqual([]);
  });

  it('déplacé ou annulé, il n’est plus à déplacer', () => {
    const cle = (id: string, sequence: number) => ({ cle: `2025-000001-07/RDV_A_DEPLACER/${id}/${sequence}` });
    const ouvertes = [cle('a1', 1), cle('a1', 2), cle('b2', 1)];
    const jour = dateCivile('2026-12-03');
    expect(tachesSansObjet(ouvertes, rendezVous, jour)).toEqual([cle('a1', 1).cle]);
    expect(tachesSansObjet(ouvertes, { ...rendezVous, statut: 'ANNULE' }, jour)).toEqual([
      cle('a1', 1).cle,
      cle('a1', 2).cle,
    ]);
  });
});

describe('un entretien bientôt dû', () => {
  const proche = { cle: '2025-000001-07/ECHEANCE_PROCHE/POINT_ETAPE/2025-07-24' };
  const autres = [
    { cle: '2025-000001-07/ECHEANCE_PROCHE/REINSCRIPTION/2025-07-24' },
    { cle: '2025-000001-07/ECHEANCE_DEPASSEE/POINT_ETAPE/2025-07-24' },
  ];
  const le = (jour: string, sorte: RendezVous['sorte'] = 'POINT_ETAPE') => ({ sorte, jour: dateCivile(jour) });

  it('ne se rappelle pas quand il est planifié à temps', () => {
    const restent = (...prevus: ReturnType<typeof le>[]) => sansEntretienPrevu([proche, ...autres], prevus);
    expect(restent(le('2025-07-24'))).toEqual(autres);
    expect(restent(le('2025-07-25'))).toEqual([proche, ...autres]);
    expect(restent(le('2025-07-24', 'BILAN'))).toEqual([proche, ...autres]);
    expect(restent()).toEqual([proche, ...autres]);
    expect([proche, ...autres].map(annonceUnEntretien)).toEqual([true, false, false]);
  });

  it('et planifier range le rappel, tant que le rendez-vous tient', () => {
    const entretien = { ...rendezVous, sorte: 'POINT_ETAPE' } as const;
    const jour = dateCivile('2025-07-24');
    expect(tachesSansObjet([proche, ...autres], entretien, jour)).toEqual([proche.cle]);
    expect(tachesSansObjet([proche, ...autres], { ...entretien, statut: 'ANNULE' }, jour)).toEqual([]);
  });

  it('se redemande dès que son rendez-vous bouge ou tombe, et lui seul', () => {
    const laisse = (reste: Partial<RendezVous>) =>
      laisseUnEntretien({ ...rendezVous, sorte: 'POINT_ETAPE', sequence: 0, ...reste });
    expect([laisse({ statut: 'ANNULE' }), laisse({ statut: 'MANQUE' }), laisse({ sequence: 1 })]).toEqual([
      true,
      true,
      true,
    ]);
    expect([laisse({}), laisse({ statut: 'TENU' }), laisse({ sorte: 'SUIVI', statut: 'ANNULE' })]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

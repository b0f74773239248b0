import { arrive, delaisser, type Famille, type QuestionVie, tentativeLe, type Vecu, vivre } from './vie-courrier';

const LE = '2025-04-01T08:00:00.000Z';
const parcours: Famille = { echoue: 'EN_TACHE', renait: true };
const rendezVous: Famille = { echoue: 'PERIME', renait: false };

const vecu = (statut: Vecu['statut'], reste: Partial<Vecu> = {}): Vecu => ({ statut, le: LE, tentatives: 1, ...reste });
const partiel = { partiel: true } as const;

function suite(question: Partial<QuestionVie>, famille = parcours): string {
  const libre = { vecu: undefined, vrai: true, enCours: false, arret: null, inutile: null, depart: LE, maintenant: LE };
  const { suite: quoi, statut } = vivre({ ...libre, ...question }, famille);
  return `${quoi} ${statut}`;
}

describe('un courrier jamais essayé', () => {
  it('attend son heure, puis est dû', () => {
    expect(suite({ depart: '2025-04-01T08:00:00.001Z' })).toBe('ATTEND A_VENIR');
    expect(suite({})).toBe('DU A_VENIR');
    expect(suite({ enCours: true })).toBe('RESTE A_VENIR');
  });
  it('devenu inutile, il est périmé', () => {
    expect([suite({ inutile: 'TROP_TARD' }), suite({ inutile: 'FAIT' })]).toEqual(['DEVIENT PERIME', 'DEVIENT PERIME']);
  });
  it('ce qui l’arrête passe avant son utilité', () => {
    for (const inutile of ['TROP_TARD', null] as const) {
      expect(suite({ arret: 'RETENU', inutile })).toBe('RESTE RETENU');
      expect(suite({ arret: 'REPRIS', inutile })).toBe('DEVIENT REPRIS');
      expect(suite({ arret: 'ANNULE', inutile })).toBe('DEVIENT ANNULE');
    }
    expect(suite({ arret: 'ANNULE', vecu: vecu('ANNULE') })).toBe('RESTE ANNULE');
  });
});

describe('un courrier essayé ou retenu', () => {
  it.each(['A_REPRENDRE', 'RETENU'] as const)('%s : se reprend à son heure', (statut) => {
    expect(suite({ vecu: vecu(statut) })).toBe(`DU ${statut}`);
    expect(suite({ vecu: vecu(statut), depart: '2025-04-01T09:00:00.000Z' })).toBe(`ATTEND ${statut}`);
    expect(suite({ vecu: vecu(statut), enCours: true, inutile: 'TROP_TARD' })).toBe(`RESTE ${statut}`);
  });
  it('trop tard : une tâche, sauf si une autre le dit déjà', () => {
    const question = { vecu: vecu('A_REPRENDRE'), inutile: 'TROP_TARD' } as const;
    expect([suite(question), suite(question, rendezVous)]).toEqual(['DEVIENT EN_TACHE', 'DEVIENT PERIME']);
  });
  it('trop tard pour un canal, mais parti par un autre : il est parti', () => {
    for (const famille of [parcours, rendezVous]) {
      for (const statut of ['A_REPRENDRE', 'RETENU'] as const) {
        expect(suite({ vecu: vecu(statut, partiel), inutile: 'TROP_TARD' }, famille)).toBe('DEVIENT PARTI');
      }
    }
  });
  it('arrêté pour de bon, il est annulé, sauf s’il est parti par un canal', () => {
    expect(suite({ vecu: vecu('A_REPRENDRE'), arret: 'ANNULE' })).toBe('DEVIENT ANNULE');
    expect(suite({ vecu: vecu('A_REPRENDRE', partiel), arret: 'ANNULE' })).toBe('DEVIENT PARTI');
    expect(suite({ vecu: vecu('A_REPRENDRE', partiel), arret: 'RETENU' })).toBe('RESTE RETENU');
  });
  it('ce qu’il demandait est fait : périmé, sauf s’il est parti par un canal', () => {
    expect(suite({ vecu: vecu('A_REPRENDRE'), inutile: 'FAIT' })).toBe('DEVIENT PERIME');
    expect(suite({ vecu: vecu('A_REPRENDRE', partiel), inutile: 'FAIT' })).toBe('DEVIENT PARTI');
  });
});

describe('un courrier qui a vécu', () => {
  it.each(['REPRIS', 'INCERTAIN', 'PERIME', 'EN_TACHE'] as const)('%s : le reste', (statut) => {
    expect(suite({ vecu: vecu(statut), vrai: false, inutile: 'TROP_TARD' })).toBe(`RESTE ${statut}`);
  });
  it('parti, il devient faux, puis vrai de nouveau', () => {
    expect(suite({ vecu: vecu('PARTI') })).toBe('RESTE PARTI');
    expect(suite({ vecu: vecu('PARTI'), vrai: false })).toBe('DEVIENT RECTIFIE');
    expect(suite({ vecu: vecu('RECTIFIE'), vrai: false })).toBe('RESTE RECTIFIE');
    expect(suite({ vecu: vecu('RECTIFIE') })).toBe('DEVIENT PARTI');
  });
  it('annulé, il renaît dans un parcours, pas pour un rendez-vous', () => {
    expect([suite({ vecu: vecu('ANNULE') }), suite({ vecu: vecu('ANNULE') }, rendezVous)]).toEqual([
      'DU A_VENIR',
      'RESTE ANNULE',
    ]);
  });
});

describe('un courrier dont plus personne ne veut', () => {
  it.each([
    ['PARTI', 'RECTIFIE'],
    ['A_REPRENDRE', 'ANNULE'],
    ['RETENU', 'ANNULE'],
    ['EN_TACHE', 'ANNULE'],
    ['PERIME', 'PERIME'],
    ['INCERTAIN', 'INCERTAIN'],
  ] as const)('%s devient %s', (statut, devenu) => expect(delaisser(vecu(statut))).toBe(devenu));
  it.each(['A_REPRENDRE', 'RETENU'] as const)('%s, mais parti par un canal : faux', (statut) => {
    expect(delaisser(vecu(statut, partiel))).toBe('RECTIFIE');
  });
});

it('il est arrivé dès qu’un canal l’a pris', () => {
  expect([vecu('PARTI'), vecu('RECTIFIE'), vecu('A_REPRENDRE', partiel)].every(arrive)).toBe(true);
  expect([vecu('A_REPRENDRE'), vecu('EN_TACHE'), vecu('ANNULE')].some(arrive)).toBe(false);
});

describe('la reprise', () => {
  it('d’un échec attend son délai, d’une retenue une heure ou qu’on le libère', () => {
    expect(tentativeLe(vecu('A_REPRENDRE', { tentatives: 2 }), true)).toBe('2025-04-01T09:00:00.000Z');
    expect(tentativeLe(vecu('RETENU', { tentatives: 9 }), false)).toBe('2025-04-01T09:00:00.000Z');
    expect(tentativeLe(vecu('RETENU'), true)).toBeNull();
  });
  it('n’est celle que de ce qui attend', () => {
    expect([tentativeLe(undefined, false), tentativeLe(vecu('PARTI'), false)]).toEqual([null, null]);
  });
});

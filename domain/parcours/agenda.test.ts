import type { DateCivile } from '../calendrier/dates';
import type { CourrierPrevu } from '../catalogue/courrier-prevu';
import type { Dossier } from '../dossier/dossier';
import { evaluer } from '../droit/calculer';
import { ACCEPTATION, le, OUVERTURE } from '../droit/regles/de-test/scenario';
import type { Evenement } from '../faits/evenements';
import { type QuestionAgenda, tenirAgenda } from './agenda';
import { courriersDeProlongation } from './courriers-evenements';
import { accord, parcours } from './de-test/parcours';
import type { EtatParcours, MemoireCourrier } from './parcours';

const NUMERO = '2025-000001-32';
const LE = '2025-04-01T08:00:00.000Z';

interface Cas {
  code: string;
  date: string;
  maintenant: string;
  base?: string;
  evenements?: object[];
  memoire?: Partial<MemoireCourrier>;
  dateReprise?: string;
  version?: number;
  enCours?: boolean;
  changements?: EtatParcours['changements'];
  relance?: boolean;
  residence?: string;
  /** What else the agenda is asked with. */
  question?: Partial<QuestionAgenda>;
}

/** One letter to the person, as the agenda of a day sees it. */
function agenda(cas: Cas) {
  const { code, date, base = date, memoire, enCours, changements = {}, residence = 'metropole' } = cas;
  const voulu = { code, destinataire: 'BENEFICIAIRE', date, base } as CourrierPrevu;
  const cle = `${NUMERO}/${code}/BENEFICIAIRE/${base}`;
  const courriers =
    memoire === undefined ? {} : { [cle]: { ...voulu, statut: 'PARTI' as const, le: LE, tentatives: 1, ...memoire } };
  const etat: EtatParcours = {
    ...parcours([accord]),
    courriers,
    dateReprise: (cas.dateReprise as DateCivile | undefined) ?? null,
    version: cas.version ?? 0,
  };
  const { evenements = [ACCEPTATION] } = cas;
  return tenirAgenda({
    voulus: [voulu, voulu],
    evaluation: evaluer(OUVERTURE as unknown as Dossier, evenements as Evenement[]),
    residence,
    demande: { etat, enCours: enCours ? [cle] : [], maintenant: cas.maintenant },
    changements,
    silenceConfirme: false,
    envoi: 'immediat',
    ...(cas.relance ? { relance: true } : {}),
    ...cas.question,
  });
}

const statut = (cas: Cas) => {
  const { courriers, dus } = agenda(cas);
  return dus.length > 0 ? 'DU' : courriers.map((c) => c.statut).join();
};

describe('un courrier voulu', () => {
  const prebilan = { code: 'C06_CONVOCATION_PRE_BILAN', date: '2025-03-27' };

  it('attend son jour, dans l’heure de la personne, et part une seule fois', () => {
    const { aVenir, courriers, dus, memoires } = agenda({ ...prebilan, maintenant: '2025-03-26T22:59:59.000Z' });
    expect(aVenir).toEqual([
      {
        quand: '2025-03-26T23:00:00.000Z',
        libelle: 'Envoi « Convocation au pré-bilan » (bénéficiaire), prévu le 27/03/2025',
      },
    ]);
    expect(courriers).toStrictEqual([
      {
        ...prebilan,
        cle: `${NUMERO}/C06_CONVOCATION_PRE_BILAN/BENEFICIAIRE/2025-03-27`,
        destinataire: 'BENEFICIAIRE',
        base: '2025-03-27',
        depart: '2025-03-26T23:00:00.000Z',
        utileJusquau: expect.any(String),
        statut: 'A_VENIR',
        le: null,
      },
    ]);
    expect([dus, memoires]).toEqual([[], {}]);

    const venu = agenda({ ...prebilan, maintenant: '2025-03-26T23:00:00.000Z' });
    expect(venu.dus).toStrictEqual([
      {
        ...prebilan,
        cle: `${NUMERO}/C06_CONVOCATION_PRE_BILAN/BENEFICIAIRE/2025-03-27`,
        dit: '2025-04-02',
        destinataire: 'BENEFICIAIRE',
        base: '2025-03-27',
      },
    ]);
    expect(venu.aVenir).toEqual([]);
  });
  it('une fois parti, en tâche ou douteux, ne repart pas', () => {
    for (const dejaVu of ['PARTI', 'EN_TACHE', 'INCERTAIN', 'REPRIS', 'PERIME'] as const) {
      const { courriers, dus, memoires } = agenda({ ...prebilan, maintenant: LE, memoire: { statut: dejaVu } });
      expect([courriers.map((c) => [c.statut, c.le]), dus, memoires]).toEqual([[[dejaVu, LE]], [], {}]);
    }
  });
  it('en cours de remise, il garde l’état qu’on lui connaît', () => {
    const cas = { ...prebilan, maintenant: LE, enCours: true };
    expect(agenda(cas).courriers.map((c) => [c.statut, c.le])).toEqual([['A_VENIR', null]]);
    const essaye = { statut: 'A_REPRENDRE' as const, le: '2025-03-31T08:00:00.000Z' };
    expect(agenda({ ...cas, memoire: essaye }).courriers.map((c) => [c.statut, c.le])).toEqual([
      ['A_REPRENDRE', essaye.le],
    ]);
    expect(agenda(cas).dus).toEqual([]);
  });
  it('rectifié puis de nouveau vrai, il est parti sans repartir', () => {
    const { courriers, dus, memoires } = agenda({
      ...prebilan,
      maintenant: LE,
      memoire: { statut: 'RECTIFIE', tentatives: 3 },
    });
    expect([courriers[0]!.statut, dus]).toEqual(['PARTI', []]);
    expect(Object.values(memoires)).toMatchObject([{ ...prebilan, statut: 'PARTI', le: LE, tentatives: 3 }]);
  });
  it('rectifié et toujours faux, ou douteux et devenu faux, il reste ce qu’il était', () => {
    for (const dejaVu of ['RECTIFIE', 'INCERTAIN', 'EN_TACHE'] as const) {
      const memoire = { statut: dejaVu, dit: '2025-03-24|2025-04-01' };
      const { courriers, memoires } = agenda({ code: 'C04_ADHESION', date: '2025-03-10', maintenant: LE, memoire });
      expect([courriers.map((c) => [c.statut, c.le]), memoires]).toEqual([[[dejaVu, LE]], {}]);
    }
  });
  it('devenu faux, il garde ce qu’il a dit et la base de ce qui le rectifie, s’il y en a une', () => {
    const date = '2025-03-10';
    const cle = `${NUMERO}/C04_ADHESION/BENEFICIAIRE/${date}`;
    const cas = { code: 'C04_ADHESION', date, maintenant: '2025-04-02T08:00:00.000Z' };
    const memoire = { dit: '2025-03-24|2025-04-01', tentatives: 2 };
    const rectifie = {
      ...{ code: 'C04_ADHESION', destinataire: 'BENEFICIAIRE', base: date, date },
      ...{ statut: 'RECTIFIE', le: cas.maintenant, ...memoire },
    };
    expect(agenda({ ...cas, memoire }).memoires).toStrictEqual({ [cle]: rectifie });
    const avec = agenda({ ...cas, memoire, question: { rectifications: { [cle]: 'b1' } } });
    expect(avec.memoires).toStrictEqual({ [cle]: { ...rectifie, rectification: 'b1' } });
    const remplace = agenda({ ...cas, memoire, question: { remplacements: { [cle]: 'autre' } } });
    expect(remplace.memoires).toStrictEqual({ [cle]: { ...rectifie, remplacePar: 'autre' } });
  });
  it('faux depuis longtemps, il apprend quel courrier le dit à sa place', () => {
    const cle = `${NUMERO}/C04_ADHESION/BENEFICIAIRE/2025-03-10`;
    const cas = { code: 'C04_ADHESION', date: '2025-03-10', maintenant: '2025-04-02T08:00:00.000Z' };
    const memoire = { statut: 'RECTIFIE' as const, dit: '2025-03-24|2025-04-01' };
    const { memoires } = agenda({ ...cas, memoire, question: { remplacements: { [cle]: 'autre' } } });
    expect(memoires[cle]).toMatchObject({ statut: 'RECTIFIE', remplacePar: 'autre', le: cas.maintenant });
  });
  it('resté vrai, il n’apprend rien d’un autre, et n’est pas inscrit de nouveau', () => {
    const cle = `${NUMERO}/C06_CONVOCATION_PRE_BILAN/BENEFICIAIRE/2025-03-27`;
    const question = { remplacements: { [cle]: 'autre' } };
    expect(agenda({ ...prebilan, maintenant: LE, memoire: {}, question }).memoires).toEqual({});
  });
  it('dit celui qu’il remplace tant qu’il n’est pas parti', () => {
    const lettre = { destinataire: 'BENEFICIAIRE', le: LE, tentatives: 1 } as const;
    const sien = { ...lettre, code: prebilan.code, base: prebilan.date, date: prebilan.date as DateCivile };
    const cle = `${NUMERO}/C06_CONVOCATION_PRE_BILAN/BENEFICIAIRE/2025-03-27`;
    const autre = { ...sien, base: '2025-03-20', date: '2025-03-20' as DateCivile };
    const faux = { ...autre, statut: 'RECTIFIE' as const, remplacePar: cle };
    const remplace = (statutDuSien: MemoireCourrier['statut']) => {
      const etat = { ...parcours([accord]), courriers: { faux, [cle]: { ...sien, statut: statutDuSien } } };
      const demande = { etat, enCours: [], maintenant: LE };
      return agenda({ ...prebilan, maintenant: LE, question: { demande } }).courriers[0]?.remplace;
    };
    expect([remplace('A_REPRENDRE'), remplace('PARTI')]).toEqual([['faux'], undefined]);
  });
  it('garde la nouvelle fin qu’il portait', () => {
    const { memoires } = agenda({ ...prebilan, maintenant: LE, memoire: { statut: 'RECTIFIE', annonce: 'b-v2' } });
    expect(Object.values(memoires)[0]?.annonce).toBe('b-v2');
  });
  it('sans rien affirmer, il n’a pas de dit à garder', () => {
    const { memoires } = agenda({ ...prebilan, maintenant: LE, memoire: { statut: 'RECTIFIE' } });
    expect(Object.values(memoires)[0]).not.toHaveProperty('dit');
  });
  it('annulé puis de nouveau voulu, il part', () => {
    expect(statut({ ...prebilan, maintenant: LE, memoire: { statut: 'ANNULE' } })).toBe('DU');
  });
  it('après 15 minutes, une heure, puis toutes les quatre heures, il est essayé à nouveau', () => {
    const reprise = (tentatives: number) =>
      agenda({ ...prebilan, maintenant: LE, memoire: { statut: 'A_REPRENDRE', tentatives } }).aVenir[0]!.quand;
    expect([1, 2, 3, 4, 9].map(reprise)).toEqual([
      '2025-04-01T08:15:00.000Z',
      '2025-04-01T09:00:00.000Z',
      '2025-04-01T12:00:00.000Z',
      '2025-04-01T12:00:00.000Z',
      '2025-04-01T12:00:00.000Z',
    ]);
    const quart = { ...prebilan, memoire: { statut: 'A_REPRENDRE' as const } };
    expect(statut({ ...quart, maintenant: '2025-04-01T08:14:59.000Z' })).toBe('A_REPRENDRE');
    expect(statut({ ...quart, maintenant: '2025-04-01T08:15:00.000Z' })).toBe('DU');
  });
  it('daté d’avant la reprise du dossier, il est repris sans partir', () => {
    const repris = (dateReprise: string) => statut({ ...prebilan, maintenant: LE, dateReprise });
    expect([repris('2025-03-27'), repris('2025-03-28')]).toEqual(['DU', 'REPRIS']);
    expect(Object.values(agenda({ ...prebilan, maintenant: LE, dateReprise: '2025-03-28' }).memoires)).toMatchObject([
      { statut: 'REPRIS', le: LE, tentatives: 0 },
    ]);
  });
  it('utile jusqu’à une date, il est périmé le lendemain', () => {
    const rappel = { code: 'C02_RAPPEL_REFLEXION', date: '2025-03-17', evenements: [] };
    expect(statut({ ...rappel, maintenant: '2025-03-24T22:00:00.000Z' })).toBe('DU');
    expect(statut({ ...rappel, maintenant: '2025-03-24T23:00:00.000Z' })).toBe('PERIME');
  });
});

describe('un courrier en retard n’est plus utile quand ce qu’il demande est fait', () => {
  const tard = (code: string, date: string, evenements: object[]) =>
    statut({
      code,
      date,
      maintenant: `${date.slice(0, 8)}${String(Number(date.slice(8)) + 1)}T10:00:00.000Z`,
      evenements,
    });

  it('la réponse donnée, le rappel de réflexion', () => {
    const refus = { ...ACCEPTATION, reponse: 'REFUS' };
    expect(tard('C02_RAPPEL_REFLEXION', '2025-03-17', [])).toBe('DU');
    expect(tard('C02_RAPPEL_REFLEXION', '2025-03-17', [ACCEPTATION])).toBe('PERIME');
    expect(tard('C02_RAPPEL_REFLEXION', '2025-03-17', [refus])).toBe('PERIME');
  });
  it.each([
    ['C06_CONVOCATION_PRE_BILAN', '2025-03-27', 'PRE_BILAN_REALISE', '2025-03-26'],
    ['C07_CONVOCATION_PSP', '2025-04-10', 'PSP_VALIDE', '2025-04-09'],
    ['C08_CONVOCATION_POINT_ETAPE', '2025-06-10', 'POINT_ETAPE_REALISE', '2025-06-26'],
    ['C09_CONVOCATION_BILAN', '2026-02-10', 'BILAN_REALISE', '2026-02-27'],
    ['C13_FIN_CSP', '2026-03-10', 'DEMANDE_REINSCRIPTION', '2026-03-26'],
    ['C14_CESSATION_INSCRIPTION', '2026-03-25', 'DEMANDE_REINSCRIPTION', '2026-03-26'],
    ['C15_RAPPEL_REINSCRIPTION', '2026-03-26', 'DEMANDE_REINSCRIPTION', '2026-03-26'],
    ['RELANCE_REINSCRIPTION', '2026-03-30', 'DEMANDE_REINSCRIPTION', '2026-03-27'],
  ])('%s', (code, date, type, fait) => {
    expect(tard(code, date, [ACCEPTATION])).toBe('DU');
    expect(tard(code, date, [ACCEPTATION, le(type, fait)])).toBe('PERIME');
    // On the very day, it still leaves.
    expect(statut({ code, date, maintenant: `${date}T10:00:00.000Z`, evenements: [ACCEPTATION, le(type, fait)] })).toBe(
      'DU',
    );
  });
  it('un courrier de fin de CSP part tant que nulle réinscription n’est en vue', () => {
    expect(tard('C14_CESSATION_INSCRIPTION', '2026-03-25', [])).toBe('DU');
  });
  it('les autres courriers partent en retard', () => {
    expect(tard('C04_ADHESION', '2025-03-10', [ACCEPTATION])).toBe('DU');
  });
});

describe('le refus', () => {
  const depart = (evenements: object[]) =>
    agenda({ code: 'C05_REFUS', date: '2025-03-24', maintenant: LE, evenements }).courriers[0]!.depart;
  it('d’une personne silencieuse est retenu deux jours ouvrés', () => {
    expect(depart([])).toBe('2025-03-25T23:00:00.000Z');
  });
  it('exprimé part le jour même', () => {
    expect(depart([{ ...ACCEPTATION, reponse: 'REFUS' }])).toBe('2025-03-23T23:00:00.000Z');
  });
  it('retenu, dit le jour où il partira et celui où il était prévu', () => {
    const [attendu] = agenda({
      ...{ code: 'C05_REFUS', date: '2025-03-24', evenements: [] },
      maintenant: '2025-03-24T09:00:00.000Z',
    }).aVenir;
    expect(attendu?.libelle).toMatch(/\(bénéficiaire\) le 26\/03\/2025, prévu le 24\/03\/2025$/);
  });
  it('seul est retenu', () => {
    const autre = agenda({ code: 'C01_PROPOSITION', date: '2025-03-03', maintenant: LE, evenements: [] });
    expect(autre.courriers[0]!.depart).toBe('2025-03-02T23:00:00.000Z');
  });
});

describe('un courrier que les règles ne veulent plus', () => {
  const oublie = (statutAvant: MemoireCourrier['statut'], reste: Partial<MemoireCourrier> = {}) => {
    const memoire = {
      code: 'C13_FIN_CSP',
      destinataire: 'BENEFICIAIRE' as const,
      base: 'b',
      date: '2025-03-27' as DateCivile,
    };
    const courriers = {
      x: { ...memoire, statut: statutAvant, le: '2025-03-27T08:00:00.000Z', tentatives: 2, ...reste },
    };
    const { courriers: situes, memoires } = tenirAgenda({
      voulus: [],
      evaluation: evaluer(OUVERTURE as unknown as Dossier, []),
      residence: 'metropole',
      demande: { etat: { ...parcours(), courriers }, enCours: [], maintenant: LE },
      changements: {},
      silenceConfirme: false,
      envoi: 'immediat',
    });
    return { situe: situes[0]!, memoire: memoires.x };
  };
  it('est rectifié s’il est parti, annulé s’il attendait ou était en tâche', () => {
    for (const [avant, apres] of [
      ['PARTI', 'RECTIFIE'],
      ['A_REPRENDRE', 'ANNULE'],
      ['EN_TACHE', 'ANNULE'],
      ['RETENU', 'ANNULE'],
    ] as const) {
      const { situe, memoire } = oublie(avant);
      expect(situe).toEqual({
        cle: 'x',
        code: 'C13_FIN_CSP',
        destinataire: 'BENEFICIAIRE',
        base: 'b',
        date: '2025-03-27',
        depart: '2025-03-27T08:00:00.000Z',
        utileJusquau: null,
        statut: apres,
        le: LE,
      });
      expect(memoire).toStrictEqual({
        ...{ code: 'C13_FIN_CSP', destinataire: 'BENEFICIAIRE', base: 'b', date: '2025-03-27' },
        ...{ statut: apres, le: LE, tentatives: 2 },
      });
    }
  });
  it('est rectifié dès qu’un de ses canaux l’a pris, un autre attendant encore', () => {
    for (const avant of ['A_REPRENDRE', 'RETENU'] as const) {
      const { situe, memoire } = oublie(avant, { partiel: true });
      expect([situe.statut, memoire?.statut]).toEqual(['RECTIFIE', 'RECTIFIE']);
    }
  });
  it('reste ce qu’il était sinon', () => {
    const { situe, memoire } = oublie('PERIME');
    expect([situe.statut, situe.le, memoire]).toEqual(['PERIME', '2025-03-27T08:00:00.000Z', undefined]);
  });
});

describe('les courriers de prolongation', () => {
  const changement = { termeAvant: '2026-03-24' as DateCivile, termeApres: '2026-04-03' as DateCivile };
  const base = '2025-06-02-v2';
  it('un changement de terme s’annonce à la personne et au conseiller', () => {
    expect(courriersDeProlongation(parcours(), { [base]: changement })).toEqual([
      { code: 'PROLONGATION', destinataire: 'BENEFICIAIRE', base, date: '2025-06-02' },
      { code: 'PROLONGATION', destinataire: 'CONSEILLER', base, date: '2025-06-02' },
    ]);
    const { dus } = agenda({
      code: 'PROLONGATION',
      date: '2025-06-02',
      base,
      maintenant: '2025-06-02T10:00:00.000Z',
      changements: { [base]: changement },
    });
    expect(dus).toMatchObject([{ code: 'PROLONGATION', base, changement }]);
    expect(dus[0]).not.toHaveProperty('annonce');
  });
  it('une suspension qui porte la nouvelle fin le sait, et part avec elle', () => {
    const suspension = { code: 'SUSPENSION', base: '2025-06-01_2025-06-10', date: '2025-06-02' };
    const porteuse = `${NUMERO}/SUSPENSION/BENEFICIAIRE/${suspension.base}`;
    const portees = new Map([[`${NUMERO}/PROLONGATION/BENEFICIAIRE/${base}`, { base, porteuse }]]);
    const partir = (maintenant: string) =>
      agenda({ ...suspension, maintenant, changements: { [base]: changement }, question: { portees } });
    expect(partir('2025-06-01T10:00:00.000Z').courriers[0]?.annonce).toBe(base);
    expect(partir('2025-06-02T10:00:00.000Z').dus).toMatchObject([{ code: 'SUSPENSION', changement, annonce: base }]);
  });
  it('une suspension qui porte la nouvelle fin attend ce que celle-ci attendait', () => {
    const suspension = { code: 'SUSPENSION', base: '2025-06-01_2025-06-10', date: '2025-06-02' };
    const portee = `${NUMERO}/PROLONGATION/BENEFICIAIRE/${base}`;
    const porteuse = `${NUMERO}/SUSPENSION/BENEFICIAIRE/${suspension.base}`;
    const demain = '2025-06-03T10:00:00.000Z';
    const question = { portees: new Map([[portee, { base, porteuse }]]), planchers: new Map([[portee, demain]]) };
    const { courriers } = agenda({ ...suspension, maintenant: '2025-06-02T10:00:00.000Z', question });
    expect(courriers[0]).toMatchObject({ depart: demain, attente: 'SURSIS' });
  });
  it('une annonce partie reste voulue, une qui attend ne l’est plus sans son changement', () => {
    const memoire = (code: string, statut: MemoireCourrier['statut']) => ({
      code,
      destinataire: 'BENEFICIAIRE' as const,
      base,
      date: '2025-06-02' as DateCivile,
      statut,
      le: LE,
      tentatives: 1,
    });
    const avec = (...memoires: MemoireCourrier[]) =>
      courriersDeProlongation({ ...parcours(), courriers: Object.fromEntries(memoires.entries()) }, {});
    expect(avec(memoire('PROLONGATION', 'PARTI'), memoire('C04_ADHESION', 'PARTI'))).toEqual([
      { code: 'PROLONGATION', destinataire: 'BENEFICIAIRE', base, date: '2025-06-02' },
    ]);
    expect(avec(memoire('PROLONGATION', 'A_REPRENDRE'))).toEqual([]);
  });
});

describe('un courrier que quelqu’un retient', () => {
  const retenu = {
    code: 'C13_FIN_CSP',
    date: '2026-03-17',
    memoire: { statut: 'RETENU' as const, le: '2026-03-17T09:00:00.000Z', tentatives: 1 },
  };
  it('est redemandé une heure après, ou dès qu’il est relancé', () => {
    const cas = { ...retenu, maintenant: '2026-03-17T09:30:00.000Z' };
    expect(agenda(cas).aVenir.map(({ quand }) => quand)).toEqual(['2026-03-17T10:00:00.000Z']);
    expect(statut(cas)).toBe('RETENU');
    expect(statut({ ...cas, maintenant: '2026-03-17T10:00:00.000Z' })).toBe('DU');
    expect(statut({ ...cas, relance: true })).toBe('DU');
  });
  it('une relance ne presse pas un courrier que sa boîte a refusé', () => {
    const memoire = { ...retenu.memoire, statut: 'A_REPRENDRE' as const };
    const cas = { ...retenu, memoire, maintenant: '2026-03-17T09:10:00.000Z', relance: true };
    expect(statut(cas)).toBe('A_REPRENDRE');
  });
  it('devient une tâche quand il cesse d’être utile, tenté ou retenu', () => {
    const cas = { ...retenu, maintenant: '2026-03-25T09:00:00.000Z' };
    expect(agenda(cas).memoires).toEqual({
      [`${NUMERO}/C13_FIN_CSP/BENEFICIAIRE/2026-03-17`]: expect.objectContaining({ statut: 'EN_TACHE', tentatives: 1 }),
    });
    const tente = { ...cas, memoire: { ...retenu.memoire, statut: 'A_REPRENDRE' as const } };
    expect(Object.values(agenda(tente).memoires)[0]?.statut).toBe('EN_TACHE');
    const parti = { ...cas, memoire: { ...retenu.memoire, statut: 'A_REPRENDRE' as const, partiel: true as const } };
    expect(Object.values(agenda(parti).memoires)[0]?.statut).toBe('PARTI');
  });
});

it('ce qu’un courrier affirme part avec lui', () => {
  const [du] = agenda({ code: 'C04_ADHESION', date: '2025-03-10', maintenant: '2025-03-10T09:00:00.000Z' }).dus;
  expect(du?.dit).toBe('2025-03-24|2025-03-25');
});

it('ce qu’un fait consigné après la reprise fait naître part, même daté d’avant elle', () => {
  const cas = {
    code: 'C14_CESSATION_INSCRIPTION',
    date: '2026-03-25',
    maintenant: '2026-03-26T09:00:00.000Z',
    dateReprise: '2026-03-26',
  };
  expect(statut(cas)).toBe('REPRIS');
  expect(statut({ ...cas, version: 1 })).toBe('DU');
});

describe('l’heure d’un départ', () => {
  const depart = (cas: Cas) => agenda(cas).courriers[0]!.depart;
  const fenetre = { envoi: 'fenetre' as const };
  const prebilan = { code: 'C06_CONVOCATION_PRE_BILAN', date: '2025-03-27' };

  it('est comptée là où la personne habite', () => {
    expect(depart({ ...prebilan, maintenant: LE, residence: 'la-reunion' })).toBe('2025-03-26T20:00:00.000Z');
  });
  it('est la dernière de celles qui l’obligent à attendre', () => {
    const attendre = (le: string, plancher: string) => {
      const planchers = new Map([[`${NUMERO}/C06_CONVOCATION_PRE_BILAN/BENEFICIAIRE/2025-03-27`, plancher]]);
      return depart({ ...prebilan, maintenant: LE, memoire: { statut: 'RETENU', le }, question: { planchers } });
    };
    expect(attendre('2025-04-01T08:00:00.000Z', '2025-04-01T08:30:00.000Z')).toBe('2025-04-01T09:00:00.000Z');
    expect(attendre('2025-04-01T08:00:00.000Z', '2025-04-01T09:30:00.000Z')).toBe('2025-04-01T09:30:00.000Z');
  });
  it('en fenêtre, est la même pour tout ce qui part d’un dossier ce jour-là', () => {
    const heure = (code: string) => depart({ code, date: '2025-03-27', maintenant: LE, question: fenetre });
    expect(heure('C10_CONTRIBUTION')).toBe(heure('C06_CONVOCATION_PRE_BILAN'));
  });
  it('en fenêtre, un courrier en retard attend le prochain matin ouvré, et part aussitôt en journée', () => {
    const tard = (maintenant: string) => depart({ ...prebilan, maintenant, question: fenetre });
    expect(tard('2025-03-28T20:00:00.000Z')).toBe('2025-03-31T06:00:00.000Z');
    expect(tard('2025-03-28T10:00:00.000Z')).toBe('2025-03-28T10:00:00.000Z');
  });
  it('en fenêtre, seul un courrier que la loi veut à son jour part un dimanche', () => {
    const jour = (code: string) =>
      depart({ code, date: '2026-03-29', maintenant: '2026-03-28T12:00:00.000Z', question: fenetre }).slice(0, 10);
    expect(jour('C15_RAPPEL_REINSCRIPTION')).toBe('2026-03-29');
    expect(jour('C06_CONVOCATION_PRE_BILAN')).toBe('2026-03-30');
  });
});

describe('ce qui fait partir un courrier un autre jour que le sien', () => {
  const attente = (cas: Cas) => {
    const [courrier] = agenda(cas).courriers;
    return [courrier!.depart, courrier!.attente];
  };
  const prebilan = { code: 'C06_CONVOCATION_PRE_BILAN', date: '2025-03-27', maintenant: '2025-03-27T09:00:00.000Z' };
  const refus = { code: 'C05_REFUS', date: '2025-03-24', maintenant: '2025-03-24T09:00:00.000Z' };
  const plancher = (quand: string) => ({
    planchers: new Map([[`${NUMERO}/C06_CONVOCATION_PRE_BILAN/BENEFICIAIRE/2025-03-27`, quand]]),
  });

  it('le silence d’une personne, qui attend deux jours ouvrés', () => {
    expect(attente({ ...refus, evenements: [] })).toEqual(['2025-03-25T23:00:00.000Z', 'SILENCE']);
    expect(attente({ ...refus, evenements: [{ ...ACCEPTATION, reponse: 'REFUS' }] })[1]).toBeUndefined();
  });
  it('le sursis d’un fait frais, quand il passe la journée', () => {
    const demain = '2025-03-28T09:00:00.000Z';
    expect(attente({ ...prebilan, question: plancher(demain) })).toEqual([demain, 'SURSIS']);
    const ceSoir = '2025-03-27T21:00:00.000Z';
    expect(attente({ ...prebilan, question: plancher(ceSoir) })).toEqual([ceSoir, undefined]);
  });
  it('non un sursis fini la veille d’un dimanche où la loi le veut', () => {
    const rappel = { code: 'C15_RAPPEL_REINSCRIPTION', date: '2026-03-29', maintenant: '2026-03-28T12:00:00.000Z' };
    const planchers = new Map([[`${NUMERO}/${rappel.code}/BENEFICIAIRE/2026-03-29`, '2026-03-28T15:00:00.000Z']]);
    const [depart, cause] = attente({ ...rappel, question: { envoi: 'fenetre', planchers } });
    expect([depart?.slice(0, 10), cause]).toEqual(['2026-03-29', undefined]);
  });
  it('une interruption de Jalon, pour ce qui engage et cela seul', () => {
    const question = { veilleJusqua: '2025-03-28T17:00:00.000Z' };
    expect(attente({ ...refus, evenements: [], question })).toEqual([question.veilleJusqua, 'INTERRUPTION']);
    expect(attente({ ...prebilan, question })).toEqual(['2025-03-26T23:00:00.000Z', undefined]);
  });
  it('un nouvel essai n’en est pas une : il se dit par son état', () => {
    const memoire = { statut: 'A_REPRENDRE' as const, le: '2025-03-27T22:50:00.000Z' };
    expect(attente({ ...prebilan, maintenant: memoire.le, memoire })).toEqual(['2025-03-27T23:05:00.000Z', undefined]);
  });
});

describe('un décès', () => {
  const prebilan = { code: 'C06_CONVOCATION_PRE_BILAN', date: '2025-03-27', maintenant: '2025-04-02T08:00:00.000Z' };
  const apres = (deces: 'SIGNALE' | 'CONFIRME', memoire?: Partial<MemoireCourrier>) => {
    const { courriers, dus, memoires } = agenda({ ...prebilan, question: { deces }, ...(memoire ? { memoire } : {}) });
    return [courriers.map((c) => [c.statut, c.le]), dus, Object.values(memoires).map((m) => m.statut)];
  };
  it('signalé, retient ce qui irait à la personne sans oublier ce qui en fut tenté', () => {
    expect(apres('SIGNALE')).toEqual([[['RETENU', null]], [], []]);
    expect(apres('SIGNALE', { statut: 'A_REPRENDRE' })).toEqual([[['RETENU', LE]], [], []]);
  });
  it('confirmé, l’annule une fois pour toutes', () => {
    expect(apres('CONFIRME')).toEqual([[['ANNULE', prebilan.maintenant]], [], ['ANNULE']]);
    expect(apres('CONFIRME', { statut: 'ANNULE' })).toEqual([[['ANNULE', LE]], [], []]);
  });
});

describe('la convocation à un entretien dont le rendez-vous est fixé', () => {
  const prebilan = { code: 'C06_CONVOCATION_PRE_BILAN', date: '2025-03-27', maintenant: '2025-03-27T09:00:00.000Z' };
  const fixe = (le: string) => ({ entretiensFixes: new Map([['C06_CONVOCATION_PRE_BILAN', le]]) });

  it('ne part pas dans la semaine où la lettre du rendez-vous l’annonce, ni après', () => {
    for (const le of ['2025-03-20T08:00:00.000Z', '2025-03-27T08:30:00.000Z'])
      expect(statut({ ...prebilan, question: fixe(le) })).toBe('ANNULE');
    const memoire = { statut: 'ANNULE' as const };
    const plusTard = { ...prebilan, maintenant: '2025-04-02T09:00:00.000Z', memoire };
    expect(statut({ ...plusTard, question: fixe('2025-03-27T08:30:00.000Z') })).toBe('ANNULE');
  });
  it('part quand le rendez-vous, fixé depuis longtemps, est à rappeler, ou quand il est annulé', () => {
    expect(statut({ ...prebilan, question: fixe('2025-03-19T08:00:00.000Z') })).toBe('DU');
    expect(statut({ ...prebilan, memoire: { statut: 'ANNULE' as const } })).toBe('DU');
  });
  it('partie avant que le rendez-vous soit fixé, elle reste partie', () => {
    const memoire = { statut: 'PARTI' as const };
    expect(statut({ ...prebilan, memoire, question: fixe('2025-03-27T10:00:00.000Z') })).toBe('PARTI');
  });
  it('annulée pour cela, est dite ailleurs ; partie, ou annulée pour un décès, elle ne l’est pas', () => {
    const question = fixe('2025-03-27T08:30:00.000Z');
    const ailleurs = (cas: Partial<Cas>) => agenda({ ...prebilan, ...cas }).courriers[0]?.ailleurs;
    expect(ailleurs({ question })).toBe(true);
    expect(ailleurs({ question, memoire: { statut: 'PARTI' } })).toBeUndefined();
    expect(ailleurs({ question: { deces: 'CONFIRME' } })).toBeUndefined();
  });
});

it('une fin pour emploi reprise sans partir ne dit rien : la convocation au bilan part d’elle-même', () => {
  const emploi = { type: 'REPRISE_EMPLOI', contratId: 'c', nature: 'CDI', debut: '2025-06-02' };
  const fin = { code: 'FIN_POUR_EMPLOI', destinataire: 'BENEFICIAIRE', base: '2025-06-01', date: '2025-06-01' };
  const bilan = { code: 'C09_CONVOCATION_BILAN', destinataire: 'BENEFICIAIRE', base: '2025-05-02', date: '2025-05-02' };
  const sort = (statutDeLaFin: MemoireCourrier['statut']) => {
    const memoire = { ...fin, statut: statutDeLaFin, le: LE, tentatives: 0 } as MemoireCourrier;
    const courriers = { [`${NUMERO}/FIN_POUR_EMPLOI/BENEFICIAIRE/2025-06-01`]: memoire };
    const etat = { ...parcours([accord]), courriers, version: 3 };
    const maintenant = '2025-05-02T09:00:00.000Z';
    const question = { voulus: [bilan, fin] as CourrierPrevu[], demande: { etat, enCours: [], maintenant } };
    const { courriers: situes } = agenda({ ...bilan, maintenant, evenements: [ACCEPTATION, emploi], question });
    return situes.find(({ code }) => code === bilan.code)?.statut;
  };
  expect([sort('PARTI'), sort('REPRIS')]).toEqual(['ANNULE', 'A_VENIR']);
});

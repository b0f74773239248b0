import { dateCivile } from '../calendrier/dates';
import { cleCourrier } from '../catalogue/cle-courrier';
import type { CourrierPrevu } from '../catalogue/courrier-prevu';
import type { Prime, Resultat } from '../dossier/resultat';
import { estDitLeJourMeme } from './dit-le-jour-meme';
import type { MemoireCourrier } from './parcours';
import type { Portees } from './portees';

const lettre = (code: string, date: string, base = date): CourrierPrevu => ({
  code,
  destinataire: 'BENEFICIAIRE',
  date: dateCivile(date),
  base,
});
const C01 = lettre('C01_PROPOSITION', '2026-11-05');
const J7 = lettre('C02_RAPPEL_REFLEXION', '2026-11-19', '2026-11-26-7');
const J2 = lettre('C02_RAPPEL_REFLEXION', '2026-11-24', '2026-11-26-2');
const prime = (contratId: string, limiteDemande: string) =>
  ({ contratId, refus: [], limiteDemande: dateCivile(limiteDemande) }) as unknown as Prime;
const resultat = {
  finReflexion: '2026-11-26',
  dateFinCsp: '2026-11-15',
  primes: [prime('ancien', '2026-03-12'), prime('nouveau', '2026-12-16')],
} as unknown as Resultat;

interface Cas {
  jour: string;
  voulus?: CourrierPrevu[];
  memoires?: [CourrierPrevu, Partial<MemoireCourrier>][];
  repris?: boolean;
  portees?: Portees;
  /** Of the result. */
  plus?: object;
  /** Letters that ask for an interview whose appointment is made. */
  fixes?: string[];
  /** Letters that the agency decides. */
  decidees?: string[];
}

const superflu = (
  rappel: CourrierPrevu,
  { jour, voulus = [C01, J7, J2], memoires = [], plus = {}, portees = new Map(), fixes = [], ...reste }: Cas,
) =>
  estDitLeJourMeme(rappel, {
    etat: {
      numero: 'n',
      courriers: Object.fromEntries(
        memoires.map(([l, m]) => [
          cleCourrier('n', l),
          { ...l, statut: 'PARTI' as const, le: `${jour}T09:00:00.000Z`, tentatives: 1, ...m },
        ]),
      ),
    },
    ...{
      voulus,
      resultat: { ...resultat, ...plus } as Resultat,
      jour: dateCivile(jour),
      residence: 'metropole',
      portees,
      entretiensFixes: new Map(fixes.map((code) => [code, '2026-11-01T09:00:00.000Z'])),
      decidees: new Set(reste.decidees),
      estRepris: () => reste.repris === true,
    },
  });

describe('un rappel dont le jour est venu avant la lettre qu’il répète', () => {
  it('ne part ni le même jour, ni après elle', () => {
    expect(superflu(J7, { jour: '2026-11-20' })).toBe(true);
    expect(superflu(J7, { jour: '2026-11-21', memoires: [[C01, { le: '2026-11-20T09:00:00.000Z' }]] })).toBe(true);
  });
  it('part à son jour quand elle est partie avant, ou qu’elle ne partira pas', () => {
    const le = '2026-11-05T09:00:00.000Z';
    expect(superflu(J7, { jour: '2026-11-19', memoires: [[C01, { le }]] })).toBe(false);
    expect(superflu(J7, { jour: '2026-11-19', memoires: [[C01, { statut: 'EN_TACHE' }]] })).toBe(false);
    expect(superflu(J7, { jour: '2026-11-19', voulus: [J7, J2] })).toBe(false);
    expect(superflu(J7, { jour: '2026-11-20', repris: true })).toBe(false);
    expect(superflu(J2, { jour: '2026-11-20' })).toBe(false);
  });
  it('le jour de la lettre compte, pas la veille ; tant qu’elle sert, pas un jour de plus', () => {
    const le19 = (date: string) => superflu(J7, { jour: '2026-11-19', voulus: [lettre('C01_PROPOSITION', date), J7] });
    expect([le19('2026-11-19'), le19('2026-11-20')]).toEqual([true, false]);
    const le = (jour: string) => superflu(J7, { jour, voulus: [C01, J7] });
    expect([le('2026-11-26'), le('2026-11-27')]).toEqual([true, false]);
  });
  it('n’est pas dit par ce qu’un autre lit', () => {
    const autre = { ...C01, destinataire: 'EMPLOYEUR' as const };
    expect(superflu(J7, { jour: '2026-11-20', voulus: [autre, J7] })).toBe(false);
  });
  it('ne se perd pas parce qu’un canal de la lettre attend encore', () => {
    const memoires: Cas['memoires'] = [[C01, { statut: 'A_REPRENDRE', partiel: true }]];
    expect(superflu(J7, { jour: '2026-11-19', memoires })).toBe(false);
  });
  it('déjà essayé, continue pour lui-même ; laissé une fois, l’est encore', () => {
    expect(superflu(J7, { jour: '2026-11-20', memoires: [[J7, { statut: 'A_REPRENDRE' }]] })).toBe(false);
    expect(superflu(J7, { jour: '2026-11-20', memoires: [[J7, { statut: 'ANNULE' }]] })).toBe(true);
  });
});

it('deux rappels de la même échéance n’en font qu’un, le dernier', () => {
  const le = '2026-11-05T09:00:00.000Z';
  const cas: Cas = { jour: '2026-11-24', memoires: [[C01, { le }]] };
  expect([superflu(J7, cas), superflu(J2, cas)]).toEqual([true, false]);
  const parti: Cas = {
    ...cas,
    memoires: [
      [C01, { le }],
      [J2, {}],
    ],
  };
  expect(superflu(J7, parti)).toBe(true);
});

it('deux rappels de deux échéances partent tous deux', () => {
  const autre = lettre('C02_RAPPEL_REFLEXION', '2026-11-24', '2026-11-28-2');
  const memoires: Cas['memoires'] = [[C01, { le: '2026-11-05T09:00:00.000Z' }]];
  expect(superflu(J7, { jour: '2026-11-24', voulus: [C01, J7, autre], memoires })).toBe(false);
});

it('la prime d’un emploi connu tard est dite par sa lettre, non rappelée ; celle d’un autre emploi l’est', () => {
  const fin = lettre('FIN_POUR_EMPLOI', '2026-12-07', '2026-11-15');
  const sien = lettre('C12_RAPPEL_PRIME', '2026-12-04', '2026-12-06');
  const autre = lettre('C12_RAPPEL_PRIME', '2026-03-02', '2026-03-02');
  const cas: Cas = { jour: '2026-12-07', voulus: [fin, sien, autre] };
  expect([superflu(sien, cas), superflu(autre, cas)]).toEqual([true, false]);
  const annonce = (embauche: string) => {
    const c11 = lettre('C11_PRIME', '2026-12-07', embauche);
    return superflu(sien, { ...cas, voulus: [c11, sien] });
  };
  expect([annonce('2026-11-16'), annonce('2026-02-12')]).toEqual([true, false]);
});

it('une fin connue tard : une lettre dit comment se réinscrire, et rien ne la répète ce jour-là', () => {
  const c14 = lettre('C14_CESSATION_INSCRIPTION', '2026-11-16');
  const c15 = lettre('C15_RAPPEL_REINSCRIPTION', '2026-11-18', '2026-11-15+3');
  const relance = lettre('RELANCE_REINSCRIPTION', '2026-11-23', '2026-11-20');
  const voulus = [c14, c15, relance];
  const sorts = (jour: string) => [superflu(c15, { jour, voulus }), superflu(relance, { jour, voulus })];
  expect(sorts('2026-11-19')).toEqual([true, false]);
  expect(sorts('2026-11-25')).toEqual([true, true]);
});

it('le point d’étape que le retour demande n’est pas demandé une seconde fois ce jour-là, mais un autre jour', () => {
  const c08 = lettre('C08_CONVOCATION_POINT_ETAPE', '2026-10-05');
  const retour = lettre('RETOUR', '2026-10-05');
  const cas: Cas = { jour: '2026-10-05', voulus: [c08, retour] };
  expect(superflu(c08, cas)).toBe(true);
  expect(superflu(c08, { ...cas, voulus: [c08, lettre('REINTEGRATION', '2026-10-05')] })).toBe(true);
  const apres = lettre('C08_CONVOCATION_POINT_ETAPE', '2026-10-12');
  const memoires: Cas['memoires'] = [[retour, { le: '2026-10-05T09:00:00.000Z' }]];
  expect(superflu(apres, { jour: '2026-10-12', voulus: [apres, retour], memoires })).toBe(false);
});

it('le dernier mois de la prime n’est pas dit le jour où une nouvelle fin le dit', () => {
  const prime = lettre('PRIME_DERNIER_MOIS', '2026-09-25', '2026-10-26');
  const retour = lettre('REINTEGRATION', '2026-10-12');
  const fin = lettre('PROLONGATION', '2026-10-12', '2026-10-12-v9');
  const cas: Cas = { jour: '2026-10-12', voulus: [prime, retour] };
  const portees = new Map([[cleCourrier('n', fin), { base: fin.base, porteuse: cleCourrier('n', retour) }]]);
  expect(superflu(prime, cas)).toBe(false);
  expect(superflu(prime, { ...cas, portees })).toBe(true);
  expect(superflu(prime, { ...cas, voulus: [prime, fin] })).toBe(true);
  const dite: Cas = {
    ...cas,
    jour: '2026-10-13',
    memoires: [[retour, { annonce: fin.base, le: '2026-10-12T09:00:00.000Z' }]],
  };
  expect(superflu(prime, dite)).toBe(true);
  expect(superflu({ ...prime, date: dateCivile('2026-11-19') }, { ...dite, jour: '2026-11-19' })).toBe(false);
});

it('le point d’étape à demander pendant une absence l’est au retour, s’il est dit', () => {
  const c08 = lettre('C08_CONVOCATION_POINT_ETAPE', '2026-10-02');
  const retour = lettre('RETOUR', '2026-10-05', '2026-10-04');
  const absence = { suspensions: [{ debut: '2026-06-14', fin: '2026-10-03', cause: 'MATERNITE' }] };
  const cas: Cas = { jour: '2026-10-02', voulus: [c08, retour], plus: absence };
  expect(superflu(c08, cas)).toBe(true);
  expect(superflu(c08, { ...cas, memoires: [[retour, { statut: 'EN_TACHE' }]] })).toBe(false);
  expect(superflu(c08, { ...cas, plus: {} })).toBe(false);
  const demande = (date: string) => {
    const le = lettre('C08_CONVOCATION_POINT_ETAPE', date);
    return superflu(le, { ...cas, jour: '2026-06-10', voulus: [le, retour] });
  };
  expect(['2026-06-13', '2026-06-14', '2026-10-03', '2026-10-04'].map(demande)).toEqual([false, true, true, false]);
  for (const statut of ['A_REPRENDRE', 'PARTI'] as const)
    expect(superflu(c08, { ...cas, memoires: [[retour, { statut }]] })).toBe(true);
  const autreRetour = lettre('RETOUR', '2026-11-05', '2026-11-04');
  expect(superflu(c08, { ...cas, voulus: [c08, autreRetour] })).toBe(false);
  expect(superflu(c08, { ...cas, repris: true })).toBe(false);
  const avant = { debut: '2026-04-01', fin: '2026-04-10', cause: 'MALADIE' };
  const deux = { suspensions: [avant, ...absence.suspensions] } as Partial<Resultat>;
  expect(superflu(c08, { ...cas, plus: deux })).toBe(true);
  // The letter of the return is of use for a fortnight.
  const utile = (jour: string) => superflu(c08, { ...cas, jour });
  expect([utile('2026-10-20'), utile('2026-10-21')]).toEqual([true, false]);
});

describe('le pré-bilan, quand les dates du CSP ne sont connues qu’une fois qu’il a commencé', () => {
  const c06 = lettre('C06_CONVOCATION_PRE_BILAN', '2026-11-27');
  const c04 = lettre('C04_ADHESION', '2026-11-20');
  const decision = lettre('DECISION_INSPECTION', '2026-11-30', '2026-11-24');
  const commence: Cas = {
    jour: '2026-11-30',
    voulus: [c04, c06],
    plus: { debutCsp: '2026-11-27', finReflexion: '2026-11-26' },
  };
  const le = '2026-11-30T09:00:00.000Z';

  it('est demandé par la lettre qui les donne, non une seconde fois', () => {
    expect(superflu(c06, commence)).toBe(true);
    expect(superflu(c06, { ...commence, voulus: [decision, c06] })).toBe(true);
    expect(
      superflu(c06, { ...commence, jour: '2026-12-02', memoires: [[c04, { le, dit: '2026-11-26|2026-11-27' }]] }),
    ).toBe(true);
  });
  it('a sa lettre quand celle-là est partie avant ce jour, ou qu’elle ne les donnait pas encore', () => {
    const partie = (memoire: Partial<MemoireCourrier>) => superflu(c06, { ...commence, memoires: [[c04, memoire]] });
    expect(partie({ le: '2026-11-20T09:00:00.000Z', dit: '2026-11-26|2026-11-27' })).toBe(false);
    expect(partie({ le, dit: '|' })).toBe(false);
    expect(superflu(c06, { ...commence, plus: { finReflexion: '2026-11-26' } })).toBe(false);
  });
  it('a sa lettre, qui l’annonce, quand son rendez-vous est pris', () => {
    expect(superflu(c06, { ...commence, fixes: ['C06_CONVOCATION_PRE_BILAN'] })).toBe(false);
    expect(superflu(c06, { ...commence, fixes: ['C07_CONVOCATION_PSP'] })).toBe(true);
  });
});

describe('une lettre dite tout entière par une autre du même jour', () => {
  const ANNULE = { statut: 'ANNULE' as const };
  const plus = { debutCsp: '2026-11-27', dateFinCsp: '2027-11-26', echeanceContributionEmployeur: '2027-01-25' };
  const employeur = (code: string, date: string): CourrierPrevu => ({
    ...lettre(code, date),
    destinataire: 'EMPLOYEUR',
  });
  const prolongation = lettre('PROLONGATION', '2027-11-20', '2027-11-20-v9');
  const sortie = lettre('SORTIE_DECIDEE', '2026-11-20', '2026-11-15');
  const cas: [string, CourrierPrevu, CourrierPrevu][] = [
    [
      'la contribution, par l’adhésion',
      employeur('C10_CONTRIBUTION', '2026-11-27'),
      employeur('C04_ADHESION', '2026-12-01'),
    ],
    [
      'la contribution, par la décision',
      employeur('C10_CONTRIBUTION', '2026-11-27'),
      employeur('DECISION_INSPECTION', '2026-12-01'),
    ],
    [
      'le plan d’action, par l’adhésion',
      lettre('C07_CONVOCATION_PSP', '2026-11-28'),
      lettre('C04_ADHESION', '2026-12-01'),
    ],
    ['la fin, par une nouvelle fin', lettre('C13_FIN_CSP', '2027-11-19'), prolongation],
    ['la formation qui continue, par une nouvelle fin', lettre('C18_FORMATION_POURSUITE', '2027-11-19'), prolongation],
    ['la réinscription, par une exclusion', lettre('C14_CESSATION_INSCRIPTION', '2026-11-16'), sortie],
  ];
  it.each(cas)('%s : ne part pas, et ne part pas ensuite', (_cas, dite, source) => {
    const [jour, voulus] = [source.date, [dite, source]];
    expect(superflu(dite, { jour, voulus, plus })).toBe(true);
    const partie: Cas = { jour, voulus, plus, memoires: [[source, { dit: '2026-11-26|2026-11-27' }]] };
    expect(superflu(dite, { ...partie, memoires: [...partie.memoires!, [dite, ANNULE]] })).toBe(true);
    // A later fact brought it: the letter that left knew nothing of it.
    expect(superflu(dite, partie)).toBe(false);
  });
  it.each(cas)('%s : part à son jour s’il vient après, ou si l’agence la décide', (_cas, dite, source) => {
    const [jour, voulus] = [source.date, [dite, source]];
    expect(superflu({ ...dite, date: dateCivile('2027-12-01') }, { jour, voulus, plus })).toBe(false);
    expect(superflu(dite, { jour, voulus, plus, decidees: [dite.code] })).toBe(false);
  });
  it('une exclusion que l’agence décide ne dit qu’elle-même', () => {
    const cessation = lettre('C14_CESSATION_INSCRIPTION', '2026-11-16');
    const seule = { jour: '2026-11-20', voulus: [cessation, sortie], decidees: ['SORTIE_DECIDEE'] };
    expect(superflu(cessation, seule)).toBe(false);
  });
  it('un entretien dont le rendez-vous est pris garde sa lettre', () => {
    const bilan = lettre('C09_CONVOCATION_BILAN', '2027-11-19');
    const duJour = { jour: '2027-11-20', voulus: [bilan, prolongation], plus };
    expect(superflu(bilan, duJour)).toBe(true);
    expect(superflu(bilan, { ...duJour, fixes: [bilan.code] })).toBe(false);
  });
});

it('ce qui ne répète rien n’est jamais superflu', () => {
  expect(superflu(C01, { jour: '2026-11-20' })).toBe(false);
});

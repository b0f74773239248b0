import { dateCivile as j } from '../calendrier/dates';
import type { Prime, Resultat } from '../dossier/resultat';
import { canauxDe, catalogue, entreeCatalogue, estCodeCourrier, finParContrat, primeDuCourrier } from './catalogue';
import { titreCourrier } from './titres';

const r: Resultat = {
  valide: true,
  erreurs: [],
  finReflexion: j('2025-03-24'),
  echeancePreBilan: j('2025-04-02'),
  echeancePsp: j('2025-05-02'),
  pointEtape: { debut: j('2025-06-25'), fin: j('2025-07-24') },
  dateFinCsp: j('2026-03-24'),
  bilan: { type: 'FIN_ACCOMPAGNEMENT', debut: j('2026-02-25'), fin: j('2026-03-24') },
  echeanceContributionEmployeur: j('2025-05-25'),
  reinscription: { requise: true, limite: j('2026-03-29'), dateDemande: null, dateEffet: null, statut: 'ATTENDUE' },
};

const jusquau = (code: string, date = '2025-03-25', base = date, resultat = r) =>
  entreeCatalogue(code).utileJusquau(resultat, { date: j(date), base });

const prime = (contratId: string, limiteDemande: string, refus: string[] = []): Prime => ({
  contratId,
  refus,
  limiteDemande: j(limiteDemande),
  statut: refus.length > 0 ? 'REFUSEE' : 'NON_DEMANDEE',
  premierVersement: null,
  secondVersement: null,
});

describe('catalogue', () => {
  it.each([
    ['C01_PROPOSITION', '2025-03-24'],
    ['C02_RAPPEL_REFLEXION', '2025-03-24'],
    ['C03_LICENCIEMENT_CONDITIONNEL', '2025-03-24'],
    ['C04_ADHESION', '2025-05-24'],
    ['C05_REFUS', '2025-05-24'],
    ['C06_CONVOCATION_PRE_BILAN', '2025-05-02'],
    ['C07_CONVOCATION_PSP', '2026-03-24'],
    ['C08_CONVOCATION_POINT_ETAPE', '2025-07-24'],
    ['C09_CONVOCATION_BILAN', '2026-03-24'],
    ['C10_CONTRIBUTION', '2025-05-25'],
    ['C13_FIN_CSP', '2026-03-24'],
    ['C14_CESSATION_INSCRIPTION', '2026-05-28'],
    ['C15_RAPPEL_REINSCRIPTION', '2026-03-29'],
    ['C16_CONFIRMATION_REINSCRIPTION', '2025-04-24'],
    ['C17_SUIVI_EMPLOI', '2025-04-24'],
    ['C18_FORMATION_POURSUITE', '2026-03-29'],
    ['PROLONGATION', '2026-03-24'],
    ['RETOUR', '2025-04-09'],
    ['REINTEGRATION', '2026-03-24'],
    ['DECISION_INSPECTION', '2025-04-24'],
    ['FIN_POUR_EMPLOI', '2026-03-24'],
    ['FIN_POUR_RETRAITE', '2026-05-23'],
    ['SORTIE_DECIDEE', '2025-04-24'],
    ['PRIME_DERNIER_MOIS', '2025-04-24'],
    ['RELANCE_REINSCRIPTION', '2026-05-28'],
    ['REJET', '2025-04-24'],
    ['NOUVEAU_REFERENT', '2025-04-24'],
    ['CONTRIBUTION_RAPPEL', '2025-05-25'],
    ['RDV_MANQUE', '2025-04-09'],
  ])('%s est utile jusqu’au %s', (code, jour) => {
    expect(jusquau(code)).toBe(jour);
  });

  it('une proposition dont la fin de délai est inconnue reste utile', () => {
    expect(jusquau('C01_PROPOSITION', '2025-03-03', '2025-03-03', { ...r, finReflexion: null })).toBeNull();
  });

  it('la prime d’un emploi repris juste après un essai rompu est la sienne, pas celle du premier', () => {
    const deux = { ...r, primes: [prime('premier', '2025-07-01'), prime('second', '2025-07-15')] };
    expect(primeDuCourrier(deux, 'C11_PRIME', '2025-06-15')?.contratId).toBe('second');
    expect(primeDuCourrier(deux, 'C12_RAPPEL_PRIME', '2025-06-21')?.contratId).toBe('premier');
    expect(jusquau('C12_RAPPEL_PRIME', '2025-07-04', '2025-07-05', deux)).toBe('2025-07-15');
  });

  it('sans prime au résultat, rien ne dit jusqu’à quand', () => {
    expect(jusquau('C11_PRIME', '2025-06-01')).toBeNull();
  });

  it('une prime refusée n’a pas de courrier', () => {
    const refusee = { ...r, primes: [prime('cdi', '2025-07-01', ['PSP_NON_VALIDE'])] };
    expect(jusquau('C11_PRIME', '2025-06-01', '2025-06-01', refusee)).toBeNull();
  });

  it.each(['destinataires', 'canaux', 'decalage', 'regle', 'utileJusquau', 'perime'] as const)(
    'chaque courrier a son champ %s',
    (champ) => {
      for (const entree of Object.values(catalogue)) expect(entree[champ]).toBeTruthy();
    },
  );

  it('un code inconnu est une erreur de programme', () => {
    expect(estCodeCourrier('C99')).toBe(false);
    expect(estCodeCourrier('toString')).toBe(false);
    expect(() => entreeCatalogue('C99')).toThrow('C99');
  });
});

describe('un courrier dont la base porte la date', () => {
  it.each([
    ['SUSPENSION', '2025-06-01_2025-06-10', '2025-06-10'],
    ['CONGES_ENREGISTRES', '2025-06-01_2025-06-10', '2025-06-10'],
    ['RDV_CONVOCATION', '2025-05-06-abc-0', '2025-05-06'],
    ['RDV_RAPPEL', '2025-05-06-abc-0-7', '2025-05-06'],
    ['ATELIER_INSCRIPTION', '2025-05-06-abc-0', '2025-05-06'],
  ])('%s de base %s est utile jusqu’au %s', (code, base, jour) => {
    expect(jusquau(code, '2025-04-01', base)).toBe(jour);
  });
  it('l’actualisation est utile jusqu’à la clôture de son mois, la rectification toujours', () => {
    const actualisations = [
      { mois: '2025-03', ouverture: j('2025-03-28'), cloture: j('2025-04-15') },
      { mois: '2025-04', ouverture: j('2025-04-28'), cloture: j('2025-05-15') },
    ];
    expect(jusquau('RAPPEL_ACTUALISATION', '2025-04-28', '2025-04-OUVERTURE', { ...r, actualisations })).toBe(
      '2025-05-15',
    );
    expect(jusquau('RAPPEL_ACTUALISATION', '2025-04-28', '2025-04-OUVERTURE')).toBeNull();
    expect(jusquau('RECTIFICATION')).toBeNull();
  });
  it('le pré-bilan est utile jusqu’au premier de l’échéance du PSP et de la fin du CSP', () => {
    const tot = { ...r, dateFinCsp: j('2025-04-20') };
    expect(jusquau('C06_CONVOCATION_PRE_BILAN', '2025-03-25', '2025-03-25', tot)).toBe('2025-04-20');
    const { echeancePsp: _absente, ...sans } = r;
    expect(jusquau('C06_CONVOCATION_PRE_BILAN', '2025-03-25', '2025-03-25', sans)).toBe('2026-03-24');
    const { dateFinCsp: _fin, ...enCours } = r;
    expect(jusquau('C06_CONVOCATION_PRE_BILAN', '2025-03-25', '2025-03-25', enCours)).toBe('2025-05-02');
    const { dateFinCsp: _inconnue, ...rien } = sans;
    expect(jusquau('C06_CONVOCATION_PRE_BILAN', '2025-03-25', '2025-03-25', rien)).toBeNull();
  });
});

it('un courrier qui porte la nouvelle fin le dit dans son titre, et va par les canaux qui l’auraient annoncée', () => {
  expect([canauxDe('SUSPENSION', false), canauxDe('SUSPENSION', true)]).toEqual(['E > C', 'C + E']);
  expect([titreCourrier('SUSPENSION'), titreCourrier('SUSPENSION', true)]).toEqual([
    'Suspension du CSP',
    'Suspension du CSP, avec sa nouvelle date de fin',
  ]);
});

it('un code que le catalogue ne connaît plus se lit encore dans une liste', () => {
  expect([titreCourrier('C99_ANCIEN'), titreCourrier('constructor')]).toEqual(['C99_ANCIEN', 'constructor']);
});

describe('ce qu’un courrier affirme et qu’un fait peut rendre faux', () => {
  const connu: Resultat = {
    ...{ ...r, decision: 'REFUS_TACITE', finContrat: j('2025-03-24'), debutCsp: j('2025-03-25') },
    reinscription: { ...r.reinscription!, dateEffet: j('2026-03-26') },
  };
  const finPrime = j('2026-01-24');
  const dit = (code: string, plus: Partial<Resultat> = {}) =>
    entreeCatalogue(code).dit?.({ ...connu, ...plus }, { finPrime });
  it.each([
    ['C01_PROPOSITION', ['2025-03-24']],
    ['C03_LICENCIEMENT_CONDITIONNEL', ['2025-03-24']],
    ['C04_ADHESION', ['2025-03-24', '2025-03-25']],
    ['C05_REFUS', ['2025-03-24', 'REFUS_TACITE']],
    ['DECISION_INSPECTION', ['2025-03-24', '2025-03-24', '2025-03-25']],
    ['C06_CONVOCATION_PRE_BILAN', ['2025-04-02']],
    ['C07_CONVOCATION_PSP', ['2025-05-02']],
    ['PRIME_DERNIER_MOIS', ['2026-01-24']],
    ['C16_CONFIRMATION_REINSCRIPTION', ['2026-03-26']],
    ['C14_CESSATION_INSCRIPTION', []],
  ])('%s : %j', (code, valeurs) => expect(dit(code)).toEqual(valeurs));

  it('la lettre de fin, une formation qui va au-delà', () => {
    const formation = (fin: string) => ({
      formations: [{ fin: j(fin) }] as unknown as NonNullable<Resultat['formations']>,
    });
    expect([dit('C13_FIN_CSP'), dit('C13_FIN_CSP', formation('2026-03-24'))]).toEqual([[null], [null]]);
    expect(dit('C13_FIN_CSP', formation('2026-03-25'))).toEqual(['FORMATION']);
  });
});

it('un contrat ne met fin au CSP de lui-même que trop court, ou de trop ; encore faut-il un bilan à tenir', () => {
  const fini = (motifFin: Resultat['motifFin'], bilan: Resultat['bilan'] = r.bilan) =>
    finParContrat({ ...r, ...(motifFin && { motifFin }), ...(bilan === undefined ? {} : { bilan }) });
  expect([fini('CONTRAT_TROP_COURT'), fini('CUMUL_ACTIVITE_DEPASSE')]).toEqual([true, true]);
  expect([fini('EMPLOI_DURABLE'), fini('TERME'), fini('CONTRAT_TROP_COURT', null)]).toEqual([false, false, false]);
});

describe('les rappels', () => {
  const rappels = Object.entries(catalogue).filter(([, { rappel }]) => rappel);
  it('chaque courrier dit s’il en est un : le nom du code n’y fait rien', () => {
    expect(rappels.map(([code]) => code)).toEqual([
      'C02_RAPPEL_REFLEXION',
      'C12_RAPPEL_PRIME',
      'C15_RAPPEL_REINSCRIPTION',
      'RAPPEL_ACTUALISATION',
      'RDV_RAPPEL',
    ]);
  });
  it('ils ne vont qu’à la personne, n’affirment rien qui se rectifie et n’engagent jamais', () => {
    for (const [, { destinataires, dit, engage }] of rappels) {
      expect([destinataires, dit, engage({ ...r, motifFin: 'MANQUEMENT' })]).toEqual([['BENEFICIAIRE'], null, false]);
    }
  });
});

describe('ce qui engage', () => {
  const engage = (code: string, reste: Partial<Resultat>) => entreeCatalogue(code).engage({ ...r, ...reste });
  it('un refus par silence, pas un refus exprès', () => {
    expect(engage('C05_REFUS', { decision: 'REFUS_TACITE' })).toBe(true);
    expect(engage('C05_REFUS', { decision: 'REFUS' })).toBe(false);
  });
  it.each([
    'C09_CONVOCATION_BILAN',
    'C14_CESSATION_INSCRIPTION',
    'FIN_POUR_EMPLOI',
    'FIN_POUR_RETRAITE',
    'SORTIE_DECIDEE',
  ])('%s d’une sortie, pas du terme', (code) => {
    expect(engage(code, { motifFin: 'CUMUL_ACTIVITE_DEPASSE' })).toBe(true);
    expect(engage(code, { motifFin: 'TERME' })).toBe(false);
  });
  it('rien d’autre', () => {
    const autres = Object.keys(catalogue).filter((code) => !/^(C05|C09|C14|FIN_POUR|SORTIE_)/.test(code));
    for (const code of autres) expect(engage(code, { motifFin: 'MANQUEMENT', decision: 'REFUS_TACITE' })).toBe(false);
  });
});

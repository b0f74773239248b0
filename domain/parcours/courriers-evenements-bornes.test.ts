import { type DateCivile, dateCivile } from '../calendrier/dates';
import { completer } from '../dossier/dossier';
import type { Resultat } from '../dossier/resultat';
import { evaluer } from '../droit/calculer';
import { ACCEPTATION, cdi, finContrat, le, maladie, OUVERTURE, sortie } from '../droit/regles/de-test/scenario';
import type { Evenement } from '../faits/evenements';
import { courriersDeProlongation, courriersDesEvenements } from './courriers-evenements';
import { parcours } from './de-test/parcours';
import type { EtatParcours, MemoireCourrier } from './parcours';

interface Cas {
  evenements?: object[];
  etat?: Partial<EtatParcours>;
  dossier?: object;
  /** Of the result. */
  plus?: Partial<Resultat>;
}

/** Letters of a code, as `destinataire base date`. */
function lettres(code: string, jour: string, { evenements = [], etat = {}, dossier = {}, plus = {} }: Cas = {}) {
  const complet = completer({ ...OUVERTURE, ...dossier } as unknown as Parameters<typeof completer>[0]);
  const tous = [ACCEPTATION, ...evenements] as Evenement[];
  const { resultat, parametres } = evaluer(complet, tous);
  const ecartes = new Set(resultat.rejets?.map(({ index }) => index));
  const faits = tous.map((evenement, n) => ({ id: `f${n}`, evenement }));
  return courriersDesEvenements({
    etat: { ...parcours(), ...etat },
    dossier: complet,
    parametres,
    resultat: { ...resultat, ...plus },
    faits,
    situes: faits.map(({ id }, n) => ({
      ...{ id, code: null, phrase: null },
      statut: ecartes.has(n) ? ('ECARTE' as const) : ('RETENU' as const),
    })),
    changements: {},
    faitsCites: null,
    doutes: [],
    jour: dateCivile(jour),
  })
    .filter((c) => c.code === code)
    .map((c) => `${c.destinataire} ${c.base} ${c.date}`);
}

const memoire = (code: string, base: string, reste: Partial<MemoireCourrier> = {}): MemoireCourrier => ({
  ...{ code, destinataire: 'BENEFICIAIRE', base, date: base.slice(0, 10) as DateCivile },
  ...{ statut: 'PARTI', le: `${base.slice(0, 10)}T08:00:00.000Z`, tentatives: 1, ...reste },
});

describe('ce qui part dès que sa cause est connue', () => {
  const essai = [cdi('2025-06-02'), finContrat('2025-07-31')];

  it('garde le jour de sa propre mémoire, non celui d’un autre courrier du même jour ou d’un autre lecteur', () => {
    const retour = (...memoires: MemoireCourrier[]) => {
      const courriers = Object.fromEntries(memoires.map((m, n) => [`cle-${n}`, m]));
      return lettres('REINTEGRATION', '2025-08-04', { evenements: essai, etat: { courriers } });
    };
    expect(retour(memoire('REINTEGRATION', '2025-08-01'))).toEqual(['BENEFICIAIRE 2025-08-01 2025-08-01']);
    expect(
      retour(
        memoire('RETOUR', '2025-08-01'),
        memoire('REINTEGRATION', '2025-07-01'),
        memoire('REINTEGRATION', '2025-08-01', { destinataire: 'EMPLOYEUR' }),
      ),
    ).toEqual(['BENEFICIAIRE 2025-08-01 2025-08-04']);
  });

  it('appartient au passé d’avant la reprise, et non du jour même', () => {
    const a = (reprise: string) =>
      lettres('SUSPENSION', '2025-06-05', {
        evenements: [maladie('2025-06-01', '2025-06-10')],
        etat: { dateReprise: dateCivile(reprise) },
      });
    expect([a('2025-06-01'), a('2025-06-02')]).toEqual([
      ['BENEFICIAIRE 2025-06-01_2025-06-10 2025-06-05'],
      ['BENEFICIAIRE 2025-06-01_2025-06-10 2025-06-01'],
    ]);
  });

  it('une décision de l’inspection a deux lecteurs, chacun à son jour', () => {
    const decision = le('DECISION_AUTORISATION', '2025-04-02', { decision: 'AUTORISE' });
    const courriers = { x: memoire('DECISION_INSPECTION', '2025-04-02', { destinataire: 'EMPLOYEUR' }) };
    const cas = { evenements: [decision], dossier: { salarieProtege: true }, etat: { courriers } };
    expect(lettres('DECISION_INSPECTION', '2025-04-07', cas)).toEqual([
      'BENEFICIAIRE 2025-04-02 2025-04-07',
      'EMPLOYEUR 2025-04-02 2025-04-02',
    ]);
  });
});

describe('une prolongation remplacée par une autre', () => {
  const voulues = (statut: MemoireCourrier['statut'], reste: Partial<MemoireCourrier> = {}) =>
    courriersDeProlongation(
      { ...parcours(), courriers: { x: memoire('PROLONGATION', '2025-06-02-v2', { statut, ...reste }) } },
      {},
    ).map(({ base }) => base);
  it('n’est plus voulue si elle attendait, et reste dite si elle est partie', () => {
    expect([voulues('A_REPRENDRE'), voulues('RETENU'), voulues('ANNULE')]).toEqual([[], [], []]);
    expect([voulues('PARTI'), voulues('EN_TACHE')]).toEqual([['2025-06-02-v2'], ['2025-06-02-v2']]);
  });
  it('laissée à une autre lettre, reste dite à la personne qui la lit là, non au conseiller qui ne l’a pas eue', () => {
    const suspension = memoire('SUSPENSION', '2025-06-02_2025-06-11', { annonce: '2025-06-02-v2' });
    const laissee = (destinataire: MemoireCourrier['destinataire']) =>
      memoire('PROLONGATION', '2025-06-02-v2', { destinataire, statut: 'ANNULE' });
    const courriers = { s: suspension, b: laissee('BENEFICIAIRE'), c: laissee('CONSEILLER') };
    expect(courriersDeProlongation({ ...parcours(), courriers }, {}).map(({ destinataire }) => destinataire)).toEqual([
      'BENEFICIAIRE',
    ]);
  });
});

describe('le dernier mois de la prime', () => {
  const prime = (cas: Cas = {}) => lettres('PRIME_DERNIER_MOIS', '2025-06-02', cas);
  it('se dit trente jours avant le dernier, un jour ouvré, à qui peut encore l’avoir', () => {
    expect(prime()).toEqual(['BENEFICIAIRE 2026-01-24 2025-12-24']);
    expect([prime({ dossier: { ancienneteMois: 11 } }), prime({ dossier: { ancienneteMois: 12 } }).length]).toEqual([
      [],
      1,
    ]);
  });
  it('ne se dit pas à qui part avant ce jour', () => {
    const parti = (date: string) => prime({ evenements: [sortie(date, 'ABANDON')] }).length;
    expect([parti('2026-01-23'), parti('2026-01-24')]).toEqual([0, 1]);
  });
  it('ne se dit pas à qui l’a déjà, et se dit à qui ne l’a pas eue d’un premier emploi', () => {
    const apres = (statut: 'RECEVABLE' | 'NON_DEMANDEE') => {
      const premiere = { contratId: 'c', refus: [], limiteDemande: dateCivile('2025-08-01'), statut };
      return prime({ plus: { primes: [{ ...premiere, premierVersement: null, secondVersement: null }] } }).length;
    };
    expect([apres('RECEVABLE'), apres('NON_DEMANDEE')]).toEqual([0, 1]);
  });
});

describe('la relance de qui ne s’est pas réinscrit (R25)', () => {
  const relance = (demande?: string) =>
    lettres('RELANCE_REINSCRIPTION', '2026-03-25', {
      evenements: demande === undefined ? [] : [le('DEMANDE_REINSCRIPTION', demande)],
    }).length;
  it('tombe si la demande est faite le jour où elle partirait, et part si elle l’est le lendemain', () => {
    expect([relance(), relance('2026-03-31'), relance('2026-04-01')]).toEqual([1, 0, 1]);
  });
  it('n’existe pas quand aucune réinscription n’est à demander', () => {
    expect(lettres('RELANCE_REINSCRIPTION', '2025-06-02', { evenements: [cdi('2025-06-02')] })).toEqual([]);
  });
});

describe('à qui cela s’écrit', () => {
  const arret = maladie('2025-06-01', '2025-06-06');
  it('le retour et la relance, à la personne ; le rappel de la contribution, à l’employeur', () => {
    expect(lettres('RETOUR', '2025-06-03', { evenements: [arret] })).toEqual(['BENEFICIAIRE 2025-06-07 2025-06-10']);
    expect(lettres('RELANCE_REINSCRIPTION', '2026-03-25')).toEqual(['BENEFICIAIRE 2026-03-29 2026-03-31']);
    expect(lettres('CONTRIBUTION_RAPPEL', '2025-04-01')).toEqual(['EMPLOYEUR 2025-05-25 2025-05-15']);
  });
  it('un arrêt n’est pas un congé : nul solde de congés n’est dit', () => {
    expect(lettres('CONGES_ENREGISTRES', '2025-06-03', { evenements: [arret] })).toEqual([]);
  });
});

describe('la réponse à une déclaration écartée (R28)', () => {
  it('une fois tentée, reste voulue ; un autre courrier du même fait n’en tient pas lieu', () => {
    const apres = (code: string) => {
      const courriers = { x: memoire(code, 'f1', { date: dateCivile('2025-06-02') }) };
      return lettres('REJET', '2025-06-05', { evenements: [maladie('1998-06-01', '1998-06-10')], etat: { courriers } });
    };
    expect([apres('REJET'), apres('SUSPENSION')]).toEqual([['BENEFICIAIRE f1 2025-06-02'], []]);
  });
});

it('la lettre d’une fin pour emploi parle du dernier jour, fût-ce celui d’une exclusion déjà annoncée', () => {
  const courriers = { x: memoire('SORTIE_DECIDEE', '2025-06-01_abcd') };
  expect(lettres('FIN_POUR_EMPLOI', '2025-06-02', { evenements: [cdi('2025-06-02')], etat: { courriers } })).toEqual([
    'BENEFICIAIRE 2025-06-01 2025-06-02',
  ]);
});

it('une fin a sa lettre si quelqu’un l’a décidée, si un emploi l’a faite, ou la retraite', () => {
  const codes = (...evenements: object[]) =>
    ['FIN_POUR_EMPLOI', 'SORTIE_DECIDEE', 'FIN_POUR_RETRAITE'].map(
      (code) => lettres(code, '2025-06-02', { evenements }).length,
    );
  expect(codes(cdi('2025-06-02'))).toEqual([1, 0, 0]);
  expect(codes({ type: 'CREATION_ENTREPRISE', debut: '2025-06-02' })).toEqual([1, 0, 0]);
  expect(codes(sortie('2025-06-01', 'MANQUEMENT'))).toEqual([0, 1, 0]);
  expect(codes(sortie('2025-06-01', 'RETRAITE'))).toEqual([0, 0, 1]);
  expect(codes(sortie('2025-06-01', 'ABANDON'))).toEqual([0, 0, 0]);
  expect(codes()).toEqual([0, 0, 0]);
});

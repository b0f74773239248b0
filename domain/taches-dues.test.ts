import { evaluer } from './calculer';
import { type DateCivile, dateCivile } from './dates';
import { completer, type Dossier } from './dossier';
import type { Evenement } from './evenements';
import type { MemoireCourrier } from './parcours';
import { accord, parcours } from './parcours-de-test';
import { ACCEPTATION, le, OUVERTURE, sortie } from './regles/scenario-de-test';
import type { Echeance } from './situation';
import { jourQuestionSilence, tachesDesCourriers, tachesDuCalendrier } from './taches-dues';

const evaluation = (evenements: object[], jour: string, dossier = {}) =>
  evaluer({ ...OUVERTURE, ...dossier } as unknown as Dossier, evenements as Evenement[], {
    dateObservation: dateCivile(jour),
  });

const echeance = (cle: string, statut: Echeance['statut'] = 'PASSEE', date = '2025-04-01'): Echeance => ({
  cle,
  libelle: `Entretien ${cle}`,
  debut: null,
  date: date as DateCivile,
  dernierJourUtile: null,
  statut,
  faiteLe: null,
  regle: 'R12',
  pourquoi: '',
});

interface Cas {
  evenements?: object[];
  echeances?: Echeance[];
  dateReprise?: string;
}

const toutes = (jour: string, { evenements = [], echeances = [], dateReprise }: Cas = {}) =>
  tachesDuCalendrier({
    etat: { ...parcours([accord]), dateReprise: (dateReprise as DateCivile | undefined) ?? null },
    dossier: completer(OUVERTURE as unknown as Dossier),
    evaluation: evaluation(evenements, jour),
    evenements: evenements as Evenement[],
    echeances,
    jour: jour as DateCivile,
  });

/** The papers to gather come with every acceptance. */
const taches = (jour: string, cas: Cas = {}) => toutes(jour, cas).filter(({ type }) => type !== 'PIECES_A_REUNIR');

describe('la question du silence (REGLES §7)', () => {
  it('se pose le dernier jour ouvré de la réflexion', () => {
    expect(jourQuestionSilence(evaluation([], '2025-03-04'), 'metropole')).toBe('2025-03-24');
    const samedi = evaluation([], '2025-03-04', { dateRemise: '2025-03-01' });
    expect([samedi.resultat.finReflexion, jourQuestionSilence(samedi, 'metropole')]).toEqual([
      '2025-03-22',
      '2025-03-21',
    ]);
  });
  it('ne se pose pas tant que la fin de la réflexion est inconnue', () => {
    const protege = evaluation([], '2025-03-04', { salarieProtege: true });
    expect(jourQuestionSilence(protege, 'metropole')).toBeNull();
    const { chronologie } = protege.resultat;
    expect(chronologie).toHaveLength(1);
    const dossier = completer({ ...OUVERTURE, salarieProtege: true } as unknown as Dossier);
    const jour = '2025-03-30' as DateCivile;
    const question = { etat: parcours(), dossier, evaluation: protege, evenements: [], echeances: [], jour };
    expect(tachesDuCalendrier(question)).toEqual([]);
  });
  it('est une tâche datée de la fin de la réflexion, posée aussi après elle', () => {
    expect(taches('2025-03-23')).toEqual([]);
    expect(taches('2025-03-24')).toEqual([
      {
        cle: '2025-000001-32/BULLETIN_RECU/2025-03-24',
        type: 'BULLETIN_RECU',
        libelle:
          'Bulletin d’adhésion reçu ? Le délai de réflexion se termine le 24/03/2025 ; sans réponse consignée, le silence vaudra refus.',
        echeance: '2025-03-24',
      },
    ]);
    expect(taches('2025-03-26')).toHaveLength(1);
  });
  it('ne se pose ni à qui a répondu, ni pour un dossier repris plus tard', () => {
    expect(taches('2025-03-24', { evenements: [ACCEPTATION] })).toEqual([]);
    expect(taches('2025-03-24', { evenements: [{ ...ACCEPTATION, reponse: 'REFUS' }] })).toEqual([]);
    expect(taches('2025-03-26', { dateReprise: '2025-03-24' })).toHaveLength(1);
    expect(taches('2025-03-26', { dateReprise: '2025-03-25' })).toEqual([]);
  });
});

describe('l’entretien en retard', () => {
  const enCsp = (echeances: Echeance[], dateReprise?: string) =>
    taches('2025-04-10', { evenements: [ACCEPTATION], echeances, ...(dateReprise && { dateReprise }) });

  it('devient une tâche, une fois par date limite', () => {
    expect(enCsp([echeance('PRE_BILAN')])).toEqual([
      {
        cle: '2025-000001-32/ECHEANCE_DEPASSEE/PRE_BILAN/2025-04-01',
        type: 'ECHEANCE_DEPASSEE',
        libelle: 'Entretien PRE_BILAN : la date limite du 01/04/2025 est passée et rien n’est consigné.',
        echeance: '2025-04-01',
      },
    ]);
    expect(enCsp(['PRE_BILAN', 'PSP', 'POINT_ETAPE', 'BILAN'].map((cle) => echeance(cle)))).toHaveLength(4);
  });
  it('ni ce qui est fait ou à venir, ni ce qui n’est pas un entretien', () => {
    expect(enCsp([echeance('PSP', 'FAITE'), echeance('ACTUALISATION_2025-04')])).toEqual([]);
    expect(enCsp([echeance('PSP', 'A_VENIR', '2025-05-02')])).toEqual([]);
  });
  it('ni ce qui précède la reprise du dossier', () => {
    expect(enCsp([echeance('PSP', 'REPRISE')])).toEqual([]);
  });
  it('pendant une suspension aussi', () => {
    const arret = { type: 'ARRET_MALADIE', debut: '2025-04-05', fin: '2025-04-20' };
    expect(taches('2025-04-10', { evenements: [ACCEPTATION, arret], echeances: [echeance('PSP')] })).toHaveLength(1);
  });
  it('après le CSP, seul le bilan peut encore se tenir', () => {
    const fini = { evenements: [ACCEPTATION, le('PRE_BILAN_REALISE', '2025-03-28'), sortie('2025-04-05', 'ABANDON')] };
    const cles = taches('2025-04-10', { ...fini, echeances: [echeance('PSP'), echeance('BILAN')] }).map((t) => t.cle);
    expect(cles).toEqual(['2025-000001-32/ECHEANCE_DEPASSEE/BILAN/2025-04-01']);
  });
});

describe('l’échéance proche', () => {
  const le10Avril = (cle: string, date: string, dernierJourUtile: string | null = null) =>
    taches('2025-04-10', {
      evenements: [ACCEPTATION],
      echeances: [{ ...echeance(cle, 'A_VENIR', date), dernierJourUtile: dernierJourUtile as DateCivile | null }],
    });
  it('se rappelle trois jours ouvrés avant, pas quatre', () => {
    expect(le10Avril('PSP', '2025-04-15')).toEqual([
      {
        cle: '2025-000001-32/ECHEANCE_PROCHE/PSP/2025-04-15',
        type: 'ECHEANCE_PROCHE',
        libelle: 'Entretien PSP : au plus tard le 15/04/2025, et rien n’est consigné.',
        echeance: '2025-04-15',
      },
    ]);
    expect(le10Avril('PSP', '2025-04-16')).toEqual([]);
  });
  it('dit le dernier jour utile quand la date tombe un jour chômé', () => {
    expect(le10Avril('BILAN', '2025-04-13', '2025-04-11')[0]).toMatchObject({
      libelle: expect.stringContaining('au plus tard le 11/04/2025'),
      echeance: '2025-04-11',
    });
  });
  it('vaut pour la réinscription, pas pour ce que personne ne consigne', () => {
    expect(le10Avril('REINSCRIPTION', '2025-04-13')).toHaveLength(1);
    expect(le10Avril('FIN_CSP', '2025-04-11')).toEqual([]);
    expect(le10Avril('ACTUALISATION_2025-03', '2025-04-11')).toEqual([]);
  });
});

describe('les pièces à réunir', () => {
  const types = (cas: Cas) => toutes('2025-04-10', cas).map(({ type }) => type);
  it('sont demandées à qui a accepté, d’ici le début du CSP', () => {
    expect(toutes('2025-04-10', { evenements: [ACCEPTATION] })[0]).toMatchObject({
      type: 'PIECES_A_REUNIR',
      echeance: '2025-03-25',
    });
    expect(types({ evenements: [{ ...ACCEPTATION, reponse: 'REFUS' }] })).not.toContain('PIECES_A_REUNIR');
  });
  it('ne le sont pas pour un dossier repris après l’acceptation', () => {
    expect(types({ evenements: [ACCEPTATION], dateReprise: '2025-03-10' })).toContain('PIECES_A_REUNIR');
    expect(types({ evenements: [ACCEPTATION], dateReprise: '2025-03-11' })).not.toContain('PIECES_A_REUNIR');
  });
});

describe('ce qui mérite un regard', () => {
  const cdd = (fin: string) => ({ type: 'REPRISE_EMPLOI', contratId: 'c', nature: 'CDD', debut: '2025-05-01', fin });
  it.each([
    ['2025-09-26', []],
    ['2025-09-27', ['150']],
    ['2025-10-26', ['150']],
    ['2025-10-27', ['150', '180']],
  ])('un cumul d’emplois courts jusqu’au %s : %j', (fin, seuils) => {
    const cles = taches('2025-06-01', { evenements: [ACCEPTATION, cdd(fin)] }).map(({ cle }) => cle);
    expect(cles).toEqual(seuils.map((seuil) => `2025-000001-32/CUMUL_ACTIVITE/${seuil}`));
  });
  it('les congés dépassés, avec leur excès, tant que le CSP dure', () => {
    const conges = { type: 'CONGES', debut: '2025-07-01', fin: '2025-08-09' };
    expect(taches('2025-08-10', { evenements: [ACCEPTATION, conges] })).toEqual([
      expect.objectContaining({
        type: 'CONGES_DEPASSES',
        libelle: 'Les congés dépassent de 5 jours ce que le CSP permet.',
        echeance: '2025-08-10',
      }),
    ]);
    expect(taches('2026-04-02', { evenements: [ACCEPTATION, conges] })).toEqual([]);
  });
});

describe('un courrier qui ne suffit plus', () => {
  const memoire = (code: string, statut: MemoireCourrier['statut']) => ({
    'n/X': {
      code,
      destinataire: 'BENEFICIAIRE',
      base: 'b',
      date: '2025-04-01',
      statut,
      le: '',
      tentatives: 1,
    } as MemoireCourrier,
  });
  const cles = (code: string, statut: MemoireCourrier['statut']) =>
    tachesDesCourriers(memoire(code, statut), () => 'Titre', '2025-04-10' as DateCivile).map(({ cle }) => cle);
  it('n’a pas pu partir à temps : quelqu’un joint la personne autrement', () => {
    expect(cles('C13_FIN_CSP', 'EN_TACHE')).toEqual(['n/X/COURRIER_NON_PARTI']);
  });
  it('une rectification devenue fausse est dite par quelqu’un ; les autres ont leur rectification', () => {
    expect(cles('RECTIFICATION', 'RECTIFIE')).toEqual(['n/X/COURRIER_DEVENU_FAUX']);
    expect(cles('C13_FIN_CSP', 'RECTIFIE')).toEqual([]);
    expect(cles('RECTIFICATION', 'ANNULE')).toEqual([]);
  });
});

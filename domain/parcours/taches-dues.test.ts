import { type DateCivile, dateCivile, enChiffres } from '../calendrier/dates';
import { completer, type Dossier } from '../dossier/dossier';
import { evaluer } from '../droit/calculer';
import { ACCEPTATION, le, OUVERTURE, sortie } from '../droit/regles/de-test/scenario';
import type { Evenement } from '../faits/evenements';
import { accord, parcours } from './de-test/parcours';
import type { MemoireCourrier } from './parcours';
import type { Echeance } from './situation';
import { jourQuestionSilence, tachesAConfirmer, tachesDesCourriers, tachesDuCalendrier } from './taches-dues';

const evaluation = (evenements: object[], jour: string, dossier = {}, surcharge = {}) =>
  evaluer({ ...OUVERTURE, ...dossier } as unknown as Dossier, evenements as Evenement[], {
    dateObservation: dateCivile(jour),
    surcharge,
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
  dossier?: object;
  surcharge?: object;
  silenceConfirme?: boolean;
}

const toutes = (
  jour: string,
  { evenements = [], echeances = [], dateReprise, dossier, surcharge, ...reste }: Cas = {},
) =>
  tachesDuCalendrier({
    etat: { ...parcours([accord]), dateReprise: (dateReprise as DateCivile | undefined) ?? null },
    dossier: completer({ ...OUVERTURE, ...dossier } as unknown as Dossier),
    evaluation: evaluation(evenements, jour, dossier, surcharge),
    evenements: evenements as Evenement[],
    echeances,
    jour: jour as DateCivile,
    ...reste,
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
          'Bulletin d’acceptation reçu ? Fin du délai de réflexion : le 24/03/2025 ; sans réponse consignée, le silence vaut refus ensuite.',
        echeance: '2025-03-24',
      },
    ]);
    expect(taches('2025-03-26')).toHaveLength(1);
  });
  it('dit jusqu’à quand une réponse compte encore, quand la réflexion finit un jour chômé', () => {
    const dossier = { dateRemise: '2025-03-01' };
    expect(taches('2025-03-20', { dossier })).toEqual([]);
    expect(taches('2025-03-21', { dossier })).toEqual([
      expect.objectContaining({
        libelle: expect.stringContaining(
          ': le 22/03/2025 ; sans réponse consignée, le silence vaut refus après le 24/03/2025, jour ouvré suivant.',
        ),
        echeance: '2025-03-22',
      }),
    ]);
  });
  it('ne se pose plus une fois le silence confirmé', () => {
    expect(taches('2025-03-26', { silenceConfirme: true })).toEqual([]);
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
  it('celui d’une personne partie à la retraite, qui n’y est pas convoquée, ne manque à personne', () => {
    const bilan = (motif: string, statut: Echeance['statut']) =>
      taches('2025-04-02', {
        evenements: [ACCEPTATION, sortie('2025-03-31', motif)],
        echeances: [echeance('BILAN', statut, '2025-04-03')],
      }).map(({ type }) => type);
    for (const statut of ['PASSEE', 'A_VENIR'] as const) {
      expect(bilan('RETRAITE', statut)).toEqual([]);
      expect(bilan('ABANDON', statut)).toHaveLength(1);
    }
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
  it('ne répète pas une date qui est elle-même ouvrée, et dit si elle est à confirmer', () => {
    expect(le10Avril('BILAN', '2025-04-11', '2025-04-11')[0]!.libelle).toBe(
      'Entretien BILAN : au plus tard le 11/04/2025, et rien n’est consigné.',
    );
    const douteuse = { ...echeance('BILAN', 'A_VENIR', '2025-04-11'), aConfirmer: true as const };
    const depassee = { ...echeance('PSP'), aConfirmer: true as const };
    const dites = taches('2025-04-10', { evenements: [ACCEPTATION], echeances: [douteuse, depassee] });
    expect(dites.map(({ libelle }) => libelle)).toEqual([
      expect.stringContaining('le 11/04/2025 (à confirmer par France Travail), et rien'),
      expect.stringContaining('du 01/04/2025 (à confirmer par France Travail) est passée'),
    ]);
  });
  it('dit le dernier jour utile quand la date tombe un jour chômé', () => {
    expect(le10Avril('BILAN', '2025-04-13', '2025-04-11')[0]).toMatchObject({
      libelle: expect.stringContaining('au plus tard le 13/04/2025 (dernier jour ouvré : 11/04/2025)'),
      echeance: '2025-04-13',
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
  it('le cumul dit ses jours, et celui qui ferait finir le CSP', () => {
    expect(taches('2025-06-01', { evenements: [ACCEPTATION, cdd('2025-09-27')] })).toEqual([
      {
        cle: '2025-000001-32/CUMUL_ACTIVITE/150',
        type: 'CUMUL_ACTIVITE',
        libelle:
          'Les emplois courts totalisent 150 jours, ceux déjà prévus compris ; au 188e, le CSP prend fin la veille : en parler avec la personne.',
        echeance: '2025-06-01',
      },
    ]);
  });
  it('un seuil égal au plafond se dit encore', () => {
    const evenements = [ACCEPTATION, cdd('2025-10-27')];
    const surcharge = { activiteCumulMaxJours: 180 };
    const cles = taches('2025-06-01', { evenements, surcharge }).map(({ cle }) => cle);
    expect(cles).toEqual(['2025-000001-32/CUMUL_ACTIVITE/150', '2025-000001-32/CUMUL_ACTIVITE/180']);
  });
  it('un emploi chez un particulier, tant que le fait compte et depuis que Jalon suit le dossier', () => {
    const emploi = { type: 'REPRISE_EMPLOI', nature: 'CDD', debut: '2025-05-05', fin: '2025-06-30' };
    const avec = (plus: object, cas: Cas = {}) =>
      taches('2025-05-10', { evenements: [ACCEPTATION, { ...emploi, ...plus }], ...cas });
    expect(avec({ particulier: true })).toEqual([
      {
        cle: '2025-000001-32/EMPLOYEUR_PARTICULIER/2025-05-05',
        type: 'EMPLOYEUR_PARTICULIER',
        libelle:
          'L’employeur du contrat commencé le 05/05/2025 est un particulier : ce travail n’est pas une activité du CSP (code du travail, art. L1233-68, 3°). Faire dire à France Travail ce qu’il change au CSP et à l’ASP, puis corriger ou annuler ce fait s’il ne compte pas.',
        echeance: '2025-05-10',
      },
    ]);
    expect(avec({})).toEqual([]);
    expect(avec({ particulier: true, debut: '2025-03-20' })).toEqual([]);
    expect(avec({ particulier: true }, { dateReprise: '2025-05-05' })).toHaveLength(1);
    expect(avec({ particulier: true }, { dateReprise: '2025-05-06' })).toEqual([]);
  });
  it('la retraite à taux plein possible avant la fin du CSP', () => {
    const avec = (dateTauxPlein: string) =>
      taches('2025-04-10', { evenements: [ACCEPTATION], dossier: { dateTauxPlein } });
    expect(avec('2026-03-24')).toEqual([
      {
        cle: '2025-000001-32/TAUX_PLEIN/RETRAITE',
        type: 'TAUX_PLEIN',
        libelle: 'La retraite à taux plein est possible avant la fin du CSP : vérifier ce que la personne souhaite.',
        echeance: '2025-04-10',
      },
    ]);
    expect(avec('2026-03-25')).toEqual([]);
  });
});

describe('un salarié protégé qui accepte (R7)', () => {
  const dossier = { salarieProtege: true };
  const autorise = (date: string) => ({ type: 'DECISION_AUTORISATION', date, decision: 'AUTORISE' });
  const evenements = [ACCEPTATION, autorise('2025-04-14')];

  it('avant la décision, rien n’est à réunir ni à annoncer : le CSP n’a pas de date', () => {
    expect(toutes('2025-04-10', { evenements: [ACCEPTATION], dossier })).toEqual([]);
  });
  it('après elle, un courrier dit les dates et quelqu’un s’en assure', () => {
    const [tache, ...autres] = taches('2025-04-14', { evenements, dossier });
    expect(autres).toEqual([]);
    const { debutCsp, finContrat } = evaluation(evenements, '2025-04-14', dossier).resultat;
    expect(tache).toEqual({
      cle: `2025-000001-32/DATES_CONNUES/${debutCsp}`,
      type: 'DATES_CONNUES',
      libelle: `La décision de l’inspection du travail est connue : s’assurer que la personne et l’employeur connaissent la fin du contrat, le ${enChiffres(finContrat!)}, et le début du CSP, le ${enChiffres(debutCsp!)}.`,
      echeance: debutCsp,
    });
  });
  it('ne les annonce pas quand elle était connue au jour de la réponse', () => {
    const types = (date: string) =>
      taches('2025-04-14', { evenements: [ACCEPTATION, autorise(date)], dossier }).map(({ type }) => type);
    expect(types('2025-03-09')).toEqual([]);
    expect(types('2025-03-10')).toEqual([]);
    expect(types('2025-03-11')).toEqual(['DATES_CONNUES']);
  });
  it('ni quand le salarié refuse', () => {
    const refus = [{ ...ACCEPTATION, reponse: 'REFUS' }, autorise('2025-04-14')];
    expect(toutes('2025-04-14', { evenements: refus, dossier })).toEqual([]);
  });
  it('ni pour un dossier repris après la décision', () => {
    const types = (dateReprise: string) =>
      taches('2025-04-20', { evenements, dossier, dateReprise }).map(({ type }) => type);
    expect(types('2025-04-13')).toEqual(['DATES_CONNUES']);
    expect(types('2025-04-14')).toEqual(['DATES_CONNUES']);
    expect(types('2025-04-15')).toEqual([]);
  });
});

it('ce qui attend une seconde personne lui est demandé, avec son jour', () => {
  const evenement = sortie('2025-04-05', 'MANQUEMENT') as Evenement;
  expect(tachesAConfirmer('n', [{ id: 'x', evenement }], '2025-04-10' as DateCivile)).toEqual([
    {
      cle: 'n/A_CONFIRMER/x',
      type: 'A_CONFIRMER',
      libelle:
        'Une sortie du CSP datée du 05/04/2025 attend la confirmation d’une seconde personne ; d’ici là, elle ne compte pas.',
      echeance: '2025-04-10',
    },
  ]);
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
  const dues = (code: string, statut: MemoireCourrier['statut']) =>
    tachesDesCourriers(memoire(code, statut), (c) => `Titre ${c}`, '2025-04-10' as DateCivile);
  const cles = (code: string, statut: MemoireCourrier['statut']) => dues(code, statut).map(({ cle }) => cle);
  it('n’a pas pu partir à temps : quelqu’un joint la personne autrement', () => {
    expect(dues('C13_FIN_CSP', 'EN_TACHE')).toEqual([
      {
        cle: 'n/X/COURRIER_NON_PARTI',
        type: 'COURRIER_NON_PARTI',
        libelle:
          '« Titre C13_FIN_CSP » du 01/04/2025 n’a pas pu partir tant qu’il était utile : joindre la personne autrement.',
        echeance: '2025-04-10',
      },
    ]);
  });
  it('une rectification devenue fausse est dite par quelqu’un ; les autres ont leur rectification', () => {
    expect(dues('RECTIFICATION', 'RECTIFIE')).toEqual([
      {
        cle: 'n/X/COURRIER_DEVENU_FAUX',
        type: 'COURRIER_DEVENU_FAUX',
        libelle: '« Titre RECTIFICATION » du 01/04/2025 est parti et ne dit plus vrai : prévenir son destinataire.',
        echeance: '2025-04-10',
      },
    ]);
    expect(cles('C13_FIN_CSP', 'RECTIFIE')).toEqual([]);
    expect(cles('RECTIFICATION', 'ANNULE')).toEqual([]);
  });
});

import { evaluer } from './calculer';
import { type DateCivile, dateCivile } from './dates';
import { completer, type Dossier } from './dossier';
import type { Evenement } from './evenements';
import { accord, parcours } from './parcours-de-test';
import { ACCEPTATION, le, OUVERTURE, sortie } from './regles/scenario-de-test';
import type { Echeance } from './situation';
import { jourQuestionSilence, tachesDuCalendrier } from './taches-dues';

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

const taches = (jour: string, { evenements = [], echeances = [], dateReprise }: Cas = {}) =>
  tachesDuCalendrier({
    etat: { ...parcours([accord]), dateReprise: (dateReprise as DateCivile | undefined) ?? null },
    dossier: completer(OUVERTURE as unknown as Dossier),
    evaluation: evaluation(evenements, jour),
    evenements: evenements as Evenement[],
    echeances,
    jour: jour as DateCivile,
  });

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
    expect(enCsp([echeance('PSP', 'FAITE'), echeance('PSP', 'A_VENIR'), echeance('ACTUALISATION_2025-04')])).toEqual(
      [],
    );
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

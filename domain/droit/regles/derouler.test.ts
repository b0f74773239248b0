import type { DateCivile } from '../../calendrier/dates';
import type { Dossier } from '../../dossier/dossier';
import type { Evenement } from '../../faits/evenements';
import { evaluer } from '../calculer';
import { ACCEPTATION, cdi, finContrat, le, maladie, OUVERTURE, ouvrir, rejets } from './de-test/scenario';

const evaluation = (evenements: object[]) => evaluer(OUVERTURE as unknown as Dossier, evenements as Evenement[]);

describe('ce qu’une explication lit', () => {
  it('n’a ni fait, ni compte, ni entretien, ni sortie sans CSP', () => {
    expect(evaluation([le('PSP_VALIDE', '2025-04-01')])).toMatchObject({
      faits: [],
      comptes: [],
      entretiens: { preBilan: null, psp: null, pointEtape: null, bilan: null },
      sortie: null,
    });
    const refuse = evaluer({ ...OUVERTURE, residence: 'etranger' } as unknown as Dossier, []);
    expect([refuse.resultat.valide, refuse.courriers, refuse.faits, refuse.comptes]).toEqual([false, [], [], []]);
  });
  it('dit la nature des faits retenus et les coupe à la fin', () => {
    const suspension = {
      type: 'SUSPENSION',
      debut: '2025-05-01' as DateCivile,
      fin: '2025-05-10' as DateCivile,
      motif: 'PREPARE',
    };
    const emploi = [cdi('2025-06-01', { contratId: 'e' }), finContrat('2025-06-30', 'RUPTURE_ESSAI', 'e')];
    const { faits, sortie } = evaluation([
      ACCEPTATION,
      suspension,
      maladie('2025-07-01', '2025-07-31'),
      maladie('2025-07-16', '2025-07-20'),
      ...emploi,
      { type: 'SORTIE', date: '2025-07-15', motif: 'ABANDON' },
    ]);
    expect(faits.map(({ nature, debut, fin }) => [nature, debut, fin])).toEqual([
      ['SUSPENSION', '2025-05-01', '2025-05-10'],
      ['EMPLOI_REINTEGRE', '2025-06-01', '2025-06-30'],
      ['ABSENCE', '2025-07-01', '2025-07-15'],
    ]);
    expect(sortie).toEqual({ index: 6, motif: 'ABANDON', dernierJour: '2025-07-15' });
  });
  it('sans CSP, la décision d’autorisation n’est pas un fait hors du CSP', () => {
    const decision = { type: 'DECISION_AUTORISATION', date: '2025-03-10', decision: 'AUTORISE' };
    const r = ouvrir([decision, le('PSP_VALIDE', '2025-04-01')], { dossier: { salarieProtege: true } });
    expect(rejets(r)).toEqual({ 1: 'HORS_CSP' });
  });
});

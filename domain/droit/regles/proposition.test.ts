import { ouvrir } from './de-test/scenario';

const alertes = (dossier: object) => ouvrir([], { dossier }).alertes;

describe('date de remise (R5, F12)', () => {
  it('suit d’un jour la décision sur le PSE, sinon alerte', () => {
    expect(alertes({ modeProposition: 'PSE', dateDecisionPse: '2025-03-02' })).toEqual([]);
    expect(alertes({ modeProposition: 'PSE', dateDecisionPse: '2025-03-03' })).toEqual(['REMISE_HORS_DATE']);
    expect(alertes({ modeProposition: 'PSE', dateDecisionPse: '2025-03-01' })).toEqual(['REMISE_HORS_DATE']);
    expect(alertes({ modeProposition: 'PSE' })).toEqual([]);
    expect(alertes({ dateDecisionPse: '2025-01-01' })).toEqual([]);
  });
  it('tombe au plus tard le lendemain du congé maternité, sinon alerte', () => {
    const r = ouvrir([], { dossier: { finCongeMaternite: '2025-03-02' } });
    expect([r.limiteRemiseMaternite, r.alertes]).toEqual(['2025-03-03', []]);
    expect(alertes({ finCongeMaternite: '2025-03-01' })).toEqual(['REMISE_TARDIVE_MATERNITE']);
    expect(ouvrir().limiteRemiseMaternite).toBeNull();
  });
});

import { dateCivile, FIN_DES_TEMPS } from '../../calendrier/dates';
import { actualisations } from './actualisation';
import { cdi, jouer, sortie } from './de-test/scenario';

describe('actualisation (R20, F25)', () => {
  it('chaque mois touché par le CSP, du 28 (26 en février) au 15 du mois suivant', () => {
    const mois = jouer().actualisations ?? [];
    expect(mois).toHaveLength(13);
    expect(mois[0]).toEqual({ mois: '2025-03', ouverture: '2025-03-28', cloture: '2025-04-15' });
    expect(mois[9]).toEqual({ mois: '2025-12', ouverture: '2025-12-28', cloture: '2026-01-15' });
    expect(mois[11]).toEqual({ mois: '2026-02', ouverture: '2026-02-26', cloture: '2026-03-15' });
    expect(mois[12]?.mois).toBe('2026-03');
  });
  it('jusqu’au mois de la fin, même le premier jour', () => {
    expect(jouer([sortie('2025-05-01', 'ABANDON')]).actualisations?.map((a) => a.mois)).toEqual([
      '2025-03',
      '2025-04',
      '2025-05',
    ]);
  });
  it('une fin le premier jour en laisse une, une fin la veille aucune', () => {
    expect(jouer([sortie('2025-03-25', 'ABANDON')]).actualisations?.map((a) => a.mois)).toEqual(['2025-03']);
    expect(jouer([cdi('2025-03-25')]).actualisations).toEqual([]);
  });
  it('un CSP qui va jusqu’au dernier jour qui s’écrive s’arrête au dernier mois', () => {
    expect(actualisations(dateCivile('9999-11-05'), FIN_DES_TEMPS).map((a) => a.mois)).toEqual(['9999-11', '9999-12']);
  });
});

import { jouer } from './de-test/scenario';

describe('régime de l’ASP et alertes de durée (R31, R27)', () => {
  it('75 % à partir de douze mois d’ancienneté', () => {
    const regime = (ancienneteMois: number | null) => jouer([], { dossier: { ancienneteMois } }).regimeAsp;
    expect([regime(11.9), regime(12), regime(null)]).toEqual(['ASP_EGALE_ARE', 'ASP_75', 'ASP_EGALE_ARE']);
  });
  it('la retraite à taux plein pendant le CSP se signale', () => {
    const alertes = (dateTauxPlein: string) => jouer([], { dossier: { dateTauxPlein } }).alertes;
    expect([alertes('2026-03-24'), alertes('2026-03-25')]).toEqual([['TAUX_PLEIN_PENDANT_CSP'], []]);
  });
});

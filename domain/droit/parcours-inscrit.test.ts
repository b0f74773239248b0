import { dateCivile } from '../calendrier/dates';
import type { Dossier } from '../dossier/dossier';
import type { EntreeJournal } from '../faits/journal';
import { calculer } from './calculer';
import { inscrireReglement, reglementRectifie, resoudreParcours } from './parcours-inscrit';
import { OUVERTURE } from './regles/de-test/scenario';

const ouverture = (dateRemise: string, plus: Partial<Dossier> = {}): Dossier =>
  ({ ...OUVERTURE, dateRemise, ...plus }) as unknown as Dossier;
const lu = (dossier: Dossier, journal: EntreeJournal[] = []) => {
  const resolu = resoudreParcours(dossier, journal);
  return calculer({ dossier: resolu.dossier, surcharge: resolu.surcharge });
};

describe('un dossier garde son règlement toute sa vie (R3)', () => {
  it('l’ouverture inscrit celui que sa date choisit', () => {
    expect(inscrireReglement(ouverture('2025-03-31')).reglement).toBe('csp-2015-v2021');
    expect(inscrireReglement(ouverture('2025-04-01')).reglement).toBe('csp-2015-v2025');
  });
  it.each([
    ['un règlement imposé', ouverture('2026-01-01', { reglement: 'csp-2011' })],
    ['un règlement imposé que personne ne connaît', ouverture('2026-01-01', { reglement: 'csp-2099' })],
    ['une date où aucun n’était en vigueur', ouverture('2001-01-01')],
  ])('%s laisse l’ouverture telle qu’elle est', (_cas, dossier) => {
    expect(inscrireReglement(dossier)).toBe(dossier);
  });
  it.each([
    ['2026-05-04', 'csp-2015-v2021'],
    ['2025-03-03', 'csp-2015-v2021'],
    ['2021-10-01', 'csp-2015-v2021'],
    ['2021-09-30', 'csp-2015-v2015'],
    ['2020-03-03', 'csp-2015-v2015'],
    ['2015-02-01', 'csp-2015-v2015'],
    ['2013-03-05', 'csp-2011'],
    ['2010-03-05', 'crp-2009'],
  ])('ouvert le %s avant que le règlement fût inscrit : %s, sans alerte nouvelle', (date, nom) => {
    const r = lu(ouverture(date));
    expect([r.reglement, r.alertes]).toEqual([nom, []]);
  });
  it('inscrit, il ne dépend plus de la date', () => {
    expect(lu(ouverture('2026-05-04', { reglement: 'csp-2015-v2025' })).reglement).toBe('csp-2015-v2025');
  });
  it('au-delà de la validité d’alors, l’alerte demeure', () => {
    expect(lu(ouverture('2027-01-04')).alertes).toEqual(['REGLEMENT_ECHU_A_CONFIRMER']);
  });
  it('ce que le parcours a adopté l’emporte', () => {
    const finValidite = dateCivile('2026-01-31');
    const reglement = { surcharge: { finValidite }, source: 's' };
    const adoption = { id: 'a', acte: 'adopterReglement' as const, auteur: 'x', enregistreLe: '', reglement };
    expect(lu(ouverture('2026-05-04'), [adoption]).alertes).toEqual(['REGLEMENT_ECHU_A_CONFIRMER']);
  });
});

describe('une date d’ouverture rectifiée', () => {
  const date = (jour: string) => ({ dateRemise: dateCivile(jour) });
  it('entraîne le règlement que la date avait choisi', () => {
    const inscrit = inscrireReglement(ouverture('2025-04-02'));
    expect(reglementRectifie(inscrit, date('2025-03-28'))).toBe('csp-2015-v2021');
    expect(reglementRectifie(inscrit, date('2025-04-03'))).toBeUndefined();
    expect(reglementRectifie(inscrit, date('2001-04-03'))).toBeNull();
  });
  it('n’entraîne ni un règlement imposé, ni celui qu’on rectifie', () => {
    const impose = ouverture('2025-04-02', { reglement: 'csp-2015-v2021' });
    expect(reglementRectifie(impose, date('2025-03-28'))).toBeUndefined();
    expect(reglementRectifie(impose, date('2025-04-03'))).toBeUndefined();
    const inscrit = inscrireReglement(ouverture('2025-04-02'));
    expect(reglementRectifie(inscrit, { ...date('2025-03-28'), reglement: 'csp-2015-v2025' })).toBeUndefined();
    expect(reglementRectifie(ouverture('2025-04-02'), date('2025-03-28'))).toBeUndefined();
  });
});

import type { DateCivile } from '../calendrier/dates';
import { type Bilan, bilanVide, compter, fondre, resumer } from './bilan-impact';
import type { Deplacement, Etude } from './impact';

const le = (date: string | null) => date as DateCivile | null;
const deplacement = (famille: string, ecartJours: number | null, avant: string | null = '2025-01-01'): Deplacement => ({
  cle: famille,
  famille,
  avant: le(avant),
  apres: ecartJours === null && avant !== null ? null : le('2025-02-01'),
  ecartJours,
});
const etude = (...deplacements: Deplacement[]): Etude => ({
  statut: 'ETUDIE',
  eligible: { avant: true, apres: true },
  deplacements,
});
const faire = (...etudes: Etude[]): Bilan => {
  const bilan = bilanVide();
  for (const e of etudes) compter(bilan, e);
  return bilan;
};

describe('le bilan d’une étude', () => {
  it('compte les parcours, ceux qui bougent et ceux qui changent de côté', () => {
    const bilan = faire(
      etude(),
      etude(deplacement('terme', 3)),
      { statut: 'ILLISIBLE' },
      { statut: 'AUTRE_REGLEMENT' },
      { statut: 'ETUDIE', eligible: { avant: true, apres: false }, deplacements: [deplacement('terme', null)] },
      { statut: 'ETUDIE', eligible: { avant: false, apres: true }, deplacements: [deplacement('terme', null, null)] },
      { statut: 'ETUDIE', eligible: { avant: false, apres: false }, deplacements: [] },
    );
    expect(resumer(bilan)).toEqual({
      parcours: 7,
      illisibles: 1,
      autreReglement: 1,
      bougent: 3,
      devenusIneligibles: 1,
      devenusEligibles: 1,
      cles: [{ cle: 'terme', deplacees: 1, apparues: 1, disparues: 1, min: 3, mediane: 3, max: 3 }],
    });
  });

  it('donne pour chaque date le plus petit écart, le médian et le plus grand', () => {
    const ecarts = (...liste: number[]) =>
      resumer(faire(...liste.map((ecart) => etude(deplacement('terme', ecart))))).cles[0];
    expect(ecarts(10, -2, 5)).toMatchObject({ deplacees: 3, min: -2, mediane: 5, max: 10 });
    expect(ecarts(10, -2, 5, 5, 5, 100)).toMatchObject({ mediane: 5 });
    expect(ecarts(1, 2, 3, 4)).toMatchObject({ mediane: 2 });
    expect(resumer(faire(etude(deplacement('terme', null)))).cles[0]).toMatchObject({
      min: null,
      mediane: null,
      max: null,
    });
  });

  it('distingue les dates qui apparaissent de celles qui disparaissent', () => {
    const apparue = etude(deplacement('bilan.debut', null, null));
    const disparue = etude(deplacement('bilan.debut', null));
    const cle = (...etudes: Etude[]) => resumer(faire(...etudes)).cles[0];
    expect(cle(apparue, apparue, disparue)).toMatchObject({ deplacees: 0, apparues: 2, disparues: 1 });
    expect(cle(disparue)).toMatchObject({ apparues: 0, disparues: 1 });
  });

  it('additionne tous ses comptes en se fondant', () => {
    const etudes: Etude[] = [
      { statut: 'AUTRE_REGLEMENT' },
      { statut: 'ETUDIE', eligible: { avant: true, apres: false }, deplacements: [] },
      { statut: 'ETUDIE', eligible: { avant: false, apres: true }, deplacements: [] },
    ];
    const double = faire(...etudes);
    fondre(double, faire(...etudes));
    expect(double).toMatchObject({ parcours: 6, autreReglement: 2, devenusIneligibles: 2, devenusEligibles: 2 });
  });

  it('se fond morceau par morceau en ce qu’il aurait été d’un seul tenant', () => {
    const etudes = [
      etude(deplacement('terme', 3), deplacement('bilan.fin', null)),
      etude(deplacement('terme', -1)),
      { statut: 'ILLISIBLE' as const },
      etude(deplacement('bilan.debut', null, null), deplacement('terme', 3)),
    ];
    const parMorceaux = faire();
    for (const e of etudes) fondre(parMorceaux, faire(e));
    expect(parMorceaux).toEqual(faire(...etudes));
    expect(resumer(parMorceaux).cles.map((c) => c.cle)).toEqual(['bilan.debut', 'bilan.fin', 'terme']);
  });
});

import fc from 'fast-check';
import { ajouterJours, dateCivile } from '../../domain/calendrier/dates';
import { type FaitDate, vivre } from './vivre-et-comparer';

const debutCsp = dateCivile('2025-03-25');
const accord: FaitDate = {
  le: '2025-03-10',
  evenement: { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' },
};
const jour = (n: number) => ajouterJours(debutCsp, n);

/** Facts of a plausible journey, each recorded on the day it happens, in order. */
const parcours = fc
  .array(
    fc.oneof(
      fc.record({
        quand: fc.integer({ min: 5, max: 380 }),
        duree: fc.integer({ min: 1, max: 60 }),
        type: fc.constantFrom('ARRET_MALADIE', 'CONGE_PATERNITE', 'CONGE_MATERNITE', 'PROCHE_AIDANT'),
      }),
      fc.record({
        quand: fc.integer({ min: 5, max: 380 }),
        duree: fc.integer({ min: 1, max: 120 }),
        type: fc.constant('REPRISE_EMPLOI'),
      }),
      fc.record({
        quand: fc.integer({ min: 0, max: 380 }),
        duree: fc.constant(0),
        type: fc.constantFrom('PRE_BILAN_REALISE', 'PSP_VALIDE', 'POINT_ETAPE_REALISE', 'BILAN_REALISE'),
      }),
    ),
    { minLength: 3, maxLength: 8 },
  )
  .map((tires) => {
    const faits = tires
      .sort((a, b) => a.quand - b.quand)
      .map(({ quand, duree, type }, rang): FaitDate => {
        const le = jour(quand);
        if (type === 'REPRISE_EMPLOI') {
          const fin = ajouterJours(le, duree - 1);
          return { le, evenement: { type, contratId: `c${rang}`, nature: 'CDD', debut: le, fin } };
        }
        return duree === 0
          ? { le, evenement: { type, date: le } }
          : { le, evenement: { type, debut: le, fin: ajouterJours(le, duree - 1) } };
      });
    return [accord, ...faits];
  });

describe('un parcours vécu est d’accord avec calculer', () => {
  it('avec maladie, emploi court à cheval sur le 6e mois, maternité et essai rompu', async () => {
    const vie = await vivre([
      accord,
      { le: '2025-03-31', evenement: { type: 'PRE_BILAN_REALISE', date: '2025-03-31' } },
      { le: '2025-04-28', evenement: { type: 'PSP_VALIDE', date: '2025-04-28' } },
      { le: '2025-06-02', evenement: { type: 'ARRET_MALADIE', debut: '2025-06-01', fin: '2025-06-10' } },
      { le: '2025-07-10', evenement: { type: 'POINT_ETAPE_REALISE', date: '2025-07-10' } },
      {
        le: '2025-09-01',
        evenement: { type: 'REPRISE_EMPLOI', contratId: 'c1', nature: 'CDD', debut: '2025-09-01', fin: '2025-10-15' },
      },
      {
        le: '2025-11-03',
        evenement: {
          type: 'REPRISE_EMPLOI',
          contratId: 'c2',
          nature: 'CDI',
          debut: '2025-11-03',
          essaiJusquau: '2026-03-02',
        },
      },
      {
        le: '2025-12-12',
        evenement: { type: 'FIN_CONTRAT', contratId: 'c2', date: '2025-12-12', motif: 'RUPTURE_ESSAI' },
      },
      { le: '2026-01-05', evenement: { type: 'CONGE_MATERNITE', debut: '2026-01-05', fin: '2026-04-26' } },
    ]);
    expect(vie.situation).toEqual(vie.calcule);
    expect(vie.calcule.reintegrations).toEqual([{ contratId: 'c2', date: '2025-12-13' }]);
    expect(vie.calcule.motifFin).toBe('TERME');
    expect(vie.calcule.prolongations?.map((p) => p.cause)).toEqual(['ACTIVITE', 'MATERNITE', 'MALADIE']);
    expect(vie.lettres).toEqual(vie.lettresCalculees);
    // La fin par le CDI, bilan et prime compris, avait été annoncée d’une lettre.
    expect(vie.rectifiees.map((lettre) => lettre.split(' ')[1])).toEqual(expect.arrayContaining(['FIN_POUR_EMPLOI']));
  });

  it.each(fc.sample(parcours, { seed: 20261122, numRuns: 4 }).map((faits, rang) => [rang, faits] as const))(
    'parcours tiré au hasard n° %i',
    async (_rang, faits) => {
      const vie = await vivre(faits);
      expect(vie.situation).toEqual(vie.calcule);
      expect(vie.lettres).toEqual(vie.lettresCalculees);
    },
  );
});

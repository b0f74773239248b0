import { dateCivile } from '../calendrier/dates';
import { sortie } from '../droit/regles/de-test/scenario';
import type { Evenement } from '../faits/evenements';
import { accord, entree, parcours } from './de-test/parcours';
import { echeancesDuJour } from './echeances-du-jour';
import { situer } from './situer';

const vue = (jour: string, evenements: object[] = []) => {
  const faits = evenements.map((evenement, rang) => entree(`f${rang}`, { evenement: evenement as Evenement }));
  const etat = parcours([accord, ...faits]);
  return situer({ etat, enCours: [], maintenant: `${jour}T09:00:00.000Z` }, { envoi: 'immediat' }).situation;
};
const dites = (situation: ReturnType<typeof vue>, jour: string) => echeancesDuJour(situation, dateCivile(jour));
const mois = (...de: Parameters<typeof dites>) => dites(...de).filter(({ cle }) => cle.startsWith('ACTUALISATION'));

it('le mois à déclarer prend sa place parmi les dates, avec sa règle et sa raison', () => {
  const situation = vue('2025-04-10');
  expect(dites(situation, '2025-04-10').map(({ cle }) => cle)).toEqual([
    'FIN_REFLEXION',
    'PRE_BILAN',
    'ACTUALISATION_2025-03',
    'PSP',
    'POINT_ETAPE',
    'BILAN',
    'FIN_CSP',
    'REINSCRIPTION',
  ]);
  expect(mois(situation, '2025-04-10')).toEqual([
    {
      cle: 'ACTUALISATION_2025-03',
      libelle: 'Actualisation mensuelle',
      debut: '2025-03-28',
      date: '2025-04-15',
      dernierJourUtile: null,
      statut: 'A_VENIR',
      faiteLe: null,
      regle: 'R20',
      pourquoi:
        'Mars 2025 est touché par le CSP : la déclaration ouvre le 28/03/2025, 28 du mois, et ferme le 15/04/2025, 15 du mois suivant.',
    },
  ]);
});

it('il est celui qui se clôt ce jour-là ou après, quel que soit celui où le parcours fut interrogé', () => {
  const situation = vue('2025-04-01');
  const cles = (jour: string) => mois(situation, jour).map(({ cle }) => cle);
  expect([cles('2025-04-15'), cles('2025-04-16'), cles('2026-04-15'), cles('2026-04-16')]).toEqual([
    ['ACTUALISATION_2025-03'],
    ['ACTUALISATION_2025-04'],
    ['ACTUALISATION_2026-03'],
    [],
  ]);
});

it('il n’y en a ni sans CSP, ni après un décès', () => {
  const sortie31mai = vue('2025-06-02', [sortie('2025-05-31', 'ABANDON')]);
  expect(mois(sortie31mai, '2025-06-02')).toHaveLength(1);
  const deces = { ...sortie31mai, resultat: { ...sortie31mai.resultat, motifFin: 'DECES' as const } };
  expect(mois(deces, '2025-06-02')).toEqual([]);
  const enReflexion = situer(
    { etat: parcours([]), enCours: [], maintenant: '2025-03-05T09:00:00.000Z' },
    { envoi: 'immediat' },
  ).situation;
  expect(mois(enReflexion, '2025-03-05')).toEqual([]);
});

it('celui qu’une situation d’avant garde ne compte plus', () => {
  const situation = vue('2025-04-10');
  const avant = { ...situation, echeances: dites(situation, '2025-04-10') };
  expect(mois(avant, '2025-05-01').map(({ cle }) => cle)).toEqual(['ACTUALISATION_2025-04']);
  expect(mois(avant, '2026-05-01')).toEqual([]);
});

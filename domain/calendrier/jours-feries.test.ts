import { ajouterJours, type DateCivile, dateCivile } from './dates';
import { estFerie, paques, residences } from './jours-feries';

/** Published by the State for the mainland (service-public.fr), written out. */
const PUBLIES: Record<string, string[]> = {
  2024: ['01-01', '04-01', '05-01', '05-08', '05-09', '05-20', '07-14', '08-15', '11-01', '11-11', '12-25'],
  2025: ['01-01', '04-21', '05-01', '05-08', '05-29', '06-09', '07-14', '08-15', '11-01', '11-11', '12-25'],
  2026: ['01-01', '04-06', '05-01', '05-08', '05-14', '05-25', '07-14', '08-15', '11-01', '11-11', '12-25'],
  2027: ['01-01', '03-29', '05-01', '05-06', '05-08', '05-17', '07-14', '08-15', '11-01', '11-11', '12-25'],
};

/** What each zone adds in those years. */
const AJOUTS: Record<string, Record<string, string[]>> = {
  metropole: {},
  'saint-pierre-et-miquelon': {},
  etranger: {},
  'alsace-moselle': {
    2024: ['03-29', '12-26'],
    2025: ['04-18', '12-26'],
    2026: ['04-03', '12-26'],
    2027: ['03-26', '12-26'],
  },
  mayotte: { 2024: ['04-27'], 2025: ['04-27'], 2026: ['04-27'], 2027: ['04-27'] },
  martinique: { 2024: ['05-22'], 2025: ['05-22'], 2026: ['05-22'], 2027: ['05-22'] },
  guadeloupe: { 2024: ['05-27'], 2025: ['05-27'], 2026: ['05-27'], 2027: ['05-27'] },
  'saint-martin': { 2024: ['05-28'], 2025: ['05-28'], 2026: ['05-28'], 2027: ['05-28'] },
  guyane: { 2024: ['06-10'], 2025: ['06-10'], 2026: ['06-10'], 2027: ['06-10'] },
  'saint-barthelemy': { 2024: ['10-09'], 2025: ['10-09'], 2026: ['10-09'], 2027: ['10-09'] },
  'la-reunion': { 2024: ['12-20'], 2025: ['12-20'], 2026: ['12-20'], 2027: ['12-20'] },
};

function feries(annee: number, residence: string): string[] {
  const jours: string[] = [];
  const fin = dateCivile(`${annee}-12-31`);
  for (let d: DateCivile = dateCivile(`${annee}-01-01`); d <= fin; d = ajouterJours(d, 1)) {
    if (estFerie(d, residence)) jours.push(d.slice(5));
  }
  return jours;
}

describe.each(Object.keys(AJOUTS))('jours fériés : %s', (residence) => {
  it.each(Object.keys(PUBLIES))('%s suit la liste publiée', (annee) => {
    const attendus = [...(PUBLIES[annee] ?? []), ...(AJOUTS[residence]?.[annee] ?? [])].sort();
    expect(feries(Number(annee), residence)).toEqual(attendus);
  });
});

it('chaque zone a son calendrier dans cette liste', () => {
  expect(Object.keys(AJOUTS)).toEqual(expect.arrayContaining([...residences]));
});

it.each([
  [1954, '1954-04-18'],
  [1981, '1981-04-19'],
  [2008, '2008-03-23'],
  [2011, '2011-04-24'],
  [2038, '2038-04-25'],
  [2049, '2049-04-18'],
])('Pâques %i tombe le %s', (annee, attendu) => {
  expect(paques(annee)).toBe(attendu);
});

import { dateCivile } from '../calendrier/dates';
import { lireBaseRendezVous } from '../catalogue/bases-courrier';
import { baseRendezVous, codePremiereAnnonce, estAnnonce } from './cle';

it('la base d’un courrier se relit, tirets de l’identifiant compris', () => {
  const parties = { jour: dateCivile('2025-07-29'), id: 'a-1-7', sequence: 3 };
  const simple = baseRendezVous({ ...parties, rappel: null });
  const rappel = baseRendezVous({ ...parties, rappel: 7 });
  expect([simple, rappel]).toEqual(['2025-07-29-a-1-7-3', '2025-07-29-a-1-7-3-7']);
  for (const [code, base] of [
    ['RDV_CONVOCATION', simple],
    ['RDV_RAPPEL', rappel],
  ] as const) {
    expect(lireBaseRendezVous(code, base)).toMatchObject({ id: 'a-1-7', sequence: 3 });
  }
});

it('on convoque à un entretien, on inscrit à un atelier', () => {
  expect(codePremiereAnnonce('PSP')).toBe('RDV_CONVOCATION');
  expect(codePremiereAnnonce('WORK_CAFE_PROJET')).toBe('RDV_CONVOCATION');
  expect(codePremiereAnnonce('WEBINAIRE')).toBe('ATELIER_INSCRIPTION');
  expect(['RDV_CONVOCATION', 'ATELIER_INSCRIPTION', 'RDV_DEPLACE'].every(estAnnonce)).toBe(true);
  expect(['RDV_RAPPEL', 'RDV_ANNULE', 'RDV_MANQUE', 'C01_PROPOSITION'].some(estAnnonce)).toBe(false);
});

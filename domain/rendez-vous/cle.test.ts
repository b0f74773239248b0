import { codePremiereAnnonce, estAnnonce } from './cle';

it('on convoque à un entretien, on inscrit à un atelier', () => {
  expect(codePremiereAnnonce('PSP')).toBe('RDV_CONVOCATION');
  expect(codePremiereAnnonce('WORK_CAFE_PROJET')).toBe('RDV_CONVOCATION');
  expect(codePremiereAnnonce('WEBINAIRE')).toBe('ATELIER_INSCRIPTION');
  expect(['RDV_CONVOCATION', 'ATELIER_INSCRIPTION', 'RDV_DEPLACE'].every(estAnnonce)).toBe(true);
  expect(['RDV_RAPPEL', 'RDV_ANNULE', 'RDV_MANQUE', 'C01_PROPOSITION'].some(estAnnonce)).toBe(false);
});

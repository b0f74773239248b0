import type { RendezVous } from '../domain/rendez-vous/rendez-vous';

/** An interview of the example's year, on a Tuesday at 9:30 in Paris. */
export const rendezVousExemple: RendezVous = {
  id: 'rdv-7',
  numero: '2026-000123-07',
  sorte: 'PSP',
  mode: 'PRESENTIEL',
  debut: '2025-04-29T07:30:00.000Z',
  dureeMinutes: 60,
  lieu: null,
  lien: null,
  intitule: null,
  statut: 'PREVU',
  sequence: 0,
  compteRendu: null,
};

/** A workshop by video, two weeks later. */
export const atelierExemple: RendezVous = {
  ...rendezVousExemple,
  id: 'rdv-9',
  sorte: 'ATELIER',
  mode: 'VISIO',
  debut: '2025-05-15T12:00:00.000Z',
  dureeMinutes: 90,
  lien: 'https://visio.example.org/atelier-cv',
  intitule: 'Se présenter en deux minutes',
};

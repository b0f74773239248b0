import { dateCivile } from '../../domain/calendrier/dates';
import type { EntreeJournal } from '../../domain/faits/journal';
import { dossierInvente } from '../../test/outils/ouvertures';
import { entreeEnClair, evenementEnClair } from './evenement';

const d = dateCivile;

it.each([
  [{ type: 'PSP_VALIDE', date: d('2026-05-02') } as const, 'Plan d’action (PSP) validé le 02/05/2026'],
  [
    { type: 'ARRET_MALADIE', debut: d('2026-06-02'), fin: d('2026-06-11') } as const,
    'Arrêt maladie du 02/06/2026 au 11/06/2026',
  ],
  [
    {
      type: 'REPRISE_EMPLOI',
      contratId: 'cdi-1',
      nature: 'CDI',
      debut: d('2026-09-15'),
      remunerationInferieure: true,
    } as const,
    'Reprise d’emploi à partir du 15/09/2026 (CDI, rémunération inférieure à celle d’avant : oui)',
  ],
])('%j se lit en une ligne', (evenement, attendue) => {
  expect(evenementEnClair(evenement)).toBe(attendue);
});

it('une entrée dit ce qu’elle corrige, annule ou rectifie', () => {
  const base = { auteur: 'c', enregistreLe: '2026-06-01T08:00:00Z' };
  const journal: EntreeJournal[] = [
    {
      ...base,
      id: 'a',
      acte: 'consigner',
      evenement: { type: 'CONGES', debut: d('2026-06-01'), fin: d('2026-06-05') },
    },
    {
      ...base,
      id: 'b',
      acte: 'corriger',
      remplace: 'a',
      evenement: { type: 'CONGES', debut: d('2026-06-01'), fin: d('2026-06-04') },
    },
    { ...base, id: 'c', acte: 'annuler', annule: 'b' },
    { ...base, id: 'e', acte: 'annuler', annule: 'disparue' },
    {
      ...base,
      id: 'f',
      acte: 'rectifierDossier',
      rectification: { dateRemise: d('2026-03-04'), salarieProtege: true },
    },
    {
      ...base,
      id: 'g',
      acte: 'adopterReglement',
      reglement: { surcharge: { dureeMois: 13, pspPlafondMois: null }, source: 'avenant n° 12' },
    },
  ];
  expect(journal.map((e) => entreeEnClair(e, journal))).toEqual([
    'Congés du 01/06/2026 au 05/06/2026',
    'Congés du 01/06/2026 au 04/06/2026, à la place de « Congés du 01/06/2026 au 05/06/2026 »',
    'Annulation : « Congés du 01/06/2026 au 04/06/2026 »',
    'Annulation : l’entrée antérieure',
    'Rectification du dossier (Date de remise de la proposition : 04/03/2026 ; Salarié protégé : oui)',
    'Autres paramètres adoptés (Durée du dispositif, en mois : 13 ; Plafond du plan d’action, en mois de dispositif : null), d’après « avenant n° 12 »',
  ]);
});

it('une rectification dit la valeur d’avant, telle que l’avait laissée la précédente', () => {
  const base = { auteur: 'c', enregistreLe: '2026-06-01T08:00:00Z', acte: 'rectifierDossier' } as const;
  const [un, deux, trois] = [d('2025-03-04'), d('2025-03-05'), d('2025-03-06')].map((dateRemise, rang) => ({
    ...base,
    id: `r${rang}`,
    rectification: { dateRemise, ...(rang === 1 ? { salarieProtege: true } : {}) },
  }));
  const journal = [un!, deux!];
  const dite = (entree: EntreeJournal) =>
    entreeEnClair(entree, journal, { ...dossierInvente, dateRemise: d('2025-03-03') });
  expect([...journal, trois!].map(dite)).toEqual([
    'Rectification du dossier (Date de remise de la proposition : 03/03/2025 → 04/03/2025)',
    'Rectification du dossier (Date de remise de la proposition : 04/03/2025 → 05/03/2025 ; Salarié protégé : non → oui)',
    'Rectification du dossier (Date de remise de la proposition : 05/03/2025 → 06/03/2025)',
  ]);
});

it('un contrat se nomme par l’emploi qui l’a apporté, jamais par son identifiant', () => {
  const base = { auteur: 'c', enregistreLe: '2026-06-01T08:00:00Z', acte: 'consigner' } as const;
  const journal: EntreeJournal[] = [
    {
      ...base,
      id: 'a',
      evenement: { type: 'REPRISE_EMPLOI', contratId: 'cdi-1', nature: 'CDI', debut: d('2026-09-15') },
    },
    { ...base, id: 'b', evenement: { type: 'DEMANDE_PRIME', contratId: 'cdi-1', date: d('2026-10-01') } },
    { ...base, id: 'c', evenement: { type: 'DEMANDE_PRIME', contratId: 'inconnu', date: d('2026-10-01') } },
  ];
  const lignes = journal.map((entree) => entreeEnClair(entree, journal));
  expect(lignes[1]).toContain('le 01/10/2026 (contrat : reprise d’emploi à partir du 15/09/2026 (CDI))');
  expect(lignes.join()).not.toMatch(/cdi-1|inconnu/);
});

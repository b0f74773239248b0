import { dateCivile } from '../../../domain/calendrier/dates';
import { definitions, type Evenement } from '../../../domain/faits/evenements';
import type { EntreeJournal } from '../../../domain/faits/journal';
import { dossierInvente } from '../../../test/outils/ouvertures';
import { champsAvecContrat, contratDe } from './contrats';

const cdi = (contratId?: string): Evenement => ({
  type: 'REPRISE_EMPLOI',
  nature: 'CDI',
  debut: dateCivile('2025-09-15'),
  ...(contratId === undefined ? {} : { contratId }),
});
const vu = (...evenements: Evenement[]) => ({
  dossier: dossierInvente,
  journal: evenements.map(
    (evenement, rang): EntreeJournal => ({
      id: `f${rang}`,
      acte: 'consigner',
      auteur: 'a',
      enregistreLe: '2025-09-16T08:00:00.000Z',
      evenement,
    }),
  ),
});
const contrat = (...evenements: Evenement[]) =>
  champsAvecContrat('FIN_CONTRAT', definitions.FIN_CONTRAT.champs, vu(...evenements)).find(
    ({ nom }) => nom === 'contratId',
  );

const neuf = { id: 'n', entree: null };

it('un contrat se choisit parmi ceux du journal, nommés en clair', () => {
  expect(contrat(cdi('c1'))).toMatchObject({
    genre: 'choix',
    choix: [{ valeur: 'c1', libelle: 'Reprise d’emploi à partir du 15/09/2025 (CDI)' }],
    aide: '',
  });
  expect(contrat()).toMatchObject({
    choix: [],
    aide: expect.stringContaining('consignez d’abord la reprise d’emploi'),
  });
  expect(contrat(cdi())).toMatchObject({ choix: [], aide: expect.stringContaining('corrigée') });
});

it('celui d’une reprise d’emploi ne se tape pas : il est tiré de ce qu’elle dit, unique dans le dossier', () => {
  const champs = champsAvecContrat('REPRISE_EMPLOI', definitions.REPRISE_EMPLOI.champs, vu());
  expect(champs.map(({ nom }) => nom)).not.toContain('contratId');
  const valeurs = { nature: 'CDI', debut: '2025-09-15' };
  expect(contratDe(valeurs, neuf, vu())).toBe('cdi-2025-09-15');
  expect(contratDe(valeurs, neuf, vu(cdi('cdi-2025-09-15')))).toBe('cdi-2025-09-15-2');
  expect(contratDe({ nature: 'CDI' }, neuf, vu())).toBeUndefined();
});

it('envoyée deux fois, elle dit le même contrat', () => {
  const valeurs = { nature: 'CDI', debut: '2025-09-15' };
  expect(contratDe(valeurs, { id: 'f0', entree: null }, vu(cdi('cdi-2025-09-15')))).toBe('cdi-2025-09-15');
});

it('une reprise corrigée garde son contrat, ou en reçoit un', () => {
  const valeurs = { nature: 'CDI', debut: '2025-09-16' };
  expect(contratDe(valeurs, { id: 'n', entree: 'f0' }, vu(cdi('c1')))).toBe('c1');
  expect(contratDe(valeurs, { id: 'n', entree: 'f0' }, vu(cdi()))).toBe('cdi-2025-09-16');
});

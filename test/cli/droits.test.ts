import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lancer, largeur } from './jalon';

const SCENARIO = {
  dossier: {
    dateRemise: '2025-03-03',
    modeProposition: 'ENTRETIEN_PREALABLE',
    motifRupture: 'LICENCIEMENT_ECONOMIQUE',
    effectifEntreprise: 50,
    dateNaissance: '1985-01-01',
    residence: 'metropole',
    joursAffiliation: 400,
    ancienneteMois: 60,
  },
  evenements: [{ type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' }],
};
const MONTANTS = { salaireJournalierReferenceCentimes: 100_01, areJournaliereCentimes: 57_00 };

let dossier: string;
let scenario: string;
beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), 'jalon-droits-'));
  scenario = join(dossier, 'scenario.json');
  writeFileSync(scenario, JSON.stringify(SCENARIO));
});
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

const droits = (plus: string[], montants: unknown = MONTANTS) =>
  lancer(['droits', scenario, '--montants', '-', ...plus], { entree: JSON.stringify(montants) });

it('estime un scénario sans serveur, et dit ce qui manque', async () => {
  const { statut, texte } = await droits(['--date', '2025-09-15']);
  expect(statut).toBe(0);
  expect(texte).toContain(
    'Estimation au 15/09/2025, règlement csp-2015-v2021. Aucun de ces montants n’engage personne.',
  );
  expect(texte.replace(/[\u00a0\u202f]/g, ' ')).toContain('14 326,91 €');
  expect(texte).toContain('Il manque : durée du préavis en mois (preavisMois)');
  expect(largeur(texte)).toBeLessThanOrEqual(100);
});
it('répond aussi à une machine, en centimes', async () => {
  const { texte } = await droits(['--date', '2025-09-15', '--json']);
  expect(JSON.parse(texte)).toMatchObject({
    estimation: true,
    date: '2025-09-15',
    droitsRestants: { statut: 'ESTIME', centimes: 1_432_691, joursRestants: 191 },
    contributionEmployeur: { date: '2025-05-25' },
  });
});
it('refuse des montants, un jour ou un scénario mal écrits', async () => {
  const refus = async (plus: string[], montants?: unknown) => {
    const { statut, erreurs } = await droits(plus, montants);
    return [statut, erreurs];
  };
  expect(await refus([], { are: 1 })).toEqual([2, expect.stringContaining('montant inconnu : are')]);
  expect(await refus(['--date', '2025-02-30'])).toEqual([2, expect.stringContaining('reçu « 2025-02-30 »')]);
  writeFileSync(scenario, '[]');
  expect(await refus([])).toEqual([2, expect.stringContaining('Un scénario {dossier, evenements} est attendu.')]);
  writeFileSync(scenario, '{"dossier":{}}');
  expect(await refus([])).toEqual([2, expect.stringContaining('Le dossier n’est pas valide')]);
});

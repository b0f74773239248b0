import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lancer, largeur } from './jalon';

const OUVERTURE = {
  dateRemise: '2025-03-03',
  modeProposition: 'ENTRETIEN_PREALABLE',
  motifRupture: 'LICENCIEMENT_ECONOMIQUE',
  effectifEntreprise: 50,
  dateNaissance: '1985-01-01',
  residence: 'metropole',
  joursAffiliation: 400,
  ancienneteMois: 60,
};
const SCENARIO = {
  dossier: OUVERTURE,
  evenements: [
    { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' },
    { type: 'ARRET_MALADIE', debut: '2025-06-01', fin: '2025-06-10' },
    { type: 'ARRET_MALADIE', debut: '2027-06-01', fin: '2027-06-10' },
  ],
};

let dossier: string;
let scenario: string;
beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), 'jalon-expliquer-'));
  scenario = join(dossier, 'scenario.json');
  writeFileSync(scenario, JSON.stringify(SCENARIO));
});
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

const enUneLigne = (texte: string) => texte.replace(/\s+/g, ' ');

it('dit pourquoi une date : calcul, règle, source, données', async () => {
  const { statut, texte } = await lancer(['expliquer', scenario, 'terme']);
  expect(statut).toBe(0);
  const ligne = enUneLigne(texte);
  expect(ligne).toContain('Terme : 03/04/2026 (terme)');
  expect(ligne).toContain(
    '12 mois à compter du 25/03/2025, plus 10 jours d’arrêt maladie du 01/06 au 10/06/2025 (plafond 4 mois).',
  );
  expect(ligne).toContain('Règle R10, R15. Source : ');
  expect(ligne).toContain('arrêt maladie du 01/06/2025 au 10/06/2025');
  expect(largeur(texte)).toBeLessThanOrEqual(100);
});
it('explique tout quand rien n’est demandé, les faits rejetés compris', async () => {
  const { statut, texte } = await lancer(['expliquer', '-'], { entree: JSON.stringify(SCENARIO) });
  expect(statut).toBe(0);
  expect(enUneLigne(texte)).toContain('(HORS_CSP)');
  expect(texte).toContain('courriers.C13_FIN_CSP');
  expect(largeur(texte)).toBeLessThanOrEqual(100);
});
it('dit le doute des textes', async () => {
  const ferie = { dossier: { ...OUVERTURE, dateRemise: '2025-04-10' } };
  const { texte } = await lancer(['expliquer', '-', 'finReflexion'], { entree: JSON.stringify(ferie) });
  expect(enUneLigne(texte)).toContain(
    'À savoir : Une circulaire de l’Unédic, citée par un éditeur, reporte au jour ouvré suivant un délai qui finit un jour férié ;',
  );
});
it('dit pourquoi un dossier est refusé', async () => {
  const trop = { dossier: { ...OUVERTURE, effectifEntreprise: 1000 } };
  const { statut, texte } = await lancer(['expliquer', '-', 'erreurs'], { entree: JSON.stringify(trop) });
  expect([statut, enUneLigne(texte)]).toEqual([0, expect.stringContaining('L’entreprise compte 1000 salariés')]);
});
it('répond aussi à une machine, sous le début d’un code de courrier', async () => {
  const { texte } = await lancer(['expliquer', scenario, 'courriers.C13', '--json']);
  expect(JSON.parse(texte)).toEqual([
    expect.objectContaining({
      cle: 'courriers.C13_FIN_CSP.BENEFICIAIRE.2026-03-27',
      regle: 'R25',
      certitude: 'D',
      phrase: 'Part le 27/03/2026 : 7 jours avant le dernier jour du CSP (03/04/2026).',
    }),
  ]);
});
it('une clé sans valeur et une clé inconnue ne se confondent pas', async () => {
  const sans = await lancer(['expliquer', scenario, 'suiviEmploi']);
  expect([sans.statut, sans.texte]).toEqual([0, '« suiviEmploi » n’a pas de valeur pour ce dossier.\n']);
  const inconnue = await lancer(['expliquer', scenario, 'truc']);
  expect([inconnue.statut, inconnue.erreurs]).toEqual([2, expect.stringContaining('La clé « truc » n’existe pas.')]);
  const faute = await lancer(['expliquer', '2026-000001-01']);
  expect([faute.statut, faute.erreurs]).toEqual([2, expect.stringContaining('faute de frappe')]);
});

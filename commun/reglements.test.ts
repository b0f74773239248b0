import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installerReglements, reglementNomme } from '../domain/droit/reglements';
import { ErreurReglage } from './reglages';
import { installerDossierReglements } from './reglements';

const parametre = (valeur: unknown) => ({ valeur, source: 'convention inventée', certitude: 'T' });
const document = (nom: string, debut: string, base = 'csp-2015-v2025') => ({
  nom,
  libelle: `Règlement inventé ${nom}`,
  base,
  parametres: { debutValidite: parametre(debut), finValidite: parametre('2029-12-31') },
});
let abri: string;
beforeEach(() => {
  abri = mkdtempSync(join(tmpdir(), 'jalon-reglements-'));
});
afterEach(() => {
  installerReglements([]);
  rmSync(abri, { recursive: true });
});

const dossier = (fichiers: Record<string, string>): string => {
  const chemin = mkdtempSync(join(abri, 'd-'));
  for (const [nom, texte] of Object.entries(fichiers)) writeFileSync(join(chemin, nom), texte);
  return chemin;
};

it('charge les fichiers d’un dossier dans l’ordre, chacun pouvant reprendre le précédent', () => {
  const chemin = dossier({
    '1.json': JSON.stringify(document('csp-2027', '2027-01-01')),
    '2.json': `\ufeff${JSON.stringify(document('csp-2028', '2028-01-01', 'csp-2027'))}`,
    'lisez-moi.txt': 'pas un règlement',
  });
  expect(installerDossierReglements(chemin).map(({ nom }) => nom)).toEqual(['csp-2027', 'csp-2028']);
  expect(reglementNomme('csp-2028')?.parametres.dureeMois).toBe(12);
});

it('sans réglage, n’en charge aucun', () => {
  expect(installerDossierReglements(null)).toEqual([]);
});

it('refuse de démarrer sur un fichier mal compris, en disant lequel et pourquoi', () => {
  const chemin = dossier({ 'a.json': '{', 'b.json': JSON.stringify(document('csp-2011', '2027-01-01')) });
  const refus = () => installerDossierReglements(chemin);
  expect(refus).toThrow(ErreurReglage);
  expect(refus).toThrow(/a\.json[\s\S]*b\.json : Un règlement s’appelle déjà « csp-2011 »/);
  expect(reglementNomme('csp-2027')).toBeNull();
});

it('refuse un dossier qui n’existe pas', () => {
  expect(() => installerDossierReglements('/nulle/part')).toThrow(/JALON_REGLEMENTS/);
});

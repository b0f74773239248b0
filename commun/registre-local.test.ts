import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { urlRegistre } from './registre-local';
import { lireReglages } from './reglages';

let donnees: string;
beforeEach(() => {
  donnees = mkdtempSync(join(tmpdir(), 'jalon-url-'));
});
afterEach(() => rmSync(donnees, { recursive: true }));

it('le registre embarqué se joint avec le mot de passe de son dossier', () => {
  mkdirSync(join(donnees, 'registre'));
  writeFileSync(join(donnees, 'registre', 'mot-de-passe'), 'abc\n');
  const reglages = lireReglages({ JALON_DONNEES: donnees, JALON_REGISTRE_PORT: '5500' });
  expect(urlRegistre(reglages)).toBe('postgresql://jalon:abc@127.0.0.1:5500/jalon');
});

it('JALON_REGISTRE_URL l’emporte', () => {
  const url = 'postgresql://jalon:x@registre:5432/jalon';
  expect(urlRegistre(lireReglages({ JALON_DONNEES: donnees, JALON_REGISTRE_URL: url }))).toBe(url);
});

it('un registre jamais démarré est dit en français', () => {
  expect(() => urlRegistre(lireReglages({ JALON_DONNEES: donnees }))).toThrow('lancez « npm start » d’abord');
});

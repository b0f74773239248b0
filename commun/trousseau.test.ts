import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ErreurReglage, lireReglages } from './reglages';
import { lireTrousseau, trousseauDe } from './trousseau';

let dossier: string;
beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'jalon-cles-'));
});
afterEach(() => rmSync(dossier, { recursive: true }));
const reglages = () => lireReglages({ JALON_DONNEES: dossier });
const cle = (n: number) => Buffer.alloc(32, n).toString('base64');

it('le profil local fait sa clé une fois, lisible de son seul propriétaire', () => {
  const premier = trousseauDe(reglages());
  const fichier = join(dossier, 'cles-codec');
  expect(statSync(fichier).mode & 0o777).toBe(0o600);
  const second = trousseauDe(reglages());
  expect(second.cles.get(second.courante)!.equals(premier.cles.get(premier.courante)!)).toBe(true);
});

it('JALON_CLES l’emporte et rien n’est écrit', () => {
  const ring = trousseauDe(lireReglages({ JALON_DONNEES: dossier, JALON_CLES: `a:${cle(1)},b:${cle(2)}` }));
  expect(ring.courante).toBe('a');
  expect([...ring.cles.keys()]).toEqual(['a', 'b']);
  expect(existsSync(join(dossier, 'cles-codec'))).toBe(false);
});

it('un fichier de clés abîmé est nommé, jamais remplacé', () => {
  const fichier = join(dossier, 'cles-codec');
  writeFileSync(fichier, 'local1:tronqu');
  expect(() => trousseauDe(reglages())).toThrow(ErreurReglage);
  expect(() => trousseauDe(reglages())).toThrow(fichier);
  expect(readFileSync(fichier, 'utf8')).toBe('local1:tronqu');
});

it('deux clés du même nom sont refusées', () => {
  expect(() => lireTrousseau(`a:${cle(1)},a:${cle(2)}`)).toThrow('même nom');
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listeDansUnFichier } from './liste';

let chemin: string;
beforeEach(() => {
  // Before the first letter is posted, its folder is not there.
  chemin = join(mkdtempSync(join(tmpdir(), 'jalon-liste-')), 'poste', 'effacements.csv');
});
afterEach(() => rmSync(join(chemin, '../..'), { recursive: true, force: true }));

it('chaque numéro y est une fois, avec son jour, et rien d’autre', async () => {
  const liste = listeDansUnFichier(chemin);
  expect(await liste.lire()).toEqual([]);
  for (const numero of ['2026-000001-05', '2026-000002-04', '2026-000001-05'])
    await liste.ajouter(numero, '2026-03-24');
  expect(readFileSync(chemin, 'utf8')).toBe('2026-000001-05;2026-03-24\n2026-000002-04;2026-03-24\n');
  expect(statSync(chemin).mode & 0o077).toBe(0);
});

it('une ligne écrite à la main se lit, ce qui n’est pas un numéro est passé', async () => {
  mkdirSync(join(chemin, '..'));
  writeFileSync(chemin, 'numéro;jour\r\n2026-000002-04;2026-03-24\r\n\r\n2026-000002-04\n');
  expect(await listeDansUnFichier(chemin).lire()).toEqual(['2026-000002-04']);
});

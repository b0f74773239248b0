import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { racine } from '../../../commun/racine';
import { corriger, retouches } from './correctif';

describe('ce que la version suivante de l’épreuve change', () => {
  let dossier: string;
  beforeAll(() => {
    dossier = mkdtempSync(join(tmpdir(), 'jalon-correctif-'));
    for (const { fichier } of retouches) cpSync(join(racine, fichier), join(dossier, fichier));
  });
  afterAll(() => rmSync(dossier, { recursive: true }));

  it('se trouve encore dans le code d’aujourd’hui', () => {
    corriger(dossier);
    expect(readFileSync(join(dossier, 'domain/parcours/version.ts'), 'utf8')).toMatch(/versionDomaine = 'montee-\d/);
    expect(readFileSync(join(dossier, 'domain/parcours/generation.ts'), 'utf8')).toMatch(/GENERATION = 1 \+ \d/);
  });

  it('est nommé quand il ne s’y trouve plus', () => {
    expect(() => corriger(dossier)).toThrow('csp-2015-v2025.ts ne dit pas une fois');
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../../commun/racine';
import { regleDite } from '../../domain/droit/regle-dite';

const ecrites = readFileSync(join(racine, 'docs/regles.md'), 'utf8').matchAll(/^\*\*(R\d+) — /gm);

it.each([...ecrites].map(([, regle]) => regle!))('la règle %s se dit en mots', (regle) => {
  expect(regleDite(regle)).toMatch(new RegExp(`^règle ${regle}, \\S`));
});

it('plusieurs se disent l’une après l’autre', () => {
  expect(regleDite('R10, R15')).toBe('règle R10, terme et repères ; règle R15, prolongations');
});

it('une règle d’ailleurs se dit par son nom', () => {
  expect(regleDite('§7')).toBe('règle §7');
});

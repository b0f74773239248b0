import { readdirSync } from 'node:fs';
import { politique } from '../../domain/comptes/politique';

it('la politique dit de chaque usage qui peut en user, et n’en invente aucun', () => {
  const usages = readdirSync(__dirname)
    .filter((nom) => nom.endsWith('.ts') && !nom.endsWith('.test.ts'))
    .map((nom) => nom.replace(/\.ts$/, ''));
  const dits = Object.keys(politique).filter((nom) => !nom.startsWith('lire-'));
  expect(dits.sort()).toEqual(usages.sort());
});

import { regleDite } from './regle-dite';

it.each([
  ['R13', 'règle R13, point d’étape'],
  ['R10, R15', 'règle R10, terme et repères ; règle R15, prolongations'],
  ['S003', 'règle S003'],
])('%s se dit « %s »', (regles, dite) => expect(regleDite(regles)).toBe(dite));

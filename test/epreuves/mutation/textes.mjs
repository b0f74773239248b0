// A plugin of Stryker: which mutants are not made, and why. Plain JavaScript: Stryker loads it by itself.
import { PluginKind } from '@stryker-mutator/api/plugin';

/** A literal with a space is a sentence or a label for people: codes and names have none. */
const estUnTexte = (noeud) => noeud.type === 'StringLiteral' && noeud.value.includes(' ');

export const strykerPlugins = [
  {
    kind: PluginKind.Ignore,
    name: 'textes',
    value: { shouldIgnore: ({ node }) => (estUnTexte(node) ? 'texte pour des gens' : undefined) },
  },
];

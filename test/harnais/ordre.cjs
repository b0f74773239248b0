// The longest files first, so that none is left alone at the end. jest remembers durations from one run to the next; in a clean clone
// it goes by size, which says nothing of servers. Seconds measured on two quiet cores, the longest only.
const { default: Ordre } = require('@jest/test-sequencer');

const SECONDES = {
  'test/flotte/worker-tue.test.ts': 85,
  'test/workflows/vie-et-calcul.test.ts': 40,
  'test/exemples/portefeuille.test.ts': 31,
  'test/faults/worker-tue.test.ts': 30,
  'test/faults/smtp-coupe.test.ts': 27,
  'test/e2e/demarrer.test.ts': 24,
};

const secondes = ({ path }) => Object.entries(SECONDES).find(([nom]) => path.endsWith(nom))?.[1] ?? 0;

class LesLongsDabord extends Ordre {
  async sort(tests) {
    const ranges = await super.sort(tests);
    return [...ranges].sort((a, b) => secondes(b) - secondes(a));
  }
}

module.exports = LesLongsDabord;

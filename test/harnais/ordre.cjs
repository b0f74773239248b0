// The longest files first, so that none is left alone at the end. jest remembers durations from one run to the next; in a clean clone
// it goes by size, which says nothing of servers. Seconds measured beside the others on two quiet cores, the longest only.
const { default: Ordre } = require('@jest/test-sequencer');

const SECONDES = {
  'test/coherence/coherence.test.ts': 108,
  'test/flotte/worker-tue.test.ts': 97,
  'test/faults/sante.test.ts': 92,
  'test/faults/rafale-coupee.test.ts': 83,
  'test/web/fuzz.test.ts': 60,
  'test/workflows/vie-et-calcul.test.ts': 56,
  'test/web/axe.test.ts': 54,
  'test/faults/smtp-coupe.test.ts': 53,
  'test/exemples/portefeuille.test.ts': 50,
  'test/e2e/demarrer.test.ts': 48,
  'test/web/retour.test.ts': 43,
  'test/faults/worker-tue.test.ts': 42,
  'test/workflows/rendez-vous.test.ts': 38,
  'test/processus/moteur.test.ts': 36,
  'test/effacement/effacement.test.ts': 36,
  'test/workflows/renvoi.test.ts': 34,
  'test/processus/demarrer.test.ts': 31,
  'test/faults/registre-absent.test.ts': 30,
};

const secondes = ({ path }) => Object.entries(SECONDES).find(([nom]) => path.endsWith(nom))?.[1] ?? 0;

class LesLongsDabord extends Ordre {
  async sort(tests) {
    const ranges = await super.sort(tests);
    return [...ranges].sort((a, b) => secondes(b) - secondes(a));
  }
}

module.exports = LesLongsDabord;

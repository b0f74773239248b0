// The longest files first, so that none is left alone at the end. jest remembers durations from one run to the next; in a clean clone
// it goes by size, which says nothing of servers. Seconds measured beside the others on two quiet cores, the longest only.
const { default: Ordre } = require('@jest/test-sequencer');

const SECONDES = {
  'test/web/axe.test.ts': 136,
  'test/coherence/coherence.test.ts': 84,
  'test/faults/rafale-coupee.test.ts': 71,
  'test/flotte/worker-tue.test.ts': 69,
  'test/faults/sante.test.ts': 65,
  'test/web/fuzz.test.ts': 62,
  'test/exemples/portefeuille.test.ts': 50,
  'test/workflows/vie-et-calcul.test.ts': 45,
  'test/faults/smtp-coupe.test.ts': 42,
  'test/e2e/demarrer.test.ts': 38,
  'test/processus/demarrer.test.ts': 34,
  'test/exemples/evenement-neuf.test.ts': 30,
  'test/faults/registre-absent.test.ts': 30,
  'test/registre/postgres.test.ts': 29,
  'test/web/retour.test.ts': 27,
  'test/faults/worker-tue.test.ts': 26,
  'test/processus/servir.test.ts': 26,
  'test/workflows/rendez-vous.test.ts': 23,
  'test/processus/moteur.test.ts': 22,
  'test/cli/commandes.test.ts': 21,
  'test/effacement/effacement.test.ts': 20,
  'test/workflows/renvoi.test.ts': 20,
  'test/harnais/harnais.test.ts': 19,
  'test/flotte/plannings.test.ts': 18,
};

const secondes = ({ path }) => Object.entries(SECONDES).find(([nom]) => path.endsWith(nom))?.[1] ?? 0;

class LesLongsDabord extends Ordre {
  async sort(tests) {
    const ranges = await super.sort(tests);
    return [...ranges].sort((a, b) => secondes(b) - secondes(a));
  }
}

module.exports = LesLongsDabord;

import type { BaseDeGrappe } from '../../grappe/place';
import type { Faute } from '../faute';
import type { Scene } from '../scene';

const couper = async (bases: readonly BaseDeGrappe[]) => {
  await Promise.all(bases.map((base) => base.couper()));
  return {
    async lever() {
      for (const base of bases) await base.relancer();
    },
  };
};

export const pannesDesBases: readonly Faute[] = [
  {
    nom: 'base-registre',
    quoi: 'arrêt immédiat du PostgreSQL du registre',
    dit: /Le registre .*(ne répond pas|ne nous prend pas)/,
    provoquer: ({ grappe }) => couper([grappe.decor.bases.registre]),
  },
  {
    nom: 'base-moteur',
    quoi: 'arrêt immédiat du PostgreSQL du moteur',
    dit: /Le moteur Temporal .*(ne répond pas|ne nous prend pas)/,
    provoquer: ({ grappe }) => couper([grappe.decor.bases.moteur]),
  },
  {
    nom: 'deux-bases',
    quoi: 'arrêt immédiat des deux PostgreSQL',
    dit: /Le registre .*(ne répond pas|ne nous prend pas)/,
    provoquer: ({ grappe: { decor } }) => couper([decor.bases.registre, decor.bases.moteur]),
  },
  {
    nom: 'tout',
    quoi: 'tout à la fois : worker, moteur (−9), les deux PostgreSQL (arrêt immédiat)',
    dit: /Le registre .*(ne répond pas|ne nous prend pas)/,
    async provoquer(scene: Scene) {
      const { grappe } = scene;
      const { bases } = grappe.decor;
      const [, , { lever }] = await Promise.all([
        scene.tuerWorkers(),
        grappe.tuer(null),
        couper([bases.registre, bases.moteur]),
      ]);
      return {
        async lever() {
          await lever();
          await grappe.relancer(null);
          await scene.lancerWorker();
        },
      };
    },
  },
];

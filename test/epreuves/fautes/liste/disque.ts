import { type Disque, remplir, vider } from '../disques';
import type { Faute, Suite } from '../faute';
import type { Scene } from '../scene';

/** @param relancer what the machine starts again, should it have died of it */
async function sansPlace({ grappe }: Scene, disque: Disque, relancer: () => Promise<void>): Promise<Suite> {
  const { dossier } = grappe.decor;
  remplir(dossier, disque);
  return {
    async lever() {
      vider(dossier, disque);
      await relancer();
    },
  };
}

export const disquesPleins: readonly Faute[] = [
  {
    nom: 'disque-registre',
    quoi: 'disque du registre plein',
    dit: /Le disque du registre est plein/,
    surDisques: true,
    provoquer: (scene) => sansPlace(scene, 'registre', () => scene.grappe.decor.bases.registre.relancer()),
  },
  {
    nom: 'disque-moteur',
    quoi: 'disque de la base du moteur plein',
    dit: null,
    surDisques: true,
    provoquer: (scene) => sansPlace(scene, 'moteur', () => scene.grappe.decor.bases.moteur.relancer()),
  },
  {
    nom: 'disque-poste',
    quoi: 'disque du dossier de la poste plein',
    dit: null,
    surDisques: true,
    provoquer: (scene) => sansPlace(scene, 'poste', async () => undefined),
  },
];

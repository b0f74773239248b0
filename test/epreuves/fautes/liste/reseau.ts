import { ouvrirPassage } from '../../../outils/passage';
import type { Faute } from '../faute';

export const reseauCoupe: Faute = {
  nom: 'reseau',
  quoi: 'réseau coupé entre le worker et le moteur, sans qu’aucun des deux soit raccroché',
  dit: /ne donne plus signe de vie/,
  async provoquer(scene) {
    const { temporal } = scene.grappe.reglages();
    const passage = await ouvrirPassage(Number(temporal.adresse.split(':')[1]));
    scene.arrets.ajouter('Passage', () => passage.fermer());
    await scene.tuerWorkers();
    await scene.lancerWorker({ JALON_TEMPORAL_ADRESSE: `127.0.0.1:${passage.port}` });
    passage.couper();
    return { lever: async () => passage.retablir() };
  },
};

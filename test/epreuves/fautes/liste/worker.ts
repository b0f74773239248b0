import { setTimeout as attendre } from 'node:timers/promises';
import { idParcours } from '../../../../workflows/parcours/messages';
import { attendreQue } from '../../../outils/pile';
import { ouvrirDesParcours } from '../../grappe/parcours';
import type { Faute } from '../faute';
import type { Scene } from '../scene';
import { enMain, taireLeRelais } from './relais-muet';

/** A try of `situer` within the workflow task takes five seconds at most; a second more, and an activity of its own waits. */
const ESSAI_PASSE_MS = 6_500;
const VIES_MS = [700, 400, 1_100];

/** A fact of a journey that no pass can write, its dossier being held; and the worker that tries it, killed. */
async function tuerPendantUnePasse(scene: Scene, ms: number, attendu: string[]) {
  const { lieu } = scene;
  const [numero] = (await ouvrirDesParcours(lieu, `Tenue-${ms}`, 1)) as [string];
  const poignee = lieu.client.workflow.getHandle(idParcours(numero));
  const connexion = await lieu.registre.pool.connect();
  try {
    await connexion.query('begin');
    await connexion.query('select from dossiers where numero = $1 for update', [numero]);
    await poignee.signal('relancer', { id: 'essai' });
    await attendre(ms);
    const { raw } = await poignee.describe();
    const vues = raw.pendingActivities?.map(({ activityType }) => activityType?.name ?? '') ?? [];
    if (vues.join() !== attendu.join())
      throw new Error(`en cours : ${vues.join() || 'rien'}, au lieu de ${attendu.join()}`);
    await scene.tuerWorkers();
  } finally {
    await connexion.query('rollback');
    connexion.release();
  }
  return { lever: async () => void (await scene.lancerWorker()) };
}

export const pannesDuWorker: readonly Faute[] = [
  {
    nom: 'worker-tache',
    quoi: 'worker tué (−9) trois fois, en pleines tâches de workflow',
    dit: null,
    async provoquer(scene) {
      await scene.tuerWorkers();
      for (const vie of VIES_MS) {
        await scene.lancerWorker();
        await attendre(vie);
        await scene.tuerWorkers();
      }
      return { lever: async () => void (await scene.lancerWorker()) };
    },
  },
  {
    nom: 'worker-activite-locale',
    quoi: 'worker tué pendant que `situer` écrit au registre, dans la tâche de workflow',
    dit: null,
    provoquer: (scene) => tuerPendantUnePasse(scene, 1_500, []),
  },
  {
    nom: 'worker-activite',
    quoi: 'worker tué pendant l’activité `situer` qui attend le registre',
    dit: null,
    provoquer: (scene) => tuerPendantUnePasse(scene, ESSAI_PASSE_MS, ['situer']),
  },
  {
    nom: 'worker-remise',
    quoi: 'worker tué au milieu d’un dialogue SMTP, des lettres en main',
    dit: null,
    async provoquer(scene) {
      const rendre = await taireLeRelais(scene);
      await attendreQue('des lettres sont en main', async () => (await enMain(scene)) > 1, 30_000);
      await scene.tuerWorkers();
      await rendre();
      return { lever: async () => void (await scene.lancerWorker()) };
    },
  },
  {
    nom: 'worker-fige',
    quoi: 'le seul worker meurt (−9) et n’est relancé qu’une fois dit',
    dit: /ne donne plus signe de vie|Aucun worker sur la file « parcours »/,
    async provoquer(scene) {
      await scene.tuerWorkers();
      return { lever: async () => void (await scene.lancerWorker()) };
    },
  },
];

import { lireDossier } from '../../../../registre';
import { fileParcours, idParcours } from '../../../../workflows/parcours/messages';
import { attendreQue } from '../../../outils/pile';
import { ouvrirDesParcours } from '../../grappe/parcours';
import type { Faute } from '../faute';

const SIGNAUX = 500;
const DEUX_MEGAOCTETS = 2 * 1024 * 1024;
const INONDATION_MS = 5 * 60_000;

export const poison: Faute = {
  nom: 'poison',
  quoi: `parmi les autres, un parcours dont la tâche échoue, un qui reçoit ${SIGNAUX} signaux d’un coup, un à qui l’on envoie 2 Mo`,
  dit: /Tâche de workflow en échec dans 1 parcours/,
  async provoquer({ lieu }) {
    const { client, registre } = lieu;
    const [inonde, gave] = (await ouvrirDesParcours(lieu, 'Poison', 2)) as [string, string];
    const casse = await client.workflow.start('sorteInconnue', { workflowId: 'csp-casse', taskQueue: fileParcours });
    const relances = Array.from({ length: SIGNAUX }, (_, rang) =>
      client.workflow.getHandle(idParcours(inonde)).signal('relancer', { id: `relance-${rang}` }),
    );
    const lourd = { id: 'lourd', motif: 'x'.repeat(DEUX_MEGAOCTETS), auteur: 'epreuve' };
    const refus = await client.workflow
      .getHandle(idParcours(gave))
      .signal('relancer', lourd)
      .then(
        () => null,
        (erreur: Error) => `${erreur.message} ${String(erreur.cause)}`,
      );
    await Promise.all(relances);
    const debut = Date.now();
    return {
      async lever() {
        await casse.terminate('fin de l’épreuve');
      },
      async verifier() {
        const fautes: string[] = [];
        if (refus === null) fautes.push('un signal de 2 Mo est pris par le moteur');
        const juges = async () =>
          Object.keys((await lireDossier(registre, inonde))?.memoire?.issues ?? {}).length >= SIGNAUX;
        await attendreQue(`${SIGNAUX} signaux jugés`, juges, INONDATION_MS);
        console.log(`  ${SIGNAUX} signaux jugés en ${Math.round((Date.now() - debut) / 1_000)} s ; 2 Mo : ${refus}`);
        return fautes;
      },
    };
  },
};

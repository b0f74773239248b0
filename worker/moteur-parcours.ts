import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { MoteurDesParcours } from '../activities/coherence/moteur';
import type { Numero } from '../domain/dossier/numero';
import {
  departParcours,
  idParcours,
  numeroDuParcours,
  relancer,
  situation,
  typeParcours,
} from '../workflows/parcours/messages';
import { rendezVousDuCourrier, typeRendezVous } from '../workflows/rendez-vous/messages';

/** A run that has to be replayed answers within seconds, or not at all. */
const REPONSE_MS = 10_000;

const TOMBES = '"Terminated", "Failed", "Canceled", "TimedOut"';

/**
 * The journeys as the engine knows them, over a client whose key is the workers' own.
 * @param reponseMs how long one of them is waited for
 */
export function moteurDesParcours(client: Client, reponseMs = REPONSE_MS): MoteurDesParcours {
  const { workflow } = client;
  const poignee = (numero: Numero) => workflow.getHandle(idParcours(numero));
  const parcours = `WorkflowType = "${typeParcours}"`;
  return {
    async courants(apres, jusqua) {
      const bornes = [
        `WorkflowId > "${idParcours(apres)}"`,
        ...(jusqua === null ? [] : [`WorkflowId <= "${idParcours(jusqua)}"`]),
      ];
      const query = [parcours, 'ExecutionStatus = "Running"', ...bornes].join(' AND ');
      const trouves: Awaited<ReturnType<MoteurDesParcours['courants']>> = new Map();
      for await (const { workflowId, searchAttributes } of workflow.list({ query })) {
        const { etape, agence, referent, prochaineEcheance, terme, alertes } = searchAttributes;
        trouves.set(numeroDuParcours(workflowId), {
          ...(etape ? { etape: String(etape[0]) } : {}),
          ...(agence ? { agence: String(agence[0]) } : {}),
          ...(referent ? { referent: String(referent[0]) } : {}),
          prochaineEcheance: instant(prochaineEcheance?.[0]),
          terme: instant(terme?.[0]),
          ...(alertes ? { alertes: Number(alertes[0]) } : {}),
        });
      }
      return trouves;
    },
    async tombes(depuis) {
      const query = `${parcours} AND ExecutionStatus IN (${TOMBES}) AND CloseTime > "${depuis.toISOString()}"`;
      const numeros = new Set<Numero>();
      for await (const { workflowId } of workflow.list({ query })) numeros.add(numeroDuParcours(workflowId));
      return [...numeros];
    },
    async rendezVousTombes(depuis) {
      const query = `WorkflowType = "${typeRendezVous}" AND ExecutionStatus IN (${TOMBES}) AND CloseTime > "${depuis.toISOString()}"`;
      const ids = new Set<string>();
      for await (const { workflowId } of workflow.list({ query })) {
        // Taken up since, or closed by itself once taken up.
        const { status } = await workflow.getHandle(workflowId).describe();
        if (status.name !== 'RUNNING' && status.name !== 'COMPLETED') ids.add(rendezVousDuCourrier(workflowId));
      }
      return [...ids];
    },
    async court(numero) {
      try {
        return (await poignee(numero).describe()).status.name === 'RUNNING';
      } catch (erreur) {
        if (erreur instanceof WorkflowNotFoundError) return false;
        throw erreur;
      }
    },
    async connait(numero) {
      try {
        return await client.withDeadline(Date.now() + reponseMs, () => poignee(numero).query(situation));
      } catch {
        // Gone, kept by nobody who can read it, or stuck: what it knew is then what the register holds.
        return null;
      }
    },
    async rouvrir(etat) {
      await workflow.start(typeParcours, { ...departParcours(etat), workflowIdConflictPolicy: 'USE_EXISTING' });
    },
    async relancer(numero) {
      await poignee(numero).signal(relancer, { id: `coherence-${Date.now()}` });
    },
    async renvoyer(etat, { acte, contenu }) {
      await workflow.signalWithStart(typeParcours, { ...departParcours(etat), signal: acte, signalArgs: [contenu] });
    },
  };
}

const instant = (valeur: unknown): string | null => (valeur instanceof Date ? valeur.toISOString() : null);

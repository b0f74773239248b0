import type { CourrierDu } from '../../domain/parcours/parcours';
import { fileParcours } from '../parcours/messages';
import { nommer } from '../resumes';

/** Name under which the sending of a letter that came back is registered. */
export const typeRenvoi = 'renvoi';

/** A letter that left and came back. */
export interface DemandeRenvoi {
  numero: string;
  courrier: CourrierDu;
  /** Minutes to wait before the first attempt, for one that came back by our fault; none when absent. */
  apres?: number;
}

/** How begin the ids of all those of a dossier. */
export const debutDesRenvois = (numero: string): string => `renvoi-${numero}/`;

/** How to start it: one workflow per letter, however many reports come of it. */
export const departRenvoi = (demande: DemandeRenvoi) => ({
  workflowId: `renvoi-${demande.courrier.cle}`,
  taskQueue: fileParcours,
  args: [demande],
  workflowIdConflictPolicy: 'USE_EXISTING' as const,
  workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
  staticSummary: `Renvoi de ${nommer(demande.courrier)}, dossier ${demande.numero}`,
});

import type { Headers } from '@temporalio/common';
import { avecRepere } from './entetes';
import { type Dits, suivre } from './sillage';

type Appel = { readonly headers: Headers };
type Suite<E, R> = (entree: E) => Promise<R>;

/** A call to the engine, as a span, whose headers say where it comes from. */
const porter = <E extends Appel, R>(nom: string, workflow: string | undefined, entree: E, suite: Suite<E, R>) => {
  const dits: Dits = workflow === undefined ? {} : { 'jalon.workflow': workflow };
  return suivre(nom, dits, () => suite({ ...entree, headers: avecRepere(entree.headers) }));
};

interface Depart extends Appel {
  readonly workflowType: string;
  readonly options: { workflowId: string };
}
interface Signal extends Appel {
  readonly signalName: string;
  readonly workflowExecution: { workflowId?: string | null };
}

/**
 * Interceptors of a client of the engine: what starts a workflow or tells it something carries where it comes from. A question does
 * not: nothing follows from it.
 */
export const versLeMoteur = {
  workflow: [
    {
      startWithDetails: <E extends Depart, R>(entree: E, suite: Suite<E, R>) =>
        porter(`démarrage ${entree.workflowType}`, entree.options.workflowId, entree, suite),
      signal: <E extends Signal, R>(entree: E, suite: Suite<E, R>) =>
        porter(`signal ${entree.signalName}`, entree.workflowExecution.workflowId ?? undefined, entree, suite),
      signalWithStart: <E extends Depart & { readonly signalName: string }, R>(entree: E, suite: Suite<E, R>) =>
        porter(`signal ${entree.signalName}`, entree.options.workflowId, entree, suite),
    },
  ],
};

import { type Client, type WorkflowHandle, WorkflowNotFoundError } from '@temporalio/client';

/** What the engine keeps of a run. */
export type Histoire = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;

/** A run of a workflow, as the engine lists it. */
export interface Execution {
  workflow: string;
  run: string;
  type: string;
}

/** A run with what the engine keeps of it, encrypted as it is; null when it forgot it meanwhile. */
export interface ExecutionLue {
  execution: Execution;
  histoire: Histoire | null;
}

/** Runs that the engine lists. @param query in its own language; empty: all that it keeps */
export async function* listerExecutions(client: Client, query: string): AsyncGenerator<Execution> {
  for await (const { workflowId, runId, type } of client.workflow.list(query === '' ? {} : { query }))
    yield { workflow: workflowId, run: runId, type };
}

/** The history of a run. */
export async function lireExecution(client: Client, execution: Execution): Promise<ExecutionLue> {
  try {
    const { workflow, run } = execution;
    return { execution, histoire: await client.workflow.getHandle(workflow, run).fetchHistory() };
  } catch (erreur) {
    if (erreur instanceof WorkflowNotFoundError) return { execution, histoire: null };
    throw erreur;
  }
}

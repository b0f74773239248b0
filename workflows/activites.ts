import {
  type ActivityOptions,
  type LocalActivityOptions,
  proxyActivities,
  proxyLocalActivities,
} from '@temporalio/workflow';
import { type Activites, resumes } from './resumes';

/** One by its name, as the engine schedules it. */
interface Appel {
  executeWithOptions(options: { summary: string }, args: unknown[]): Promise<unknown>;
}

/**
 * Activities under one class of retries (`classes.ts`), the only way workflows have to them: each call carries its French summary.
 * @param resume said in place of the usual one
 */
export function activites<N extends keyof Activites>(
  noms: readonly N[],
  options: ActivityOptions,
  resume?: string,
): Pick<Activites, N> {
  return resumer(noms, proxyActivities(options) as unknown as Record<N, Appel>, resume);
}

/** The same within the workflow task. */
export function activitesLocales<N extends keyof Activites>(
  noms: readonly N[],
  options: LocalActivityOptions,
): Pick<Activites, N> {
  return resumer(noms, proxyLocalActivities(options) as unknown as Record<N, Appel>);
}

function resumer<N extends keyof Activites>(
  noms: readonly N[],
  appels: Record<N, Appel>,
  resume?: string,
): Pick<Activites, N> {
  const appeler =
    (nom: N) =>
    (...args: unknown[]) => {
      const usuel = resumes[nom] as string | ((...args: unknown[]) => string);
      const summary = resume ?? (typeof usuel === 'string' ? usuel : usuel(...args));
      return appels[nom].executeWithOptions({ summary }, args);
    };
  return Object.fromEntries(noms.map((nom) => [nom, appeler(nom)])) as unknown as Pick<Activites, N>;
}

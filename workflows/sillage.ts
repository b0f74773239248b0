import type { Headers, WorkflowInterceptors } from '@temporalio/workflow';
import { ENTETE_SILLAGE } from '../domain/parcours/sillage';

/**
 * A letter born of a fact leaves after its reprieve, within working hours: from the eve of a long week-end to its morrow. What a journey
 * does later is due to time alone, and belongs to no gesture any more.
 */
const PORTEE_MS = 4 * 24 * 3_600_000;

type Relais = Required<
  Pick<NonNullable<WorkflowInterceptors['outbound']>[number], 'scheduleActivity' | 'scheduleLocalActivity'>
>;

/**
 * Hands what a message belongs to on to the activities that follow from it: headers only, whose presence changes no command, and no
 * span, which the replays of two years would multiply. The loop acts after the handler: what belongs to the last message is what follows
 * it, whoever follows it or nobody.
 */
export function relayerSillage(maintenant = () => Date.now()): { recevoir(entetes: Headers): void; relais: Relais } {
  let porte: { entete: Headers; depuis: number } | null = null;
  const avec = <E extends { readonly headers: Headers }>(entree: E): E =>
    porte === null || maintenant() - porte.depuis > PORTEE_MS
      ? entree
      : { ...entree, headers: { ...entree.headers, ...porte.entete } };
  return {
    recevoir(entetes) {
      const payload = entetes[ENTETE_SILLAGE];
      porte = payload === undefined ? null : { entete: { [ENTETE_SILLAGE]: payload }, depuis: maintenant() };
    },
    relais: {
      scheduleActivity: (entree, suite) => suite(avec(entree)),
      scheduleLocalActivity: (entree, suite) => suite(avec(entree)),
    },
  };
}

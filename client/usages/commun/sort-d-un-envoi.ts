import { isGrpcServiceError } from '@temporalio/client';

/**
 * gRPC codes by which the engine may have taken what was sent, or will once it is asked again: CANCELLED, UNKNOWN, DEADLINE_EXCEEDED,
 * RESOURCE_EXHAUSTED, ABORTED, INTERNAL, UNAVAILABLE, DATA_LOSS. The others say that it never will (NOT_FOUND, PERMISSION_DENIED…).
 */
const INCERTAINS: ReadonlySet<number> = new Set([1, 2, 4, 8, 10, 13, 14, 15]);

/**
 * Whether a call that failed leaves it open that the engine has what was sent. Refused for good, or never sent by a fault of ours (no
 * gRPC code at all), it has not.
 */
export function peutEtreParvenu(erreur: unknown): boolean {
  if (!(erreur instanceof Error)) return false;
  if (isGrpcServiceError(erreur)) return INCERTAINS.has(erreur.code);
  return erreur.name === 'WorkflowUpdateRPCTimeoutOrCancelledError' || peutEtreParvenu(erreur.cause);
}

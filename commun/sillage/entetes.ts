import { defaultPayloadConverter, type Headers } from '@temporalio/common';
import { ENTETE_SILLAGE } from '../../domain/parcours/sillage';
import { type Repere, repereIci } from './sillage';

/** The W3C's; what is not sampled is followed by nobody. */
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f][13579bdf]$/;

/** The headers of a message of Temporal, with where one is; the very same where nothing is followed. */
export function avecRepere(entetes: Headers, repere: Repere | null = repereIci()): Headers {
  if (repere === null) return entetes;
  const traceparent = `00-${repere.traceId}-${repere.spanId}-01`;
  return { ...entetes, [ENTETE_SILLAGE]: defaultPayloadConverter.toPayload({ traceparent }) };
}

/** Where a message of Temporal comes from; null when it does not say, or not in a way that can be read. */
export function repereDe(entetes: Headers): Repere | null {
  const payload = entetes[ENTETE_SILLAGE];
  if (payload === undefined) return null;
  try {
    const { traceparent } = defaultPayloadConverter.fromPayload<{ traceparent?: unknown }>(payload);
    const [, traceId, spanId] = TRACEPARENT.exec(String(traceparent)) ?? [];
    return traceId === undefined || spanId === undefined ? null : { traceId, spanId };
  } catch {
    return null;
  }
}

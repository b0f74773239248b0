import { context, DiagLogLevel, diag, ROOT_CONTEXT, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Repere, Sillage } from './sillage';

/** A collector that is away holds a process that stops this long, and no more. */
const ENVOI_MS = 3_000;
/** Whoever looks for a gesture that just failed finds it. */
const LOT_MS = 1_000;
/** A collector that is away is said once a minute. */
const REDITE_MS = 60_000;

const REUSSIE = 500;

/** OpenTelemetry's own machine, of which nothing is loaded before. @param url where OTLP is taken, in JSON over HTTP */
export function demarrerOpenTelemetry(
  url: string,
  salle: string,
  avertir: (raison: string) => void,
): Sillage & { fermer(): Promise<void> } {
  const dire = auPlus(avertir);
  const rien = () => undefined;
  diag.setLogger({ error: dire, warn: dire, info: rien, debug: rien, verbose: rien }, DiagLogLevel.WARN);
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: ENVOI_MS });
  const lots = { exporter, scheduledDelayMillis: LOT_MS, exportTimeoutMillis: ENVOI_MS };
  const fournisseur = new TracerProvider({
    // Of the machine and of the process that runs, nothing: a command line or a host name may say more than it should.
    resource: resourceFromAttributes({ 'service.name': `jalon-${salle}`, 'service.namespace': 'jalon' }),
    spanProcessors: [new BatchSpanProcessor(lots)],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const traceur = fournisseur.getTracer('jalon');
  return {
    span(nom, dits, faire, parent) {
      const depuis = parent === undefined ? context.active() : venuDAilleurs(parent);
      const span = traceur.startSpan(nom, { attributes: { ...dits } }, depuis);
      return context.with(trace.setSpan(depuis, span), async () => {
        try {
          return await faire((suite) => {
            span.setAttributes({ ...suite });
            if ((suite['http.response.status_code'] ?? 0) >= REUSSIE) span.setStatus({ code: SpanStatusCode.ERROR });
          });
        } catch (erreur) {
          // Its message and its stack may quote a person: a span says of what kind it was, the log says the rest.
          span.setStatus({ code: SpanStatusCode.ERROR, message: (erreur as Error)?.name ?? typeof erreur });
          throw erreur;
        } finally {
          span.end();
        }
      });
    },
    ici: () => trace.getSpanContext(context.active()) ?? null,
    async fermer() {
      await fournisseur.shutdown().catch((erreur: Error) => dire(erreur.message));
      context.disable();
      diag.disable();
    },
  };
}

const venuDAilleurs = ({ traceId, spanId }: Repere) =>
  trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true });

/** Once in each `REDITE_MS` at most. */
function auPlus(avertir: (raison: string) => void): (raison: string) => void {
  let dernier = 0;
  return (raison) => {
    if (Date.now() - dernier < REDITE_MS) return;
    dernier = Date.now();
    avertir(raison);
  };
}

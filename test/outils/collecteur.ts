import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as a collector took it in. */
export interface SpanRecu {
  traceId: string;
  spanId: string;
  parent: string | null;
  nom: string;
  /** `jalon-web`, `jalon-worker`. */
  service: string;
  dits: Record<string, string>;
  /** Why it failed; null when it did not. */
  erreur: string | null;
}

export interface Collecteur {
  adresse: string;
  spans: SpanRecu[];
  /** Each span of that name with those that it comes from, up to the first; those whose ancestors are all there. */
  lignees(nom: string): SpanRecu[][];
  /** All that was sent, as it was. */
  brut(): string;
  fermer(): Promise<void>;
}

type Attributs = { key: string; value: Record<string, unknown> }[];
interface Envoi {
  resourceSpans: {
    resource: { attributes: Attributs };
    scopeSpans: {
      spans: {
        traceId: string;
        spanId: string;
        parentSpanId?: string;
        name: string;
        attributes: Attributs;
        status: { code: number; message?: string };
      }[];
    }[];
  }[];
}

const lire = (attributs: Attributs): Record<string, string> =>
  Object.fromEntries(attributs.map(({ key, value }) => [key, String(Object.values(value)[0])]));

/** OpenTelemetry's code of a status. */
const ERREUR = 2;

const spansDe = ({ resourceSpans }: Envoi): SpanRecu[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map(({ traceId, spanId, parentSpanId, name: nom, attributes, status }) => ({
        ...{ traceId, spanId, nom, parent: parentSpanId ?? null, dits: lire(attributes) },
        service: lire(resource.attributes)['service.name'] ?? '',
        erreur: status.code === ERREUR ? (status.message ?? '') : null,
      })),
    ),
  );

/** A collector of OpenTelemetry: OTLP over HTTP, in JSON, at its standard address. */
export async function ouvrirCollecteur(): Promise<Collecteur> {
  const spans: SpanRecu[] = [];
  let brut = '';
  const serveur = createServer(async (demande, reponse) => {
    let corps = '';
    for await (const morceau of demande) corps += morceau;
    brut += corps;
    const voulu = demande.method === 'POST' && demande.url === '/v1/traces';
    if (voulu) spans.push(...spansDe(JSON.parse(corps)));
    reponse.writeHead(voulu ? 200 : 404, { 'Content-Type': 'application/json' }).end('{}');
  }).listen(0, '127.0.0.1');
  await once(serveur, 'listening');
  return {
    adresse: `http://127.0.0.1:${(serveur.address() as AddressInfo).port}`,
    spans,
    lignees: (nom) =>
      spans
        .filter((span) => span.nom === nom)
        .flatMap((span) => {
          const lignee = [span];
          for (;;) {
            const { parent } = lignee.at(-1)!;
            if (parent === null) return [lignee];
            const de = spans.find(({ spanId }) => spanId === parent);
            if (de === undefined) return [];
            lignee.push(de);
          }
        }),
    brut: () => brut,
    async fermer() {
      serveur.closeAllConnections();
      serveur.close();
      await once(serveur, 'close');
    },
  };
}

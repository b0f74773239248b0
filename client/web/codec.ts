import type { Payload, PayloadCodec } from '@temporalio/common';
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { tracer } from '../../registre';
import type { DependancesWeb } from './dependances';

const base64 = z.string().regex(/^[A-Za-z0-9+/_-]*={0,2}$/);
/** Payloads as Temporal's remote codec protocol writes them: JSON, bytes in base64. */
const schemaPayloads = z.object({
  payloads: z.array(z.object({ metadata: z.record(z.string(), base64).optional(), data: base64.optional() })),
});

/** Whoever sits at this machine, whose own Temporal UI sends no session with what it asks. */
const AUTEUR = 'local';

/**
 * The codec server that the Temporal UI calls from the browser: it alone may read the answers (CORS), and each decoding
 * leaves a line in the audit trail.
 */
export function routesCodec(deps: DependancesWeb, codec: NonNullable<DependancesWeb['codec']>): Hono {
  const routes = new Hono();
  routes.use(
    '/codec/*',
    cors({
      origin: codec.originesUi,
      allowMethods: ['POST', 'OPTIONS'],
      allowHeaders: ['Content-Type', 'X-Namespace', 'Authorization', 'Caller-Type'],
      credentials: true,
    }),
  );
  routes.post('/codec/decode', async (c) => {
    const espace = espaceDe(c);
    const payloads = await lire(c);
    const clairs = await traiter(codec.decodeur, 'decode', payloads);
    await tracer(
      deps.registre,
      {
        numero: null,
        auteur: c.get('compte')?.id ?? AUTEUR,
        acte: 'DECHIFFRER',
        details: { payloads: payloads.length, espace },
      },
      deps.maintenant(),
    );
    return c.json({ payloads: clairs.map(ecrire) });
  });
  routes.post('/codec/encode', async (c) => {
    const chiffres = await traiter(codec.decodeur, 'encode', await lire(c));
    return c.json({ payloads: chiffres.map(ecrire) });
  });
  return routes;
}

/** The namespace that a decoding is for, as the audit trail keeps it. */
function espaceDe(c: Context): string | null {
  const espace = c.req.header('x-namespace') ?? null;
  if (espace !== null && !ESPACE.test(espace))
    throw new HTTPException(400, { message: 'X-Namespace ne nomme pas un espace de Temporal.' });
  return espace;
}
const ESPACE = /^[\w.-]{1,255}$/;

async function lire(c: Context): Promise<Payload[]> {
  const lu = schemaPayloads.safeParse(await c.req.json().catch(() => null));
  if (!lu.success) throw new HTTPException(400, { message: 'On attend {"payloads": [...]}, comme l’écrit Temporal.' });
  return lu.data.payloads.map(({ metadata, data }) => ({
    metadata: Object.fromEntries(
      Object.entries(metadata ?? {}).map(([cle, valeur]) => [cle, Buffer.from(valeur, 'base64')]),
    ),
    data: data === undefined ? undefined : Buffer.from(data, 'base64'),
  }));
}

async function traiter(codec: PayloadCodec, sens: 'decode' | 'encode', payloads: Payload[]): Promise<Payload[]> {
  try {
    return await codec[sens](payloads);
  } catch (cause) {
    throw new HTTPException(400, { message: 'Ces données ne se déchiffrent pas avec les clés de Jalon.', cause });
  }
}

const ecrire = ({ metadata, data }: Payload) => ({
  metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([cle, valeur]) => [cle, enBase64(valeur)])),
  ...(data == null ? {} : { data: enBase64(data) }),
});

const enBase64 = (octets: Uint8Array): string => Buffer.from(octets).toString('base64');

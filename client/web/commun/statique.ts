import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';

const feuilles = {
  pico: readFileSync(require.resolve('@picocss/pico/css/pico.min.css')),
  jalon: readFileSync(join(__dirname, 'statique', 'jalon.css')),
};
const empreinte = (octets: Uint8Array) => createHash('sha256').update(octets).digest('hex').slice(0, 12);

/** Addresses of the style sheets: the name holds the content's hash, so that a browser may keep it for ever. */
export const adressesFeuilles = Object.entries(feuilles).map(
  ([nom, octets]) => `/statique/${nom}-${empreinte(octets)}.css`,
);

/** The style sheets, served from this machine: a counsellor's page asks nothing of anyone else. */
export const statique = new Hono();
for (const [rang, octets] of Object.values(feuilles).entries()) {
  statique.get(adressesFeuilles[rang]!, (c) =>
    c.body(new Uint8Array(octets), 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    }),
  );
}

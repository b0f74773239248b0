import { Hono } from 'hono';
import { resume } from '../../registre';
import type { DependancesWeb, Sonde } from './dependances';

/** A part that does not answer in that time is down for whoever waits for this page. */
const PATIENCE_MS = 3_000;

/** `GET /sante`: 200 when every part answers, else 503, with what was found of each. Names nobody. */
export function routesSante(deps: DependancesWeb): Hono {
  return new Hono().get('/sante', async (c) => {
    const noms = Object.keys(deps.sondes);
    const reponses = await Promise.all(noms.map((nom) => sonder(deps.sondes[nom]!)));
    const parties = Object.fromEntries(noms.map((nom, i) => [nom, reponses[i] ? 'repond' : 'muet']));
    const enForme = reponses.every(Boolean);
    const registre = parties.registre === 'muet' ? null : await resume(deps.registre).catch(() => null);
    return c.json({ etat: enForme ? 'ok' : 'en panne', parties, registre }, enForme ? 200 : 503, {
      'Cache-Control': 'no-store',
    });
  });
}

async function sonder(sonde: Sonde): Promise<boolean> {
  let minuterie: NodeJS.Timeout | undefined;
  const patience = new Promise<false>((resolve) => {
    minuterie = setTimeout(resolve, PATIENCE_MS, false);
  });
  const reponse = sonde().catch(() => false);
  return Promise.race([reponse, patience]).finally(() => clearTimeout(minuterie));
}

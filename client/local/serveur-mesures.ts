import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ErreurReglage, type Reglages } from '../../commun/reglages';
import { trousseauDe } from '../../commun/trousseau';
import { resume } from '../../registre';
import { creerExposition } from '../mesures/exposer';
import { type Mesures, releverMesures } from '../usages/relever-mesures';
import { releverSante } from '../usages/relever-sante';
import { espacer } from '../usages/sante/espacer';
import type { Pile } from './pile';
import { insister } from './ports';
import { sondesDe } from './sondes';

/** What answers Prometheus, until it is stopped. */
export interface ServeurMesures {
  arreter(): Promise<void>;
}

/**
 * `GET /metrics` at `JALON_METRIQUES_WEB`, on a port that the proxy of the web tool does not lead to; null without that setting.
 * @throws ErreurReglage when the address cannot be had
 */
export async function demarrerMesures(
  reglages: Pick<Reglages, 'metriquesWeb' | 'smtp' | 'temporal' | 'cles' | 'donnees'>,
  pile: Pile,
): Promise<ServeurMesures | null> {
  if (reglages.metriquesWeb === null) return null;
  const exposition = creerExposition();
  const relever = espacer((maintenant) => mesurer(reglages, pile, maintenant));
  const repondre = async (demande: IncomingMessage, reponse: ServerResponse): Promise<void> => {
    if (demande.url !== '/metrics') return void reponse.writeHead(404).end();
    if (demande.method !== 'GET' && demande.method !== 'HEAD')
      return void reponse.writeHead(405, { Allow: 'GET' }).end();
    const maintenant = new Date();
    const texte = await exposition.ecrire(await relever(maintenant), maintenant);
    reponse.writeHead(200, { 'Content-Type': exposition.type, 'Cache-Control': 'no-store' }).end(texte);
  };
  const serveur = createServer((demande, reponse) => {
    // What is down is measured, never thrown: what throws is a bug, and the scrape that fails rings.
    repondre(demande, reponse).catch(() => reponse.writeHead(500).end());
  });
  const [, hote, port] = /^(.*):(\d+)$/.exec(reglages.metriquesWeb)!;
  const code = await insister(
    () =>
      new Promise<string | null>((rendre) => {
        serveur.once('error', (erreur: NodeJS.ErrnoException) => rendre(erreur.code ?? erreur.message));
        serveur.listen({ host: hote!.replace(/^\[|\]$/g, ''), port: Number(port) }, () => rendre(null));
      }),
  );
  if (code !== null)
    throw new ErreurReglage(
      `JALON_METRIQUES_WEB vaut « ${reglages.metriquesWeb} », où rien ne peut être ouvert (${code}) : donnez une autre adresse.`,
    );
  return {
    arreter: () =>
      new Promise((fini) => {
        serveur.close(() => fini());
        serveur.closeAllConnections();
      }),
  };
}

function mesurer(
  reglages: Pick<Reglages, 'smtp' | 'temporal' | 'cles' | 'donnees'>,
  { registre, temporal }: Pile,
  maintenant: Date,
): Promise<Mesures> {
  const examen = {
    sondes: sondesDe(reglages, registre, temporal),
    resumer: () => resume(registre),
    relever: () => releverSante({ registre, temporal, trousseau: trousseauDe(reglages) }, maintenant, 0),
  };
  return releverMesures({ registre, temporal }, examen, maintenant);
}

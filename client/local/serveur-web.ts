import { serve } from '@hono/node-server';
import { CodecChiffrant } from '../../commun/codec';
import type { Reglages } from '../../commun/reglages';
import { trousseauDe } from '../../commun/trousseau';
import { depsCourriers } from '../usages/commun/courriers';
import { depsConfier } from '../usages/confier';
import { listerBloques } from '../usages/lister-bloques';
import { releverSante } from '../usages/relever-sante';
import { depsRendezVous } from '../usages/rendez-vous/suite';
import { creerApplication } from '../web/application';
import { Brouillons } from '../web/commun/brouillons';
import { creerPorte } from '../web/porte/creer-porte';
import { dossierBoite } from './boite';
import { jetonDemonstration } from './demonstration';
import type { Pile } from './pile';
import { sondesDe } from './sondes';
import type { Partie } from './surveiller';

/** A page still being written when one stops Jalon has this long to end. */
const FERMETURE_MS = 1_000;

/** The web tool on 127.0.0.1. */
export async function demarrerWeb(
  reglages: Reglages,
  { registre, temporal }: Pile,
  workerRepond: (() => boolean) | null,
  signaler: (erreur: unknown) => void,
): Promise<Partie> {
  const { envoi, sursisMinutes, embarques, port } = reglages;
  const deps = { registre, temporal, envoi, sursisMinutes };
  const application = creerApplication({
    registre,
    actes: depsRendezVous(deps),
    courriers: depsCourriers(deps),
    confier: depsConfier(deps),
    sondes: {
      ...sondesDe(reglages, registre, temporal),
      ...(workerRepond ? { worker: async () => workerRepond() } : {}),
    },
    relever: () => releverSante({ registre, temporal }, new Date()),
    listerBloques: (fenetre) => listerBloques({ registre, temporal }, fenetre, new Date()),
    boite: embarques.boite ? dossierBoite(reglages) : null,
    codec: {
      decodeur: new CodecChiffrant(trousseauDe(reglages)),
      originesUi: ['127.0.0.1', 'localhost'].map((hote) => `http://${hote}:${reglages.temporal.portUi}`),
    },
    porte: creerPorte({
      tls: reglages.url?.startsWith('https://') ?? false,
      demonstration: embarques.registre ? jetonDemonstration(reglages.donnees) : null,
    }),
    brouillons: new Brouillons(() => new Date()),
    maintenant: () => new Date(),
    signaler,
  });
  const serveur = await new Promise<ReturnType<typeof serve>>((pret, rejeter) => {
    const ecoute = serve({ fetch: application.fetch, hostname: '127.0.0.1', port }, () => pret(ecoute));
    ecoute.once('error', rejeter);
  });
  let arrete = false;
  return {
    surMort: (rappel) => void serveur.once('close', () => arrete || rappel()),
    arreter: () =>
      new Promise<void>((fini) => {
        arrete = true;
        serveur.close(() => fini());
        // Browsers keep connections open for minutes.
        setTimeout(() => 'closeAllConnections' in serveur && serveur.closeAllConnections(), FERMETURE_MS).unref();
        if ('closeIdleConnections' in serveur) serveur.closeIdleConnections();
      }),
  };
}

import { connect } from 'node:net';
import { serve } from '@hono/node-server';
import { CodecChiffrant } from '../../commun/codec';
import type { Reglages } from '../../commun/reglages';
import { trousseauDe } from '../../commun/trousseau';
import { moteurRepond } from '../temporal';
import { depsCourriers } from '../usages/commun/courriers';
import { depsRendezVous } from '../usages/rendez-vous/suite';
import { creerApplication } from '../web/application';
import { dossierBoite } from './boite';
import type { Pile } from './pile';

/** Until accounts exist, acts are those of whoever sits at this machine. */
const AUTEUR = 'local';
/** A page still being written when one stops Jalon has this long to end. */
const FERMETURE_MS = 1_000;

/** The web tool on 127.0.0.1. @returns what stops it */
export async function demarrerWeb(
  reglages: Reglages,
  { registre, temporal }: Pile,
  workerRepond: (() => boolean) | null,
  signaler: (erreur: unknown) => void,
): Promise<() => Promise<void>> {
  const { envoi, sursisMinutes, embarques, port } = reglages;
  const deps = { registre, temporal, envoi, sursisMinutes };
  const application = creerApplication({
    registre,
    actes: depsRendezVous(deps),
    courriers: depsCourriers(deps),
    sondes: {
      registre: () => registre.repond(),
      moteur: () => moteurRepond(temporal),
      ...(workerRepond ? { worker: async () => workerRepond() } : {}),
      ...(embarques.boite ? { boite: () => salue(reglages.smtp.port) } : {}),
    },
    boite: embarques.boite ? dossierBoite(reglages) : null,
    codec: {
      decodeur: new CodecChiffrant(trousseauDe(reglages)),
      originesUi: ['127.0.0.1', 'localhost'].map((hote) => `http://${hote}:${reglages.temporal.portUi}`),
    },
    auteur: AUTEUR,
    maintenant: () => new Date(),
    signaler,
  });
  const serveur = await new Promise<ReturnType<typeof serve>>((pret, rejeter) => {
    const ecoute = serve({ fetch: application.fetch, hostname: '127.0.0.1', port }, () => pret(ecoute));
    ecoute.once('error', rejeter);
  });
  return () =>
    new Promise((fini) => {
      serveur.close(() => fini());
      // Browsers keep connections open for minutes.
      setTimeout(() => 'closeAllConnections' in serveur && serveur.closeAllConnections(), FERMETURE_MS).unref();
      if ('closeIdleConnections' in serveur) serveur.closeIdleConnections();
    });
}

/** The mailbox greets: SMTP servers speak first. */
function salue(port: number): Promise<boolean> {
  return new Promise((rendre) => {
    const prise = connect(port, '127.0.0.1');
    const finir = (reponse: boolean) => {
      prise.destroy();
      rendre(reponse);
    };
    prise.once('data', (mots) => finir(mots.toString().startsWith('220')));
    prise.once('error', () => finir(false));
    prise.setTimeout(2_000, () => finir(false));
  });
}

import { serve } from '@hono/node-server';
import { CodecChiffrant } from '../../commun/codec';
import { creerCoffre } from '../../commun/coffre';
import type { Reglages } from '../../commun/reglages';
import { trousseauDe } from '../../commun/trousseau';
import { depsCourriers } from '../usages/commun/courriers';
import { depsConfier } from '../usages/confier';
import { Fournisseur } from '../usages/identite/fournisseur';
import { listerBloques } from '../usages/lister-bloques';
import { releverSante } from '../usages/relever-sante';
import { depsRendezVous } from '../usages/rendez-vous/suite';
import { creerApplication } from '../web/application';
import { Brouillons, RECHERCHES_GARDEES } from '../web/commun/brouillons';
import type { DependancesWeb } from '../web/dependances';
import { creerPorte } from '../web/porte/creer-porte';
import { dossierBoite } from './boite';
import { jetonDemonstration } from './demonstration';
import { lireMandataires, venueParTls } from './mandataires';
import type { Pile } from './pile';
import { sondesDe } from './sondes';
import type { Partie } from './surveiller';

/** A page still being written when one stops Jalon has this long to end. */
const FERMETURE_MS = 1_000;

/** The web tool: on 127.0.0.1, in production on every address, but for the proxies that hold TLS alone. */
export async function demarrerWeb(
  reglages: Reglages,
  { registre, temporal }: Pile,
  workerRepond: (() => boolean) | null,
  signaler: (erreur: unknown) => void,
): Promise<Partie> {
  const { envoi, sursisMinutes, embarques, port } = reglages;
  const deps = { registre, temporal, envoi, sursisMinutes };
  const trousseau = trousseauDe(reglages);
  const mandataires = lireMandataires(reglages.mandataires);
  const application = creerApplication({
    registre,
    actes: depsRendezVous(deps),
    courriers: depsCourriers(deps),
    confier: depsConfier(deps),
    sondes: {
      ...sondesDe(reglages, registre, temporal),
      ...(workerRepond ? { worker: async () => workerRepond() } : {}),
    },
    relever: () => releverSante({ registre, temporal, trousseau }, new Date()),
    listerBloques: (fenetre) => listerBloques({ registre, temporal, trousseau }, fenetre, new Date()),
    boite: embarques.boite ? dossierBoite(reglages) : null,
    codec: codecDe(reglages),
    interfaceMoteur: interfaceDuMoteur(reglages),
    porte: creerPorte({
      tls: reglages.url?.startsWith('https://') ?? false,
      hotes: reglages.hotes,
      mandataires,
      secondFacteurExige: reglages.profil === 'production',
      coffre: creerCoffre(trousseau),
      fournisseur: fournisseurDe(reglages),
      motsDePasse: reglages.motsDePasse,
      demonstration: embarques.registre ? jetonDemonstration(reglages.donnees) : null,
    }),
    brouillons: new Brouillons(() => new Date()),
    recherches: new Brouillons(() => new Date(), RECHERCHES_GARDEES),
    maintenant: () => new Date(),
    signaler,
  });
  const production = reglages.profil === 'production';
  const repondre = production ? derriere(reglages, mandataires, application) : application.fetch;
  const serveur = await new Promise<ReturnType<typeof serve>>((pret, rejeter) => {
    const ecoute = serve({ fetch: repondre, hostname: production ? '0.0.0.0' : '127.0.0.1', port }, () => pret(ecoute));
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

function fournisseurDe({ identite, url }: Reglages): Fournisseur | null {
  return identite === null || url === null ? null : new Fournisseur(identite, url);
}

/** The embedded Temporal UI sends no session: it is let in, on this machine alone. Any other is named, and its reader signed in. */
function codecDe(reglages: Reglages): DependancesWeb['codec'] {
  const { profil, origineUi, temporal } = reglages;
  const locales = ['127.0.0.1', 'localhost'].map((hote) => `http://${hote}:${temporal.portUi}`);
  if (profil === 'production' && origineUi === null) return null;
  const decodeur = new CodecChiffrant(trousseauDe(reglages));
  return { decodeur, originesUi: origineUi === null ? locales : [origineUi], sansSession: profil !== 'production' };
}

/** Where the Temporal UI shows our journeys. */
function interfaceDuMoteur({ profil, origineUi, temporal, embarques }: Reglages): string | null {
  const locale = profil === 'production' || !embarques.moteur ? null : `http://127.0.0.1:${temporal.portUi}`;
  const origine = origineUi ?? locale;
  return origine === null ? null : `${origine}/namespaces/${encodeURIComponent(temporal.espace)}`;
}

/** What a Node server knows of a request besides what it says. */
type Entree = { incoming: { socket: { remoteAddress?: string | undefined } } };

/** The tool for what came over TLS; who comes otherwise is told so, and nothing else. */
function derriere(
  { url }: Reglages,
  mandataires: ReturnType<typeof lireMandataires>,
  { fetch }: Pick<ReturnType<typeof creerApplication>, 'fetch'>,
) {
  return (demande: Request, entree: Entree): Response | Promise<Response> => {
    const pair = entree.incoming.socket.remoteAddress;
    const protocole = demande.headers.get('x-forwarded-proto');
    const chemin = new URL(demande.url).pathname;
    if (venueParTls(mandataires, { pair, protocole, chemin })) return fetch(demande, entree);
    const entetes = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
    return new Response(`Jalon ne répond qu’à travers TLS : ouvrez ${url}\n`, { status: 403, headers: entetes });
  };
}

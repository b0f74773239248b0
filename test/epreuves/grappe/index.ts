import { join } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import { Arrets } from '../../../client/local/arrets';
import { racine } from '../../../commun/racine';
import { lireCompose } from '../../outils/compose';
import { deroulerDans, type Etape, rendreCompte, teteDe } from '../deroulement';
import { passerLesEssais } from './essais';
import { monterGrappe } from './grappe';
import { obtenirGrappe, versionDuMoteur } from './obtenir';
import { accepter, comparer, fautesDesParcours, ouvrirDesParcours } from './parcours';
import { ouvrirLePortefeuille } from './portefeuille';
import { rediger } from './rapport';

/** Journeys to which something happens while a service is away; as many in each other phase. */
const PARCOURS = 10;
/** What a container takes to be started again. */
const RELANCE_MS = 5_000;

/**
 * `npm run epreuve -- grappe`: the environment block of `docker-compose.yml` starts a real cluster, in one process then in four, and
 * journeys live on it, the service *history* killed among them. Writes `docs/epreuves/AAAA-MM-JJ-grappe.md`.
 * @throws Error when something is lost, doubled or uncertain, or when the server cannot be had
 */
export async function eprouverLaGrappe(): Promise<void> {
  const compose = lireCompose();
  const version = versionDuMoteur(compose);
  const programmes = await obtenirGrappe(join(racine, '.cache'), version);
  const arrets = new Arrets();
  const etapes: Etape[] = [];
  const fautes: string[] = [];
  const etape = deroulerDans(etapes);
  try {
    const grappe = await monterGrappe(compose, programmes, arrets);
    await etape('Tables du moteur, posées puis posées de nouveau', async () => {
      for (let fois = 0; fois < 2; fois++) await grappe.poserLesTables();
      return ['par le script du fichier ; la seconde fois ne change rien', undefined];
    });
    await etape('Le moteur en un processus', async () => {
      await grappe.demarrer('UN');
      return ['il écoute', undefined];
    });
    await etape('`jalon installer`, deux fois', async () => {
      const essais = await grappe.installer();
      const { texte } = await grappe.jalon(['installer']);
      if (!texte.includes('déjà tout')) fautes.push(`jalon installer, la seconde fois : ${texte}`);
      return [`réussi à l’essai ${essais} (le fichier en donne 6) ; la seconde fois n’a rien à faire`, undefined];
    });
    let lieu = await grappe.ouvrir();
    await etape('Le portefeuille de `npm start`', async () => {
      const { vu, fautes: siennes } = await ouvrirLePortefeuille(lieu, grappe.reglages());
      fautes.push(...siennes);
      return [vu, undefined];
    });
    const vivre = async (nom: string, pendant?: () => Promise<unknown>) => {
      const numeros = await ouvrirDesParcours(lieu, nom, PARCOURS);
      const debut = Date.now();
      const [suites] = await Promise.all([Promise.all(numeros.map((numero) => accepter(lieu, numero))), pendant?.()]);
      const enCours = suites.filter(({ statut }) => statut === 'EN_COURS').length;
      const { fautes: siennes, incertains } = await fautesDesParcours(lieu, numeros);
      fautes.push(...siennes);
      // A letter may be handed over twice when what held it died; it then says so, and only then.
      if (incertains > 0 && pendant === undefined) fautes.push(`${incertains} courriers incertains (${nom})`);
      const secondes = Math.round((Date.now() - debut) / 1_000);
      return `${PARCOURS} acceptations, dont ${enCours} dites « en cours » ; leurs ${2 * PARCOURS} lettres parties en ${secondes} s, ${incertains} incertaines`;
    };
    await etape('Des parcours sur un processus', async () => [await vivre('Un'), undefined]);
    await etape('Le moteur en quatre processus', async () => {
      await grappe.arreter();
      await grappe.demarrer('QUATRE');
      return [`repris par frontend, history, matching et worker : ${await comparer(lieu, fautes)}`, undefined];
    });
    await etape('Des parcours sur quatre processus', async () => [await vivre('Quatre'), undefined]);
    await etape('Des fichiers d’essais du moteur, sur la grappe', async () => {
      const { vu, fautes: siennes } = await passerLesEssais(grappe);
      fautes.push(...siennes);
      return [vu, undefined];
    });
    await etape('`kill -9` de history pendant que des faits arrivent', async () => {
      const vu = await vivre('Tue', async () => {
        await grappe.tuer('history');
        await attendre(RELANCE_MS);
        await grappe.relancer('history');
      });
      return [`history relancé après ${RELANCE_MS / 1_000} s ; ${vu}`, undefined];
    });
    await etape('TLS mutuel, entre les services et à la porte', async () => {
      await grappe.arreter();
      const client = grappe.chiffrer();
      await grappe.demarrer('QUATRE');
      const { TEMPORAL_TLS_CLIENT_CERT_PATH: _c, TEMPORAL_TLS_CLIENT_KEY_PATH: _k, ...sansCertificat } = client;
      const dits = [await grappe.refus({}), await grappe.refus(sansCertificat)];
      if (!dits[0]?.includes('il ne répond que par TLS')) fautes.push(`en clair : ${dits[0] ?? 'le moteur répond'}`);
      if (!dits[1]?.includes('il demande un certificat'))
        fautes.push(`sans certificat : ${dits[1] ?? 'le moteur répond'}`);
      Object.assign(process.env, client);
      lieu = await grappe.ouvrir();
      return [`en clair et sans certificat, refusé et dit ; ${await vivre('Chiffre')}`, undefined];
    });
    await etape('Registre et moteur comparés', async () => [await comparer(lieu, fautes), undefined]);
  } finally {
    await arrets.tous(console.error);
  }
  const tete = { ...teteDe('npm run epreuve -- grappe'), version };
  rendreCompte('grappe', tete, rediger(etapes, fautes, tete), fautes);
}

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { creerActivitesParcours } from '../../activities/parcours';
import type { ContenuActe } from '../../client/usages/commun/acte';
import type { DepsRendezVous } from '../../client/usages/rendez-vous/suite';
import { creerApplication } from '../../client/web/application';
import { Brouillons, RECHERCHES_GARDEES } from '../../client/web/commun/brouillons';
import type { DependancesWeb } from '../../client/web/dependances';
import { creerPorte } from '../../client/web/porte/creer-porte';
import { CodecChiffrant } from '../../commun/codec';
import { creerCoffre } from '../../commun/coffre';
import { lireTrousseau } from '../../commun/trousseau';
import type { ActeJournal } from '../../domain/faits/actes';
import type { Evenement } from '../../domain/faits/evenements';
import type { Issue } from '../../domain/faits/journal';
import type { MessageRecu } from '../../domain/parcours/parcours';
import { etatParcours, inscrireOuverture, lireDossier, type Ouverture } from '../../registre';
import { type Entrant, entrerEnTantQue, type Signee } from '../outils/entrer';
import { ouverture } from '../outils/ouvertures';
import { ouvrirRegistreDeTest, type RegistreDeTest } from '../outils/registre';

/** The day of the tests: a Thursday in the fourth month of the invented dossier's CSP (from 25/03/2025). */
export const MAINTENANT = new Date('2025-07-10T09:00:00Z');
export const ORIGINE_UI = 'http://127.0.0.1:8233';

export interface Banc {
  /** With the session of `conseillere-1`, unless a request brings another one. */
  app: Signee;
  /** The same application, of which one is a stranger. */
  nu: Hono;
  /** The same application, with the session of another account. */
  comme(entrant: Entrant): Promise<Pick<Banc, 'app' | 'poster'>>;
  deps: DependancesWeb;
  registre: RegistreDeTest['registre'];
  /** For a process that opens the register itself. */
  url: string;
  boite: string;
  erreurs: unknown[];
  ouvrir(empreinte: string, evenements?: Evenement[], reste?: Partial<Ouverture>): Promise<string>;
  /** Sends an act as another tool would: no preview, no trace. */
  envoyer(numero: string, acte: ActeJournal, contenu: ContenuActe): Promise<Issue | 'EN_COURS'>;
  /** Does what a browser would: same origin, form encoding, and the page of the draft when the answer is one. */
  poster(adresse: string, champs: Record<string, string>): Promise<Response>;
  fermer(): Promise<void>;
}

/** The pages over a real register; acts are taken by the activities of a journey, one question of `situer` each, without its engine. */
export async function ouvrirBanc(plus: Partial<DependancesWeb> = {}): Promise<Banc> {
  const { registre, url, fermer } = await ouvrirRegistreDeTest();
  const boite = mkdtempSync(join(tmpdir(), 'jalon-boite-'));
  const erreurs: unknown[] = [];
  const activites = creerActivitesParcours({ registre, envoi: 'immediat' });

  const tours = new Map<string, Promise<void>>();
  /** One after the other, as a journey takes what comes; what it knows already counts once. */
  function tour(numero: string, recus: MessageRecu[]): Promise<void> {
    const suivant = (tours.get(numero) ?? Promise.resolve()).then(() => unTour(numero, recus));
    tours.set(
      numero,
      suivant.catch(() => undefined),
    );
    return suivant;
  }

  async function unTour(numero: string, recus: MessageRecu[]): Promise<void> {
    const connu = etatParcours((await lireDossier(registre, numero))!);
    const etat = { ...connu, recus: recus.filter(({ id }) => !Object.hasOwn(connu.issues, id)) };
    if (recus.length > 0 && etat.recus.length === 0) return;
    const maintenant = MAINTENANT.toISOString();
    const reponse = await activites.situer({ etat, enCours: [], maintenant });
    const version = etat.version + 1;
    const issues = Object.fromEntries(reponse.issues.map((i) => [i.id, { ...i, version }]));
    const apres = {
      ...etat,
      recus: [],
      version,
      journal: [...etat.journal, ...reponse.entrees],
      issues: { ...etat.issues, ...issues },
      courriers: { ...etat.courriers, ...reponse.memoires },
      termeAnnonce: reponse.termeAnnonce,
      changements: reponse.changements,
    };
    await activites.inscrire({ etat: apres, taches: reponse.taches, memoires: reponse.memoires, maintenant });
  }

  const actes: DepsRendezVous = {
    registre,
    envoi: 'immediat',
    prevenir: async () => undefined,
    relancer: async () => undefined,
    envoyer: async ({ numero }, acte, contenu) => {
      const id = contenu.id ?? randomUUID();
      await tour(numero, [{ id, acte, contenu, recuLe: MAINTENANT.toISOString() }]);
      return (await lireDossier(registre, numero))!.memoire!.issues[id]!;
    },
  };
  const cles = `essai:${Buffer.alloc(32, 7).toString('base64')}`;
  const deps: DependancesWeb = {
    registre,
    actes,
    courriers: { registre, prevenir: async () => undefined },
    confier: { registre, reveiller: async () => true },
    sondes: { registre: async () => (await registre.interroger()) === true },
    relever: null,
    listerBloques: null,
    boite,
    codec: { decodeur: new CodecChiffrant(lireTrousseau(cles)), originesUi: [ORIGINE_UI], sansSession: false },
    interfaceMoteur: `${ORIGINE_UI}/namespaces/essai`,
    porte: creerPorte({ coffre: creerCoffre(lireTrousseau(cles)) }),
    brouillons: new Brouillons(() => MAINTENANT),
    recherches: new Brouillons(() => MAINTENANT, RECHERCHES_GARDEES),
    maintenant: () => MAINTENANT,
    signaler: (erreur) => erreurs.push(erreur),
    ...plus,
  };
  const nu = creerApplication(deps);
  // A bench over the register of another one knows its accounts.
  const entre = plus.registre ?? registre;
  const comme = async (entrant: Entrant) => signee(await entrerEnTantQue(nu, entre, entrant, deps.maintenant));
  const { app, poster } = await comme({ role: 'CONSEILLER', id: 'conseillere-1' });
  return {
    app,
    nu,
    comme,
    deps,
    registre,
    url,
    boite,
    erreurs,
    async ouvrir(empreinte, evenements = [], reste = {}) {
      const enregistreLe = '2025-03-03T09:00:00.000Z';
      const journalInitial = evenements.map((evenement, i) => ({
        id: `ouverture-${i + 1}`,
        acte: 'consigner' as const,
        evenement,
        auteur: 'import',
        enregistreLe,
      }));
      const { numero } = await inscrireOuverture(
        registre,
        ouverture(empreinte, { journalInitial, ...reste }),
        MAINTENANT,
      );
      await tour(numero, []);
      return numero;
    },
    envoyer: async (numero, acte, contenu) => actes.envoyer((await lireDossier(registre, numero))!, acte, contenu),
    poster,
    async fermer() {
      rmSync(boite, { recursive: true });
      await fermer();
    },
  };
}

/** A browser of one account. */
const signee = (app: Signee): Pick<Banc, 'app' | 'poster'> => ({
  app,
  async poster(adresse, champs) {
    const reponse = await app.request(`http://127.0.0.1:3000${adresse}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Sec-Fetch-Site': 'same-origin',
        Origin: 'http://127.0.0.1:3000',
      },
      body: new URLSearchParams(champs).toString(),
    });
    const suite = reponse.headers.get('location');
    return /[?&]brouillon=/.test(suite ?? '') ? app.request(`http://127.0.0.1:3000${suite}`) : reponse;
  },
});

/** The fields of the first form that posts to `action`, as a browser would send them untouched. */
export function champsDuFormulaire(html: string, action: string): Record<string, string> {
  const form = html.split('<form').find((f) => f.includes(`action="${action}"`));
  if (form === undefined) throw new Error(`aucun formulaire vers ${action}`);
  const champs: Record<string, string> = {};
  for (const [balise] of form.split('</form>')[0]!.matchAll(/<input[^>]*>/g)) {
    const nom = /name="([^"]*)"/.exec(balise)?.[1];
    if (nom && !/type="(checkbox|submit)"/.test(balise))
      champs[nom] = decoder(/value="([^"]*)"/.exec(balise)?.[1] ?? '');
  }
  return champs;
}

const decoder = (texte: string): string =>
  texte
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** The text of a page, tags and entities gone. */
export const texteDe = (html: string): string =>
  decoder(html.replace(/<style.*?<\/style>/gs, '').replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ');

/** Asks a page as a browser would. */
export async function lirePage(
  { app }: Pick<Banc, 'app'>,
  adresse: string,
): Promise<{ statut: number; html: string; texte: string }> {
  const reponse = await app.request(`http://127.0.0.1:3000${adresse}`);
  const html = await reponse.text();
  return { statut: reponse.status, html, texte: texteDe(html) };
}

/** What a form sends, as it stands, but for these fields. */
export async function saisir(
  banc: Pick<Banc, 'app'>,
  page: string,
  action: string,
  champs: Record<string, string>,
): Promise<Record<string, string>> {
  return { ...champsDuFormulaire((await lirePage(banc, page)).html, action), ...champs };
}

/** Ids of the facts of a dossier, as the register has them. */
export const faitsDe = async ({ registre }: Pick<Banc, 'registre'>, numero: string): Promise<string[]> =>
  (await lireDossier(registre, numero))!.journal.map(({ id }) => id);

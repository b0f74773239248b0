import { HonoRequest } from 'hono/request';
import { METHOD_NAME_ALL } from 'hono/router';
import { arpenter, envoyerA, LOCAL } from './arpenter';
import { type Banc, texteDe } from './banc';
import { type ChampVu, type Formulaire, rempli } from './formulaires';
import { decodee, FUITE, type Hostile } from './hostiles';

export type Navigateur = Pick<Banc, 'app'>;

/** A field of a form, and whoever is shown it. */
export interface ChampVise {
  route: string;
  formulaire: Formulaire;
  champ: ChampVu;
  par: Navigateur;
}

/** What a page is asked by. */
interface PageVisee {
  adresse: string;
  noms: Set<string>;
  par: Navigateur;
}

export interface Reponse {
  statut: number;
  html: string;
  /** Where the answer led, before that page was read. */
  suite: string | null;
}

/** Every page and every field of every form that some accounts find by following links: nothing is listed by hand. */
export class Balayage {
  /** Once for each address that takes it, under `POST /dossiers/:numero/taches motif`. */
  readonly champs = new Map<string, ChampVise>();
  readonly pages = new Map<string, PageVisee>();
  /** A form of each address that takes one. */
  readonly formulaires = new Map<string, { formulaire: Formulaire; par: Navigateur }>();
  private envois = 0;

  constructor(private readonly banc: Banc) {}

  /** From now on, notes the names that pages read in their addresses, whether or not a link holds them. */
  ecouter(): void {
    const lire = HonoRequest.prototype.query as (this: HonoRequest, nom?: string) => unknown;
    const noter = ({ method, path }: HonoRequest, nom: string) =>
      this.pages.get(this.routeDe(method, path))?.noms.add(nom);
    jest.spyOn(HonoRequest.prototype, 'query').mockImplementation(function (this: HonoRequest, nom?: string) {
      const lue = lire.call(this, nom);
      if (nom !== undefined) noter(this, nom);
      if (typeof lue !== 'object' || lue === null) return lue as never;
      const get = (objet: object, cle: string | symbol) => {
        if (typeof cle === 'string') noter(this, cle);
        return Reflect.get(objet, cle);
      };
      return new Proxy(lue, { get }) as never;
    });
  }

  async decouvrir(par: Navigateur, depuis: readonly string[]): Promise<void> {
    const { adresses, formulaires } = await arpenter(par, depuis);
    for (const adresse of adresses) this.noter(adresse, par, [...new URL(adresse, LOCAL).searchParams.keys()]);
    for (const formulaire of formulaires) {
      const { methode, vers, champs } = formulaire;
      const noms = champs.map(({ nom }) => nom);
      if (methode === 'GET') {
        this.noter(vers, par, noms);
        continue;
      }
      const route = this.routeDe(methode, vers);
      this.formulaires.set(route, { formulaire, par });
      for (const champ of champs)
        this.champs.set(`${route} ${champ.nom.replace(/[\d-]{14,}/, ':numero')}`, { route, formulaire, champ, par });
    }
  }

  private noter(adresse: string, par: Navigateur, noms: readonly string[]): void {
    const route = this.routeDe('GET', adresse);
    const connus = this.pages.get(route)?.noms ?? [];
    this.pages.set(route, { adresse: adresse.split('?')[0]!, noms: new Set([...connus, ...noms]), par });
  }

  /** The page that an address leads to, as its module declares it. */
  private routeDe(methode: string, adresse: string): string {
    const trouvees = this.banc.nu.router
      .match(methode, new URL(adresse, LOCAL).pathname)[0]
      .map(([[, route]]) => route);
    const page = trouvees.findLast(({ method }) => method !== METHOD_NAME_ALL);
    return page === undefined ? `${methode} ${adresse}` : `${page.method} ${page.path}`;
  }

  /** A form as its reader would send it, with one value in place of a field's; an act is a new one each time. */
  async soumettre({ formulaire, champ, par }: ChampVise, { code }: Pick<Hostile, 'code'>): Promise<Reponse> {
    this.envois += 1;
    const rang = String(this.envois).padStart(12, '0');
    const { _id, ...reste } = rempli(formulaire);
    const neuf =
      _id === undefined ? {} : { _id: _id.includes('-') ? `00000000-0000-4000-8000-${rang}` : `0000${rang}` };
    const autres = Object.entries({ ...reste, ...neuf }).filter(([nom]) => nom !== champ.nom);
    return suivre(par, await envoyerA(par, formulaire.vers, corpsDe(champ, code, autres)));
  }

  demander(par: Navigateur, adresse: string): Promise<Reponse> {
    return par.app.request(`${LOCAL}${adresse}`).then((reponse) => suivre(par, reponse));
  }

  /** What no answer may be, whatever was asked. */
  fautesDe({ statut, html, suite }: Reponse, { code }: Pick<Hostile, 'code'> = { code: '' }): string[] {
    const laid = LAID.exec(texteDe(html))?.[0];
    return [
      ...(statut >= 500 ? [`${statut} : ${this.banc.erreurs.at(-1)}`] : []),
      ...(html.includes(FUITE) ? ['une balise passe'] : []),
      ...(laid !== undefined && !decodee(code).includes(laid) ? [`dit « ${laid} »`] : []),
      ...(statut >= 400 && statut < 500 && !DIT.test(html) ? [`${statut} sans phrase : ${texteDe(html)}`] : []),
      ...(suite !== null && !/^\/(?![/\\])/.test(suite) ? [`mène à ${suite}`] : []),
    ];
  }
}

/** Where a page says why it refuses: at the field, at its top, or as a page of its own; to a machine, under one key. */
const DIT = /role="alert"|class="faute"|-erreur"|<h1>(Demande|Page|Adresse|Trop)|{"erreur":"/;
/** What a program says, and no page of ours. */
const LAID = /\n\s+at |node_modules|(Type|Range|Syntax)Error|\[object |\bundefined\b|\bNaN\b|Infinity/;

async function suivre(par: Navigateur, recue: Response): Promise<Reponse> {
  const suite = recue.headers.get('location');
  const reponse = suite?.startsWith('/') ? await par.app.request(`${LOCAL}${suite}`) : recue;
  return { statut: reponse.status, html: await reponse.text(), suite };
}

/** A file goes as its bytes. */
function corpsDe({ nom, genre }: ChampVu, code: string, autres: [string, string][]): string | FormData {
  if (genre !== 'file') return `${new URLSearchParams(autres)}&${encodeURIComponent(nom)}=${code}`;
  const corps = new FormData();
  for (const [autre, valeur] of autres) corps.set(autre, valeur);
  const octet = (_: string, hexa: string) => String.fromCharCode(Number.parseInt(hexa, 16));
  corps.set(nom, new File([Buffer.from(code.replace(/%(..)/g, octet), 'latin1')], 'essai.json'));
  return corps;
}

/** Asked hundreds of times of one register: made, and by the server planned, once. */
const questions = new WeakMap<object, { name: string; text: string }>();

async function questionDuContenu({ pool }: Banc['registre']): Promise<{ name: string; text: string }> {
  const connue = questions.get(pool);
  if (connue !== undefined) return connue;
  const { rows } = await pool.query<{ nom: string }>(
    `SELECT table_name AS nom FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  );
  const requetes = rows
    .filter(({ nom }) => !['audit', 'sceaux', 'traces_a_sceller', 'sessions'].includes(nom))
    .map(({ nom }) => `SELECT '${nom}', md5(string_agg(t::text, ';' ORDER BY t::text)) FROM ${nom} t`);
  const question = { name: 'contenu-du-registre', text: requetes.join(' UNION ALL ') };
  questions.set(pool, question);
  return question;
}

/** All that the register holds, but who looked, who signed in and what was refused. */
export async function contenuDuRegistre({ registre }: Pick<Banc, 'registre'>): Promise<string> {
  return JSON.stringify((await registre.pool.query(await questionDuContenu(registre))).rows);
}

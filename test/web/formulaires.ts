/** A field as a page shows it: what it holds, and whether someone sees it. */
export interface ChampVu {
  nom: string;
  valeur: string;
  /** `hidden`, `text`, `date`, `select`, `textarea`, `checkbox`… */
  genre: string;
}

/** A form of a page, by the address that it is sent to. */
export interface Formulaire {
  methode: 'GET' | 'POST';
  vers: string;
  champs: ChampVu[];
}

const attribut = (balise: string, nom: string): string | undefined => {
  const trouve = new RegExp(`\\s${nom}(?:="([^"]*)")?(?=[\\s/>]|$)`).exec(balise);
  return trouve === null ? undefined : lisible(trouve[1] ?? '');
};

/** What stands for the characters that a page escapes. */
export const lisible = (texte: string): string =>
  texte
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** The forms of a page, and once more each under the address of a button that sends it elsewhere. */
export function formulairesDe(html: string, page: string): Formulaire[] {
  return html
    .split('<form')
    .slice(1)
    .flatMap((suite) => {
      const [ouverture, corps] = couper(suite.split('</form>')[0]!);
      const methode = attribut(ouverture, 'method')?.toUpperCase() === 'POST' ? 'POST' : 'GET';
      const ailleurs = [...corps.matchAll(/<button[^>]*>/g)].map(([b]) => attribut(b, 'formaction'));
      const vers = [attribut(ouverture, 'action') ?? page, ...ailleurs].filter((adresse) => adresse !== undefined);
      const champs = champsDe(corps);
      return vers.map((adresse) => ({ methode, vers: adresse, champs }) as const);
    });
}

const couper = (suite: string): [string, string] => {
  const fin = suite.indexOf('>');
  return [` ${suite.slice(0, fin)} `, suite.slice(fin + 1)];
};

const BALISES = /<(?:input|button)([^>]*)>|<select([^>]*)>(.*?)<\/select>|<textarea([^>]*)>(.*?)<\/textarea>/gs;

function champsDe(corps: string): ChampVu[] {
  return [...corps.matchAll(BALISES)].flatMap(([, entree, liste, options, zone, texte]) => {
    const nom = attribut(entree ?? liste ?? zone ?? '', 'name');
    if (nom === undefined) return [];
    if (entree !== undefined) {
      const genre = attribut(entree, 'type') ?? 'text';
      return [{ nom, genre, valeur: attribut(entree, 'value') ?? '' }];
    }
    if (zone !== undefined) return [{ nom, genre: 'textarea', valeur: lisible(texte ?? '') }];
    const choix = [...(options ?? '').matchAll(/<option([^>]*)>/g)].map(([, o]) => ` ${o} `);
    const choisi = choix.find((o) => attribut(o, 'selected') !== undefined) ?? choix[0] ?? '';
    const valeur = attribut(choisi, 'value') || choix.map((o) => attribut(o, 'value')).find(Boolean) || '';
    return [{ nom, genre: 'select', valeur }];
  });
}

/** What someone would type in a field left empty, by its kind. */
const TAPES: Readonly<Record<string, string>> = {
  date: '2025-07-15',
  month: '2025-06',
  time: '09:30',
  number: '7',
  email: 'essai@example.org',
  url: 'https://visio.example.org/essai',
  text: 'essai',
  textarea: 'essai',
  password: 'une phrase que personne ne dit',
  checkbox: 'oui',
};

/** What is read as more than a text. */
const CONNUS: Readonly<Record<string, string>> = { duree: '30', 'champ.jeu': '{"dureeMois": 13}' };

/** The calendar beside a day that is typed, which it says once. */
const CALENDRIER = 'calendrier:';

/** A form as a person would send it: what it holds, and something of its kind where it holds nothing; a day is typed. */
export function rempli({ champs }: Formulaire): Record<string, string> {
  const jours = champs.flatMap(({ nom }) => (nom.startsWith(CALENDRIER) ? [nom.slice(CALENDRIER.length)] : []));
  const tape = ({ nom, genre }: ChampVu): string =>
    nom.startsWith(CALENDRIER) ? '' : (CONNUS[nom] ?? TAPES[jours.includes(nom) ? 'date' : genre] ?? '');
  return Object.fromEntries(champs.map((champ) => [champ.nom, champ.valeur || tape(champ)]));
}

/** Addresses of this tool that a page leads to. */
export const liensDe = (html: string): string[] =>
  [...html.matchAll(/<a[^>]*\shref="(\/[^"]*)"/g)].map(([, adresse]) => lisible(adresse!).split('#')[0]!);

import type { Banc } from './banc';
import { type Formulaire, formulairesDe, liensDe, rempli } from './formulaires';

export const LOCAL = 'http://127.0.0.1:3000';

/** What one finds by following every link from some addresses, and every preview. */
export interface Arpente {
  /** Addresses that answer a page, in the order in which they were found. */
  adresses: string[];
  formulaires: Formulaire[];
}

/** A form sent as a browser would, percent-encoded already when it holds no file. */
export const envoyerA = ({ app }: Pick<Banc, 'app'>, vers: string, body: string | FormData): Promise<Response> =>
  app.request(`${LOCAL}${vers}`, {
    method: 'POST',
    headers: {
      Origin: LOCAL,
      'Sec-Fetch-Site': 'same-origin',
      ...(typeof body === 'string' ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
    },
    body,
  });

/** Follows what the pages lead to: nothing is recorded, previews alone are sent. */
export async function arpenter(par: Pick<Banc, 'app'>, depuis: readonly string[]): Promise<Arpente> {
  const vues = new Set<string>();
  const apercus = new Set<string>();
  const formulaires: Formulaire[] = [];
  const file = [...depuis];
  for (let adresse = file.shift(); adresse !== undefined; adresse = file.shift()) {
    if (vues.has(adresse)) continue;
    vues.add(adresse);
    const reponse = await par.app.request(`${LOCAL}${adresse}`);
    if (!reponse.headers.get('content-type')?.includes('html')) continue;
    const html = await reponse.text();
    const trouves = formulairesDe(html, adresse.split('?')[0]!);
    formulaires.push(...trouves);
    file.push(...liensDe(html));
    for (const formulaire of trouves.filter(({ vers }) => vers.endsWith('/apercu'))) {
      const champs = rempli(formulaire);
      const sorte = [formulaire.vers, champs._acte, champs._type, champs._champ].join(' ');
      if (apercus.has(sorte)) continue;
      apercus.add(sorte);
      const suite = (await envoyerA(par, formulaire.vers, new URLSearchParams(champs).toString())).headers;
      if (suite.has('location')) file.push(suite.get('location')!);
    }
  }
  return { adresses: [...vues], formulaires };
}

import { ajouterJours, type DateCivile } from '../../domain/calendrier/dates';
import type { Signee } from '../../test/outils/entrer';
import { champsDuFormulaire } from '../../test/web/banc';

/** Milliseconds on a clock of what a counsellor waits for, from a click to the last byte of the page. */
export interface Attentes {
  formulaire: number;
  apercu: number;
  /** Confirmed, judged by the journey, and the dossier shown with what became of it. */
  issue: number;
}

const PRIS = 'L’événement est pris en compte';

/** Days off recorded as in a browser: the form, the preview, the confirmation. @param fois others each time */
export async function consignerSurLeWeb(
  { app, origine }: { app: Signee; origine: string },
  numero: string,
  { aujourdhui, fois }: { aujourdhui: DateCivile; fois: number },
): Promise<Attentes> {
  const action = `/dossiers/${numero}/evenement`;
  const lire = async (chemin: string, init: RequestInit = {}): Promise<string> => {
    const reponse = await app.request(origine + chemin, { ...init, redirect: 'manual' });
    const suite = reponse.headers.get('location');
    const texte = await reponse.text();
    if (suite !== null) return lire(new URL(suite, origine + chemin).href.slice(origine.length));
    if (reponse.status !== 200) throw new Error(`${chemin} : ${reponse.status}\n${texte.slice(0, 500)}`);
    return texte;
  };
  const envoyer = (chemin: string, champs: Record<string, string>) =>
    lire(chemin, {
      method: 'POST',
      headers: {
        ...{ 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' },
        Origin: origine,
      },
      body: new URLSearchParams(champs).toString(),
    });
  const debut = performance.now();
  const formulaire = await lire(`${action}?type=CONGES`);
  const affiche = performance.now();
  const jour = (n: number) => ajouterJours(aujourdhui, 7 * fois + n);
  const champs = {
    ...champsDuFormulaire(formulaire, `${action}/apercu`),
    'champ.debut': jour(0),
    'champ.fin': jour(2),
  };
  const apercu = await envoyer(`${action}/apercu`, champs);
  const vu = performance.now();
  const dossier = await envoyer(action, champsDuFormulaire(apercu, action));
  const fini = performance.now();
  if (!dossier.includes(PRIS)) throw new Error(`${numero} : la page ne dit pas « ${PRIS} »`);
  return { formulaire: affiche - debut, apercu: vu - affiche, issue: fini - vu };
}

import { type ContenuPret, preparerContenu, preparerContenuVite } from '../contenus';
import type { EnvoiPrepare } from './lettre';

/** What a hand-off carries, hashed and compressed, with its hashes by part. */
export interface ContenusPrets {
  tous: ContenuPret[];
  sha256: Record<'donnees' | 'texte' | 'html' | 'pdf' | 'ics', string | null> & { donnees: string };
}

/** Made away from any transaction. @param vite for the many small contents of a batch: cheaper, at once */
export async function contenusDeRemise(
  { donnees, texte, html, pdf, ics = null }: Pick<EnvoiPrepare, 'donnees' | 'texte' | 'html' | 'pdf' | 'ics'>,
  vite: boolean,
): Promise<ContenusPrets> {
  const preparer = vite ? preparerContenuVite : preparerContenu;
  const [json, enTexte, enHtml, enPdf, enIcs] = await Promise.all([
    preparer('application/json', JSON.stringify(donnees)),
    texte === null ? null : preparer('text/plain', texte),
    html === null ? null : preparer('text/html', html),
    pdf === null ? null : preparer('application/pdf', pdf),
    ics === null ? null : preparer('text/calendar', ics),
  ]);
  return {
    tous: [json, enTexte, enHtml, enPdf, enIcs].filter((contenu) => contenu !== null),
    sha256: {
      donnees: json.sha256,
      texte: enTexte?.sha256 ?? null,
      html: enHtml?.sha256 ?? null,
      pdf: enPdf?.sha256 ?? null,
      ics: enIcs?.sha256 ?? null,
    },
  };
}

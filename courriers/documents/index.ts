import { bilan } from './bilan';
import type { Document } from './bloc';
import { carnet } from './carnet';
import { type ContexteDocument, contexteDocument } from './contexte';
import type { DocumentRendu, DonneesDocument, SorteDocument } from './donnees';
import { mesDates } from './mes-dates';
import { rendrePdfDocument } from './pdf/rendu-document';
import { pointEtape } from './point-etape';
import { psp } from './psp';

export type { ActionDocument, DocumentRendu, DonneesDocument, SorteDocument } from './donnees';
export { sortesDocument } from './donnees';

interface ModeleDocument {
  /** Grows when what it says or shows changes. */
  version: number;
  /** "Carnet de suivi", for a link or a list. */
  nom: string;
  ecrire: (c: ContexteDocument) => Document;
}

/** The one registry of documents: a kind without its template does not compile. */
export const modelesDocument: Readonly<Record<SorteDocument, ModeleDocument>> = {
  CARNET: { version: 5, nom: 'Carnet de suivi', ecrire: carnet },
  PSP: { version: 3, nom: 'Plan d’action (PSP)', ecrire: psp },
  POINT_ETAPE: { version: 3, nom: 'Point d’étape', ecrire: pointEtape },
  BILAN: { version: 3, nom: 'Bilan', ecrire: bilan },
  MES_DATES: { version: 5, nom: 'Mes dates', ecrire: mesDates },
};

/** How an address or a command names a kind: `point-etape`. */
export const nomCourt = (sorte: SorteDocument): string => sorte.toLowerCase().replaceAll('_', '-');

/**
 * Makes a document of a journey as an accessible PDF (PDF/UA-1, A4); the same data gives the same bytes.
 * @throws when Typst refuses it: a bug
 */
export function rendreDocument(d: DonneesDocument): DocumentRendu {
  const { version, ecrire } = modelesDocument[d.sorte];
  const c = contexteDocument(d);
  return {
    pdf: rendrePdfDocument(c, ecrire(c)),
    nomPdf: `jalon-${d.numero}-${nomCourt(d.sorte)}.pdf`.toLowerCase().replace(/[^a-z0-9.]+/g, '-'),
    gabarit: `${d.sorte}@${version}`,
  };
}

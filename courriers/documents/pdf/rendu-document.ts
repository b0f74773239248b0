import { join } from 'node:path';
import { annee } from '../../../domain/calendrier/dates';
import { jourLong } from '../../contexte';
import { composer, enPdf, imprimable } from '../../pdf/atelier';
import { typographie } from '../../texte';
import type { Document } from '../bloc';
import type { ContexteDocument } from '../contexte';

const GABARIT = join(__dirname, 'document.typ');

/** Tenths of a point: the usual body, those that may save a last page that holds only its signatures, those that still read. */
const CORPS = 105;
const CORPS_SERRES = [100, 95];
const CORPS_UNE_PAGE = [...CORPS_SERRES, 90, 85, 80];

/** Every string of a value, made printable; titles and labels get the typography that texts already have. */
const partout = (valeur: unknown): unknown => {
  if (typeof valeur === 'string') return imprimable(valeur);
  if (Array.isArray(valeur)) return valeur.map(partout);
  if (typeof valeur !== 'object' || valeur === null) return valeur;
  return Object.fromEntries(Object.entries(valeur).map(([cle, v]) => [cle, cle === 'lien' ? v : partout(v)]));
};

/** Labels that we write ourselves, wherever they are in a block. */
const ECRITS = new Set(['titre', 'sousTitre', 'libelle', 'question']);
const titrer = (valeur: unknown): unknown => {
  if (Array.isArray(valeur)) return valeur.map(titrer);
  if (typeof valeur !== 'object' || valeur === null) return valeur;
  return Object.fromEntries(
    Object.entries(valeur).map(([cle, v]) => [
      cle,
      ECRITS.has(cle) && typeof v === 'string' ? typographie(v) : titrer(v),
    ]),
  );
};

/** Whose a document is, and when it is made: what heads its pages. */
export type EnTeteDocument = Pick<ContexteDocument, 'beneficiaire' | 'numero' | 'personnes' | 'jour'>;

/** A document as an accessible PDF (PDF/UA-1): same document, same bytes. @throws when Typst refuses it, which is a bug. */
export function rendrePdfDocument(c: EnTeteDocument, d: Document): Uint8Array {
  const document = partout(
    titrer({
      ...d,
      beneficiaire: c.beneficiaire,
      numero: c.numero,
      agence: c.personnes.agence.nom,
      etabli: jourLong(c.jour).replace(/^\S+ /, ''),
      annee: annee(c.jour),
      mois: Number(c.jour.slice(5, 7)),
      jour: Number(c.jour.slice(8)),
    }),
  ) as object;
  const mettre = (dixiemes: number) => composer(GABARIT, { ...document, dixiemes });
  const normale = mettre(CORPS);
  if (d.couverture || normale.numOfPages === 1) return enPdf(normale);
  for (const corps of d.unePage ? CORPS_UNE_PAGE : CORPS_SERRES) {
    const serree = mettre(corps);
    if (serree.numOfPages < normale.numOfPages) return enPdf(serree);
  }
  return enPdf(normale);
}

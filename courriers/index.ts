import type { Destinataire } from '../domain/resultat';
import { contexte } from './contexte';
import type { CourrierRendu, DonneesCourrier } from './donnees';
import { dresser, type Lettre } from './lettre';
import type { Redaction } from './modele';
import { modeles } from './modeles';
import { rendrePdf } from './pdf/rendu-pdf';
import { rendreHtml } from './rendu-html';
import { rendreTexte } from './rendu-texte';

export type { CourrierRendu, DonneesCourrier } from './donnees';

/** Template and version that write a code today: `C01_PROPOSITION@1`. */
export const gabaritDe = (code: DonneesCourrier['code']): string => `${code}@${modeles[code].version}`;

/**
 * Writes a letter, not yet in any form.
 * @throws when the catalogue has no such reader for this code, or when a date that the rules always give is absent: bugs.
 */
export function ecrire(d: DonneesCourrier): Lettre {
  const rediger = (modeles[d.code] as Partial<Record<Destinataire, Redaction>>)[d.destinataire];
  if (!rediger) throw new Error(`${d.code} n’est pas écrit pour ${d.destinataire}`);
  const c = contexte(d);
  return dresser(c, rediger(c));
}

/** Writes a letter in its three forms; the same data gives the same bytes. @throws as {@link ecrire} does. */
export function rendre(d: DonneesCourrier): CourrierRendu {
  const lettre = ecrire(d);
  return {
    objet: lettre.objet,
    texte: rendreTexte(lettre),
    html: rendreHtml(lettre),
    pdf: rendrePdf(lettre),
    nomPdf: `jalon-${d.numero}-${d.code}.pdf`.toLowerCase().replace(/[^a-z0-9.]+/g, '-'),
    gabarit: gabaritDe(d.code),
  };
}

import type { LigneDate } from './contenu';
import type { Lettre } from './lettre';
import { brut, typographie } from './texte';

const titre = (s: string): string => s.toLocaleUpperCase('fr');

const rangee = ({ libelle, valeur, avant }: LigneDate): string =>
  `- ${libelle}${typographie(' : ')}${valeur}${avant === undefined ? '' : ` (au lieu de${typographie(' : ')}${avant})`}`;

/** The letter as plain text: one line a paragraph, so that each screen wraps it as it likes. */
export function rendreTexte(l: Lettre): string {
  const blocs: string[] = [`${l.lieuDate}\nDossier n° ${l.numero}`, l.salutation, ...l.accroche.map(brut)];
  if (l.aFaire.length > 0)
    blocs.push(titre(l.titres.aFaire), l.aFaire.map((x, i) => `${i + 1}. ${brut(x)}`).join('\n'));
  if (l.dates.length > 0) blocs.push(titre(l.titres.dates), l.dates.map(rangee).join('\n'));
  if (l.fichierJoint !== null) blocs.push(l.fichierJoint);
  for (const s of l.sections) {
    const marge = s.modele ? '> ' : '';
    blocs.push(titre(s.titre), ...s.paragraphes.map((p) => `${marge}${brut(p)}`));
  }
  blocs.push(titre(l.titres.contact), l.contact.map(brut).join('\n'));
  if (l.politesse) blocs.push(l.politesse, l.signature.join('\n'));
  blocs.push(`--\n${l.mention}`);
  return `${blocs.join('\n\n')}\n`;
}

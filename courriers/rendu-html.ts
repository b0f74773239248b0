import type { LigneDate, Section } from './contenu';
import type { Lettre } from './lettre';
import type { Texte } from './texte';

const ENTITES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const echapper = (s: string): string => s.replace(/[&<>"']/g, (x) => ENTITES[x]!);

/*
 * No background and no text colour is set: mail programs that darken a page then keep it readable. The one accent
 * is a blue that contrasts with white and with black.
 */
const ACCENT = '#2b7fd4';
const CORPS = `max-width:600px;margin:0 auto;padding:16px;font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere`;
const P = 'margin:0 0 12px';
const H1 = 'font-size:22px;line-height:1.25;margin:0 0 16px';
const H2 = 'font-size:18px;line-height:1.3;margin:24px 0 8px';
const CADRE = `border-left:4px solid ${ACCENT};padding:0 0 0 14px;margin:20px 0`;
const CELLULE = 'padding:8px 0;border-bottom:1px solid #8888;vertical-align:top;text-align:left';
const PETIT = 'font-size:14px;line-height:1.4;margin:0';

const ecrire = (texte: Texte): string =>
  texte
    .map((s) => {
      const dedans = s.fort ? `<strong>${echapper(s.texte)}</strong>` : echapper(s.texte);
      return s.lien ? `<a href="${echapper(s.lien)}">${dedans}</a>` : dedans;
    })
    .join('');

const p = (texte: Texte): string => `<p style="${P}">${ecrire(texte)}</p>`;

const actions = (l: Lettre): string =>
  l.aFaire.length === 0
    ? ''
    : `<div style="${CADRE}"><h2 style="${H2};margin-top:0">${echapper(l.titres.aFaire)}</h2><ol style="margin:0;padding:0 0 0 22px">${l.aFaire
        .map((x) => `<li style="margin:0 0 10px">${ecrire(x)}</li>`)
        .join('')}</ol></div>`;

/** A date stays on one line of a phone; what is longer may be cut. */
const UNE_LIGNE = 26;

const rangee = (d: LigneDate): string =>
  `<tr><th scope="row" style="${CELLULE};font-weight:normal;padding-right:12px">${echapper(d.libelle)}</th><td style="${CELLULE}${d.valeur.length > UNE_LIGNE ? '' : ';white-space:nowrap'}"><strong>${echapper(d.valeur)}</strong>${
    d.avant === undefined ? '' : `<br><span style="${PETIT}">au lieu de&#160;: ${echapper(d.avant)}</span>`
  }</td></tr>`;

const dates = (l: Lettre): string =>
  l.dates.length === 0
    ? ''
    : `<h2 style="${H2}">${echapper(l.titres.dates)}</h2><table style="width:100%;border-collapse:collapse;margin:0 0 12px;font-size:16px;line-height:1.4">${l.dates.map(rangee).join('')}</table>${l.fichierJoint === null ? '' : `<p style="${P}">${echapper(l.fichierJoint)}</p>`}`;

const section = (s: Section): string => {
  const paragraphes = s.paragraphes.map(p).join('');
  const corps = s.modele
    ? `<blockquote style="${CADRE};border-left-style:double">${paragraphes}</blockquote>`
    : paragraphes;
  return `<h2 style="${H2}">${echapper(s.titre)}</h2>${corps}`;
};

/** The letter as a page for a phone: no image, no style sheet, everything escaped. */
export function rendreHtml(l: Lettre): string {
  const signature = l.politesse
    ? `<p style="${P};margin-top:20px">${echapper(l.politesse)}</p><p style="${P}">${l.signature.map(echapper).join('<br>')}</p>`
    : '';
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="date=no">
<title>${echapper(l.objet)}</title>
<style>:root{color-scheme:light dark}</style>
</head>
<body style="margin:0">
<main style="${CORPS}">
<h1 style="${H1}">${echapper(l.objet)}</h1>
<p style="${P}">${echapper(l.salutation)}</p>
${l.accroche.map(p).join('\n')}
${actions(l)}
${dates(l)}
${l.sections.map(section).join('\n')}
<h2 style="${H2}">${echapper(l.titres.contact)}</h2>
${l.contact.map(p).join('\n')}
${signature}
<hr style="border:0;border-top:1px solid #8888;margin:20px 0 12px">
<p style="${PETIT}">${echapper(l.lieuDate)} – <span style="white-space:nowrap">dossier n°&#160;${echapper(l.numero)}</span><br>${echapper(l.mention)}</p>
</main>
</body>
</html>
`;
}

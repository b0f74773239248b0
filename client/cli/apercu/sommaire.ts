import { niveauxDe } from '../../../domain/catalogue/canaux';
import { type Canaux, catalogue } from '../../../domain/catalogue/catalogue';
import type { Canal } from '../../../domain/dossier/personnes';
import { libellesCanal, libellesDestinataire } from '../../affichage/libelles';
import { typographie } from '../../affichage/typographie';
import type { Forme, Piece } from './pieces';

const GROUPES: Record<Piece['groupe'], { titre: string; texte: string }> = {
  REGLES: { titre: 'Courriers voulus par les règles', texte: 'Leur date se calcule dès que le dossier est connu.' },
  PARCOURS: {
    titre: 'Courriers nés d’un fait',
    texte: 'Ils partent quand quelque chose est consigné, ou cesse d’être vrai.',
  },
  RENDEZ_VOUS: {
    titre: 'Courriers autour d’un rendez-vous',
    texte: 'Leurs invitations se rangent seules dans un agenda.',
  },
  FLOTTE: {
    titre: 'Courriers à date fixe',
    texte: 'L’actualisation, le même jour pour tout le monde ; le point du matin des conseillers.',
  },
  DOCUMENTS: { titre: 'Documents', texte: 'Faits à la demande, pour une personne à mi-parcours.' },
};

const FORMES: Record<Forme, string> = {
  txt: 'Texte',
  html: 'E-mail',
  pdf: 'PDF',
  'sms.txt': 'SMS',
  ics: 'Agenda (.ics)',
};

/** "e-mail, sinon SMS, sinon courrier": what the catalogue says, for this reader. */
function enClair(canaux: Canaux, { destinataire, decide }: Piece): string {
  if (canaux === 'T' || destinataire === 'CONSEILLER') return 'tâche du conseiller';
  const niveaux = niveauxDe(canaux)
    .map((niveau) => niveau.filter((canal) => canal !== 'SMS' || destinataire === 'BENEFICIAIRE'))
    .filter((niveau) => niveau.length > 0);
  const dire = (canal: Canal) => (decide && canal === 'COURRIER' ? 'lettre recommandée' : libellesCanal[canal]);
  return niveaux.map((niveau) => niveau.map(dire).join(' et ')).join(', sinon ');
}

const ENTITES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const echapper = (s: string): string => typographie(s).replace(/[&<>"]/g, (x) => ENTITES[x]!);

function details(piece: Piece): string {
  const { code } = piece;
  if (code === null)
    return piece.groupe === 'DOCUMENTS' ? 'remis à la personne' : 'e-mail, les matins des jours ouvrés';
  const { canaux, regle } = catalogue[code];
  const regles = /,/.test(regle) ? `règles ${regle}` : `règle ${regle}`;
  return `${enClair(canaux, piece)} ; ${regles}`;
}

function article(piece: Piece): string {
  const pour = piece.destinataire === null ? '' : ` <small>pour : ${libellesDestinataire[piece.destinataire]}</small>`;
  const nature = piece.decide ? ' <span class="decide">décide</span>' : '';
  const liens = piece.fichiers
    .map(({ forme, chemin }) => `<a href="${echapper(chemin)}">${FORMES[forme]}</a>`)
    .join(' ');
  return `<li>
<h3>${echapper(piece.titre)}${pour}${nature}</h3>
${piece.objet === null ? '' : `<p>${echapper(piece.objet)}</p>\n`}<p class="liens">${liens}</p>
<p class="discret">${echapper(details(piece))} – ${echapper(piece.gabarit)}</p>
</li>`;
}

const STYLE = `:root{color-scheme:light dark;--calme:#e8f0f4;--texte:#17475a}
@media(prefers-color-scheme:dark){:root{--calme:#1b3642;--texte:#c9e4ef}}
body{font:1rem/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;max-width:68rem;margin:0 auto;padding:1.25rem}
h1{line-height:1.2;margin-bottom:.25rem}h2{margin:2.25rem 0 .25rem}h3{font-size:1rem;margin:0 0 .25rem}
h3 small{display:block;font-weight:normal}nav a{margin-right:1rem}
ul{list-style:none;padding:0;display:grid;gap:.75rem;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr))}
li{border:1px solid #8886;border-radius:.375rem;padding:.75rem 1rem;overflow-wrap:anywhere}
li p{margin:0 0 .4rem}.discret{font-size:.85rem;opacity:.8;margin:0}
.liens a,.decide{display:inline-block;background:var(--calme);color:var(--texte);border-radius:.25rem;padding:.05rem .5rem;margin:0 .2rem .2rem 0}
.decide{font-size:.8rem;font-weight:normal}`;

/** The page that opens them all, from disk and without a network. */
export function sommaire(pieces: readonly Piece[]): string {
  const groupes = (Object.keys(GROUPES) as Piece['groupe'][]).filter((g) => pieces.some((p) => p.groupe === g));
  const sections = groupes.map((groupe) => {
    const { titre, texte } = GROUPES[groupe];
    const siens = pieces.filter((p) => p.groupe === groupe);
    return `<section aria-labelledby="${groupe}">
<h2 id="${groupe}">${echapper(titre)}</h2>
<p class="discret">${echapper(texte)}</p>
<ul>
${siens.map(article).join('\n')}
</ul>
</section>`;
  });
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Courriers et documents de Jalon</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Courriers et documents de Jalon</h1>
<p>Tout ce que Jalon écrit, sous toutes ses formes, avec des personnes inventées.</p>
<nav aria-label="Parties">${groupes.map((g) => `<a href="#${g}">${echapper(GROUPES[g].titre)}</a>`).join('')}</nav>
${sections.join('\n')}
</main>
</body>
</html>
`;
}

import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { lireMessage, lirePieceJointe, lireSource, listerMessages } from '../../local/boite';
import { simplifier } from '../../saisie/cellule';
import { demandeDeListe, pageDemandee, rechercheDemandee } from '../commun/demande-liste';
import { feuilleter } from '../commun/feuilleter';
import { PageBoite, PageMessage } from './page';

/** A mailbox of a long demo holds thousands of messages; a page shows so many, the latest first. */
const MONTRES = 200;

/** The local mailbox: `/boite` for people, `/boite.json` for tests and tools. */
export function routesBoite(dossier: string): Hono {
  const routes = new Hono();

  routes.get('/boite', async (c) => {
    const demande = demandeDeListe(c, ['q', 'page']);
    const [recherche, page] = [rechercheDemandee(demande.q), pageDemandee(demande.page)];
    const cherche = simplifier(recherche);
    const tous = (await listerMessages(dossier)).reverse();
    const trouves = tous.filter((m) => simplifier(`${m.to} ${m.subject}`).includes(cherche));
    const feuille = await feuilleter(page, MONTRES, (decalage) => ({
      lignes: trouves.slice(decalage, decalage + MONTRES),
      total: trouves.length,
    }));
    return c.html(<PageBoite feuille={feuille} total={tous.length} recherche={recherche} />);
  });

  routes.get('/boite.json', async (c) => {
    demandeDeListe(c, []);
    const messages = await listerMessages(dossier);
    return c.json(
      messages.map(({ id, from, to, subject, date, attachments }) => ({ id, from, to, subject, date, attachments })),
    );
  });

  routes.get('/boite/:id', async (c) =>
    c.html(<PageMessage message={trouver(await lireMessage(dossier, c.req.param('id')))} />),
  );

  routes.get('/boite/:id/html', async (c) => {
    const { html } = trouver(await lireMessage(dossier, c.req.param('id')));
    // Shown as a mail reader would: styles of the message, nothing fetched, nothing run, only inside our own page.
    c.header(
      'Content-Security-Policy',
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'",
    );
    return c.html(html);
  });

  routes.get('/boite/:id/source', async (c) =>
    telecharger(trouver(await lireSource(dossier, c.req.param('id'))), 'message/rfc822', `${c.req.param('id')}.eml`),
  );

  routes.get('/boite/:id/pieces/:rang{[0-9]{1,3}}', async (c) => {
    const piece = trouver(await lirePieceJointe(dossier, c.req.param('id'), Number(c.req.param('rang'))));
    return telecharger(piece.contenu, piece.contentType, piece.filename || 'piece');
  });
  return routes;
}

function trouver<T>(valeur: T | null): T {
  if (valeur === null) throw new HTTPException(404, { message: 'Ce message n’est pas dans la boîte.' });
  return valeur;
}

/** PDF and calendars open beside the page; all else is saved. The type is the sender's word: browsers may not guess another. */
export function telecharger(octets: Uint8Array, type: string, nom: string): Response {
  const montrable = type === 'application/pdf' || type === 'text/plain';
  const nomSur = encodeURIComponent(nom);
  return new Response(new Uint8Array(octets), {
    headers: {
      'Content-Type': montrable && type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
      'Content-Disposition': `${montrable ? 'inline' : 'attachment'}; filename*=UTF-8''${nomSur}`,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

import type { FC } from 'hono/jsx';
import { compte, instantEnClair } from '../../affichage/libelles';
import type { MessageBoite } from '../../local/boite';
import { type Feuilletee, PageAbsente } from '../commun/feuilleter';
import { Avis, Page } from '../commun/gabarit';
import { RECHERCHE_MAX } from '../commun/recherche';

type Piece = MessageBoite['attachments'][number];

/** The invitation is also a part of the text, which has no file name. */
const estInvitation = ({ contentType, filename }: Piece) =>
  contentType === 'text/calendar' || filename.toLowerCase().endsWith('.ics');

const nomPiece = (piece: Piece, rang: number): string =>
  piece.filename || (estInvitation(piece) ? 'invitation (.ics)' : `pièce ${rang + 1}`);

/** Each attachment by its name; the invitation once, though it travels twice. */
function piecesEnClair({ attachments }: MessageBoite): string {
  const nommee = attachments.some((a) => a.filename !== '' && estInvitation(a));
  return attachments
    .flatMap((a, rang) => (nommee && a.filename === '' && estInvitation(a) ? [] : [nomPiece(a, rang)]))
    .join(', ');
}

interface PropsBoite {
  feuille: Feuilletee<{ lignes: MessageBoite[]; total: number }>;
  /** All that arrived, whatever is looked for. */
  total: number;
  recherche: string;
}

/** The local mailbox: what left, the most recent first. */
export const PageBoite: FC<PropsBoite> = ({ feuille, total, recherche }) => (
  <Page titre="Boîte locale" menu="boite" boite>
    <h1>Boîte locale</h1>
    <p class="discret">
      Tout ce que Jalon envoie depuis cette machine arrive ici, par SMTP, et nulle part ailleurs.{' '}
      {compte(total, 'message')}.
    </p>
    <search aria-label="Cette boîte">
      <form method="get" action="/boite" class="filtres">
        <label>
          Destinataire ou objet
          <input type="search" name="q" value={recherche} maxlength={RECHERCHE_MAX} autocomplete="off" />
        </label>
        <button type="submit">Chercher</button>
      </form>
    </search>
    <PageAbsente {...feuille} />
    {feuille.lignes.length === 0 ? (
      <Avis>
        <p>{recherche ? 'Aucun message ne répond à cette recherche.' : 'Aucun message n’est encore arrivé.'}</p>
      </Avis>
    ) : (
      <table class="cartes">
        <thead>
          <tr>
            <th scope="col">Objet</th>
            <th scope="col">Destinataire</th>
            <th scope="col">Reçu le</th>
            <th scope="col">Pièces jointes</th>
          </tr>
        </thead>
        <tbody>
          {feuille.lignes.map((m) => (
            <tr>
              <th scope="row">
                <a href={`/boite/${m.id}`}>{m.subject || '(sans objet)'}</a>
              </th>
              <td data-titre="Destinataire">{m.to}</td>
              <td data-titre="Reçu le" class="date">
                {instantEnClair(m.date)}
              </td>
              <td data-titre="Pièces jointes">{piecesEnClair(m)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    {feuille.page === feuille.derniere ? null : (
      <p>
        <a rel="next" href={`/boite?${new URLSearchParams({ q: recherche, page: String(feuille.page + 1) })}`}>
          Messages plus anciens →
        </a>
      </p>
    )}
  </Page>
);

/** One message, as its reader sees it: HTML in a closed frame, text, attachments. */
export const PageMessage: FC<{ message: MessageBoite }> = ({ message: m }) => (
  <Page titre={m.subject || 'Message'} menu="boite" boite>
    <p>
      <a href="/boite">← Boîte locale</a>
    </p>
    <h1>{m.subject || '(sans objet)'}</h1>
    <dl class="fiche">
      <dt>De</dt>
      <dd>{m.from}</dd>
      <dt>À</dt>
      <dd>{m.to}</dd>
      <dt>Date</dt>
      <dd>{instantEnClair(m.date)}</dd>
      {m.attachments.length > 0 ? (
        <>
          <dt>Pièces jointes</dt>
          <dd>
            {m.attachments.map((a, rang) => (
              <>
                <a href={`/boite/${m.id}/pieces/${rang}`}>{nomPiece(a, rang)}</a>{' '}
                <small class="discret">({Math.max(1, Math.round(a.size / 1024))} ko)</small>
                <br />
              </>
            ))}
          </dd>
        </>
      ) : null}
    </dl>
    {m.html ? (
      <iframe class="message" title="Message mis en forme" src={`/boite/${m.id}/html`} sandbox="" />
    ) : (
      <pre>{m.texte}</pre>
    )}
    <p>
      <a href={`/boite/${m.id}/source`}>Télécharger le message (.eml)</a>
    </p>
    {m.html ? (
      <details>
        <summary>Version texte</summary>
        <pre>{m.texte}</pre>
      </details>
    ) : null}
  </Page>
);

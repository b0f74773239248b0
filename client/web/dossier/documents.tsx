import type { FC } from 'hono/jsx';
import { modelesDocument, nomCourt, sortesDocument } from '../../../courriers/documents';
import { sansCsp } from '../../usages/composer-document';

/** Documents that the person keeps, made when they are asked for. */
export const Documents: FC<{ numero: string; enCsp: boolean }> = ({ numero, enCsp }) => (
  <section aria-labelledby="documents">
    <h2 id="documents">Documents</h2>
    <ul>
      {sortesDocument
        .filter((sorte) => enCsp || sansCsp(sorte))
        .map((sorte) => (
          <li>
            <a href={`/dossiers/${numero}/documents/${nomCourt(sorte)}.pdf`}>{modelesDocument[sorte].nom} (PDF)</a>
          </li>
        ))}
    </ul>
  </section>
);

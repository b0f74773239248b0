import type { FC } from 'hono/jsx';
import { modelesDocument, nomCourt, sortesDocument } from '../../../courriers/documents';
import { sansCsp } from '../../usages/composer-document';
import type { Partie } from './partie';

interface Props {
  numero: string;
  enCsp: boolean;
}

/** Documents that the person keeps. */
export const partieDocuments = (props: Props): Partie => ({
  ...{ id: 'documents', titre: 'Documents', ouverte: false },
  dit: 'à remettre en mains propres',
  contenu: <Documents {...props} />,
});

/** Made when they are asked for. */
const Documents: FC<Props> = ({ numero, enCsp }) => (
  <ul>
    {sortesDocument
      .filter((sorte) => enCsp || sansCsp(sorte))
      .map((sorte) => (
        <li>
          <a href={`/dossiers/${numero}/documents/${nomCourt(sorte)}.pdf`}>{modelesDocument[sorte].nom} (PDF)</a>
        </li>
      ))}
  </ul>
);

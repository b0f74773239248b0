import type { FC } from 'hono/jsx';
import type { EntreeJournal } from '../../../domain/faits/journal';
import type { Avertissement } from '../../../domain/parcours/avertissements';
import { entreeEnClair } from '../../affichage/evenement';
import { Avis } from '../commun/gabarit';

interface Props {
  numero: string;
  avertissements: readonly Avertissement[];
  journal: readonly EntreeJournal[];
}

/** What is likely a slip, each with the entry to correct instead, one click away. */
export const Avertissements: FC<Props> = ({ numero, avertissements, journal }) => (
  <>
    {avertissements.map(({ phrase, corrige }) => {
      const entree = journal.find(({ id }) => id === corrige);
      return (
        <Avis genre="attention">
          <p>
            {phrase}
            {entree ? (
              <>
                {' '}
                <a href={`/dossiers/${numero}/evenement?corrige=${encodeURIComponent(entree.id)}`}>
                  Corriger plutôt « {entreeEnClair(entree, journal)} »
                </a>
              </>
            ) : null}
          </p>
        </Avis>
      );
    })}
  </>
);

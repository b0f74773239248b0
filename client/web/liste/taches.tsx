import type { FC } from 'hono/jsx';
import type { DateCivile } from '../../../domain/calendrier/dates';
import { compte } from '../../affichage/libelles';
import { Avis, Page } from '../commun/gabarit';
import { adresseListe, type DemandeListe, filtree, Pages } from './filtres';
import { ListeTaches, type TacheDe } from './page';

interface Props {
  demande: DemandeListe;
  taches: TacheDe[];
  total: number;
  parPage: number;
  aujourdhui: DateCivile;
  boite: boolean;
}

/** Every task to do of the dossiers that a list was narrowed to, page after page. */
export const PageTaches: FC<Props> = ({ demande, taches, total, parPage, aujourdhui, boite }) => (
  <Page titre="Tâches à faire" menu="dossiers" boite={boite}>
    <p>
      <a href={adresseListe({ ...demande, page: 1 }, '/')}>
        ← {filtree(demande) ? 'Les dossiers de cette liste' : 'Tous les dossiers'}
      </a>
    </p>
    <h1>Tâches à faire</h1>
    <p class="discret">
      {compte(total, 'tâche')}
      {filtree(demande) ? ', des seuls dossiers de cette liste' : ''}. L’échéance la plus proche vient en premier.
    </p>
    {taches.length === 0 ? (
      <Avis>
        <p>Aucune tâche à faire ici.</p>
      </Avis>
    ) : (
      <ListeTaches taches={taches} aujourdhui={aujourdhui} />
    )}
    <Pages demande={demande} total={total} parPage={parPage} racine="/taches" />
  </Page>
);

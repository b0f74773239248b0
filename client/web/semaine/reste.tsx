import type { FC } from 'hono/jsx';
import type { DateCivile } from '../../../domain/calendrier/dates';
import { type Moment, moments } from '../../../domain/flotte/semaine';
import type { ChoseAFaire } from '../../../registre';
import { compte } from '../../affichage/libelles';
import { type Feuilletee, PageAbsente } from '../commun/feuilleter';
import { Avis, Page } from '../commun/gabarit';
import { adresseListe, type DemandeListe, filtree, Pages } from '../liste/filtres';
import { LigneAFaire, libellesMoment } from './ligne';

interface Props {
  demande: DemandeListe;
  moment: Moment;
  feuille: Feuilletee<{ lignes: ChoseAFaire[]; total: number }>;
  parPage: number;
  /** Appointments that its dossiers have already. */
  prevus: ReadonlyMap<string, DateCivile>;
  aujourdhui: DateCivile;
  maintenant: Date;
  boite: boolean;
}

/** All that a moment of the week holds, page after page, and the way to the other moments. */
export const PageReste: FC<Props> = ({ demande, moment, feuille, parPage, prevus, maintenant, boite }) => {
  const { lignes: choses, total } = feuille;
  const titre = `À faire : ${libellesMoment[moment].toLowerCase()}`;
  return (
    <Page titre={titre} menu="semaine" boite={boite}>
      <p>
        <a href={adresseListe({ ...demande, quand: null, page: 1 }, '/')}>← Ma semaine</a>
      </p>
      <h1>{titre}</h1>
      <nav aria-label="Moments" class="onglets">
        <ul>
          {moments.map((m) => (
            <li>
              <a
                href={adresseListe({ ...demande, quand: m, page: 1 }, '/taches')}
                aria-current={m === moment ? 'page' : undefined}
              >
                {libellesMoment[m]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p class="discret">
        {compte(total, 'ligne')}
        {filtree(demande) ? ', des seuls dossiers de cette liste' : ''}. La date la plus proche vient en premier.
      </p>
      <PageAbsente {...feuille} />
      {choses.length === 0 ? (
        <Avis>
          <p>Rien n’est à faire ici.</p>
        </Avis>
      ) : (
        <ul class="a-faire">
          {choses.map((chose) => (
            <LigneAFaire chose={chose} prevus={prevus} maintenant={maintenant} />
          ))}
        </ul>
      )}
      <Pages demande={{ ...demande, quand: moment }} total={total} parPage={parPage} racine="/taches" />
    </Page>
  );
};

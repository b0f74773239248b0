import type { FC } from 'hono/jsx';
import type { DateCivile } from '../../../domain/calendrier/dates';
import type { Referent } from '../../../domain/dossier/personnes';
import type { ChoseAFaire } from '../../../registre';
import { compte } from '../../affichage/libelles';
import { type Feuilletee, PageAbsente } from '../commun/feuilleter';
import { Avis, Page } from '../commun/gabarit';
import { adresseListe, type DemandeListe, Filtres, Pages } from '../liste/filtres';
import { LigneAFaire, nomDuReferent } from './ligne';

interface Props {
  demande: DemandeListe;
  collegues: Referent[];
  feuille: Feuilletee<{ lignes: ChoseAFaire[]; total: number }>;
  parPage: number;
  /** Appointments that its dossiers have already. */
  prevus: ReadonlyMap<string, DateCivile>;
  aujourdhui: DateCivile;
  maintenant: Date;
  boite: boolean;
}

/** What nobody saw to for three ouvrés days in the agency, each with whose it is: to do, to put off, or to give to someone else. */
export const PageLaissees: FC<Props> = ({ demande, collegues, feuille, parPage, boite, ...quand }) => {
  const titre = 'À faire depuis trois jours ouvrés ou plus';
  return (
    <Page titre={titre} menu="semaine" boite={boite}>
      <p>
        <a href={adresseListe({ ...demande, page: 1 }, '/')}>← Ma semaine</a>
      </p>
      <h1>{titre}</h1>
      <Filtres demande={demande} referents={collegues} racine="/taches/laissees" />
      <p class="discret">{compte(feuille.total, 'ligne')}. Ce qui attend depuis le plus longtemps vient en premier.</p>
      <PageAbsente {...feuille} />
      {feuille.lignes.length === 0 ? (
        <Avis>
          <p>Rien n’est laissé.</p>
        </Avis>
      ) : (
        <ul class="a-faire">
          {feuille.lignes.map((chose) => (
            <LigneAFaire chose={chose} par={nomDuReferent(collegues, chose.referent)} {...quand} />
          ))}
        </ul>
      )}
      <Pages demande={demande} total={feuille.total} parPage={parPage} racine="/taches/laissees" />
    </Page>
  );
};

import type { FC } from 'hono/jsx';
import { libellesEtats } from '../../../domain/dossier/etats';
import type { Referent } from '../../../domain/dossier/personnes';
import type { Moment } from '../../../domain/flotte/semaine';
import { etats } from '../../affichage/libelles';
import { RECHERCHE_MAX } from '../commun/recherche';

/** What the list was asked: read from the address, so that a page can be kept and sent. */
export interface DemandeListe {
  recherche: string;
  referent: string;
  etat: string;
  enAlerte: boolean;
  /** Of what is to do, one moment alone; null: all of them. */
  quand: Moment | null;
  page: number;
}

/** Where the dossiers, or what is to do for them, are listed. */
export type Racine = '/' | '/dossiers' | '/dossiers.csv' | '/taches' | '/taches/laissees';

/** True when the list was narrowed. */
export const filtree = (d: DemandeListe) => d.recherche !== '' || d.referent !== '' || d.etat !== '' || d.enAlerte;

/** More than one agency's team, and few enough to choose among. */
export const REFERENTS_MAX = 150;

/** The counsellors to whom a dossier may be given from a list: all of them where they are few, else those of the agency. */
export const referentsProposes = (referents: Referent[], collegues: Referent[]): Referent[] =>
  referents.length <= REFERENTS_MAX ? referents : collegues;

interface PropsFiltres {
  demande: DemandeListe;
  /** Those of the agency. */
  referents: Referent[];
  racine: Racine;
}

/** What narrows a list. The header searches the whole agency: the week has no second field for it, but where an address names one. */
export const Filtres: FC<PropsFiltres> = ({ demande, referents, racine }) => (
  <search aria-label="Cette liste">
    <form method="get" action={racine} class="filtres">
      {racine === '/' && demande.recherche === '' ? null : (
        <label>
          {racine === '/' ? 'Dans cette semaine' : 'Dans cette liste'}
          <input
            type="search"
            name="q"
            value={demande.recherche}
            placeholder="Nom, numéro, téléphone"
            maxlength={RECHERCHE_MAX}
            autocomplete="off"
          />
        </label>
      )}
      <label>
        Référent
        <select name="referent">
          <option value="">Tous</option>
          {referents.map((r) => (
            <option value={r.id} selected={r.id === demande.referent}>
              {`${r.prenom} ${r.nom}`}
            </option>
          ))}
        </select>
      </label>
      <label>
        Étape
        <select name="etape">
          <option value="">Toutes</option>
          {etats.map((etat) => (
            <option value={etat} selected={etat === demande.etat}>
              {libellesEtats[etat]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input type="checkbox" name="alerte" value="oui" checked={demande.enAlerte} /> En alerte seulement
      </label>
      <button type="submit">Filtrer</button>
    </form>
  </search>
);

interface PropsPages {
  demande: DemandeListe;
  total: number;
  parPage: number;
  /** Which list is paged. */
  racine: Racine;
}

/** Links to the pages before and after. */
export const Pages: FC<PropsPages> = ({ demande, total, parPage, racine }) => {
  const derniere = Math.max(1, Math.ceil(total / parPage));
  if (derniere === 1) return null;
  const { page } = demande;
  return (
    <nav aria-label="Pages" class="actions">
      {page > 1 ? (
        <a rel="prev" href={adresseListe({ ...demande, page: page - 1 }, racine)}>
          ← Page précédente
        </a>
      ) : null}
      <span>
        Page {page} sur {derniere}
      </span>
      {page < derniere ? (
        <a rel="next" href={adresseListe({ ...demande, page: page + 1 }, racine)}>
          Page suivante →
        </a>
      ) : null}
    </nav>
  );
};

/** The address of a list: only what differs from the plain one. */
export function adresseListe(d: DemandeListe, racine: Racine): string {
  const criteres = new URLSearchParams();
  if (d.recherche) criteres.set('q', d.recherche);
  if (d.referent) criteres.set('referent', d.referent);
  if (d.etat) criteres.set('etape', d.etat);
  if (d.enAlerte) criteres.set('alerte', 'oui');
  if (d.quand) criteres.set('quand', d.quand);
  if (d.page > 1) criteres.set('page', String(d.page));
  const texte = criteres.toString();
  return texte === '' ? racine : `${racine}?${texte}`;
}

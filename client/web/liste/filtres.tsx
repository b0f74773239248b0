import type { FC } from 'hono/jsx';
import { libellesEtats } from '../../../domain/dossier/etats';
import type { Referent } from '../../../domain/dossier/personnes';
import { reglementsConnus } from '../../../domain/droit/reglements';
import type { Moment } from '../../../domain/flotte/semaine';
import { type CourrierEnPeine, courriersEnPeine, type TriDossiers, trisDossiers } from '../../../registre';
import { etats } from '../../affichage/libelles';
import { ADRESSE_RECHERCHE, RECHERCHE_MAX, VERS_RECHERCHE } from '../commun/recherche';

/** What the list was asked: read from the address, so that a page can be kept and sent. */
export interface DemandeListe {
  recherche: string;
  /** Under which what is looked for is kept, so that no address says it; empty when the address itself did. */
  jeton: string;
  referent: string;
  etat: string;
  enAlerte: boolean;
  /** The portfolio alone is narrowed by these, and sorted. */
  echeance: EcheanceFiltree | null;
  /** Name of a règlement; empty: whichever. */
  reglement: string;
  courrier: CourrierEnPeine | null;
  tri: TriDossiers;
  /** Of what is to do, one moment alone; null: all of them. */
  quand: Moment | null;
  page: number;
}

/** How near the échéance of a dossier is. */
export const echeancesFiltrees = ['EN_RETARD', 'SEPT_JOURS', 'TRENTE_JOURS'] as const;
export type EcheanceFiltree = (typeof echeancesFiltrees)[number];

export const libellesEcheance: Record<EcheanceFiltree, string> = {
  EN_RETARD: 'En retard',
  SEPT_JOURS: 'D’ici sept jours',
  TRENTE_JOURS: 'D’ici trente jours',
};

export const libellesCourrier: Record<CourrierEnPeine, string> = { REVENU: 'Revenu', RETENU: 'Retenu' };

export const libellesTri: Record<TriDossiers, string> = {
  ECHEANCE: 'Échéance',
  NOM: 'Nom',
  TERME: 'Dernier jour du CSP',
};

/** Where the dossiers, or what is to do for them, are listed. */
export type Racine = '/' | '/dossiers' | '/dossiers.csv' | '/taches' | '/taches/laissees';

/** True when the list was narrowed. */
export const filtree = (d: DemandeListe) =>
  d.recherche !== '' || d.referent !== '' || d.etat !== '' || d.enAlerte || precisee(d);

/** True when what narrows the portfolio alone did. */
const precisee = (d: DemandeListe) => d.echeance !== null || d.reglement !== '' || d.courrier !== null;

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
    <form method="post" action={ADRESSE_RECHERCHE} class="filtres">
      <input type="hidden" name={VERS_RECHERCHE} value={racine} />
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
      {racine === '/dossiers' ? <ChoixDuPortefeuille demande={demande} /> : null}
      <label>
        <input type="checkbox" name="alerte" value="oui" checked={demande.enAlerte} /> En alerte
      </label>
      <button type="submit">Filtrer</button>
    </form>
  </search>
);

const ChoixDuPortefeuille: FC<{ demande: DemandeListe }> = ({ demande }) => (
  <>
    <label>
      Échéance
      <select name="echeance">
        <option value="">Toutes</option>
        {echeancesFiltrees.map((e) => (
          <option value={e} selected={e === demande.echeance}>
            {libellesEcheance[e]}
          </option>
        ))}
      </select>
    </label>
    <label>
      Règlement
      <select name="reglement">
        <option value="">Tous</option>
        {reglementsConnus().map(({ nom, libelle }) => (
          <option value={nom} selected={nom === demande.reglement}>
            {libelle}
          </option>
        ))}
      </select>
    </label>
    <label>
      Courrier
      <select name="courrier">
        <option value="">Tous</option>
        {courriersEnPeine.map((c) => (
          <option value={c} selected={c === demande.courrier}>
            {libellesCourrier[c]}
          </option>
        ))}
      </select>
    </label>
    <label>
      Trier par
      <select name="tri">
        {trisDossiers.map((tri) => (
          <option value={tri} selected={tri === demande.tri}>
            {libellesTri[tri]}
          </option>
        ))}
      </select>
    </label>
  </>
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
  if (d.jeton) criteres.set('recherche', d.jeton);
  else if (d.recherche) criteres.set('q', d.recherche);
  if (d.referent) criteres.set('referent', d.referent);
  if (d.etat) criteres.set('etape', d.etat);
  if (d.enAlerte) criteres.set('alerte', 'oui');
  if (d.echeance) criteres.set('echeance', d.echeance);
  if (d.reglement) criteres.set('reglement', d.reglement);
  if (d.courrier) criteres.set('courrier', d.courrier);
  if (d.tri !== 'ECHEANCE') criteres.set('tri', d.tri);
  if (d.quand) criteres.set('quand', d.quand);
  if (d.page > 1) criteres.set('page', String(d.page));
  const texte = criteres.toString();
  return texte === '' ? racine : `${racine}?${texte}`;
}

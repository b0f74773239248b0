import type { FC } from 'hono/jsx';
import { enChiffres } from '../../../domain/calendrier/dates';
import { dateLocale } from '../../../domain/calendrier/fuseaux';
import { estAPartir } from '../../../domain/parcours/depart';
import { estSansContenu } from '../../../registre';
import { ecartDit } from '../../affichage/departs';
import {
  aMinuit,
  compte,
  heureEnClair,
  instantEnClair,
  libellesDestinataire,
  statutCourrierDit,
} from '../../affichage/libelles';
import { ChampMotif } from '../commun/champ-motif';
import { Pastille } from '../commun/gabarit';
import { Qui } from '../commun/qui';
import { FormulaireRefuse } from '../commun/refuse';
import { Pour } from '../porte/pour';
import { canauxEnClair, Envois } from './envois';
import { type LigneCourrier, lignesCourriers, retenable, type Sources, type StatutLigne } from './lignes-courriers';
import type { Partie } from './partie';
import { FORMULAIRE, type SaisieRefusee } from './refusee';

interface Props extends Sources {
  numero: string;
  fuseau: string;
  /** A motive that was just refused. */
  refusee: SaisieRefusee | null;
}

/** What becomes of a letter that somebody has to look at. */
const A_VOIR: readonly StatutLigne[] = ['A_REPRENDRE', 'INCERTAIN', 'RETENU', 'EN_TACHE'];

/** Letters about to leave are shown without a click this long before: time enough to hold one back. */
const IMMINENT_MS = 36 * 3_600_000;

/** Letters that left and those about to. */
export function partieCourriers({ numero, fuseau, refusee, ...sources }: Props): Partie {
  const { maintenant } = sources.vue;
  const lignes = lignesCourriers(sources);
  const lointain = ({ statut, reel }: LigneCourrier) =>
    statut === 'A_VENIR' && reel?.quand != null && Date.parse(reel.quand) > maintenant.getTime() + IMMINENT_MS;
  const aVenir = lignes.filter(lointain);
  const partis = lignes.filter(({ statut }) => statut === 'PARTI').length;
  const imminents = lignes.filter((l) => l.statut === 'A_VENIR' && !lointain(l)).length;
  const aVoir = lignes.filter((l) => A_VOIR.includes(l.statut)).length;
  const dits = [
    compte(partis, 'parti'),
    ...(imminents === 0 ? [] : [`${imminents} sur le départ`]),
    ...(aVenir.length === 0 ? [] : [`${aVenir.length} plus tard`]),
    ...(aVoir === 0 ? [] : [`${aVoir} à voir`]),
  ];
  return {
    ...{ id: 'courriers', titre: 'Courriers', ouverte: imminents + aVoir > 0 || refusee !== null },
    dit: lignes.length === 0 ? 'aucun n’est prévu' : dits.join(', '),
    contenu:
      lignes.length === 0 ? null : (
        <Courriers {...{ numero, fuseau, maintenant, refusee }} lignes={lignes} aVenir={aVenir} />
      ),
  };
}

/** Each with exactly what was sent; further ones folded. */
const Courriers: FC<PropsTableau & { lignes: LigneCourrier[]; aVenir: LigneCourrier[] }> = ({
  lignes,
  aVenir,
  ...commun
}) => {
  const { refusee } = commun;
  const repris = lignes.filter((l) => l.statut === 'REPRIS');
  const autres = lignes.filter((l) => !aVenir.includes(l) && !repris.includes(l)).reverse();
  return (
    <>
      <FormulaireRefuse refusee={refusee} />
      {autres.length > 0 ? <Tableau {...commun} lignes={autres} /> : null}
      {aVenir.length > 0 ? (
        <details open={autres.length === 0 || aVenir.some(({ cle }) => cle === refusee?.saisie.cle)}>
          <summary>Plus tard ({aVenir.length})</summary>
          <Tableau {...commun} lignes={aVenir} />
        </details>
      ) : null}
      {repris.length > 0 ? (
        <details>
          <summary>Avant la reprise du dossier : envoyés autrement ou sans objet ({repris.length})</summary>
          <Tableau {...commun} lignes={repris} />
        </details>
      ) : null}
    </>
  );
};

interface PropsTableau {
  numero: string;
  fuseau: string;
  maintenant: Date;
  refusee: SaisieRefusee | null;
}

const Tableau: FC<PropsTableau & { lignes: LigneCourrier[] }> = ({ lignes, ...commun }) => (
  <table class="cartes">
    <thead>
      <tr>
        <th scope="col">Courrier</th>
        <th scope="col">À</th>
        <th scope="col">Date</th>
        <th scope="col">État</th>
        <th scope="col">Envoi</th>
      </tr>
    </thead>
    <tbody>
      {lignes.map((ligne) => (
        <Ligne {...commun} ligne={ligne} />
      ))}
    </tbody>
  </table>
);

const GENRES: Partial<Record<StatutLigne, 'attention' | 'alerte' | 'fait'>> = {
  PARTI: 'fait',
  A_REPRENDRE: 'attention',
  INCERTAIN: 'attention',
  RETENU: 'attention',
  EN_TACHE: 'attention',
  RECTIFIE: 'attention',
};

const Ligne: FC<PropsTableau & { ligne: LigneCourrier }> = ({ numero, fuseau, maintenant, refusee, ligne: l }) => (
  <tr>
    <th scope="row" title={l.code}>
      {l.titre}
    </th>
    <td data-titre="À">{libellesDestinataire[l.destinataire]}</td>
    <td data-titre="Date" class="date">
      {enChiffres(l.reel?.jour ?? l.date)}
    </td>
    <td data-titre="État">
      <Pastille genre={GENRES[l.statut]}>{statutDit(l)}</Pastille>
      {l.retenue ? (
        <>
          <br />
          <small>
            par <Qui id={l.retenue.par} />, le {instantEnClair(l.retenue.le, fuseau)} : {l.retenue.motif}
          </small>
        </>
      ) : null}
    </td>
    <td data-titre="Envoi">
      {l.inscrit ? <Envois numero={numero} courrier={l.inscrit} fuseau={fuseau} /> : null}
      {l.inscrit && estSansContenu(l.inscrit) ? <small>Contenu perdu.</small> : null}
      {estAPartir(l) && !l.deces ? <Depart ligne={l} fuseau={fuseau} maintenant={maintenant} /> : null}
      {retenable(l) ? (
        <Pour usage="retenir-courrier">
          <Retenir numero={numero} ligne={l} refusee={refusee?.saisie.cle === l.cle ? refusee : null} />
        </Pour>
      ) : null}
    </td>
  </tr>
);

/** "Partira aujourd’hui à 9 h 12, par e-mail et par SMS (prévu le 22/11/2026 : …)." */
const Depart: FC<{ ligne: LigneCourrier; fuseau: string; maintenant: Date }> = ({ ligne, fuseau, maintenant }) => {
  const { date, reel } = ligne;
  const par = canauxEnClair(ligne.canaux, ligne.recommande);
  if (reel === null || ligne.statut === 'RETENU') return par === '' ? null : <small>Partirait {par}.</small>;
  const suite = `${par === '' ? '' : `, ${par}`}${ecartDit({ date, raison: reel.raison })}`;
  if (reel.quand === null) return <small>Attend{suite}.</small>;
  if (reel.immediat) return <small>Part maintenant{suite}.</small>;
  const depart = new Date(reel.quand);
  const quand = reel.jour === dateLocale(maintenant, fuseau) ? 'aujourd’hui' : `le ${enChiffres(reel.jour!)}`;
  const heure = aMinuit(depart, fuseau) ? '' : ` à ${heureEnClair(depart, fuseau)}`;
  return (
    <small>
      Partira {quand}
      {heure}
      {suite}.
    </small>
  );
};

/** Holds a letter back, with the reason that others will read; or lets it go. */
const Retenir: FC<{ numero: string; ligne: LigneCourrier; refusee: SaisieRefusee | null }> = ({
  numero,
  ligne,
  refusee,
}) => {
  return ligne.retenue ? (
    <form method="post" action={`/dossiers/${numero}/courriers/liberer`} class="actions">
      <input type="hidden" name="cle" value={ligne.cle} />
      <button type="submit" class="secondary outline" aria-label={`Libérer : ${ligne.titre}`}>
        Libérer
      </button>
    </form>
  ) : (
    <details class="retenir" open={refusee !== null}>
      <summary aria-label={`Retenir : ${ligne.titre}`}>Retenir…</summary>
      <form method="post" action={`/dossiers/${numero}/courriers/retenir`} class="actions">
        <input type="hidden" name={FORMULAIRE} value="retenir" />
        <input type="hidden" name="cle" value={ligne.cle} />
        <ChampMotif libelle="Motif" faute="faute-courrier" refusee={refusee} />
        <button type="submit" class="secondary outline">
          Retenir ce courrier
        </button>
      </form>
    </details>
  );
};

const statutDit = ({ deces, ...ligne }: LigneCourrier): string =>
  deces ? 'retenu : décès signalé, à confirmer par une seconde personne' : statutCourrierDit(ligne);

import type { FC } from 'hono/jsx';
import type { Numero } from '../../../domain/dossier/numero';
import type { LigneDossier } from '../../../registre';
import { compte } from '../../affichage/libelles';
import type { LettreDuReferent } from '../../usages/commun/lettre-du-referent';
import { Avis, Page } from '../commun/gabarit';
import { nomDe } from '../liste/page';
import { Caches } from '../rendez-vous/champs';
import { lettreDuReferentDite } from './lettre-du-referent';

interface Props {
  /** Those that would change hands. */
  changes: readonly LigneDossier[];
  /** Those that are hers already. */
  deja: readonly LigneDossier[];
  /** What each person who changes hands would be written. */
  lettres: ReadonlyMap<Numero, LettreDuReferent>;
  /** "Noé Neuf (Agence d’ailleurs)". */
  aQui: string;
  /** The new counsellor is of another agency. */
  ailleurs: boolean;
  /** Where one came from, as its link says it. */
  retour: { adresse: string; libelle: string };
  /** Where it can be chosen otherwise. */
  modifier: string;
  /** The form that confirms it. */
  confirmer: { adresse: string; champs: Readonly<Record<string, string>> };
  boite: boolean;
}

/** What giving dossiers over does, before it is done. */
export const PageApercuConfier: FC<Props> = (p) => {
  const { changes, deja, lettres, aQui, ailleurs, retour, modifier, confirmer, boite } = p;
  const ecrites = [...lettres.values()].some(({ part }) => part !== null);
  return (
    <Page titre="Aperçu avant de confier" menu="dossiers" boite={boite}>
      <p>
        <a href={retour.adresse}>← {retour.libelle}</a>
      </p>
      <h1>Aperçu avant de confier</h1>
      <p class="phrase">
        {compte(changes.length, 'dossier')} à confier à {aQui}
      </p>
      <ul>
        {changes.map((ligne) => (
          <li>
            <a href={`/dossiers/${ligne.numero}`}>{nomDe(ligne)}</a> <small class="discret">{ligne.numero}</small> :{' '}
            {lettreDuReferentDite(lettres.get(ligne.numero)!)}
          </li>
        ))}
      </ul>
      {deja.length > 0 ? <p>Déjà suivis par ce référent, rien ne change : {deja.map(nomDe).join(', ')}.</p> : null}
      <p>
        Les tâches, le point du matin et les prochains courriers suivent le nouveau référent dès la confirmation ;
        l’ancien ne reçoit plus rien.
        {ecrites
          ? ' La lettre dit à la personne qui la suit désormais, depuis quand, comment joindre l’agence, et que ses rendez-vous tiennent.'
          : ''}
      </p>
      {ailleurs ? (
        <Avis genre="attention">
          <p>
            {changes.length > 1
              ? 'Ces dossiers changent d’agence : vous ne les verrez plus, et vous ne pourrez pas les reprendre vous-même.'
              : 'Ce dossier change d’agence : vous ne le verrez plus, et vous ne pourrez pas le reprendre vous-même.'}
          </p>
        </Avis>
      ) : null}
      <form method="post" action={confirmer.adresse}>
        <Caches champs={confirmer.champs} />
        <div class="actions">
          {changes.length === 0 ? null : <button type="submit">Confier {compte(changes.length, 'dossier')}</button>}
          <a href={modifier}>Modifier</a>
        </div>
      </form>
    </Page>
  );
};

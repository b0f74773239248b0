import type { FC } from 'hono/jsx';
import type { Tache } from '../../../registre';
import { closeParUnActe } from '../../affichage/gestes';
import { FORMULAIRE, type SaisieRefusee } from '../dossier/refusee';
import { lecteurPeut } from '../porte/pour';
import { ChampMotif } from './champ-motif';

interface Props {
  numero: string;
  tache: Pick<Tache, 'cle' | 'type'>;
  /** Tells this task from its neighbours, for who hears the page. */
  laquelle: string;
  /** Where one goes back to: the dossier when absent. */
  retour?: 'semaine' | undefined;
  /** What was just refused of this task. */
  refusee?: SaisieRefusee | null;
}

/** Puts a task away: at once when saying so is enough, else with the reason why what it asks for is not recorded. */
export const CloreTache: FC<Props> = ({ numero, tache, laquelle, retour, refusee = null }) => {
  // Only a confirmation, or a cancellation, sees to it: both close the task.
  if (tache.type === 'A_CONFIRMER' || !lecteurPeut('terminer-tache')) return null;
  const caches = { [FORMULAIRE]: 'tache', cle: tache.cle, ...(retour === undefined ? {} : { retour }) };
  const cachees = Object.entries(caches).map(([nom, valeur]) => <input type="hidden" name={nom} value={valeur} />);
  const action = `/dossiers/${numero}/taches`;
  if (!closeParUnActe(tache)) {
    return (
      <form method="post" action={action}>
        {cachees}
        <button type="submit" class="secondary outline" aria-label={`C’est fait : ${laquelle}`}>
          C’est fait
        </button>
      </form>
    );
  }
  return (
    <details class="retenir" open={refusee !== null}>
      <summary aria-label={`Clore autrement : ${laquelle}`}>Clore autrement…</summary>
      <form method="post" action={action} class="actions">
        {cachees}
        <ChampMotif libelle="Pourquoi" faute="faute-tache" refusee={refusee} />
        <button type="submit" class="secondary outline">
          Ne plus rappeler
        </button>
      </form>
    </details>
  );
};

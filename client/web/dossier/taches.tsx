import type { FC } from 'hono/jsx';
import { type DateCivile, enChiffres, joursEntre } from '../../../domain/calendrier/dates';
import type { EntreeJournal } from '../../../domain/faits/journal';
import type { Tache } from '../../../registre';
import { gestesDeTache } from '../../affichage/gestes';
import { joursRestants } from '../../affichage/libelles';
import { aConsigner, faitDeTache, libelleClos } from '../../affichage/taches';

/** What sees to a task; it says what follows before anything is recorded. */
const Agir: FC<{ numero: string; tache: Tache }> = ({ numero, tache }) => (
  <>
    {gestesDeTache(tache).map(({ libelle, chemin }) => (
      <a href={`/dossiers/${numero}${chemin}`}>{libelle}</a>
    ))}
  </>
);

/** What waits for the counsellor on this dossier; what is done stays readable. */
export const Taches: FC<{ numero: string; taches: Tache[]; journal: EntreeJournal[]; aujourdhui: DateCivile }> = ({
  numero,
  taches,
  journal,
  aujourdhui,
}) => {
  const quoi = (tache: Tache, libelle = tache.libelle) => {
    const fait = faitDeTache(tache, journal);
    return fait === null ? libelle : `${libelle} « ${fait} »`;
  };
  const aFaire = taches.filter((t) => t.statut === 'A_FAIRE');
  const faites = taches.filter((t) => t.statut === 'FAITE');
  if (taches.length === 0) return null;
  return (
    <section aria-labelledby="taches">
      <h2 id="taches">Tâches</h2>
      {aFaire.map((t) => (
        <form method="post" action={`/dossiers/${numero}/taches`} class="actions">
          <input type="hidden" name="cle" value={t.cle} />
          <span>
            {quoi(t)}
            {t.echeance ? <small class="discret"> ({joursRestants(joursEntre(aujourdhui, t.echeance))})</small> : null}
          </span>
          <Agir numero={numero} tache={t} />
          {/* Only a confirmation, or a cancellation, sees to it: both close the task. */}
          {t.type === 'A_CONFIRMER' ? null : (
            <button type="submit" class="secondary outline">
              {/* Nothing being recorded, nothing is done: the reminder alone is put away. */}
              {aConsigner(t) === null ? 'C’est fait' : 'Ne plus rappeler'}
            </button>
          )}
        </form>
      ))}
      {faites.length > 0 ? (
        <details>
          <summary>Tâches faites ({faites.length})</summary>
          <ul>
            {faites.map((t) => (
              <li>
                {quoi(t, libelleClos(t))}
                {t.echeance ? <small class="discret"> (échéance du {enChiffres(t.echeance)})</small> : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
};

import type { FC } from 'hono/jsx';
import { type DateCivile, enChiffres, joursEntre } from '../../../domain/calendrier/dates';
import type { EntreeJournal } from '../../../domain/faits/journal';
import type { Tache } from '../../../registre';
import { gestesDeTache } from '../../affichage/gestes';
import { joursRestants } from '../../affichage/libelles';
import { faitDeTache, libelleClos } from '../../affichage/taches';
import { CloreTache } from '../commun/clore-tache';

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
        <div class="actions">
          <span>
            {quoi(t)}
            {t.echeance ? <small class="discret"> ({joursRestants(joursEntre(aujourdhui, t.echeance))})</small> : null}
          </span>
          <Agir numero={numero} tache={t} />
          <CloreTache numero={numero} tache={t} laquelle={quoi(t)} />
        </div>
      ))}
      {faites.length > 0 ? (
        <details>
          <summary>Tâches faites ({faites.length})</summary>
          <ul>
            {faites.map((t) => (
              <li>
                {quoi(t, libelleClos(t))}
                {t.echeance ? <small class="discret"> (échéance du {enChiffres(t.echeance)})</small> : null}
                {t.motif ? `, close par ${t.faitePar} : ${t.motif}` : ''}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
};

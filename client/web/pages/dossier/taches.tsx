import type { FC } from 'hono/jsx';
import { type DateCivile, enChiffres, joursEntre } from '../../../../domain/dates';
import type { Tache } from '../../../../registre';
import { joursRestants } from '../../../affichage/libelles';

/** What waits for the counsellor on this dossier; what is done stays readable. */
export const Taches: FC<{ numero: string; taches: Tache[]; aujourdhui: DateCivile }> = ({
  numero,
  taches,
  aujourdhui,
}) => {
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
            {t.libelle}
            {t.echeance ? <small class="discret"> ({joursRestants(joursEntre(aujourdhui, t.echeance))})</small> : null}
          </span>
          <button type="submit" class="secondary outline">
            C’est fait
          </button>
        </form>
      ))}
      {faites.length > 0 ? (
        <details>
          <summary>Tâches faites ({faites.length})</summary>
          <ul>
            {faites.map((t) => (
              <li>
                {t.libelle}
                {t.echeance ? <small class="discret"> (échéance du {enChiffres(t.echeance)})</small> : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
};

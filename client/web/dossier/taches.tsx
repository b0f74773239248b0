import type { FC } from 'hono/jsx';
import { type DateCivile, enChiffres, joursEntre } from '../../../domain/calendrier/dates';
import type { EntreeJournal } from '../../../domain/faits/journal';
import type { Tache } from '../../../registre';
import { gestesDeTache } from '../../affichage/gestes';
import { joursRestants } from '../../affichage/libelles';
import { faitDeTache, libelleClos } from '../../affichage/taches';
import { CloreTache } from '../commun/clore-tache';
import { Qui } from '../commun/qui';
import { FormulaireRefuse } from '../commun/refuse';
import { Pour } from '../porte/pour';
import { adresseTache } from '../tache/suites';
import type { Partie } from './partie';
import type { SaisieRefusee } from './refusee';

/** What sees to a task; it says what follows before anything is recorded. */
const Agir: FC<{ numero: string; tache: Tache; prevues: ReadonlySet<string> }> = ({ numero, tache, prevues }) => (
  <>
    {gestesDeTache(tache)
      .filter(({ entretien = '' }) => !prevues.has(entretien))
      .map(({ libelle, chemin, usage }) => (
        <Pour usage={usage}>
          <a href={`/dossiers/${numero}${chemin}`}>{libelle}</a>
        </Pour>
      ))}
  </>
);

interface Props {
  numero: string;
  taches: Tache[];
  journal: EntreeJournal[];
  aujourdhui: DateCivile;
  /** Kinds of appointment that the person has already: not to be planned again. */
  prevues: ReadonlySet<string>;
  /** A reason that was just refused. */
  refusee: SaisieRefusee | null;
}

/** What waits for the counsellor on this dossier. */
export function partieTaches(props: Props): Partie {
  const aFaire = props.taches.filter((t) => t.statut === 'A_FAIRE').length;
  return {
    ...{ id: 'taches', titre: 'Tâches', ouverte: aFaire > 0 || props.refusee !== null },
    dit: aFaire === 0 ? 'rien à faire' : `${aFaire} à faire`,
    contenu: props.taches.length === 0 ? null : <Taches {...props} />,
  };
}

/** What is to do first; what is done stays readable. */
const Taches: FC<Props> = ({ numero, taches, journal, aujourdhui, prevues, refusee }) => {
  const quoi = (tache: Tache, libelle = tache.libelle) => {
    const fait = faitDeTache(tache, journal);
    return fait === null ? libelle : `${libelle} « ${fait} »`;
  };
  const aFaire = taches.filter((t) => t.statut === 'A_FAIRE');
  const faites = taches.filter((t) => t.statut === 'FAITE');
  return (
    <>
      <FormulaireRefuse refusee={refusee} />
      {aFaire.map((t) => (
        <div class="actions">
          <span>
            {quoi(t)}
            {t.echeance ? <small class="discret"> ({joursRestants(joursEntre(aujourdhui, t.echeance))})</small> : null}
            {t.reporteeAu ? (
              <small class="discret">
                {' '}
                Reportée au {enChiffres(t.reporteeAu)} par <Qui id={t.reporteePar} /> : {t.reporteeMotif}
              </small>
            ) : null}
            {t.confieeA ? (
              <small class="discret">
                {' '}
                Confiée à <Qui id={t.confieeA} />.
              </small>
            ) : null}
          </span>
          <Agir numero={numero} tache={t} prevues={prevues} />
          <Pour usage="reporter-tache">
            <a href={adresseTache(numero, t.cle)} aria-label={`Reporter, confier… : ${quoi(t)}`}>
              Reporter, confier…
            </a>
          </Pour>
          <CloreTache
            numero={numero}
            tache={t}
            laquelle={quoi(t)}
            retour={refusee?.saisie.retour === 'semaine' ? 'semaine' : undefined}
            refusee={refusee?.saisie.cle === t.cle ? refusee : null}
          />
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
                {t.motif ? (
                  <>
                    , close par <Qui id={t.faitePar} /> : {t.motif}
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
};

import type { FC } from 'hono/jsx';
import type { EntreeJournal } from '../../../../domain/journal';
import type { Apercu } from '../../../../domain/previsualiser';
import { entreeEnClair } from '../../../affichage/evenement';
import { champsCaches, type EnTeteActe, type Saisie } from '../../formulaires/acte';
import { Avis, Page } from '../../gabarit';
import { Changements } from './changements';
import { EnTeteDossier, type VueDossier } from './en-tete';
import { titreActe } from './formulaire';

interface Props {
  vue: VueDossier;
  enTete: EnTeteActe;
  saisie: Saisie;
  /** The act in one line. */
  resume: string;
  apercu: Apercu;
  journal: EntreeJournal[];
  /** The dossier changed since the form was opened. */
  depassee: boolean;
  /** The confirmation that pushes facts aside was not ticked. */
  aConfirmer: boolean;
}

/** What the act would change, before anything is recorded. */
export const PageApercu: FC<Props> = (p) => {
  const { vue, enTete, apercu } = p;
  return (
    <Page titre={`Aperçu – ${titreActe(enTete)}`} menu="dossiers" boite={vue.boite}>
      <EnTeteDossier vue={vue} titre="Aperçu avant d’enregistrer" />
      <p class="phrase">{p.resume}</p>
      {p.depassee ? (
        <Avis genre="attention">
          <p>
            Le dossier a changé depuis que vous avez ouvert ce formulaire : l’aperçu ci-dessous tient compte de son état
            actuel.
          </p>
        </Avis>
      ) : null}
      <Verdict apercu={apercu} />
      {apercu.avertissements.map((phrase) => (
        <Avis genre="attention">
          <p>{phrase}</p>
        </Avis>
      ))}
      <Changements apercu={apercu} />
      <Confirmation {...p} />
    </Page>
  );
};

const Verdict: FC<{ apercu: Apercu }> = ({ apercu: { issue } }) =>
  issue.statut === 'ECARTE' ? (
    <Avis genre="attention">
      <p>
        <strong>Cet événement serait écarté.</strong> {issue.phrase} <small>({issue.code})</small>
      </p>
      <p>
        Vous pouvez le retirer, ou le verser quand même au journal : il ne comptera pour rien, sera réexaminé à chaque
        changement, et une tâche vous préviendra s’il devient valide.
      </p>
    </Avis>
  ) : (
    <Avis genre="fait">
      <p>Cet événement sera pris en compte.</p>
    </Avis>
  );

const Confirmation: FC<Props> = ({ vue, enTete, saisie, apercu, journal, aConfirmer }) => {
  const repousses = apercu.faitsRepousses;
  const ecarte = apercu.issue.statut === 'ECARTE';
  return (
    <form method="post" action={`/dossiers/${vue.numero}/evenement`}>
      {champsCaches(enTete).map(([nom, valeur]) => (
        <input type="hidden" name={nom} value={valeur} />
      ))}
      <input type="hidden" name="_motif" value={enTete.motif} />
      {Object.entries(saisie).map(([nom, valeur]) => (
        <input type="hidden" name={nom} value={valeur} />
      ))}
      {repousses.length > 0 ? (
        <Avis genre="alerte">
          <p>Des événements jusqu’ici pris en compte seraient écartés :</p>
          <ul>
            {repousses.map((f) => {
              const entree = journal.find((e) => e.id === f.id);
              return (
                <li>
                  {entree ? entreeEnClair(entree, journal) : f.id} : {f.phrase} <small>({f.code})</small>
                </li>
              );
            })}
          </ul>
          <label>
            <input
              type="checkbox"
              name="_repousse"
              value="oui"
              required
              aria-invalid={aConfirmer ? 'true' : undefined}
            />{' '}
            Je confirme que ces événements ne doivent plus compter.
          </label>
        </Avis>
      ) : null}
      <div class="actions">
        <button type="submit">{ecarte ? 'Verser au journal quand même' : 'Confirmer et enregistrer'}</button>
        <button
          type="submit"
          class="secondary outline"
          formaction={`/dossiers/${vue.numero}/evenement/modifier`}
          formnovalidate
        >
          Modifier
        </button>
        <a href={`/dossiers/${vue.numero}`}>{ecarte ? 'Retirer' : 'Abandonner'}</a>
      </div>
    </form>
  );
};

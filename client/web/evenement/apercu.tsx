import type { FC } from 'hono/jsx';
import type { EntreeJournal } from '../../../domain/faits/journal';
import type { Apercu } from '../../../domain/rendez-vous/previsualiser';
import { rendezVousTouchesEnClair } from '../../affichage/deplacements';
import { entreeEnClair } from '../../affichage/evenement';
import type { Frise } from '../../affichage/frise/frise';
import type { Saisie } from '../../saisie/formulaire';
import type { ApercuVu } from '../../usages/agir-sur-un-dossier';
import type { Reserve } from '../../usages/previsualiser-un-acte';
import { Dit } from '../commun/dit';
import { EnTeteDossier, type VueDossier } from '../commun/en-tete';
import { Avis, Page } from '../commun/gabarit';
import { Avertissements } from './avertissements';
import { Changements } from './changements';
import { champsApercu, champsCaches, type EnTeteActe } from './en-tete-acte';
import { titreActe } from './formulaire';
import { Frises } from './frises';
import { Circonstances, Verdict } from './verdict';

interface Props {
  vue: VueDossier;
  enTete: EnTeteActe;
  saisie: Saisie;
  /** The act in one line. */
  resume: string;
  /** Id of the account that confirms. */
  auteur: string;
  /** The entry that the act confirms. */
  cible: EntreeJournal | null;
  fuseau: string;
  apercu: Apercu;
  journal: EntreeJournal[];
  /** What entered the journal since the author saw it, in one line each. */
  depuis: readonly string[];
  /** Where the form is, as it was filled in; null when the act has none. */
  modifier: string | null;
  /** This preview, as its confirmation carries it. */
  vu: ApercuVu;
  /** The journey as it is and as it would be; null when the act moves nothing of it. */
  frises: [Frise, Frise] | null;
  /** What the confirmation did not accept. */
  aAccepter: readonly Reserve[];
  /** Appointments whose letters a reported death stops, or that the closing of the dossier cancels. */
  rendezVousArretes: string[];
}

/** What the act would change, before anything is recorded. */
export const PageApercu: FC<Props> = (p) => {
  const { vue, enTete, apercu } = p;
  const touches = rendezVousTouchesEnClair(apercu);
  return (
    <Page titre={`Aperçu – ${titreActe(enTete)}`} menu="dossiers" boite={vue.boite}>
      <EnTeteDossier vue={vue} titre="Aperçu avant d’enregistrer" />
      <p class="phrase">{p.resume}</p>
      <Circonstances {...p} />
      {p.depuis.length > 0 ? (
        <Avis genre="attention">
          <p>
            Le dossier a changé depuis que vous l’avez vu : l’aperçu ci-dessous tient compte de ce qui a été consigné
            entre-temps.
          </p>
          <ul>
            {p.depuis.map((entree) => (
              <li>{entree}</li>
            ))}
          </ul>
        </Avis>
      ) : null}
      <Verdict apercu={apercu} enTete={enTete} />
      <Avertissements avertissements={apercu.avertissements} numero={vue.numero} journal={p.journal} />
      {touches ? (
        <Avis genre="attention">
          <p>{touches}</p>
        </Avis>
      ) : null}
      <Changements apercu={apercu} />
      {p.frises === null ? null : <Frises frises={p.frises} />}
      {p.rendezVousArretes.length > 0 ? (
        <Avis genre="attention">
          <p>
            {enTete.acte === 'fermerParErreur'
              ? 'Ces rendez-vous seront annulés ; la personne n’en sera prévenue que si elle y avait été convoquée :'
              : 'Plus rien ne partira pour ces rendez-vous, qui restent à annuler :'}
          </p>
          <ul>
            {p.rendezVousArretes.map((r) => (
              <li>{r}</li>
            ))}
          </ul>
        </Avis>
      ) : null}
      <Confirmation {...p} />
    </Page>
  );
};

const Confirmation: FC<Props> = ({ vue, enTete, saisie, apercu, journal, vu, aAccepter, modifier }) => {
  const repousses = apercu.faitsRepousses;
  const ecarte = apercu.issue.statut === 'ECARTE';
  return (
    <form method="post" action={`/dossiers/${vue.numero}/evenement`}>
      {[...champsCaches(enTete), ...champsApercu(vu)].map(([nom, valeur]) => (
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
                  {entree ? entreeEnClair(entree, journal) : 'Un événement'} : <Dit code={f.code} phrase={f.phrase} />
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
              aria-invalid={aAccepter.includes('REPOUSSE') ? 'true' : undefined}
            />{' '}
            Je confirme que ces événements ne doivent plus compter.
          </label>
        </Avis>
      ) : null}
      <div class="actions">
        <button type="submit">{ecarte ? 'Verser au journal quand même' : 'Confirmer et enregistrer'}</button>
        {modifier === null ? null : <a href={modifier}>Modifier</a>}
        <a href={`/dossiers/${vue.numero}`}>{ecarte ? 'Retirer' : 'Abandonner'}</a>
      </div>
    </form>
  );
};

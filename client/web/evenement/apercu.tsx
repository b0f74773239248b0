import type { FC } from 'hono/jsx';
import type { EntreeJournal } from '../../../domain/faits/journal';
import type { Apercu } from '../../../domain/rendez-vous/previsualiser';
import { rendezVousTouchesEnClair } from '../../affichage/deplacements';
import { entreeEnClair } from '../../affichage/evenement';
import { instantEnClair } from '../../affichage/libelles';
import type { Saisie } from '../../saisie/formulaire';
import type { ApercuVu } from '../../usages/agir-sur-un-dossier';
import type { ActeSurDossier } from '../../usages/commun/acte';
import type { Reserve } from '../../usages/previsualiser-un-acte';
import { EnTeteDossier, type VueDossier } from '../commun/en-tete';
import { Avis, Page } from '../commun/gabarit';
import { Changements } from './changements';
import { champsApercu, champsCaches, type EnTeteActe } from './en-tete-acte';
import { titreActe } from './formulaire';

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
  /** The dossier changed since the form was opened. */
  depassee: boolean;
  /** This preview, as its confirmation carries it. */
  vu: ApercuVu;
  /** What the confirmation did not accept. */
  aAccepter: readonly Reserve[];
  /** Appointments whose letters a reported death stops. */
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
      {p.depassee ? (
        <Avis genre="attention">
          <p>
            Le dossier a changé depuis que vous avez ouvert ce formulaire : l’aperçu ci-dessous tient compte de son état
            actuel.
          </p>
        </Avis>
      ) : null}
      <Verdict apercu={apercu} enTete={enTete} />
      {apercu.avertissements.map((phrase) => (
        <Avis genre="attention">
          <p>{phrase}</p>
        </Avis>
      ))}
      {touches ? (
        <Avis genre="attention">
          <p>{touches}</p>
        </Avis>
      ) : null}
      <Changements apercu={apercu} />
      {p.rendezVousArretes.length > 0 ? (
        <Avis genre="attention">
          <p>Plus rien ne partira pour ces rendez-vous, qui restent à annuler :</p>
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

/** What one should know before confirming what another person recorded, or what people did not. */
const Circonstances: FC<Props> = ({ enTete, cible, auteur, fuseau }) => {
  if (enTete.acte === 'confirmer' && cible) {
    return (
      <p>
        Consigné le {instantEnClair(cible.enregistreLe, fuseau)} par <strong>{cible.auteur}</strong>
        {cible.motif ? ` (motif : ${cible.motif})` : ''}. Confirmé par <strong>{auteur}</strong>, seconde personne. Une
        confirmation ne s’annule pas ; le fait lui-même s’annule.
      </p>
    );
  }
  if (enTete.acte === 'confirmerSilence') {
    return (
      <p>
        Vous confirmez qu’aucun bulletin n’est arrivé. Le silence ne vaut refus qu’une fois le délai de réflexion
        terminé ; les courriers de refus n’attendront alors plus les deux jours ouvrés prévus pour une réponse en
        chemin. Une acceptation datée dans le délai et arrivée plus tard rouvrira le dossier.
      </p>
    );
  }
  if (enTete.acte === 'adopterReglement') {
    return (
      <p>
        Adopté par <strong>{auteur}</strong>, pour ce seul dossier. L’acte s’annule au journal comme un autre.
      </p>
    );
  }
  return null;
};

const VERDICTS: Record<ActeSurDossier, string> = {
  consigner: 'Cet événement sera pris en compte.',
  corriger: 'Cet événement sera pris en compte.',
  annuler: 'L’annulation sera prise en compte.',
  rectifierDossier: 'La rectification sera prise en compte.',
  adopterReglement: 'Ces paramètres seront adoptés.',
  confirmerSilence: 'L’absence de réponse sera tenue pour certaine.',
  confirmer: 'Confirmé, cet événement sera pris en compte.',
};

const Verdict: FC<Pick<Props, 'apercu' | 'enTete'>> = ({ apercu: { issue }, enTete }) => {
  if (issue.statut === 'A_CONFIRMER') {
    return (
      <Avis genre="attention">
        <p>
          <strong>Cet événement attendra une seconde personne.</strong> {issue.phrase} D’ici là il ne compte pour rien ;
          une tâche le rappelle.
        </p>
      </Avis>
    );
  }
  return issue.statut === 'ECARTE' ? (
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
      <p>{VERDICTS[enTete.acte]}</p>
    </Avis>
  );
};

/** Acts that have nothing to fill in: they open on their preview. */
const SANS_FORMULAIRE: readonly ActeSurDossier[] = ['confirmerSilence'];

const Confirmation: FC<Props> = ({ vue, enTete, saisie, apercu, journal, vu, aAccepter }) => {
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
              aria-invalid={aAccepter.includes('REPOUSSE') ? 'true' : undefined}
            />{' '}
            Je confirme que ces événements ne doivent plus compter.
          </label>
        </Avis>
      ) : null}
      <div class="actions">
        <button type="submit">{ecarte ? 'Verser au journal quand même' : 'Confirmer et enregistrer'}</button>
        {SANS_FORMULAIRE.includes(enTete.acte) ? null : (
          <button
            type="submit"
            class="secondary outline"
            formaction={`/dossiers/${vue.numero}/evenement/modifier`}
            formnovalidate
          >
            Modifier
          </button>
        )}
        <a href={`/dossiers/${vue.numero}`}>{ecarte ? 'Retirer' : 'Abandonner'}</a>
      </div>
    </form>
  );
};

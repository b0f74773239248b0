import type { FC } from 'hono/jsx';
import { ajouterJours, type DateCivile, enChiffres } from '../../../domain/calendrier/dates';
import type { Parametres } from '../../../domain/dossier/parametres';
import type { Personnes } from '../../../domain/dossier/personnes';
import { doutesDuJour } from '../../../domain/droit/doutes-du-parcours';
import { resoudreParcours } from '../../../domain/droit/parcours-inscrit';
import { parametresDe } from '../../../domain/droit/reglements/parametres-de';
import { nomCourtCause } from '../../../domain/faits/causes';
import { phrase } from '../../../domain/faits/erreurs';
import { faitsComptes, faitsRetenus } from '../../../domain/faits/faits-retenus';
import { reserveDite } from '../../../domain/parcours/reserve-dite';
import type { Situation } from '../../../domain/parcours/situation';
import type { BlocageRappels, CourrierAvecEnvois, DossierInscrit, Retenue, Tache } from '../../../registre';
import { friseDe } from '../../affichage/frise/frise';
import { compte, instantEnClair, libelleCause, libelleEtape } from '../../affichage/libelles';
import { Dit } from '../commun/dit';
import { Avis, Page, Pastille } from '../commun/gabarit';
import { nomDe } from '../liste/page';
import { Pour } from '../porte/pour';
import { Actualisations } from './actualisations';
import { Courriers } from './courriers';
import { Documents } from './documents';
import { Echeances } from './echeances';
import { FriseDuParcours, versFrise } from './frise';
import { Journal } from './journal';
import type { Sources as SourcesCourriers } from './lignes-courriers';
import { courriersAVenir, type SuiviDossier } from './lire-suivi';
import { PlanAction } from './plan-action';
import type { SaisieRefusee } from './refusee';
import { AvisRendezVous, RendezVousDuDossier, type SuiteRdv } from './rendez-vous';
import { AvisSuite, type Suite } from './suite';
import { Taches } from './taches';

export interface DonneesDossier {
  inscrit: DossierInscrit;
  personnes: Personnes | null;
  courriers: CourrierAvecEnvois[];
  taches: Tache[];
  retenues: Retenue[];
  vueDepart: SourcesCourriers['vue'];
  tenu: SourcesCourriers['tenu'];
  /** The stop on the reminders to the person. */
  blocage: BlocageRappels | null;
  suite: Suite | null;
  /** Null while the journey has not started, or once its person is erased. */
  suivi: SuiviDossier | null;
  /** Drawn with the page, for the line of the plan that its form may add. */
  idNeuf: string;
  /** The short form of this page that was just refused. */
  refusee: SaisieRefusee | null;
  suiteRdv: SuiteRdv | null;
  aujourdhui: DateCivile;
  fuseau: string;
  boite: boolean;
}

/** Seconds before the browser asks again whether the act was taken into account. */
const RELIRE = 3;

/** A dossier: where it stands in one sentence, the next dates with their reasons, journal, letters, tasks. */
export const PageDossier: FC<DonneesDossier> = (d) => {
  const { inscrit, personnes, aujourdhui, fuseau } = d;
  const { numero, situation } = inscrit;
  const ferme = situation?.etat === 'OUVERT_PAR_ERREUR';
  const { dossier, journal } = inscrit;
  const rendezVous = (d.suivi?.rendezVous ?? []).map(versFrise);
  const frise = situation && friseDe({ situation, dossier, journal, rendezVous, aujourdhui });
  const refusee = (formulaire: SaisieRefusee['formulaire']) =>
    d.refusee?.formulaire === formulaire ? d.refusee : null;
  const titre = nomDe({ prenom: personnes?.identite.prenom ?? null, nom: personnes?.identite.nom ?? null });
  return (
    <Page
      titre={`Dossier ${numero}`}
      menu="dossiers"
      boite={d.boite}
      relire={d.suite?.genre === 'EN_COURS' ? RELIRE : undefined}
    >
      <p>
        <a href="/dossiers">← Tous les dossiers</a>
      </p>
      <h1>{titre}</h1>
      <p class="discret">
        Dossier {numero}
        {personnes ? `, ${personnes.agence.nom}, suivi par ${personnes.referent.prenom} ${personnes.referent.nom}` : ''}{' '}
        <Pour usage="confier">
          (<a href={`/dossiers/${numero}/referent`}>changer</a>)
        </Pour>
      </p>
      {personnes ? <Joindre numero={numero} personnes={personnes} /> : null}
      {d.blocage ? (
        <p>
          <Pastille genre="attention">Rappels bloqués</Pastille> jusqu’au {enChiffres(d.blocage.jusquau)} inclus, par{' '}
          {d.blocage.par} : {d.blocage.motif}
        </p>
      ) : null}
      <AvisRendezVous suite={d.suiteRdv} />
      {d.suite ? <AvisSuite suite={d.suite} situation={situation} numero={numero} /> : null}
      {situation === null ? (
        <Avis>
          <p>Ouverture en cours : les dates seront affichées dès que le parcours aura démarré.</p>
        </Avis>
      ) : (
        <>
          <Position
            situation={situation}
            aujourdhui={aujourdhui}
            parametres={parametresDe(resoudreParcours(inscrit.dossier, inscrit.journal))}
          />
          {frise === null ? null : <FriseDuParcours frise={frise} id="frise" titre="Le parcours d’un coup d’œil" />}
          {ferme ? null : (
            <Pour usage="agir-sur-un-dossier">
              <div class="actions">
                <a class="bouton" href={`/dossiers/${numero}/evenement`}>
                  Consigner un événement
                </a>
                <a href={`/dossiers/${numero}/rectification`}>Rectifier le dossier</a>
                <a href={`/dossiers/${numero}/erreur`}>Ouvert par erreur…</a>
              </div>
            </Pour>
          )}
          <Taches
            numero={numero}
            taches={d.taches}
            journal={inscrit.journal}
            aujourdhui={aujourdhui}
            refusee={refusee('tache')}
          />
          {d.suivi ? (
            <RendezVousDuDossier
              numero={numero}
              rendezVous={d.suivi.rendezVous}
              aPlanifier={d.suivi.aPlanifier}
              aujourdhui={aujourdhui}
            />
          ) : null}
          <Echeances situation={situation} aujourdhui={aujourdhui} />
          {d.suivi ? (
            <>
              <PlanAction
                numero={numero}
                actions={d.suivi.actions}
                aujourdhui={aujourdhui}
                idNeuf={d.idNeuf}
                refusee={refusee('action')}
              />
              {personnes ? (
                <Actualisations
                  numero={numero}
                  mois={d.suivi.actualisations}
                  aujourdhui={aujourdhui}
                  agence={personnes.agence}
                  refusee={refusee('actualisation')}
                />
              ) : null}
            </>
          ) : null}
          <Journal
            numero={numero}
            dossier={inscrit.dossier}
            journal={inscrit.journal}
            faits={situation.faits}
            fuseau={fuseau}
          />
          <Courriers
            numero={numero}
            prevus={[...situation.courriers, ...courriersAVenir(d.suivi)]}
            inscrits={d.courriers}
            retenues={d.retenues}
            personnes={personnes}
            decesSignale={situation.decesSignale}
            fuseau={fuseau}
            vue={d.vueDepart}
            tenu={d.tenu}
            refusee={refusee('retenir')}
            faits={faitsRetenus(faitsComptes(inscrit.journal, situation.faits), situation.resultat)}
          />
          {personnes && !ferme ? <Documents numero={numero} enCsp={Boolean(situation.resultat.debutCsp)} /> : null}
          {ferme ? null : (
            <Pour usage="adopter-reglement">
              <section aria-labelledby="juristes">
                <h2 id="juristes">Pour les juristes</h2>
                <p>
                  <a href={`/dossiers/${numero}/parametres`}>Adopter d’autres paramètres</a>{' '}
                  <span class="discret">pour ce seul dossier, d’après un texte.</span>
                </p>
              </section>
            </Pour>
          )}
          <p class="discret">
            Version {inscrit.version}, calculée pour le {enChiffres(situation.observeLe)}, écrite le{' '}
            {instantEnClair(inscrit.majLe, fuseau)} (heure du bénéficiaire).
            <Pour usage="lire-audit">
              {' '}
              <a href={`/dossiers/${numero}/audit`}>Qui a vu ce dossier</a>
            </Pour>
          </p>
        </>
      )}
    </Page>
  );
};

/** How to reach the person, and where to correct it. */
const Joindre: FC<{ numero: string; personnes: Personnes }> = ({ numero, personnes }) => {
  const { telephone, email } = personnes.identite;
  return (
    <p>
      {telephone ? <a href={`tel:${telephone.replace(/[^+\d]/g, '')}`}>{telephone}</a> : 'Pas de téléphone'}
      {', '}
      {email ? <a href={`mailto:${email}`}>{email}</a> : 'pas d’adresse e-mail'}{' '}
      <Pour usage="changer-coordonnees">
        <span class="discret">
          (<a href={`/dossiers/${numero}/coordonnees`}>coordonnées</a>,{' '}
          <a href={`/dossiers/${numero}/rappels`}>rappels</a>)
        </span>
      </Pour>
    </p>
  );
};

/** Days ahead at which a suspension is said at the top of the page. */
const SUSPENSION_PROCHE_JOURS = 7;

const Position: FC<{ situation: Situation; aujourdhui: DateCivile; parametres: Parametres }> = ({
  situation,
  aujourdhui,
  parametres,
}) => {
  const { resultat } = situation;
  const horizon = ajouterJours(aujourdhui, SUSPENSION_PROCHE_JOURS);
  const proches = (resultat.suspensions ?? []).filter(({ debut }) => debut > aujourdhui && debut <= horizon);
  const cause = situation.cause && libelleCause(situation.cause, parametres);
  return (
    <>
      <p class="phrase">{situation.enUnePhrase}</p>
      <p>
        <Pastille genre={situation.etat === 'SUSPENDU' ? 'attention' : undefined}>
          {libelleEtape(situation.etat, situation.phase)}
        </Pastille>
        {cause ? ` ${cause}` : ''}
      </p>
      {proches.map((s) => (
        <p>
          <Pastille genre="attention">Bientôt suspendu</Pastille> du {enChiffres(s.debut)} au {enChiffres(s.fin)},{' '}
          {nomCourtCause(s.cause)}
        </p>
      ))}
      {situation.alertes.length > 0 ? (
        <Avis genre="alerte">
          {situation.alertes.map((code) => (
            <p>
              <Dit code={code} phrase={phrase(code)} />
            </p>
          ))}
        </Avis>
      ) : null}
      <dl class="fiche">
        {resultat.debutCsp ? (
          <Ligne nom="Début du CSP" valeur={`${enChiffres(resultat.debutCsp)}${debutDouteux(situation, aujourdhui)}`} />
        ) : null}
        {resultat.dateFinCsp ? (
          <Ligne
            nom="Dernier jour du CSP"
            valeur={`${enChiffres(resultat.dateFinCsp)}${douteuse(situation, 'FIN_CSP')}`}
          />
        ) : null}
        {(resultat.prolongations ?? []).map((p) => (
          <Ligne
            nom="Prolongation"
            valeur={`${compte(p.joursAccordes, 'jour')}, ${nomCourtCause(p.cause)} (plafond : ${compte(p.plafondJours, 'jour')})`}
          />
        ))}
        {!resultat.debutCsp && resultat.finReflexion ? (
          <Ligne
            nom="Fin de la réflexion"
            valeur={`${enChiffres(resultat.finReflexion)}${douteuse(situation, 'FIN_REFLEXION')}`}
          />
        ) : null}
      </dl>
    </>
  );
};

/** The same date as among the échéances, with the same reserve. @see REGLES §9 */
const douteuse = ({ echeances }: Situation, de: string): string =>
  reserveDite(echeances.find(({ cle }) => cle === de) ?? {});

const debutDouteux = ({ doutes = [], resultat }: Situation, jour: DateCivile): string =>
  doutesDuJour(doutes, resultat, jour).some(({ sur }) => sur === 'DEBUT' || sur === 'TOUTES')
    ? reserveDite({ aConfirmer: true })
    : '';

const Ligne: FC<{ nom: string; valeur: string }> = ({ nom, valeur }) => (
  <>
    <dt class="discret">{nom}</dt>
    <dd>{valeur}</dd>
  </>
);

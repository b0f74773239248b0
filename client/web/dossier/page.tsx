import type { Child, FC } from 'hono/jsx';
import { type DateCivile, enChiffres } from '../../../domain/calendrier/dates';
import type { Personnes } from '../../../domain/dossier/personnes';
import { resoudreParcours } from '../../../domain/droit/parcours-inscrit';
import { parametresDe } from '../../../domain/droit/reglements/parametres-de';
import { faitsComptes, faitsRetenus } from '../../../domain/faits/faits-retenus';
import type { MoisActualisation } from '../../../domain/flotte/actualisations';
import { echeancesDuJour } from '../../../domain/parcours/echeances-du-jour';
import type { PieceAttendue } from '../../../domain/parcours/pieces';
import type { Situation } from '../../../domain/parcours/situation';
import type {
  BlocageRappels,
  CourrierAvecEnvois,
  DossierInscrit,
  FormationInscrite,
  Note,
  PieceRecue,
  Retenue,
  Tache,
} from '../../../registre';
import { friseDe } from '../../affichage/frise/frise';
import { instantEnClair } from '../../affichage/libelles';
import { Avis, Page } from '../commun/gabarit';
import { Noms } from '../commun/qui';
import { nomDe } from '../liste/page';
import { Pour } from '../porte/pour';
import { partieActualisations } from './actualisations';
import { partieAutresActes } from './autres-actes';
import { partieCourriers } from './courriers';
import { partieDocuments } from './documents';
import { partieEcheances } from './echeances';
import { partieFormations } from './formations';
import { FriseDuParcours, versFrise } from './frise';
import { partieJournal } from './journal';
import type { Sources as SourcesCourriers } from './lignes-courriers';
import { courriersAVenir, type SuiviDossier } from './lire-suivi';
import { partieNotes } from './notes';
import { MenuDesParties, type Partie, Parties } from './partie';
import { partiePieces } from './pieces';
import { partiePlan } from './plan-action';
import { type Explications, Position } from './position';
import type { SaisieRefusee } from './refusee';
import { AvisRendezVous, partieRendezVous, partiesDesSuites, type SuiteRdv } from './rendez-vous';
import { AvisSuite, type Suite } from './suite';
import { partieTaches } from './taches';
import { Actes, Joindre, RappelsBloques } from './tete';

export interface DonneesDossier {
  /** Of those who did what the page tells. */
  noms: ReadonlyMap<string, string>;
  inscrit: DossierInscrit;
  personnes: Personnes | null;
  courriers: CourrierAvecEnvois[];
  taches: Tache[];
  retenues: Retenue[];
  vueDepart: SourcesCourriers['vue'];
  tenu: SourcesCourriers['tenu'];
  /** The stop on the reminders to the person. */
  blocage: BlocageRappels | null;
  pourquoi: Explications;
  piecesAttendues: PieceAttendue[];
  piecesRecues: PieceRecue[];
  formations: FormationInscrite[];
  /** Those of the agency. */
  notes: Note[];
  suite: Suite | null;
  /** What was recorded and that the journey has not taken in yet; null when nothing waits. */
  enCours: string | null;
  /** Null while the journey has not started, or once its person is erased. */
  suivi: SuiviDossier | null;
  /** Drawn with the page, for the line of the plan or the note that its forms may add. */
  idNeuf: string;
  /** The short form of this page that was just refused. */
  refusee: SaisieRefusee | null;
  suiteRdv: SuiteRdv | null;
  aujourdhui: DateCivile;
  fuseau: string;
  /** Zone of R2 where the person lives. */
  residence: string;
  boite: boolean;
}

/** A dossier: where it stands in one sentence and what fits now, then its parts, each folded into the line that says what it holds. */
export const PageDossier: FC<DonneesDossier> = ({ noms, ...d }) => (
  <Noms.Provider value={noms}>
    <Dossier {...d} />
  </Noms.Provider>
);

const Dossier: FC<Omit<DonneesDossier, 'noms'>> = (d) => {
  const { inscrit, personnes } = d;
  const { numero, situation } = inscrit;
  const avis = (
    <>
      <AvisRendezVous suite={d.suiteRdv} />
      {d.suite ? <AvisSuite suite={d.suite} situation={situation} numero={numero} /> : null}
    </>
  );
  const parties = situation === null ? [] : partiesDuDossier(d, situation);
  const ou = ouDire(d);
  const dedans = parties.some(({ id }) => id === ou);
  return (
    <Page titre={`Dossier ${numero}`} menu="dossiers" boite={d.boite}>
      <p>
        <a href="/dossiers">← Tous les dossiers</a>
      </p>
      <h1>{nomDe({ prenom: personnes?.identite.prenom ?? null, nom: personnes?.identite.nom ?? null })}</h1>
      <Joindre numero={numero} personnes={personnes} />
      <RappelsBloques blocage={d.blocage} />
      {dedans ? null : avis}
      {d.enCours === null || d.suite?.genre === 'EN_COURS' ? null : (
        <Avis genre="attention">
          <p>{d.enCours}.</p>
        </Avis>
      )}
      {situation === null ? (
        <Avis>
          <p>Ouverture en cours : les dates seront affichées dès que le parcours aura démarré.</p>
        </Avis>
      ) : (
        <Corps d={d} situation={situation} parties={parties.map((partie) => avecAvis(partie, ou, avis))} />
      )}
    </Page>
  );
};

/** The part in which the answer to the act that led here is read; null for the top of the page. */
const ouDire = ({ suite, suiteRdv }: Pick<DonneesDossier, 'suite' | 'suiteRdv'>): string | null => {
  if (suite?.genre === 'COURRIER_RETENU' || suite?.genre === 'COURRIER_LIBERE') return 'courriers';
  return suiteRdv === null ? null : (partiesDesSuites[suiteRdv] ?? null);
};

/** A part, with the answer that it is to say. */
const avecAvis = (partie: Partie, ou: string | null, avis: Child): Partie =>
  partie.id !== ou
    ? partie
    : {
        ...{ ...partie, ouverte: true },
        contenu: (
          <>
            {avis}
            {partie.contenu}
          </>
        ),
      };

const Corps: FC<{ d: Omit<DonneesDossier, 'noms'>; situation: Situation; parties: readonly Partie[] }> = ({
  d,
  situation,
  parties,
}) => {
  const { inscrit, suivi, aujourdhui, fuseau } = d;
  const { numero, dossier, journal, version, majLe } = inscrit;
  const rendezVous = (suivi?.rendezVous ?? []).map(versFrise);
  const frise = friseDe({ situation, dossier, journal, rendezVous, aujourdhui });
  return (
    <>
      <Position
        situation={situation}
        aujourdhui={aujourdhui}
        parametres={parametresDe(resoudreParcours(dossier, journal))}
        pourquoi={d.pourquoi}
        actualisation={aDeclarer(suivi)}
      />
      {ferme(situation) ? null : <Actes numero={numero} situation={situation} aPlanifier={suivi?.aPlanifier ?? []} />}
      {frise === null ? null : <FriseDuParcours frise={frise} id="frise" titre="Le parcours d’un coup d’œil" />}
      <MenuDesParties parties={parties} />
      <Parties parties={parties} />
      <p class="discret">
        Version {version}, calculée pour le {enChiffres(situation.observeLe)}, écrite le {instantEnClair(majLe, fuseau)}{' '}
        (heure du bénéficiaire).
        <Pour usage="lire-audit">
          {' '}
          <a href={`/dossiers/${numero}/audit`}>Qui a vu ce dossier</a>
        </Pour>
      </p>
    </>
  );
};

/** The month that the person declares now, or next. */
const aDeclarer = (suivi: SuiviDossier | null): MoisActualisation | null =>
  suivi?.actualisations.findLast(({ statut }) => statut === 'OUVERTE' || statut === 'A_VENIR') ?? null;

/** Kinds of appointment that the person has already. */
const prevuesDe = (suivi: SuiviDossier | null): ReadonlySet<string> =>
  new Set(suivi?.rendezVous.flatMap(({ rendezVous: { statut, sorte } }) => (statut === 'PREVU' ? [sorte] : [])) ?? []);

/** Closed as opened by mistake: nothing more is done with it. */
const ferme = ({ etat }: Situation): boolean => etat === 'OUVERT_PAR_ERREUR';

/** What waits first, then what is read. */
function partiesDuDossier(d: Omit<DonneesDossier, 'noms'>, situation: Situation): Partie[] {
  const { inscrit, personnes, suivi, aujourdhui, fuseau } = d;
  const { numero, dossier, journal } = inscrit;
  const refusee = (formulaire: SaisieRefusee['formulaire']) =>
    d.refusee?.formulaire === formulaire ? d.refusee : null;
  const commun = { numero, aujourdhui };
  return [
    partieTaches({ ...commun, taches: d.taches, journal, prevues: prevuesDe(suivi), refusee: refusee('tache') }),
    ...(suivi === null
      ? []
      : [partieRendezVous({ ...commun, rendezVous: suivi.rendezVous, aPlanifier: suivi.aPlanifier })]),
    partieEcheances({ dates: echeancesDuJour(situation, aujourdhui), prochaine: situation.prochaine, aujourdhui }),
    partiePieces({ ...commun, attendues: d.piecesAttendues, recues: d.piecesRecues, refusee: refusee('piece') }),
    ...(suivi === null
      ? []
      : [partiePlan({ ...commun, actions: suivi.actions, idNeuf: d.idNeuf, refusee: refusee('action') })]),
    ...(ferme(situation)
      ? []
      : [
          partieFormations({
            ...{ ...commun, formations: d.formations, residence: d.residence, situation },
            refusee: refusee('demarche'),
          }),
        ]),
    ...(suivi === null || personnes === null
      ? []
      : [
          partieActualisations({
            ...{ ...commun, mois: suivi.actualisations, agence: personnes.agence },
            refusee: refusee('actualisation'),
          }),
        ]),
    partieNotes({
      ...{ ...commun, notes: d.notes, fuseau, idNeuf: d.idNeuf },
      refusee: refusee('note') ?? refusee('retrait'),
    }),
    partieJournal({ numero, dossier, journal, faits: situation.faits, issues: inscrit.memoire?.issues ?? {}, fuseau }),
    partieCourriers({
      ...{ numero, fuseau, personnes, inscrits: d.courriers, retenues: d.retenues, vue: d.vueDepart, tenu: d.tenu },
      prevus: [...situation.courriers, ...courriersAVenir(suivi)],
      decesSignale: situation.decesSignale,
      refusee: refusee('retenir'),
      faits: faitsRetenus(faitsComptes(journal, situation.faits), situation.resultat),
    }),
    ...(personnes && !ferme(situation)
      ? [partieDocuments({ numero, enCsp: Boolean(situation.resultat.debutCsp) })]
      : []),
    ...(ferme(situation) ? [] : partieAutresActes(numero)),
  ];
}

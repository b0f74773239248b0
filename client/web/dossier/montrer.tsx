import { expliquerScenario } from '../../../domain/droit/expliquer/scenario';
import {
  blocagesRappelsEnCours,
  courriersDuDossier,
  formationsDe,
  listerNotes,
  listerTaches,
  messagesDuDossier,
  nomsDe,
  piecesRecues,
  retenuesEnCours,
} from '../../../registre';
import { enCoursDit } from '../../affichage/en-cours';
import { lireTenus } from '../../usages/commun/a-partir';
import { scenarioInscrit } from '../../usages/commun/scenario-inscrit';
import { nouvelId } from '../../usages/planifier-rendez-vous';
import { attenduesDe } from '../../usages/recevoir-piece';
import type { DossierTrouve } from '../commun/trouver-dossier';
import { aujourdhuiA, type DependancesWeb } from '../dependances';
import { vueDepart } from './lignes-courriers';
import { lireSuivi } from './lire-suivi';
import { type DonneesDossier, PageDossier } from './page';
import type { Explications } from './position';

/** What brought someone to the page of a dossier. */
type Venue = Partial<Pick<DonneesDossier, 'suite' | 'suiteRdv' | 'refusee'>>;

/** The page of a dossier, read from the register now. */
export async function montrerDossier(
  deps: DependancesWeb,
  trouve: DossierTrouve,
  { suite = null, suiteRdv = null, refusee = null }: Venue,
) {
  const { inscrit, personnes, fuseau } = trouve;
  const [courriers, taches, retenues, [blocage = null], tenu, suivi, recues, formations, notes, enAttente] =
    await Promise.all([
      courriersDuDossier(deps.registre, inscrit.numero),
      listerTaches(deps.registre, { numero: inscrit.numero }),
      retenuesEnCours(deps.registre, inscrit.numero),
      blocagesRappelsEnCours(deps.registre, deps.maintenant(), inscrit.numero),
      lireTenus(deps.registre, inscrit),
      lireSuivi(deps, trouve),
      piecesRecues(deps.registre, inscrit.numero),
      formationsDe(deps.registre, inscrit.numero),
      listerNotes(deps.registre, inscrit.numero, inscrit.agence),
      messagesDuDossier(deps.registre, inscrit.numero),
    ]);
  const auteurs = [
    ...inscrit.journal.map(({ auteur }) => auteur),
    ...[...recues, ...notes, ...formations.flatMap(({ faites }) => faites)].map(({ auteur }) => auteur),
    ...[...retenues, ...(blocage === null ? [] : [blocage])].map(({ par }) => par),
    ...taches.flatMap(({ reporteePar, confieeA, faitePar }) => [reporteePar, confieeA, faitePar]),
    ...[...notes.map(({ retireePar }) => retireePar), ...formations.map(({ abandonneePar }) => abandonneePar)],
  ];
  const noms = await nomsDe(
    deps.registre,
    auteurs.filter((auteur) => auteur !== null),
  );
  return (
    <PageDossier
      noms={noms}
      inscrit={inscrit}
      personnes={personnes}
      courriers={courriers}
      taches={taches}
      retenues={retenues}
      blocage={blocage}
      pourquoi={pourquoi(trouve)}
      piecesAttendues={attenduesDe(inscrit, aujourdhuiA(deps, fuseau))}
      piecesRecues={recues}
      formations={formations}
      notes={notes}
      vueDepart={vueDepart(deps, trouve)}
      tenu={tenu}
      suivi={suivi}
      idNeuf={nouvelId()}
      refusee={refusee}
      suiteRdv={suiteRdv}
      suite={suite}
      enCours={enCoursDit(enAttente, inscrit, deps.maintenant())}
      aujourdhui={aujourdhuiA(deps, trouve.residence)}
      fuseau={fuseau}
      residence={trouve.residence}
      boite={deps.boite !== null}
    />
  );
}

/** Asked of the rules now: the register keeps the dates of a journey, and of its reasons the sentences alone. */
function pourquoi({ inscrit }: DossierTrouve): Explications {
  const scenario = inscrit.situation === null ? null : scenarioInscrit(inscrit);
  const de = (cle: keyof Explications) => (scenario && expliquerScenario(scenario, cle)[0]) ?? null;
  return { dateFinCsp: de('dateFinCsp'), finReflexion: de('finReflexion') };
}

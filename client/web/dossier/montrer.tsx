import { blocagesRappelsEnCours, courriersDuDossier, listerTaches, retenuesEnCours } from '../../../registre';
import { lireTenus } from '../../usages/commun/a-partir';
import { nouvelId } from '../../usages/planifier-rendez-vous';
import type { DossierTrouve } from '../commun/trouver-dossier';
import { aujourdhuiA, type DependancesWeb } from '../dependances';
import { vueDepart } from './lignes-courriers';
import { lireSuivi } from './lire-suivi';
import { type DonneesDossier, PageDossier } from './page';

/** What brought someone to the page of a dossier. */
type Venue = Partial<Pick<DonneesDossier, 'suite' | 'suiteRdv' | 'refusee'>>;

/** The page of a dossier, read from the register now. */
export async function montrerDossier(
  deps: DependancesWeb,
  trouve: DossierTrouve,
  { suite = null, suiteRdv = null, refusee = null }: Venue,
) {
  const { inscrit, personnes, fuseau } = trouve;
  const [courriers, taches, retenues, [blocage = null], tenu, suivi] = await Promise.all([
    courriersDuDossier(deps.registre, inscrit.numero),
    listerTaches(deps.registre, { numero: inscrit.numero }),
    retenuesEnCours(deps.registre, inscrit.numero),
    blocagesRappelsEnCours(deps.registre, deps.maintenant(), inscrit.numero),
    lireTenus(deps.registre, inscrit),
    lireSuivi(deps, trouve),
  ]);
  return (
    <PageDossier
      inscrit={inscrit}
      personnes={personnes}
      courriers={courriers}
      taches={taches}
      retenues={retenues}
      blocage={blocage}
      vueDepart={vueDepart(deps, trouve)}
      tenu={tenu}
      suivi={suivi}
      idNeuf={nouvelId()}
      refusee={refusee}
      suiteRdv={suiteRdv}
      suite={suite}
      aujourdhui={aujourdhuiA(deps, fuseau)}
      fuseau={fuseau}
      boite={deps.boite !== null}
    />
  );
}

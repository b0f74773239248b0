import type { DateCivile } from '../../calendrier/dates';
import type { CourrierPrevu } from '../../catalogue/courrier-prevu';
import type { DossierComplet } from '../../dossier/dossier';
import type { Parametres } from '../../dossier/parametres';
import type { Resultat } from '../../dossier/resultat';
import type { CodeAlerte } from '../../faits/erreurs';
import { effetDe } from '../../faits/evenements';
import type { FaitAdmis } from './candidats';
import { chronologie } from './chronologie';
import { courriersPrevus } from './courriers-prevus';
import { parcourir } from './csp';
import type { Entretiens } from './entretiens';
import type { Sortie } from './examen';
import type { CompteCause } from './prolongations';
import { alertesRemise, limiteRemiseMaternite } from './proposition';
import { Recus, Rejets } from './recus';
import { type Reflexion, reflechir } from './reflexion';

/** A journey unrolled from a valid dossier: its result and what an explanation needs. */
export interface Deroulement {
  resultat: Resultat;
  courriers: CourrierPrevu[];
  /** Facts that count, with their real periods cut at the last day of the CSP. */
  faits: FaitAdmis[];
  /** Days that each cause adds to the term. */
  comptes: CompteCause[];
  entretiens: Entretiens;
  /** Null when the CSP ran, or will run, to its term. */
  sortie: Sortie | null;
}

type PourExpliquer = Pick<Deroulement, 'faits' | 'comptes' | 'entretiens' | 'sortie'>;

/** What a journey without a CSP has to explain. */
export const sansCsp = (): PourExpliquer & { courriers: CourrierPrevu[] } => ({
  courriers: [],
  faits: [],
  comptes: [],
  entretiens: { preBilan: null, psp: null, pointEtape: null, bilan: null },
  sortie: null,
});

/** The reflection, then the CSP if it follows, then the letters and the états. */
export function derouler(
  dossier: DossierComplet,
  evenements: readonly unknown[],
  reglement: string,
  parametres: Parametres,
  observeLe: DateCivile | null,
): Deroulement {
  const rejets = new Rejets();
  const recus = new Recus(evenements, rejets);
  const reflexion = reflechir(dossier, parametres, recus, rejets, observeLe);
  const { contrat } = reflexion;
  const csp = contrat === null ? null : parcourir(dossier, parametres, recus, rejets, contrat, observeLe);
  if (csp === null) rejeterHorsCsp(recus, rejets);

  const courriers = courriersPrevus(dossier, reflexion, csp?.ecrit ?? null, parametres);
  const etats = chronologie(dossier.dateRemise, reflexion, csp?.ecrit ?? null, observeLe);
  const resultat: Resultat = {
    valide: true,
    erreurs: [],
    alertes: [...alertesRemise(dossier, parametres), ...alerteReport(reflexion), ...(csp?.alertes ?? [])],
    rejets: rejets.liste(),
    reglement,
    limiteRemiseMaternite: limiteRemiseMaternite(dossier),
    finReflexion: reflexion.finReflexion,
    finReflexionToleree: reflexion.finReflexionToleree,
    decision: reflexion.decision,
    dateDecision: reflexion.dateDecision,
    finContrat: contrat?.fin ?? null,
    debutCsp: contrat?.debutCsp ?? null,
    prescriptionContestation: reflexion.prescriptionContestation,
    ...csp?.cles,
    courriers: courriers.map(({ code, destinataire, date }) => ({ code, destinataire, date })),
    chronologie: etats,
    etatFinal: etats.at(-1)?.etat ?? 'EN_REFLEXION',
  };
  if (csp === null) return { ...sansCsp(), resultat, courriers };
  const { faits, comptes, entretiens } = csp;
  return { resultat, courriers, faits: faits.admis, comptes, entretiens, sortie: faits.sortie };
}

/** An acceptance that only the tolerance saves: the dates that follow are France Travail's to confirm. @see R6, F13 */
const alerteReport = ({ dansLeReport }: Reflexion): CodeAlerte[] =>
  dansLeReport ? ['ACCEPTATION_DANS_LE_REPORT'] : [];

/** Without a CSP, only the answers and decisions of the reflection count. @see F11 */
function rejeterHorsCsp(recus: Recus, rejets: Rejets): void {
  for (const recu of recus.tous) {
    const { regle } = effetDe(recu.type);
    if (regle !== 'REPONSE' && regle !== 'AUTORISATION') rejets.rejeter(recu, 'HORS_CSP');
  }
}

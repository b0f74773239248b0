import { ajouterJours, type DateCivile, enChiffres, max, min } from '../../../domain/calendrier/dates';
import type { Periode } from '../../../domain/calendrier/intervalles';
import type { Resultat } from '../../../domain/dossier/resultat';
import { nomCourtCause } from '../../../domain/faits/causes';
import type { Echeance } from '../../../domain/parcours/situation';

/** What the bars of a row are a picture of. */
export type GenrePeriode =
  | 'REFLEXION'
  | 'ATTENTE'
  | 'PHASE_1'
  | 'PHASE_2'
  | 'PROLONGATION'
  | 'SUSPENSION'
  | 'EMPLOI'
  | 'SUIVI'
  | 'REINSCRIPTION';

/** A row of bars: all the periods of one kind. */
export interface LignePeriodes {
  genre: GenrePeriode;
  nom: string;
  periodes: Periode[];
  /** The same in words, one sentence a period. */
  dites: string[];
}

/** "Réflexion : du 03/03/2025 au 24/03/2025." */
export const direPeriode = (quoi: string, { debut, fin }: Periode): string =>
  debut === fin ? `${quoi} : le ${enChiffres(debut)}.` : `${quoi} : du ${enChiffres(debut)} au ${enChiffres(fin)}.`;

/** The row of one period; nothing when it has no day. */
function seule(genre: GenrePeriode, nom: string, debut: DateCivile, fin: DateCivile): LignePeriodes[] {
  if (debut > fin) return [];
  const periode = { debut, fin };
  return [{ genre, nom, periodes: [periode], dites: [direPeriode(nom, periode)] }];
}

/** The periods of a journey in the order in which they begin: reflection, phases, extension, suspensions, and what follows the CSP. */
export function periodesDuParcours(
  resultat: Resultat,
  echeances: readonly Echeance[],
  dateRemise: DateCivile,
): LignePeriodes[] {
  const { finReflexion, debutCsp, dateFinCsp } = resultat;
  if (!finReflexion) return [];
  const reflexion = seule('REFLEXION', 'Réflexion', dateRemise, finReflexion);
  if (!debutCsp || !dateFinCsp) return reflexion;
  const decidee = max(resultat.dateDecision ?? finReflexion, finReflexion);
  return [
    ...reflexion,
    ...seule('ATTENTE', 'Avant le CSP', ajouterJours(decidee, 1), ajouterJours(debutCsp, -1)),
    ...duCsp(resultat, { debut: debutCsp, fin: dateFinCsp }, psp(echeances)),
    ...suspensions(resultat),
    ...apres(resultat, dateFinCsp),
  ];
}

const psp = (echeances: readonly Echeance[]): DateCivile | null =>
  echeances.find(({ cle }) => cle === 'PSP')?.faiteLe ?? null;

/** Phase 1 until the plan is validated, phase 2 until the first term, then what was added to it. @see S003, R15 */
function duCsp({ termeInitial }: Resultat, { debut, fin }: Periode, valide: DateCivile | null): LignePeriodes[] {
  const sansAjout = min(termeInitial ?? fin, fin);
  const phase2 = valide === null ? ajouterJours(fin, 1) : max(valide, debut);
  return [
    ...seule('PHASE_1', 'CSP, phase 1', debut, min(ajouterJours(phase2, -1), sansAjout)),
    ...seule('PHASE_2', 'CSP, phase 2', phase2, sansAjout),
    ...seule('PROLONGATION', 'Prolongation', ajouterJours(sansAjout, 1), fin),
  ];
}

function suspensions({ suspensions: toutes = [] }: Resultat): LignePeriodes[] {
  if (toutes.length === 0) return [];
  const dites = toutes.map((s) => direPeriode(`Suspension, ${nomCourtCause(s.cause)}`, s));
  const nom = toutes.length === 1 ? 'Suspension' : `${toutes.length} suspensions`;
  return [{ genre: 'SUSPENSION', nom, periodes: toutes.map(({ debut, fin }) => ({ debut, fin })), dites }];
}

function apres({ suiviEmploi, reinscription }: Resultat, fin: DateCivile): LignePeriodes[] {
  return [
    ...(suiviEmploi ? seule('SUIVI', 'Suivi dans l’emploi', suiviEmploi.debut, suiviEmploi.fin) : []),
    ...(reinscription?.requise
      ? seule('REINSCRIPTION', 'Délai de réinscription', ajouterJours(fin, 1), reinscription.limite)
      : []),
  ];
}

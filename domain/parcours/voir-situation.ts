import { comparer, enChiffres } from '../calendrier/dates';
import { type Etape, libellesEtats } from '../dossier/etats';
import type { Resultat } from '../dossier/resultat';
import type { Evaluation } from '../droit/calculer';
import { estEntretienLegal } from '../faits/entretiens';
import type { Agenda } from './agenda';
import type { Position } from './position';
import { reserveDite } from './reserve-dite';
import type { Echeance, Situation } from './situation';
import { versionDomaine } from './version';

type Chronologie = NonNullable<Resultat['chronologie']>;

/** A position as people see it, with the letters of its agenda. */
export function voirSituation(numero: string, position: Position, { courriers }: Agenda): Situation {
  const { jour, observe, dernier, faits, doutes, echeances, deces, ecouteJusquau } = position;
  const resultat = dernier.etat === 'OUVERT_PAR_ERREUR' ? sansDates(observe.resultat) : observe.resultat;
  const prochaine = aTraiter(echeances, dernier.etat);
  const attente = attenteSansDate(resultat);
  return {
    numero,
    versionDomaine,
    observeLe: jour,
    etat: dernier.etat,
    cause: dernier.cause,
    phase: phaseDe(dernier.etat, observe),
    enUnePhrase: enUnePhrase(dernier, observe.resultat, prochaine, attente),
    resultat,
    echeances,
    prochaine,
    attente,
    courriers: courriers.sort((a, b) => comparer(a.depart, b.depart) || comparer(a.cle, b.cle)),
    faits,
    decesSignale: deces !== 'AUCUN',
    doutes,
    alertes: [...resultat.alertes!].sort(),
    ecouteJusquau,
  };
}

/** What is left of the answer of the rules on a dossier that they should never have been asked about. */
const sansDates = ({ valide, erreurs, reglement, rejets }: Resultat): Resultat => ({
  ...{ valide, erreurs, alertes: [], chronologie: [] },
  ...(reglement === undefined ? {} : { reglement }),
  ...(rejets === undefined ? {} : { rejets }),
});

function phaseDe(etat: Etape, { entretiens }: Evaluation): Situation['phase'] {
  if (etat !== 'EN_CSP' && etat !== 'SUSPENDU') return null;
  return entretiens.psp ? 'PHASE_2' : 'PHASE_1';
}

const premiereMinuscule = (texte: string): string => texte.charAt(0).toLowerCase() + texte.slice(1);

/** What a counsellor has to see to: an interview that is late, else what comes next. */
function aTraiter(liste: readonly Echeance[], etat: Etape): Echeance | null {
  const accompagne = etat === 'EN_CSP' || etat === 'SUSPENDU';
  const enRetard = liste.find((e) => e.statut === 'PASSEE' && estEntretienLegal(e.cle));
  if (accompagne && enRetard) return enRetard;
  return liste.find((e) => e.statut === 'A_VENIR') ?? null;
}

/** A protected employee's delay has no end before the decision (R7): no timer, yet someone waits, unless the matter is closed. */
const attenteSansDate = ({ finReflexion, decision }: Resultat): string | null =>
  finReflexion === null && decision !== 'AUTORISATION_REFUSEE' && decision !== 'REFUS'
    ? 'Décision de l’inspection du travail'
    : null;

/** The état and since when: a CSP since its first day, whatever suspended it; suspensions that follow one another since the first. */
function ouEnEst(chronologie: Chronologie): string {
  const { etat, date } = chronologie.at(-1)!;
  const memes = chronologie.slice(chronologie.findLastIndex((passage) => passage.etat !== etat) + 1);
  const debut = etat === 'EN_CSP' ? chronologie.find((passage) => passage.etat === etat)! : memes[0]!;
  const reprise = etat === 'EN_CSP' && debut.date !== date ? ` (repris le ${enChiffres(date)})` : '';
  return `${libellesEtats[etat]} depuis le ${enChiffres(debut.date)}${reprise}`;
}

/** A refusal ends nothing before the delay does: she may still accept. @see R8 */
function refusDonne(etat: Etape, { decision, dateDecision, finReflexionToleree }: Resultat): string {
  if (etat !== 'EN_REFLEXION' || decision !== 'REFUS') return '';
  const jusquau = finReflexionToleree ? ` jusqu’au ${enChiffres(finReflexionToleree)}` : '';
  return `\u202f; refus du ${enChiffres(dateDecision!)}, une acceptation reste possible${jusquau}`;
}

function enUnePhrase(
  { etat, date }: Position['dernier'],
  resultat: Resultat,
  prochaine: Echeance | null,
  attente: string | null,
): string {
  if (etat === 'OUVERT_PAR_ERREUR') return `Ouvert par erreur, et fermé comme tel le ${enChiffres(date)}.`;
  const ici = `${ouEnEst(resultat.chronologie!)}${refusDonne(etat, resultat)}`;
  if (prochaine === null)
    return attente === null ? `${ici}.` : `${ici}\u202f; en attente\u00a0: ${premiereMinuscule(attente)}.`;
  const quoi = premiereMinuscule(prochaine.libelle);
  const suite =
    prochaine.statut === 'PASSEE' ? `en retard\u00a0: ${quoi}, à faire pour` : `prochaine échéance\u00a0: ${quoi},`;
  return `${ici}\u202f; ${suite} le ${enChiffres(prochaine.date)}${reserveDite(prochaine)}.`;
}

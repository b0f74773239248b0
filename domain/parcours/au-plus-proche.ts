import { ajouterJours, type DateCivile, max } from '../calendrier/dates';
import { ouvrePrecedentOuEgal } from '../calendrier/jours-ouvres';
import { cleCourrier, lireBaseDatee } from '../catalogue/cle-courrier';
import type { CourrierPrevu } from '../catalogue/courrier-prevu';
import type { Parametres } from '../dossier/parametres';
import type { Resultat } from '../dossier/resultat';
import { avance, type DouteDuParcours } from '../droit/doutes-du-parcours';
import type { EtatParcours } from './parcours';

export interface QuestionAuPlusProche {
  /** Its number, and the letters that it knows by key. */
  etat: Pick<EtatParcours, 'numero'> & { courriers: Readonly<Record<string, unknown>> };
  resultat: Resultat;
  parametres: Parametres;
  /** Doubts on which its dates rest. */
  doutes: readonly DouteDuParcours[];
  residence: string;
  jour: DateCivile;
}

/** What is known of the two ends: the rules' own, and the nearest. */
interface Fins extends QuestionAuPlusProche {
  ecart: number;
  retenue: DateCivile;
  proche: DateCivile;
}

/**
 * The letters of the rules on the days that suit the nearest reading of a doubtful term: what is to be done before an end is asked early enough
 * for the first one that may be right, and what was to leave before the other still does. A key does not move with its day.
 * @see REGLES §9
 */
export function auPlusProche(lettres: readonly CourrierPrevu[], question: QuestionAuPlusProche): CourrierPrevu[] {
  const { doutes, resultat } = question;
  const ecart = avance(doutes, resultat.terme);
  if (ecart === 0 || !resultat.dateFinCsp) return [...lettres];
  const retenue = resultat.dateFinCsp;
  const fins: Fins = { ...question, ecart, retenue, proche: ajouterJours(retenue, -ecart) };
  return uneParJour(lettres.flatMap((lettre) => avancer(lettre, fins)));
}

function avancer(lettre: CourrierPrevu, fins: Fins): CourrierPrevu[] {
  switch (lettre.code) {
    case 'C13_FIN_CSP':
    case 'C18_FORMATION_POURSUITE':
      return preparer(lettre, fins);
    case 'C09_CONVOCATION_BILAN':
      return [{ ...lettre, date: convoquer(lettre.date, fins) }];
    case 'C15_RAPPEL_REINSCRIPTION':
      return [{ ...lettre, date: rappeler(lettre, fins) }];
    default:
      return [lettre];
  }
}

/** One letter for two ends that are close; before each, when days go by between them, the first as long as it can be prepared. */
function preparer(lettre: CourrierPrevu, fins: Fins): CourrierPrevu[] {
  const { ecart, proche, parametres, residence, etat, jour } = fins;
  const base = ajouterJours(proche, -parametres.courrierFinJoursAvant);
  const date = ouvrePrecedentOuEgal(base, residence);
  if (ecart <= parametres.courrierFinJoursAvant) return [{ ...lettre, date }];
  const premiere = { ...lettre, base, date };
  const connue = Object.hasOwn(etat.courriers, cleCourrier(etat.numero, premiere));
  return connue || jour <= proche ? [premiere, lettre] : [lettre];
}

/** The bilan is asked for before the window in which it is held by the nearest reading, where no day suits both. @see R22 */
function convoquer(date: DateCivile, { resultat: { bilan }, ecart, proche, parametres, residence }: Fins): DateCivile {
  if (!bilan || bilan.debut <= proche) return date;
  return ouvrePrecedentOuEgal(ajouterJours(bilan.debut, -ecart - parametres.convocationJoursAvant), residence);
}

/** Days after the end from which re-registering is open in every reading, and C14 has said so. @see R25 */
const LIEN_ACTIF_JOURS = 2;

/** A reminder to register again leaves in time for the nearest last day, where that is still to come once the CSP is over. @see R25 */
function rappeler({ base, date }: CourrierPrevu, { resultat: { reinscription }, ecart, retenue }: Fins): DateCivile {
  const lue = lireBaseDatee(base);
  const ouverte = ajouterJours(retenue, LIEN_ACTIF_JOURS);
  const limite = reinscription ? ajouterJours(reinscription.limite, -ecart) : retenue;
  if (lue === null || limite < ouverte) return date;
  return max(ouverte, ajouterJours(date, -ecart));
}

/** Two reminders of one day are one letter. @see F33 */
const uneParJour = (lettres: readonly CourrierPrevu[]): CourrierPrevu[] =>
  lettres.filter(
    ({ code, date }, rang) =>
      code !== 'C15_RAPPEL_REINSCRIPTION' || !lettres.slice(rang + 1).some((x) => x.code === code && x.date === date),
  );

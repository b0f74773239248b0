import { ajouterMois, type DateCivile, enChiffres, FIN_DES_TEMPS } from '../calendrier/dates';
import { type DatesDites, datesDites } from '../faits/dates-dites';
import { type Evenement, effetDe } from '../faits/evenements';
import type { Fait } from '../faits/resoudre-journal';
import type { Regle } from '../faits/types/definition';

/** What is likely a slip, though no rule rejects it: asked before the act is recorded, never refused. */
export interface Avertissement {
  /** One French sentence. */
  phrase: string;
  /** Id of the entry to correct instead, when one is likely meant. */
  corrige: string | null;
}

/** What the fact about to be recorded is read against. */
export interface ContexteAvertissements {
  /** Facts in force without this one, nor the one it corrects. */
  faits: readonly Fait[];
  /** Ids of those that count for nothing today: they cover no day. */
  ecartes: ReadonlySet<string>;
  remise: DateCivile;
  aujourdhui: DateCivile;
}

/** Events that tell what was done: dated after today, they are likely a slip of the year. */
const ACCOMPLIS: readonly Regle[] = ['REPONSE', 'AUTORISATION', 'ENTRETIEN', 'PRIME', 'REINSCRIPTION'];

/** What happens once in a journey, as far as its type tells. */
const UNIQUES: readonly Regle[] = ['REPONSE', 'AUTORISATION', 'ENTRETIEN', 'ENTREPRISE', 'SORTIE', 'REINSCRIPTION'];

/** A day is covered by one of them: leave, absence, suspension. */
const COUVRANTS: readonly Regle[] = ['ABSENCE', 'SUSPENSION', 'CONGES'];

/** A date further than this is likely a slip of the year; so is an absence, a leave or a training longer than `LONGUE_MOIS`. */
const LOIN_MOIS = 60;
const LONGUE_MOIS = 12;

/** Work for a private household is no activity of the CSP (code du travail, art. L1233-68, 3°): asked as long as nothing recorded tells it. */
const PARTICULIER_DEMANDE =
  'L’employeur est-il un particulier\u202f? Ce travail n’est pas une activité du CSP (code du travail, art. L1233-68, 3°)\u00a0: dites-le dans le champ prévu.';
const PARTICULIER_DIT =
  'Un travail pour un particulier n’est pas une activité du CSP (code du travail, art. L1233-68, 3°)\u00a0: les dates affichées sont celles d’un autre emploi, France Travail dit ce qu’il en est.';

const DOUBLE = 'Le même événement est déjà au journal.';
const UNIQUE = 'Un événement de ce type est déjà au journal, et d’ordinaire il n’a lieu qu’une fois.';
const COUVERTS = 'Ces jours sont déjà couverts, en tout ou partie, par un autre événement.';

/** Every doubt about a fact, each once: what is already recorded, then its dates. */
export function avertir(evenement: Evenement, contexte: ContexteAvertissements): Avertissement[] {
  const doutes = [...doutesDeDates(evenement, contexte)];
  if (evenement.type === 'REPRISE_EMPLOI') {
    if (evenement.particulier) doutes.push(PARTICULIER_DIT);
    else if (evenement.nature === 'CDD') doutes.push(PARTICULIER_DEMANDE);
  }
  return [...dejaConsigne(evenement, contexte), ...doutes.map((phrase) => ({ phrase, corrige: null }))];
}

/** The same fact first, else one that happens once, else those that cover the same days. */
function dejaConsigne(evenement: Evenement, { faits, ecartes }: ContexteAvertissements): Avertissement[] {
  const dit = signature(evenement);
  const double = faits.find((fait) => signature(fait.evenement) === dit);
  if (double) return [{ phrase: DOUBLE, corrige: double.id }];
  const effectifs = faits.filter(({ id }) => !ecartes.has(id));
  if (UNIQUES.includes(effetDe(evenement.type).regle)) {
    const premier = effectifs.find((fait) => fait.evenement.type === evenement.type);
    return premier ? [{ phrase: UNIQUE, corrige: premier.id }] : [];
  }
  const jours = joursCouverts(evenement, effectifs);
  if (jours === null) return [];
  return effectifs
    .filter((fait) => {
      const autres = joursCouverts(fait.evenement, effectifs);
      return autres !== null && autres.debut <= jours.fin && jours.debut <= autres.fin;
    })
    .map(({ id }) => ({ phrase: COUVERTS, corrige: id }));
}

/** Equal for two statements of one fact; the id of a new contract is its author's choice and tells nothing. */
function signature(evenement: Evenement): string {
  const choisi = evenement.type === 'REPRISE_EMPLOI' ? 'contratId' : null;
  const champs = Object.entries(evenement).filter(([nom, valeur]) => nom !== choisi && valeur !== undefined);
  return JSON.stringify(champs.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Days that a fact covers alone; one without an end covers them until the return that is recorded, if any. */
function joursCouverts(evenement: Evenement, faits: readonly Fait[]): { debut: DateCivile; fin: DateCivile } | null {
  if (!COUVRANTS.includes(effetDe(evenement.type).regle)) return null;
  const { debut, fin } = datesDe(evenement);
  if (debut === undefined) return null;
  const retours = faits
    .map((fait) => (fait.evenement.type === 'FIN_SUSPENSION' ? fait.evenement.date : FIN_DES_TEMPS))
    .filter((date) => date > debut);
  return { debut, fin: fin ?? retours.sort()[0] ?? FIN_DES_TEMPS };
}

const datesDe = (evenement: Evenement): DatesDites => evenement;

function* doutesDeDates(evenement: Evenement, { remise, aujourdhui }: ContexteAvertissements): Generator<string> {
  const { regle } = effetDe(evenement.type);
  const { date, debut, fin } = datesDe(evenement);
  const dates = datesDites(evenement);
  const loin = dates.find((d) => d > ajouterMois(aujourdhui, LOIN_MOIS));
  if (ACCOMPLIS.includes(regle) && date !== undefined && date > aujourdhui)
    yield `La date du ${enChiffres(date)} est dans le futur, pour un fait déjà accompli\u00a0: est-ce la bonne année\u202f?`;
  else if (loin !== undefined)
    yield `La date du ${enChiffres(loin)} est dans plus de cinq ans\u00a0: est-ce la bonne année\u202f?`;
  else if (debut !== undefined && fin !== undefined && regle !== 'CONTRAT' && fin >= ajouterMois(debut, LONGUE_MOIS))
    yield `Du ${enChiffres(debut)} au ${enChiffres(fin)}, il y a plus d’un an\u00a0: ces deux dates sont-elles les bonnes\u202f?`;
  const avant = dates.find((d) => d < remise);
  if (avant !== undefined)
    yield `La date du ${enChiffres(avant)} est avant la remise de la proposition, le ${enChiffres(remise)}\u00a0: est-ce la bonne\u202f?`;
}

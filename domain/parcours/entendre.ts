import { completer, type DossierComplet } from '../dossier/dossier';
import type { Surcharge } from '../dossier/parametres';
import { resoudreParcours } from '../droit/parcours-inscrit';
import type { Evenement } from '../faits/evenements';
import type { EntreeJournal } from '../faits/journal';
import type { Fait, JournalResolu } from '../faits/resoudre-journal';
import { jugerTous, type MessagesJuges } from './issues';
import type { QuestionSituer } from './question';
import { faitsContraires } from './reinscription-acquise';
import { faitsAConfirmer } from './seconde-personne';

/** What a journal says: the dossier as it was rectified, and of its facts those that count, wait for a second person, or come too late. */
export interface JournalEntendu {
  journal: readonly EntreeJournal[];
  resolu: JournalResolu;
  dossier: DossierComplet;
  surcharge: Surcharge;
  /** Facts that wait for a second person (R27). */
  aConfirmer: ReadonlyMap<string, Fait>;
  /** Ids of those that would undo an effective re-registration (R28). */
  contraires: ReadonlySet<string>;
  /** Facts put to the rules, in the order of `evenements`. */
  admis: Fait[];
  evenements: Evenement[];
}

/** What a journey hears: its messages judged, and its journal with those that enter it. */
export interface Entendu extends JournalEntendu {
  juges: MessagesJuges;
}

/** What is heard: what came is judged, then read with what was known. */
export function entendre(question: QuestionSituer): Entendu {
  const { etat } = question.demande;
  const juges = jugerTous(etat, question.options.surcharge);
  return { juges, ...entendreJournal(question, [...etat.journal, ...juges.entrees]) };
}

/** The journey's journal, or a part of it. */
export function entendreJournal(
  { demande: { etat }, options, evaluer }: QuestionSituer,
  journal: readonly EntreeJournal[],
): JournalEntendu {
  const resolu = resoudreParcours(etat.dossier, journal);
  const dossier = completer(resolu.dossier);
  const surcharge = { ...options.surcharge, ...resolu.surcharge };
  const { aConfirmer, comptables } = faitsAConfirmer(resolu.faits, journal, etat.issues);
  const actes = (faits: readonly Fait[]) => faits.map((fait) => fait.evenement);
  const contraires = faitsContraires(etat.issues, comptables, (faits) => evaluer(dossier, actes(faits), { surcharge }));
  const admis = comptables.filter((fait) => !contraires.has(fait.id));
  return { journal, resolu, dossier, surcharge, aConfirmer, contraires, admis, evenements: actes(admis) };
}

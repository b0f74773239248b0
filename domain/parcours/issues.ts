import type { DateCivile } from '../calendrier/dates';
import type { Surcharge } from '../dossier/parametres';
import type { Evaluation } from '../droit/calculer';
import { phrase } from '../faits/erreurs';
import type { EntreeJournal, Issue } from '../faits/journal';
import type { Fait } from '../faits/resoudre-journal';
import { juger } from './juger';
import type { EtatParcours, MessageRecu, TacheDue } from './parcours';
import type { FaitSitue } from './situation';

type IssueNue = Omit<Issue, 'version'>;

/** Acts that no tool of ours waits the outcome of. */
const ACTES_EXTERNES: readonly MessageRecu['acte'][] = ['signaler', 'repriseEmploi', 'arretMaladie'];

export interface MessagesJuges {
  entrees: EntreeJournal[];
  refus: IssueNue[];
  /** Ids of what an external system reported: nobody reads its outcome. */
  externes: Set<string>;
  /** Ids of the other refusals that a person must see: no author can ask for them, or the register could not keep them. */
  aSignaler: Set<string>;
  /** Ids of the messages that only ask again. */
  relances: string[];
}

/** Judges what was received, each message after those before it. */
export function jugerTous(etat: EtatParcours, surcharge?: Surcharge): MessagesJuges {
  const juges: MessagesJuges = { entrees: [], refus: [], externes: new Set(), aSignaler: new Set(), relances: [] };
  for (const message of etat.recus) {
    if (ACTES_EXTERNES.includes(message.acte)) juges.externes.add(message.id);
    if (message.acte === 'inconnu' || message.refus !== undefined || message.anonyme) juges.aSignaler.add(message.id);
    if (message.acte === 'relancer') {
      juges.relances.push(message.id);
      continue;
    }
    const verdict = juger(message, etat.dossier, [...etat.journal, ...juges.entrees], surcharge);
    if ('refus' in verdict) {
      juges.refus.push({ id: message.id, statut: 'REFUSE', code: verdict.refus, phrase: verdict.phrase });
    } else {
      juges.entrees.push(verdict.entree);
    }
  }
  return juges;
}

/** Each fact, and what the rules say of it. */
export function situerFaits(faits: readonly Fait[], { resultat }: Evaluation): FaitSitue[] {
  const codes = new Map(resultat.rejets?.map((rejet) => [rejet.index, rejet.code]));
  return faits.map(({ id }, index) => {
    const code = codes.get(index) ?? null;
    return { id, statut: code === null ? 'RETENU' : 'ECARTE', code, phrase: code === null ? null : phrase(code) };
  });
}

/** Outcomes of the new messages, and of the facts that the rules now see otherwise; both ways become a task (R28). */
export function comparerIssues(
  etat: EtatParcours,
  juges: MessagesJuges,
  faits: readonly FaitSitue[],
  jour: DateCivile,
): { issues: IssueNue[]; taches: TacheDue[] } {
  const issues: IssueNue[] = [
    ...juges.refus,
    ...juges.relances.map((id): IssueNue => ({ id, statut: 'RETENU', code: null, phrase: null })),
  ];
  const taches: TacheDue[] = [];
  const parId = new Map(faits.map((fait) => [fait.id, fait]));
  for (const { id, phrase: raison } of juges.refus) {
    const externe = juges.externes.has(id);
    if (!externe && !juges.aSignaler.has(id)) continue;
    const libelle = `Un message ${externe ? 'reçu d’un autre système' : 'reçu'} a été refusé : ${raison}`;
    taches.push({ cle: `${etat.numero}/MESSAGE_REFUSE/${id}`, type: 'MESSAGE_REFUSE', libelle, echeance: jour });
  }
  for (const { id } of juges.entrees) {
    const fait = parId.get(id);
    issues.push(fait ? { ...fait } : { id, statut: 'RETENU', code: null, phrase: null });
  }
  const neufs = new Set(juges.entrees.map((entree) => entree.id));
  for (const fait of faits) {
    const avant = etat.issues[fait.id];
    if (!neufs.has(fait.id) && avant?.statut !== fait.statut) issues.push({ ...fait });
    const repousse = fait.statut === 'ECARTE' && (avant?.statut === 'RETENU' || juges.externes.has(fait.id));
    const redevenu = fait.statut === 'RETENU' && avant?.statut === 'ECARTE';
    if (!repousse && !redevenu) continue;
    const type = repousse ? 'FAIT_ECARTE' : 'FAIT_REDEVENU_VALIDE';
    const libelle = repousse
      ? `Un fait consigné est écarté (${fait.code}) : ${fait.phrase}`
      : 'Un fait écarté est redevenu valide et compte désormais : vérifier le dossier.';
    taches.push({ cle: `${etat.numero}/${type}/${fait.id}/v${etat.version + 1}`, type, libelle, echeance: jour });
  }
  return { issues, taches };
}

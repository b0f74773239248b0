import { type DateCivile, enChiffres } from '../calendrier/dates';
import { dateLocale, fuseau } from '../calendrier/fuseaux';
import type { Surcharge } from '../dossier/parametres';
import type { Evaluation } from '../droit/calculer';
import { type Acte, actes, autresMessages, estActe } from '../faits/actes';
import { phrase } from '../faits/erreurs';
import { estIdentifiant } from '../faits/identifiant';
import type { EntreeJournal, Issue } from '../faits/journal';
import { sansNomsDeChamps } from '../faits/phrase-sur-champs';
import type { Fait } from '../faits/resoudre-journal';
import { juger } from './juger';
import type { EtatParcours, MessageRecu, TacheDue } from './parcours';
import { grouperRefus, type RefusGroupe } from './refus-groupes';
import type { FaitSitue } from './situation';

type IssueNue = Omit<Issue, 'version'>;

/** Acts that no tool of ours waits the outcome of. */
const ACTES_EXTERNES: readonly MessageRecu['acte'][] = ['signaler', 'repriseEmploi', 'arretMaladie'];

const estExterne = ({ acte }: MessageRecu): boolean => ACTES_EXTERNES.includes(acte);

export interface MessagesJuges {
  entrees: EntreeJournal[];
  refus: IssueNue[];
  /** Ids of what nobody reads the outcome of: an external system reported it, or it came without an id to ask by. */
  sansLecteur: Set<string>;
  /** Ids of the messages that only ask again. */
  relances: string[];
}

/** Judges what was received, each message after those before it. */
export function jugerTous(etat: EtatParcours, surcharge?: Surcharge): MessagesJuges {
  const juges: MessagesJuges = { entrees: [], refus: [], sansLecteur: new Set(), relances: [] };
  for (const message of etat.recus) {
    if (estExterne(message) || message.anonyme) juges.sansLecteur.add(message.id);
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

/**
 * Outcomes of the new messages, and of the facts that the rules now see otherwise; both ways become a task (R28). So does every
 * refusal, those of a kind together: our tools ask the rules before they send, hence what is refused here was sent by someone who may
 * never look.
 */
export function comparerIssues(
  etat: EtatParcours,
  juges: MessagesJuges,
  faits: readonly FaitSitue[],
  jour: DateCivile,
): { issues: IssueNue[]; taches: TacheDue[] } {
  const refuses = grouperRefus(etat, juges.refus);
  const issues: IssueNue[] = [
    ...refuses.map(({ issue }) => issue),
    ...juges.relances.map((id): IssueNue => ({ id, statut: 'RETENU', code: null, phrase: null })),
  ];
  const taches: TacheDue[] = [];
  const parId = new Map(faits.map((fait) => [fait.id, fait]));
  for (const refuse of refuses) {
    const cle = `${etat.numero}/MESSAGE_REFUSE/${refuse.issue.id}`;
    const libelle = direRefus(etat, refuse);
    const compte = refuse.nombre > 1 ? { nombre: refuse.nombre } : {};
    taches.push({ cle, type: 'MESSAGE_REFUSE', libelle, echeance: jour, ...compte });
  }
  for (const { id } of juges.entrees) {
    const fait = parId.get(id);
    issues.push(fait ? { ...fait } : { id, statut: 'RETENU', code: null, phrase: null });
  }
  const neufs = new Set(juges.entrees.map((entree) => entree.id));
  for (const fait of faits) {
    const avant = etat.issues[fait.id];
    if (!neufs.has(fait.id) && avant?.statut !== fait.statut) issues.push({ ...fait });
    const repousse = fait.statut === 'ECARTE' && (avant?.statut === 'RETENU' || juges.sansLecteur.has(fait.id));
    const redevenu = fait.statut === 'RETENU' && avant?.statut === 'ECARTE';
    if (!repousse && !redevenu) continue;
    const type = repousse ? 'FAIT_ECARTE' : 'FAIT_REDEVENU_VALIDE';
    const libelle = repousse
      ? `Un fait consigné est écarté : ${sansNomsDeChamps(fait.phrase ?? '')}`
      : 'Un fait écarté est redevenu valide et compte désormais : vérifier le dossier.';
    taches.push({ cle: `${etat.numero}/${type}/${fait.id}/v${etat.version + 1}`, type, libelle, echeance: jour });
  }
  return { issues, taches };
}

/** What a message asks for, in words: "Corriger un fait déjà consigné", "Arrêt maladie". */
export const enMots = (acte: Acte): string =>
  (estActe(acte) ? actes[acte].description : autresMessages[acte]).replace(/ : .*/, '');

/** What was refused, when it came, from whom, and why; of several, what they have in common. */
function direRefus({ dossier }: EtatParcours, { issue, message, nombre }: RefusGroupe): string {
  const raison = issue.phrase;
  const le = enChiffres(dateLocale(new Date(message.recuLe), fuseau(dossier.residence)));
  const quoi = message.acte === 'inconnu' ? '' : `« ${enMots(message.acte)} », `;
  if (nombre > 1) {
    const deLa = estExterne(message) ? ' d’un autre système' : '';
    return `${nombre} messages sans identifiant lisible, reçus${deLa} le ${le}, ont été refusés : ${sansNomsDeChamps(raison ?? '')}${quoi && ` (${quoi.slice(0, -2)})`}`;
  }
  const { auteur } = (message.contenu ?? {}) as { auteur?: unknown };
  const deQui = estIdentifiant(auteur) ? `, de ${auteur}` : '';
  const origine = estExterne(message) ? 'reçu d’un autre système' : 'reçu';
  const suivants =
    message.refus === 'IDENTIFIANT_DEJA_PRIS'
      ? '. Ceux qui suivraient sous le même seront refusés sans autre tâche'
      : '';
  return `Un message ${origine} a été refusé : ${sansNomsDeChamps(raison ?? '')} (${quoi}le ${le}${deQui})${suivants}`;
}

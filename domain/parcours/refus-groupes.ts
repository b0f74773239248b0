import { dateLocale, fuseau } from '../calendrier/fuseaux';
import type { Issue } from '../faits/journal';
import { nomLisible } from './lire-message';
import type { EtatParcours, MessageRecu } from './parcours';

type IssueNue = Omit<Issue, 'version'>;

/** A refusal, the message that brought it last, and how many were refused alike that day. */
export interface RefusGroupe {
  issue: IssueNue;
  message: MessageRecu;
  nombre: number;
}

/**
 * Refusals of messages without an id, under the name they came by, for one reason, on one day, are one, which counts them: nobody can ask
 * what became of each, and a sender who insists (a key that the workers lack) would leave a task each time. The others stand alone.
 */
export function grouperRefus(etat: EtatParcours, refus: readonly IssueNue[]): RefusGroupe[] {
  const groupes: RefusGroupe[] = [];
  for (const issue of refus) {
    const message = etat.recus.find(({ id }) => id === issue.id)!;
    const groupe = groupeDe(etat, message, issue);
    if (groupe === null) {
      groupes.push({ issue, message, nombre: 1 });
      continue;
    }
    const duGroupe = ({ memes }: Pick<Issue, 'memes'>) => memes?.groupe === groupe;
    const rang = groupes.findIndex((g) => duGroupe(g.issue));
    const connue = groupes[rang]?.issue ?? Object.values(etat.issues).find(duGroupe) ?? issue;
    const { id, statut, code, phrase, memes } = connue;
    const nombre = (memes?.nombre ?? 0) + 1;
    const groupee = { issue: { id, statut, code, phrase, memes: { groupe, nombre } }, message, nombre };
    groupes.splice(rang < 0 ? groupes.length : rang, 1, groupee);
  }
  return groupes;
}

/** Null for a message that has an id to ask by, or that says by itself that others like it are refused without a task. */
function groupeDe({ dossier }: EtatParcours, message: MessageRecu, { code }: IssueNue): string | null {
  const { acte, nom, recuLe, anonyme, refus } = message;
  if (!anonyme || refus === 'IDENTIFIANT_DEJA_PRIS') return null;
  const jour = dateLocale(new Date(recuLe), fuseau(dossier.residence));
  return [acte === 'inconnu' ? nomLisible(nom) : acte, code, jour].join('/');
}

import { lireCle } from '../catalogue/cle-courrier';
import type { EntreeJournal } from '../faits/journal';

/** A fact that the rules see otherwise, each time they do: `<numero>/FAIT_ECARTE/<id>/v3`. */
const SUR_UN_FAIT = /^([^/]+)\/FAIT_(?:ECARTE|REDEVENU_VALIDE)\/(.+)\/v\d+$/;
/** A letter that is somebody's to read or to hand over. */
const SUR_UNE_LETTRE = /^(.+)\/COURRIER_A_REMETTRE$/;

/** Letters to the counsellor of which the last says all: where the term stands now. */
const DERNIERE_SEULE: readonly string[] = ['PROLONGATION'];

/**
 * What made a task that comes again under another key each time it moves; null for a task that has one key for ever. One cause is one
 * task: the last one stands for those before it, which have no object any more.
 */
export function causeDeTache(cle: string): string | null {
  const [, numero, fait] = SUR_UN_FAIT.exec(cle) ?? [];
  if (numero !== undefined && fait !== undefined) return causeDuFait(numero, fait);
  const lettre = lireCle(SUR_UNE_LETTRE.exec(cle)?.[1] ?? '');
  return lettre?.destinataire === 'CONSEILLER' && DERNIERE_SEULE.includes(lettre.code)
    ? `${lettre.numero}/${lettre.code}`
    : null;
}

const causeDuFait = (numero: string, id: string): string => `${numero}/FAIT/${id}`;

/** Causes that a journal has ended: facts that it cancelled, or states otherwise since. */
export const causesRetirees = (numero: string, journal: readonly EntreeJournal[]): string[] =>
  journal.flatMap((entree) => {
    if (entree.acte === 'annuler') return [causeDuFait(numero, entree.annule)];
    return entree.acte === 'corriger' ? [causeDuFait(numero, entree.remplace)] : [];
  });

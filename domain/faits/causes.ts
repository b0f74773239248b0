import type { CauseSuspension } from '../dossier/resultat';
import { definitions, type EvenementDe, effetDe, type TypesPour, typesEvenement } from './types';
import type { MotsCause } from './types/definition';

/** The words of every cause of days without allocation, as the events that bring them say them. @see R15, R24 */
const mots: ReadonlyMap<CauseSuspension, MotsCause> = new Map(
  typesEvenement.flatMap((type): [CauseSuspension, MotsCause][] => {
    const effet = effetDe(type);
    if (effet.regle === 'SUSPENSION') return Object.entries(effet.causes);
    return effet.regle === 'ABSENCE' || effet.regle === 'CONTRAT' ? [[effet.cause, effet.mots]] : [];
  }),
);

export const causes: readonly CauseSuspension[] = [...mots.keys()];

export const estCause = (mot: string): boolean => mots.has(mot);

/** @throws RangeError for a cause that no event brings: a bug, never an input */
function motsDe(cause: CauseSuspension): MotsCause {
  const dits = mots.get(cause);
  if (dits === undefined) throw new RangeError(`cause sans évènement : ${cause}`);
  return dits;
}

const VOYELLE = /^[aeiouyàâéèêëîïôöûü]/i;

/** In a letter: "congé de maternité". */
export const nomCause = (cause: CauseSuspension): string => motsDe(cause).nom;

/** On the counsellor's pages: "reprise d’emploi". */
export const nomCourtCause = (cause: CauseSuspension): string => motsDe(cause).court ?? motsDe(cause).nom;

/** What a day without allocation is a day of: "d’arrêt maladie". */
export function deCause(cause: CauseSuspension): string {
  const court = nomCourtCause(cause);
  return motsDe(cause).de ?? (VOYELLE.test(court) ? `d’${court}` : `de ${court}`);
}

/** Heading a line: "Congé de maternité". */
export function titreCause(cause: CauseSuspension): string {
  const { nom, titre } = motsDe(cause);
  return titre ?? nom.charAt(0).toUpperCase() + nom.slice(1);
}

/** "suspendu pour …" in a letter. */
export const nomSuspension = (cause: CauseSuspension): string => motsDe(cause).suspension ?? motsDe(cause).nom;

/** Cause of an event that suspends without extending: its motive, else the only one of its type. */
export function causeDeSuspension(evenement: EvenementDe<TypesPour<'SUSPENSION'>>): CauseSuspension {
  const { type, motif }: { type: TypesPour<'SUSPENSION'>; motif?: string } = evenement;
  return motif ?? Object.keys(definitions[type].effet.causes)[0]!;
}

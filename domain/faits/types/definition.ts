import { z } from 'zod';
import type { Champ } from '../../dossier/champs';
import type { Parametres } from '../../dossier/parametres';
import type { CauseProlongation } from '../../dossier/resultat';

/** What people call a cause of days without allocation; said in the body of a letter, never in a subject. */
export interface MotsCause {
  /** In a letter: "congé de maternité". */
  nom: string;
  /** On the counsellor's pages, when shorter. */
  court?: string;
  /** What its days are days of, when "de" and the short name do not say it: "de séjour à l’étranger". */
  de?: string;
  /** Heading a line of the carnet, when it is not the name with a capital letter. */
  titre?: string;
  /** "suspendu pour …" in a letter, when it is not the name. */
  suspension?: string;
}

/**
 * What an event does, by the rule that takes it: an event without an effect does not compile, and a rule that is given an event
 * without the fields it reads does not either.
 */
export type Effet =
  /** Answers the proposal (R8). */
  | { regle: 'REPONSE' }
  /** Fixes the end of the reflection of a protected employee (R7). */
  | { regle: 'AUTORISATION' }
  /** An interview held, by its place in the accompaniment (R11, R12, R13, R22). */
  | { regle: 'ENTRETIEN'; entretien: 'preBilan' | 'psp' | 'pointEtape' | 'bilan' }
  /** Suspends, and extends the term as far as the règlement caps its cause (R15). */
  | { regle: 'ABSENCE'; cause: CauseProlongation; mots: MotsCause }
  /** Suspends without extending (R24), under the cause that its `motif` names, else under the only one given. */
  | { regle: 'SUSPENSION'; causes: Readonly<Record<string, MotsCause>> }
  /** Ends the last suspension still open (F15). */
  | { regle: 'RETOUR' }
  /** Ends the CSP or suspends and extends it as an activity, by its length (R14, R16). */
  | { regle: 'CONTRAT'; cause: 'ACTIVITE'; mots: MotsCause }
  /** Ends a contract before its planned day (R16, F14). */
  | { regle: 'FIN_CONTRAT' }
  /** Ends the CSP on the eve of its day (R14). */
  | { regle: 'ENTREPRISE' }
  /** Ends the CSP on its day (R27). */
  | { regle: 'SORTIE' }
  /** Goes along with the CSP, and may outlive it (R23). */
  | { regle: 'FORMATION' }
  /** Takes days of leave (R21). */
  | { regle: 'CONGES' }
  /** Asks for the prime of a durable job (R17). */
  | { regle: 'PRIME' }
  /** Registers again after the CSP (R25). */
  | { regle: 'REINSCRIPTION' };

/** The rules that take events. */
export type Regle = Effet['regle'];

/** Heading an event goes under in a list of facts. */
export type FamilleEvenement = 'Proposition' | 'Accompagnement' | 'Absence' | 'Emploi' | 'Fin du CSP';

/** One field of an event: what it may hold, and how it is asked for. The message of a refusal is its code (F6). */
export interface ChampType<S extends z.ZodType = z.ZodType> extends Omit<Champ, 'nom'> {
  schema: S;
  /** False when it is read where it is given, but asked for in no form. */
  demande?: false;
}

type ChampsType = Readonly<Record<string, ChampType>>;

interface Partie<C extends ChampsType, E extends Effet> {
  /** French name of the fact: "Arrêt maladie". */
  libelle: string;
  /** How a letter to the person names it, when it is not the label. */
  dite?: string;
  /** One French sentence on what it changes, under the parameters of a dossier. */
  aide: (parametres: Parametres) => string;
  famille: FamilleEvenement;
  /** In the order of the form. */
  champs: C;
  effet: E;
  /** True when the person declares it about herself: a rejection is answered to her. */
  declaration: boolean;
  /** What no single field can refuse, once each is right; the code of F6 with the field it speaks of, or null. */
  controler?: (evenement: { [N in keyof C]: z.output<C[N]['schema']> }) => Controle<keyof C & string> | null;
}

interface Controle<N extends string = string> {
  code: 'CHAMP_MANQUANT' | 'CDI_AVEC_TERME';
  champ: N;
}

type Forme<T extends string, C extends ChampsType> = z.ZodObject<
  { type: z.ZodLiteral<T> } & { [N in keyof C]: C[N]['schema'] }
>;

/** Everything there is to say of a type of event. */
export interface Definition<T extends string = string, C extends ChampsType = ChampsType, E extends Effet = Effet>
  extends Omit<Partie<C, E>, 'champs' | 'controler'> {
  type: T;
  schema: Forme<T, C>;
  /** The fields in the order of the form, as they are asked for. */
  champs: readonly Champ[];
  controler: ((evenement: never) => Controle | null) | null;
}

/** States an event: the one place where its fields, its words and its effect are written. */
export function definir<const T extends string, const C extends ChampsType, const E extends Effet>(
  type: T,
  { champs, controler, ...reste }: Partie<C, E>,
): Definition<T, C, E> {
  const schemas = Object.entries(champs).map(([nom, { schema }]) => [nom, schema]);
  return {
    ...reste,
    type,
    schema: z.object({ type: z.literal(type), ...Object.fromEntries(schemas) }) as unknown as Forme<T, C>,
    champs: Object.entries(champs)
      .filter(([, { demande }]) => demande !== false)
      .map(([nom, { schema: _, demande: __, ...champ }]) => ({ nom, ...champ })),
    controler: controler ?? null,
  };
}

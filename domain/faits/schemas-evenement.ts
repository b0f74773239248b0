import { z } from 'zod';
import { schemaDate } from '../dossier/schema-dossier';

/** Values of the choices of an event, with their French labels: one list for the type, the schema and the forms. */
export const reponses = { ACCEPTATION: 'Accepte le CSP', REFUS: 'Refuse le CSP' } as const;
export const decisionsAutorisation = { AUTORISE: 'Licenciement autorisé', REFUSE: 'Licenciement refusé' } as const;
export const naturesContrat = { CDI: 'CDI', CDD: 'CDD', CTT: 'Intérim (CTT)' } as const;
export const motifsSuspension = {
  PREPARE: 'Complément de libre choix d’activité ou PreParE',
  PAJE: 'PAJE',
  SERVICE_CIVIQUE: 'Service civique ou national',
  DEMENAGEMENT_ETRANGER: 'Déménagement à l’étranger',
} as const;
export const motifsFinContrat = {
  RUPTURE_ESSAI: 'Rupture pendant la période d’essai',
  FIN_ANTICIPEE: 'Fin anticipée',
} as const;
export const motifsSortie = {
  ABANDON: 'Abandon à la demande de la personne',
  MANQUEMENT: 'Manquement aux obligations',
  FAUSSE_DECLARATION: 'Fausse déclaration',
  RETRAITE: 'Départ en retraite',
  DECES: 'Décès',
} as const;

export type NatureContrat = keyof typeof naturesContrat;
export type MotifSuspension = keyof typeof motifsSuspension;
export type MotifFinContrat = keyof typeof motifsFinContrat;
export type MotifSortie = keyof typeof motifsSortie;

const cles = <T extends string>(libelles: Readonly<Record<T, string>>) => z.enum(Object.keys(libelles) as [T, ...T[]]);

const jour = { date: schemaDate };
const periode = { debut: schemaDate, fin: schemaDate };
const absence = { ...periode, dureeLegaleJours: z.number().int().positive().optional() };
const contratId = z.string().optional();

/** One schema per type of event, for forms, the API and the CSV import. @see REGLES §5 */
export const schemasEvenement = {
  /** `reponse` is any text: what is neither of the two is rejected by a rule (F8), not by the form. */
  REPONSE_SALARIE: z.object({ type: z.literal('REPONSE_SALARIE'), ...jour, reponse: z.string() }),
  DECISION_AUTORISATION: z.object({
    type: z.literal('DECISION_AUTORISATION'),
    ...jour,
    decision: cles(decisionsAutorisation),
  }),
  PRE_BILAN_REALISE: z.object({ type: z.literal('PRE_BILAN_REALISE'), ...jour }),
  PSP_VALIDE: z.object({ type: z.literal('PSP_VALIDE'), ...jour }),
  POINT_ETAPE_REALISE: z.object({ type: z.literal('POINT_ETAPE_REALISE'), ...jour }),
  BILAN_REALISE: z.object({ type: z.literal('BILAN_REALISE'), ...jour }),
  ARRET_MALADIE: z.object({ type: z.literal('ARRET_MALADIE'), ...absence }),
  CONGE_MATERNITE: z.object({ type: z.literal('CONGE_MATERNITE'), ...absence }),
  CONGE_PATERNITE: z.object({ type: z.literal('CONGE_PATERNITE'), ...absence }),
  CONGE_ADOPTION: z.object({ type: z.literal('CONGE_ADOPTION'), ...absence }),
  PROCHE_AIDANT: z.object({ type: z.literal('PROCHE_AIDANT'), ...absence }),
  AJPP: z.object({ type: z.literal('AJPP'), ...absence }),
  SUSPENSION: z.object({
    type: z.literal('SUSPENSION'),
    debut: schemaDate,
    fin: schemaDate.optional(),
    motif: cles(motifsSuspension),
  }),
  FIN_SUSPENSION: z.object({ type: z.literal('FIN_SUSPENSION'), ...jour }),
  REPRISE_EMPLOI: z.object({
    type: z.literal('REPRISE_EMPLOI'),
    contratId,
    nature: cles(naturesContrat),
    debut: schemaDate,
    fin: schemaDate.optional(),
    essaiJusquau: schemaDate.optional(),
    remunerationInferieure: z.boolean().optional(),
  }),
  FIN_CONTRAT: z.object({ type: z.literal('FIN_CONTRAT'), contratId, ...jour, motif: cles(motifsFinContrat) }),
  CREATION_ENTREPRISE: z.object({ type: z.literal('CREATION_ENTREPRISE'), debut: schemaDate }),
  FORMATION: z.object({ type: z.literal('FORMATION'), ...periode }),
  CONGES: z.object({ type: z.literal('CONGES'), ...periode }),
  DEMANDE_PRIME: z.object({ type: z.literal('DEMANDE_PRIME'), contratId, ...jour }),
  SORTIE: z.object({ type: z.literal('SORTIE'), ...jour, motif: cles(motifsSortie) }),
  DEMANDE_REINSCRIPTION: z.object({ type: z.literal('DEMANDE_REINSCRIPTION'), ...jour }),
} as const;

export type TypeEvenement = keyof typeof schemasEvenement;
export type Evenement = { [T in TypeEvenement]: z.infer<(typeof schemasEvenement)[T]> }[TypeEvenement];
/** The event of one type: `EvenementDe<'SORTIE'>`. */
export type EvenementDe<T extends TypeEvenement> = Extract<Evenement, { type: T }>;

export const typesEvenement = Object.keys(schemasEvenement) as TypeEvenement[];

export const estTypeEvenement = (type: unknown): type is TypeEvenement =>
  typeof type === 'string' && Object.hasOwn(schemasEvenement, type);

/** Any event, read strictly; `verifierForme` says what is wrong in the words of F6. */
export const schemaEvenement = z.discriminatedUnion(
  'type',
  Object.values(schemasEvenement) as never,
) as z.ZodType<Evenement>;

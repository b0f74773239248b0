import { z } from 'zod';

/** A postal address, as printed in the window of an envelope: at most four lines before the town. */
export const schemaAdresse = z.strictObject({
  lignes: z.array(z.string().trim().min(1).max(38)).min(1).max(4),
  codePostal: z.string().trim().min(1).max(10),
  ville: z.string().trim().min(1).max(38),
});
export type Adresse = z.infer<typeof schemaAdresse>;

const courriel = z.email({ error: 'adresse e-mail mal écrite' }).max(254);
const telephone = z
  .string()
  .trim()
  .regex(/^\+?[0-9 .()-]{6,20}$/, { error: 'numéro de téléphone mal écrit' });

/** Of an agency or a counsellor, as files and addresses write it. */
export const schemaIdentifiant = z
  .string()
  .max(40)
  .regex(/^[a-z0-9-]+$/);

export const canaux = ['EMAIL', 'SMS', 'COURRIER'] as const;
export type Canal = (typeof canaux)[number];

/** The beneficiary as a person: lives in the register only, never in Temporal, never in a log. */
export const schemaIdentite = z.strictObject({
  civilite: z.enum(['MADAME', 'MONSIEUR']).optional(),
  prenom: z.string().trim().min(1).max(100),
  nom: z.string().trim().min(1).max(100),
  email: courriel.optional(),
  telephone: telephone.optional(),
  adresse: schemaAdresse.optional(),
  canalPrefere: z.enum(canaux).optional(),
});
export type Identite = z.infer<typeof schemaIdentite>;

export const schemaEmployeur = z.strictObject({
  nom: z.string().trim().min(1).max(100),
  email: courriel.optional(),
  adresse: schemaAdresse.optional(),
});
export type Employeur = z.infer<typeof schemaEmployeur>;

/** An agency as the author of an act that Jalon otherwise only announces: who signs, on what ground, how to appeal. */
export const schemaDecision = z.strictObject({
  signataire: z.strictObject({ nom: z.string().trim().min(1).max(100), qualite: z.string().trim().min(1).max(100) }),
  /** Article or text on which the decision rests. */
  fondement: z.string().trim().min(1).max(500),
  /** How, within what delay and before whom it may be challenged. */
  recours: z.string().trim().min(1).max(1000),
});
export type Decision = z.infer<typeof schemaDecision>;

/** Letters that may decide, by code (`nature: 'INFORME_OU_DECIDE'` in the catalogue). */
export const codesDecision = [
  'C10_CONTRIBUTION',
  'C14_CESSATION_INSCRIPTION',
  'C16_CONFIRMATION_REINSCRIPTION',
  'SORTIE_DECIDEE',
] as const;

/** Whoever looks after disability in an agency, as the carnet names her. @see S003 */
const schemaReferentHandicap = z.strictObject({
  prenom: z.string().trim().min(1).max(100),
  nom: z.string().trim().min(1).max(100),
  email: courriel,
});

export const schemaAgence = z.strictObject({
  id: schemaIdentifiant,
  nom: z.string().trim().min(1).max(100),
  adresse: schemaAdresse,
  telephone: telephone,
  email: courriel,
  horaires: z.string().trim().max(200),
  /** Zone of R2 whose clock and holidays the agency lives by; `metropole` when absent. */
  residence: z.string().optional(),
  /** False for an agency that records no actualisations: nobody is reminded of hers, nor asked why it is missing; true when absent. */
  rappelsActualisation: z.boolean().optional(),
  /** Where there is one. Of the agency and never of a dossier, which would then say something of a person's health. */
  referentHandicap: schemaReferentHandicap.optional(),
  /** Acts of which the agency is the author; the others are announced only. */
  decisions: z.partialRecord(z.enum(codesDecision), schemaDecision).optional(),
});
export type Agence = z.infer<typeof schemaAgence>;

export const schemaReferent = z.strictObject({
  id: schemaIdentifiant,
  prenom: z.string().trim().min(1).max(100),
  nom: z.string().trim().min(1).max(100),
  email: courriel,
  telephone: telephone,
  agence: z.string(),
});
export type Referent = z.infer<typeof schemaReferent>;

/** Everyone a dossier speaks of; no date depends on them (REGLES §5). */
export interface Personnes {
  identite: Identite;
  employeur: Employeur | null;
  agence: Agence;
  referent: Referent;
}

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

export const schemaAgence = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  nom: z.string().trim().min(1).max(100),
  adresse: schemaAdresse,
  telephone: telephone,
  email: courriel,
  horaires: z.string().trim().max(200),
});
export type Agence = z.infer<typeof schemaAgence>;

export const schemaReferent = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
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

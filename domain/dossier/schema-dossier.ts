import { z } from 'zod';
import { type DateCivile, lireDate } from '../calendrier/dates';
import type { Residence } from '../calendrier/jours-feries';

export const modesProposition = {
  ENTRETIEN_PREALABLE: 'Remise à l’entretien préalable',
  CONSULTATION_CSE: 'Remise après la dernière réunion du CSE',
  PSE: 'Remise le lendemain de la validation ou homologation du PSE',
  FRANCE_TRAVAIL: 'Proposée par France Travail (employeur défaillant)',
} as const;
export type ModeProposition = keyof typeof modesProposition;

export const motifsRupture = {
  LICENCIEMENT_ECONOMIQUE: 'Licenciement économique',
  FIN_CDD: 'Fin de CDD (expérimentation)',
  FIN_MISSION: 'Fin de mission d’intérim (expérimentation)',
  FIN_CHANTIER: 'Fin de chantier (expérimentation)',
} as const;

export const proceduresCollectives = {
  AUCUNE: 'Aucune',
  REDRESSEMENT: 'Redressement judiciaire',
  LIQUIDATION: 'Liquidation judiciaire',
} as const;
export type ProcedureCollective = keyof typeof proceduresCollectives;

export const libellesResidences: Readonly<Record<Residence | 'etranger', string>> = {
  metropole: 'Métropole',
  'alsace-moselle': 'Alsace-Moselle',
  guadeloupe: 'Guadeloupe',
  martinique: 'Martinique',
  guyane: 'Guyane',
  'la-reunion': 'La Réunion',
  'saint-pierre-et-miquelon': 'Saint-Pierre-et-Miquelon',
  'saint-barthelemy': 'Saint-Barthélemy',
  'saint-martin': 'Saint-Martin',
  mayotte: 'Mayotte',
  etranger: 'Étranger',
};

/** Codes that the schema's issues carry as messages, so that F5 reads them off in its own order. */
const INVALIDE = { error: 'CHAMP_INVALIDE' };

/** Reads `AAAA-MM-JJ`; a value that is not a string is a wrong type, a string that is no date an unreadable date. @see F5 */
export const schemaDate = z
  .string(INVALIDE)
  .refine((s) => lireDate(s) !== null, { error: 'DATE_INVALIDE' }) as unknown as z.ZodType<DateCivile, DateCivile>;

const texte = z.string(INVALIDE);
const nombre = z.number(INVALIDE);
const booleen = z.boolean(INVALIDE);

/**
 * The opening of a journey, as it is recorded. Fields are those of REGLES §5 in their order; nothing that names a person.
 * Reads the types and the dates; what the règlement asks is `regles/eligibilite.ts`.
 * @see R4, F5
 */
export const schemaDossier = z.object({
  dateRemise: schemaDate,
  modeProposition: texte.pipe(
    z.enum(Object.keys(modesProposition) as [ModeProposition, ...ModeProposition[]], { error: 'MODE_INCONNU' }),
  ),
  motifRupture: texte,
  effectifEntreprise: nombre.optional(),
  procedureCollective: z
    .enum(Object.keys(proceduresCollectives) as [ProcedureCollective, ...ProcedureCollective[]], INVALIDE)
    .optional(),
  dateNaissance: schemaDate,
  residence: texte,
  joursAffiliation: nombre.optional(),
  heuresAffiliation: nombre.optional(),
  reliquatAre: booleen.optional(),
  ancienneteMois: nombre.optional(),
  apteEmploi: booleen.optional(),
  salarieProtege: booleen.optional(),
  dateTauxPlein: schemaDate.optional(),
  dateEngagementProcedure: schemaDate.optional(),
  dateDecisionPse: schemaDate.optional(),
  finCongeMaternite: schemaDate.optional(),
  dateEnvoiLicenciement: schemaDate.optional(),
  finContratPrevue: schemaDate.optional(),
  bassinEmploi: texte.optional(),
  reglement: texte.optional(),
});
export type Dossier = z.infer<typeof schemaDossier>;
export type NomChampDossier = keyof Dossier;

/** A dossier with what F5 says of absent fields. */
export interface DossierComplet extends Dossier {
  procedureCollective: ProcedureCollective;
  joursAffiliation: number;
  heuresAffiliation: number;
  reliquatAre: boolean;
  ancienneteMois: number;
  apteEmploi: boolean;
  salarieProtege: boolean;
}

/** Fills absent fields with their value. @see F5 */
export const completer = (d: Dossier): DossierComplet => ({
  ...d,
  procedureCollective: d.procedureCollective ?? 'AUCUNE',
  joursAffiliation: d.joursAffiliation ?? 0,
  heuresAffiliation: d.heuresAffiliation ?? 0,
  reliquatAre: d.reliquatAre ?? false,
  ancienneteMois: d.ancienneteMois ?? 0,
  apteEmploi: d.apteEmploi ?? true,
  salarieProtege: d.salarieProtege ?? false,
});

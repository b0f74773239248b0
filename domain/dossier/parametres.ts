import { z } from 'zod';
import { type DateCivile, lireDate } from '../calendrier/dates';
import type { CauseProlongation } from './resultat';

/** Causes in the order in which a day is attributed to one of them. @see R15 */
export const causesProlongation = [
  'ACTIVITE',
  'MATERNITE',
  'PATERNITE',
  'ADOPTION',
  'PROCHE_AIDANT',
  'AJPP',
  'MALADIE',
] as const satisfies readonly CauseProlongation[];

const entier = z.number().int().min(0);
const report = z.enum(['AUCUN', 'OUVRE_SUIVANT']);
/** TOLERE: the earlier day is announced, nobody is refused before the later one (REGLES §9). */
const reportTolere = z.enum(['AUCUN', 'OUVRE_SUIVANT', 'TOLERE']);
const date = z.custom<DateCivile>((valeur) => lireDate(valeur) !== null);
const entiers = z.array(entier);
const textes = z.array(z.string());

/** The cap of a cause: in months, in days, or in days for each leave. @see R15 */
const plafond = z.union([
  z.strictObject({ mois: entier }),
  z.strictObject({ jours: entier }),
  z.strictObject({ parEvenement: entier }),
]);
export type Plafond = z.infer<typeof plafond>;

/**
 * What a règlement fixes, by the names of `surcharge`. `null` where allowed = no such rule.
 * @see REGLES §10, table of parameters
 */
export const schemaParametres = z.object({
  debutValidite: date,
  finValidite: date,
  motifsRupture: textes,
  effectifMax: entier.nullable(),
  bassinRequis: z.boolean(),
  affiliationJours: entier,
  affiliationHeures: entier,
  praMois: entier,
  praMoisSenior: entier,
  praAgeSenior: entier,
  residences: textes,
  delaiReflexionJours: entier,
  reportFinReflexion: reportTolere,
  dureeMois: entier,
  preBilanJours: entier,
  pspDelai: z.strictObject({ valeur: entier, unite: z.enum(['JOURS', 'MOIS']) }),
  pspPlafondMois: entier.nullable(),
  pointEtapeMois: entier.nullable(),
  pointEtapeDecaleSuspensions: z.boolean(),
  activiteMinJours: entier.nullable(),
  emploiDurableMois: entier,
  activiteCumulMaxJours: entier.nullable(),
  activiteDebutProlongationMois: entier,
  prolongations: z.partialRecord(z.enum(causesProlongation), plafond),
  plafondGlobalMois: entier.nullable(),
  arretPendantActivite: z.enum(['COMPTE_COMME_ACTIVITE', 'EXCLU']),
  essaiRompuReintegre: z.boolean(),
  essaiRompuProlonge: z.boolean(),
  congesMaxJours: entier,
  primeProlongee: z.boolean(),
  primeMois: entier.nullable(),
  primeDemandeJours: entier,
  primeAncienneteMois: entier,
  primeExigePsp: z.boolean(),
  primeSecondVersementMois: entier,
  idr: z.boolean(),
  suiviEmploiMois: entier,
  suiviJalonsMois: entiers,
  bilanFenetreMois: entier,
  bilanSortieJours: entier,
  reinscriptionJours: entier,
  reportReinscription: report,
  courrierFinJoursAvant: entier,
  courrierCessationJours: entier,
  courrierCessationMaxJours: entier,
  rappelReflexionJours: entiers,
  rappelReinscriptionJours: entiers,
  convocationJoursAvant: entier,
  rappelPrimeJours: entier,
});
export type Parametres = z.infer<typeof schemaParametres>;
export type NomParametre = keyof Parametres;

/** Parameters laid over a règlement for one scenario. @see F4 */
export type Surcharge = Partial<Parametres>;

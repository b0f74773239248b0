import { z } from 'zod';
import { limitePassee } from '../../dossier/limite';

const centimes = (libelle: string) =>
  z
    .number({ error: `${libelle} : un nombre entier de centimes est attendu` })
    .int({ error: `${libelle} : un nombre entier de centimes est attendu` })
    .min(0, { error: `${libelle} : ne peut pas être négatif` })
    .max(1_000_000_00, {
      error: ({ input }) =>
        `${libelle} : plus d’un million d’euros (${String(input)} centimes), les montants s’écrivent en centimes`,
    });

/** French names of the amounts, for the sentence that says what is missing. */
export const libellesMontants = {
  salaireJournalierReferenceCentimes: 'salaire journalier de référence',
  areJournaliereCentimes: 'ARE journalière',
  dureeAreJours: 'durée de l’ARE en jours',
  tauxAspPourCent: 'taux de l’allocation en pour cent',
  aspMinimaleJournaliereCentimes: 'ASP journalière minimale',
  aspMaximaleJournaliereCentimes: 'ASP journalière maximale',
  salaireMensuelNouveauCentimes: 'salaire mensuel du nouvel emploi',
  salaireMensuelBrutCentimes: 'salaire mensuel brut pendant le préavis',
  preavisMois: 'durée du préavis en mois',
} as const;
export type NomMontant = keyof typeof libellesMontants;

const l = libellesMontants;

const depasse =
  (libelle: string, quoi: string) =>
  ({ input, maximum }: { input?: unknown; maximum?: number | bigint }) =>
    `${libelle} : ${limitePassee(Number(maximum), Number(input), quoi)}`;

/**
 * What the estimates start from, in whole centimes. All optional: an estimate that lacks its amounts says which ones.
 * Wages are gross; the new monthly wage of the IDR is brought to the weekly hours of the lost job.
 */
export const schemaMontants = z
  .strictObject(
    {
      salaireJournalierReferenceCentimes: centimes(l.salaireJournalierReferenceCentimes),
      areJournaliereCentimes: centimes(l.areJournaliereCentimes),
      dureeAreJours: z
        .number({ error: `${l.dureeAreJours} : un nombre entier est attendu` })
        .int({ error: `${l.dureeAreJours} : un nombre entier est attendu` })
        .min(0, { error: `${l.dureeAreJours} : ne peut pas être négatif` })
        .max(3000, { error: depasse(l.dureeAreJours, 'jours') }),
      tauxAspPourCent: z
        .number({ error: `${l.tauxAspPourCent} : un nombre entier est attendu` })
        .int({ error: `${l.tauxAspPourCent} : un nombre entier est attendu` })
        .min(1, { error: `${l.tauxAspPourCent} : 1 au moins` })
        .max(100, { error: depasse(l.tauxAspPourCent, '%') }),
      aspMinimaleJournaliereCentimes: centimes(l.aspMinimaleJournaliereCentimes),
      aspMaximaleJournaliereCentimes: centimes(l.aspMaximaleJournaliereCentimes),
      salaireMensuelNouveauCentimes: centimes(l.salaireMensuelNouveauCentimes),
      salaireMensuelBrutCentimes: centimes(l.salaireMensuelBrutCentimes),
      preavisMois: z
        .number({ error: `${l.preavisMois} : un nombre de mois est attendu` })
        .min(0, { error: `${l.preavisMois} : ne peut pas être négatif` })
        .max(24, { error: depasse(l.preavisMois, 'mois') }),
    } satisfies Record<NomMontant, z.ZodType>,
    { error: 'un objet JSON dont les champs sont des montants est attendu' },
  )
  .partial();
export type Montants = z.infer<typeof schemaMontants>;

export type LectureMontants = { ok: true; montants: Montants } | { ok: false; erreurs: string[] };

/** Reads the amounts given from outside: an unknown name is refused, so that a misspelt one is not taken for absent. */
export function lireMontants(valeur: unknown): LectureMontants {
  const lu = schemaMontants.safeParse(valeur);
  if (lu.success) return { ok: true, montants: lu.data };
  return {
    ok: false,
    erreurs: lu.error.issues.map((i) =>
      i.code === 'unrecognized_keys'
        ? `montant inconnu : ${i.keys.join(', ')} ; connus : ${Object.keys(l).join(', ')}`
        : i.message,
    ),
  };
}

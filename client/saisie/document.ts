import { z } from 'zod';
import { type DateCivile, lireDate } from '../../domain/calendrier/dates';
import { champsDossier, type Dossier, schemaDossier } from '../../domain/dossier/dossier';
import { schemaEmployeur, schemaIdentifiant, schemaIdentite } from '../../domain/dossier/personnes';
import { modesProposition } from '../../domain/dossier/schema-dossier';
import { phrase } from '../../domain/faits/erreurs';
import { cheminDe, type Erreur, erreur, erreursZod } from './erreur';
import { cheminsDits, normaliser } from './normaliser';

/** What a document says around the dossier's own fields. */
const schemaAutour = z.object({
  identite: schemaIdentite,
  employeur: schemaEmployeur.optional(),
  agence: schemaIdentifiant,
  referent: schemaIdentifiant,
  reference: z.string().trim().min(1).max(100).optional(),
  evenements: z.array(z.record(z.string(), z.unknown()), { error: 'on attend une liste d’événements' }).optional(),
});
type Autour = z.infer<typeof schemaAutour>;

/** An opening as a file gives it, once its form is right. Facts are still raw: the rules judge them. */
export interface Document extends Autour {
  dossier: Dossier;
  dateReprise: DateCivile | null;
}

const CHAMPS_AUTOUR: readonly string[] = [...Object.keys(schemaAutour.shape), 'dateReprise'];
const CHAMPS_DOSSIER: readonly string[] = champsDossier.map((c) => c.nom);

/** Every key that a document may hold. */
export const champsDocument: readonly string[] = [...CHAMPS_AUTOUR, ...CHAMPS_DOSSIER];

export type DocumentLu =
  /** `remarques`: what deserves a word although everything is taken. */
  { ok: true; document: Document; remarques: Erreur[] } | { ok: false; erreurs: Erreur[] };

/**
 * Reads a document for `ouvrir` or a row of a portfolio. All that is wrong comes at once: form here, eligibility with
 * `calculer`, which the caller asks for a document that is well formed.
 */
export function lireDocument(valeur: unknown): DocumentLu {
  if (typeof valeur !== 'object' || valeur === null || Array.isArray(valeur))
    return { ok: false, erreurs: [erreur('DOCUMENT_ILLISIBLE')] };
  const { document: propre, erreurs: mauvaises, remarques } = normaliser(valeur as Record<string, unknown>);
  const champs = sansVides(propre);
  const dossier = schemaDossier.safeParse(champs, { reportInput: true });
  const autour = schemaAutour.safeParse(champs, { reportInput: true });
  const reprise = champs.dateReprise === undefined ? null : lireDate(champs.dateReprise);
  const dits = cheminsDits(mauvaises);
  const formes = [
    ...(autour.success ? [] : erreursZod(autour.error.issues)),
    ...(dossier.success ? [] : erreursDossier(dossier.error.issues)),
    ...(champs.dateReprise !== undefined && reprise === null ? [erreur('DATE_INVALIDE:dateReprise')] : []),
    ...Object.keys(champs)
      .filter((cle) => !champsDocument.includes(cle))
      .map((cle) => erreur(`CHAMP_INCONNU:${cle}`)),
  ];
  const erreurs = [...mauvaises, ...formes.filter(({ code }) => !dits.has(cheminDe(code)))];
  if (!autour.success || !dossier.success || erreurs.length > 0) return { ok: false, erreurs };
  return { ok: true, document: { ...autour.data, dossier: dossier.data, dateReprise: reprise }, remarques };
}

const modeInconnu = erreur(
  'MODE_INCONNU',
  `${phrase('MODE_INCONNU')} Valeurs acceptées : ${Object.keys(modesProposition).join(', ')}.`,
);

/** Codes are the messages of the dossier's schema (F5); an absent value is said as missing. */
function erreursDossier(issues: readonly z.core.$ZodIssue[]): Erreur[] {
  return issues.map((issue) => {
    const champ = issue.path.join('.');
    if (issue.input === undefined || issue.input === null) return erreur(`CHAMP_MANQUANT:${champ}`);
    return issue.message === 'MODE_INCONNU' ? modeInconnu : erreur(`${issue.message}:${champ}`);
  });
}

/** Null and the empty string mean absent, as in F5. */
const sansVides = (objet: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(objet).filter(([, v]) => v !== null && v !== ''));

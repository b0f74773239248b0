import { z } from 'zod';
import { type NomParametre, type Parametres, schemaParametres } from '../../dossier/parametres';
import type { CodeErreur } from '../../faits/erreurs';
import {
  emprunter,
  libellesCertitude,
  type Parametre,
  type ParametresSources,
  type Reglement,
  reglement,
} from './reglement';

export type ReglementLu = { ok: true; reglement: Reglement } | { ok: false; erreurs: CodeErreur[] };

const texte = z.string().trim().min(1);
/** A source says where to look: a text and its date, not a word. */
const source = z.string().trim().min(6).max(500);

/** The envelope of a règlement in a file; its parameters are examined one by one. */
const schemaDocument = z.strictObject({
  nom: z
    .string()
    .max(41)
    .regex(/^[a-z0-9][a-z0-9-]{2,}$/),
  libelle: texte.max(200),
  /** The règlement whose other parameters are taken over, marked as unverified. */
  base: texte.optional(),
  /** It is chosen by its name only, never by a date. */
  parNom: z.literal(true).optional(),
  parametres: z.record(z.string(), z.unknown()),
});

const schemaParametre = z.strictObject({
  valeur: z.unknown(),
  source,
  certitude: z.enum(Object.keys(libellesCertitude) as [keyof typeof libellesCertitude]),
});

/**
 * Reads a règlement from a file: `{nom, libelle, base?, parNom?, parametres: {nom: {valeur, source, certitude}}}`. Its validity is
 * always its own; a successor begins after every règlement that a date chooses today, so that no past date changes hands.
 * @param connus the règlements that it joins
 * @returns every error by its code
 * @see R3
 */
export function lireReglement(valeur: unknown, connus: readonly Reglement[]): ReglementLu {
  const lu = schemaDocument.safeParse(valeur, { reportInput: true });
  if (!lu.success) return { ok: false, erreurs: lu.error.issues.flatMap(enCodes) };
  const { nom, libelle, base: nomBase, parNom, parametres } = lu.data;
  const base = connus.find((connu) => connu.nom === nomBase);
  const erreurs: CodeErreur[] = [
    ...(connus.some((connu) => connu.nom === nom) ? [`REGLEMENT_EN_DOUBLE:${nom}` as const] : []),
    ...(nomBase !== undefined && base === undefined ? [`REGLEMENT_INCONNU:${nomBase}` as const] : []),
    ...Object.entries(parametres).flatMap(([parametre, donne]) => erreursParametre(parametre, donne)),
    ...exiges(nomBase !== undefined)
      .filter((parametre) => parametres[parametre] === undefined)
      .map((parametre) => `CHAMP_MANQUANT:${parametre}` as const),
  ];
  if (erreurs.length > 0) return { ok: false, erreurs };
  const donnes = parametres as Partial<ParametresSources>;
  const sources = base === undefined ? (donnes as ParametresSources) : emprunter(base, donnes);
  const neuf = { ...reglement(nom, libelle, sources, base?.vocabulaire), ...(parNom ? { parNom } : {}) };
  const refus = refusValidite(neuf, connus);
  return refus === null ? { ok: true, reglement: neuf } : { ok: false, erreurs: [refus] };
}

const VALIDITE: readonly NomParametre[] = ['debutValidite', 'finValidite'];

const exiges = (aUneBase: boolean): readonly NomParametre[] =>
  aUneBase ? VALIDITE : (Object.keys(schemaParametres.shape) as NomParametre[]);

function erreursParametre(nom: string, donne: unknown): CodeErreur[] {
  if (!Object.hasOwn(schemaParametres.shape, nom)) return [`SURCHARGE_INCONNUE:${nom}`];
  const lu = schemaParametre.safeParse(donne, { reportInput: true });
  if (!lu.success) {
    const longs = lu.error.issues.flatMap((issue) => tropLong(issue, `${nom}.source`));
    return longs.length > 0 ? longs : [`SOURCE_MANQUANTE:${nom}`];
  }
  const { valeur } = lu.data as Parametre<Parametres[NomParametre]>;
  return schemaParametres.shape[nom as NomParametre].safeParse(valeur).success ? [] : [`SURCHARGE_INVALIDE:${nom}`];
}

function refusValidite(
  { parametres: { debutValidite, finValidite }, parNom }: Reglement,
  connus: readonly Reglement[],
) {
  if (finValidite < debutValidite) return 'CHAMP_INVALIDE:finValidite' as const;
  const anterieur = !parNom && connus.some((connu) => connu.parametres.debutValidite >= debutValidite);
  return anterieur ? (`REGLEMENT_ANTERIEUR:${debutValidite}` as const) : null;
}

/** A text that passes its limit, by how much. */
const tropLong = (issue: z.core.$ZodIssue, champ: string): CodeErreur[] =>
  issue.code === 'too_big' && typeof issue.input === 'string'
    ? [`TROP_LONG:${champ}:${issue.maximum}:${issue.input.trim().length}`]
    : [];

function enCodes(tout: z.core.$ZodIssue): CodeErreur[] {
  const { code, path, ...issue } = tout;
  if (code === 'unrecognized_keys')
    return (issue as { keys: string[] }).keys.map((cle) => `CHAMP_INCONNU:${cle}` as const);
  const champ = path[0] === undefined ? 'règlement' : String(path[0]);
  const longs = tropLong(tout, champ);
  return longs.length > 0 ? longs : [`CHAMP_INVALIDE:${champ}`];
}

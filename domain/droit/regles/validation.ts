import { type Brut, sansNuls } from '../../dossier/brut';
import { completer, type Dossier, type DossierComplet, schemaDossier } from '../../dossier/dossier';
import { type NomParametre, type Parametres, schemaParametres } from '../../dossier/parametres';
import type { CodeErreur } from '../../faits/erreurs';
import { conditionsManquantes } from './eligibilite';

const manque = (valeur: unknown): boolean => valeur === undefined || valeur === null || valeur === '';

/** Required fields, in the order in which they are reported. @see F5, stage 1 */
const REQUIS = ['dateRemise', 'modeProposition', 'motifRupture', 'dateNaissance', 'residence'] as const;

function champsManquants(champs: Brut, parametres: Parametres): CodeErreur[] {
  const requis = parametres.effectifMax === null ? REQUIS : [...REQUIS, 'effectifEntreprise'];
  return requis.filter((nom) => manque(champs[nom])).map((nom): CodeErreur => `CHAMP_MANQUANT:${nom}`);
}

/** Dates in the order in which unreadable ones are reported. @see F5, stage 2 */
const DATES = [
  'dateRemise',
  'dateNaissance',
  'dateTauxPlein',
  'finContratPrevue',
  'dateEngagementProcedure',
  'dateDecisionPse',
  'finCongeMaternite',
  'dateEnvoiLicenciement',
];

export type Lecture = { ok: true; dossier: DossierComplet } | { ok: false; erreurs: CodeErreur[] };

/**
 * Reads a dossier in three stages, each ending with its own list of errors: what is missing, what has a wrong type or an
 * unreadable date, what the règlement refuses.
 * @see F5
 */
export function validerDossier(champs: Brut, parametres: Parametres): Lecture {
  const manquants = champsManquants(champs, parametres);
  if (manquants.length > 0) return { ok: false, erreurs: manquants };

  const donnes = sansNuls(champs);
  const lu = schemaDossier.safeParse(donnes);
  const constats = lu.error?.issues.map(({ path, message }) => ({ champ: String(path[0]), code: message })) ?? [];
  const illisibles = typesEtDates(constats);
  if (illisibles.length > 0) return { ok: false, erreurs: illisibles };

  const modeConnu = constats.length === 0;
  const dossier = completer((lu.data ?? donnes) as unknown as Dossier);
  const erreurs: CodeErreur[] = modeConnu ? [] : ['MODE_INCONNU'];
  erreurs.push(...conditionsManquantes(dossier, parametres));
  return erreurs.length === 0 ? { ok: true, dossier } : { ok: false, erreurs };
}

function typesEtDates(constats: readonly { champ: string; code: string }[]): CodeErreur[] {
  const types = constats.filter(({ code }) => code === 'CHAMP_INVALIDE').map(({ champ }) => champ);
  const dates = constats.filter(({ code }) => code === 'DATE_INVALIDE').map(({ champ }) => champ);
  dates.sort((a, b) => DATES.indexOf(a) - DATES.indexOf(b));
  return [
    ...types.map((champ): CodeErreur => `CHAMP_INVALIDE:${champ}`),
    ...dates.map((champ): CodeErreur => `DATE_INVALIDE:${champ}`),
  ];
}

const estParametre = (nom: string): nom is NomParametre => Object.hasOwn(schemaParametres.shape, nom);

/** Checks a surcharge, in the order given: unknown names, values of a wrong type. @see F4 */
export function erreursSurcharge(surcharge: Brut): CodeErreur[] {
  return Object.entries(surcharge).flatMap(([nom, valeur]): CodeErreur[] => {
    if (!estParametre(nom)) return [`SURCHARGE_INCONNUE:${nom}`];
    return schemaParametres.shape[nom].safeParse(valeur).success ? [] : [`SURCHARGE_INVALIDE:${nom}`];
  });
}

import { lireDate } from '../../domain/calendrier/dates';
import {
  type ContexteValeur,
  codeDeFaute,
  enLignes,
  type Jugement,
  lireTextes,
  normaliserCodePostal,
  normaliserCourriel,
  normaliserEffectif,
  normaliserNaissance,
  normaliserTelephone,
} from '../../domain/dossier/valeurs';
import { douter } from './doutes';
import { cheminDe, type Erreur, erreur } from './erreur';

type Champs = Record<string, unknown>;

/** A document whose values are written as Jalon keeps them. */
export interface Normalise {
  document: Champs;
  /** Values that are not taken, under `CODE:path`; each stays in the document as it was read. */
  erreurs: Erreur[];
  /** What deserves a word although the value is taken. */
  remarques: Erreur[];
}

type Juge = (lu: unknown, contexte: ContexteValeur) => Jugement<unknown> | null;

const texte =
  (juger: (lu: string, contexte: ContexteValeur) => Jugement<unknown>): Juge =>
  (lu, contexte) =>
    typeof lu === 'string' && lu !== '' ? juger(lu, contexte) : null;

/** Values of a known shape, by their path. What has not even the right type is left to the schemas. */
type Valeurs = Readonly<Record<string, Juge>>;

/** Those of a document, or of a part of one. */
const DU_DOCUMENT: Valeurs = {
  'identite.email': texte(normaliserCourriel),
  'identite.telephone': texte(normaliserTelephone),
  'identite.adresse.codePostal': texte(normaliserCodePostal),
  'employeur.email': texte(normaliserCourriel),
  'employeur.adresse.codePostal': texte(normaliserCodePostal),
  dateNaissance: (lu, contexte) => {
    const date = lireDate(lu);
    return date === null ? null : normaliserNaissance(date, contexte);
  },
  effectifEntreprise: (lu, contexte) => (typeof lu === 'number' ? normaliserEffectif(lu, contexte) : null),
};

/** Those of a counsellor, and of an agency. */
export const DU_REFERENT: Valeurs = { email: texte(normaliserCourriel), telephone: texte(normaliserTelephone) };
export const D_UNE_AGENCE: Valeurs = {
  ...DU_REFERENT,
  'adresse.codePostal': texte(normaliserCodePostal),
  'referentHandicap.email': texte(normaliserCourriel),
};

/**
 * What people write of a dossier, whatever it comes through (CSV, JSON, form, command line), once through the door of texts: what may not be kept
 * and doubtful texts are named, each value of a known shape is judged by its function. The order of the errors is that of the document.
 * @param contexte what the document does not say itself: residence and hand-over of the dossier it is about
 * @param valeurs those of a known shape
 */
export function normaliser(brut: Champs, contexte: ContexteValeur = {}, valeurs: Valeurs = DU_DOCUMENT): Normalise {
  const { valeur, fautes } = lireTextes(brut);
  const document = enLignesDAdresse(valeur) as Champs;
  const connu: ContexteValeur = {
    residence: typeof document.residence === 'string' ? document.residence : contexte.residence,
    dateRemise: lireDate(document.dateRemise) ?? contexte.dateRemise,
  };
  const doutes = douterDe(document, []);
  const douteux = cheminsDits(doutes);
  const interdits = fautes.filter(({ champ }) => !douteux.has(champ)).map((faute) => erreur(codeDeFaute(faute)));
  const erreurs: Erreur[] = [...doutes, ...interdits];
  const refuses = cheminsDits(interdits);
  const remarques: Erreur[] = [];
  for (const [chemin, juger] of Object.entries(valeurs)) {
    const { porteur, nom } = trouver(document, chemin);
    const jugement = porteur === null ? null : juger(porteur[nom], connu);
    if (porteur === null || jugement === null || refuses.has(chemin)) continue;
    if (jugement.genre === 'juste') {
      porteur[nom] = jugement.valeur;
      if (jugement.phrase !== undefined) remarques.push(erreur('TELEPHONE_SANS_SMS', majuscule(`${jugement.phrase}.`)));
    } else {
      const code = jugement.genre === 'douteux' ? 'CHAMP_DOUTEUX' : 'CHAMP_INVALIDE';
      erreurs.push(erreur(`${code}:${chemin}`, `Le champ « ${chemin} » ne convient pas : ${jugement.phrase}.`));
    }
  }
  return { document, erreurs, remarques };
}

/** Paths that errors name: what the schemas would say of them as well was said better. */
export const cheminsDits = (erreurs: readonly Erreur[]): ReadonlySet<string> =>
  new Set(erreurs.map(({ code }) => cheminDe(code)));

const majuscule = (phrase: string) => phrase.charAt(0).toUpperCase() + phrase.slice(1);

function trouver(document: Champs, chemin: string): { porteur: Champs | null; nom: string } {
  const noms = chemin.split('.');
  const nom = noms.pop()!;
  let porteur: unknown = document;
  for (const partie of noms) porteur = estObjet(porteur) ? porteur[partie] : undefined;
  return { porteur: estObjet(porteur) && Object.hasOwn(porteur, nom) ? porteur : null, nom };
}

export const estObjet = (valeur: unknown): valeur is Champs =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur);

/** The lines of an address each on its own. */
function enLignesDAdresse(valeur: unknown, nom = ''): unknown {
  if (Array.isArray(valeur)) {
    return valeur.flatMap((v) => (nom === 'lignes' && typeof v === 'string' ? enLignes(v) : [enLignesDAdresse(v)]));
  }
  if (!estObjet(valeur)) return valeur;
  return Object.fromEntries(Object.entries(valeur).map(([cle, v]) => [cle, enLignesDAdresse(v, cle)]));
}

function douterDe(valeur: unknown, chemin: readonly string[]): Erreur[] {
  if (estObjet(valeur)) return Object.entries(valeur).flatMap(([nom, v]) => douterDe(v, [...chemin, nom]));
  if (Array.isArray(valeur)) return valeur.flatMap((v) => douterDe(v, chemin));
  const doute = typeof valeur === 'string' ? douter(valeur) : null;
  if (doute === null) return [];
  const nom = chemin.join('.');
  return [erreur(`TEXTE_DOUTEUX:${nom}`, `Le champ « ${nom} » vaut « ${valeur} » : ${doute.pourquoi}.`)];
}

import { type DateCivile, joursEntre } from '../calendrier/dates';
import type { Resultat } from '../dossier/resultat';
import { calculer } from './calculer';
import type { JeuParametres } from './jeu-parametres';

/** A date of the result that is not the same before and after. */
export interface Deplacement {
  /** Where it stands in the result: `terme`, `pointEtape.debut`, `courriers.C13_FIN_CSP.BENEFICIAIRE`, `primes.c1.limiteDemande`. */
  cle: string;
  /** The same without what belongs to one journey (contract, month, rank): what a summary counts by. */
  famille: string;
  avant: DateCivile | null;
  apres: DateCivile | null;
  /** Null when the date appears or disappears. */
  ecartJours: number | null;
}

/** What a set of parameters does to one journey. */
export type Etude =
  /** Not a scenario, or one that names no règlement that applies. */
  | { statut: 'ILLISIBLE' }
  /** Under another règlement than the one the set is for. */
  | { statut: 'AUTRE_REGLEMENT' }
  | { statut: 'ETUDIE'; eligible: { avant: boolean; apres: boolean }; deplacements: Deplacement[] };

/**
 * Recomputes a scenario `{dossier, evenements, surcharge?}` under other parameters, laid over its own, and says which dates move.
 * @param scenario as `calculer` takes it: anything
 */
export function etudier(scenario: unknown, { reglement, parametres }: JeuParametres): Etude {
  const avant = calculer(scenario);
  if (avant.reglement === undefined) return { statut: 'ILLISIBLE' };
  if (reglement !== null && avant.reglement !== reglement) return { statut: 'AUTRE_REGLEMENT' };
  const lu = scenario as { surcharge?: object };
  const apres = calculer({ ...lu, surcharge: { ...lu.surcharge, ...parametres } });
  return {
    statut: 'ETUDIE',
    eligible: { avant: avant.valide, apres: apres.valide },
    deplacements: datesDeplacees(avant, apres),
  };
}

/** Fields that tell the members of a list apart; those of another list are known by their rank. `propre`: to one journey. */
const IDENTITES: Readonly<Record<string, { champs: readonly string[]; propre: boolean }>> = {
  courriers: { champs: ['code', 'destinataire'], propre: false },
  chronologie: { champs: ['etat'], propre: false },
  suspensions: { champs: ['cause'], propre: false },
  primes: { champs: ['contratId'], propre: true },
  idr: { champs: ['contratId'], propre: true },
  reintegrations: { champs: ['contratId'], propre: true },
  actualisations: { champs: ['mois'], propre: true },
  formations: { champs: ['index'], propre: true },
};
const PAR_RANG = { champs: [], propre: false };

/** Texts that come from outside and may look like a date. */
const PAS_DES_DATES = ['contratId'];

type Noeud = Readonly<Record<string, unknown>>;

const VIDE: Noeud = {};
const estNoeud = (v: unknown): v is Noeud => typeof v === 'object' && v !== null;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const enDate = (v: unknown): DateCivile | null => (DATE.test(String(v)) ? (v as DateCivile) : null);

/** Every date of two results that differs, walked side by side. */
export function datesDeplacees(avant: Resultat, apres: Resultat): Deplacement[] {
  const deplacements: Deplacement[] = [];
  parcourir(avant as unknown as Noeud, apres as unknown as Noeud, '', '', deplacements);
  return deplacements;
}

function parcourir(avant: Noeud, apres: Noeud, cle: string, famille: string, sortie: Deplacement[]): void {
  for (const nom in avant) confronter(avant[nom], apres[nom], nom, cle, famille, sortie);
  for (const nom in apres) if (!(nom in avant)) confronter(undefined, apres[nom], nom, cle, famille, sortie);
}

function confronter(a: unknown, b: unknown, nom: string, cle: string, famille: string, sortie: Deplacement[]): void {
  if (a === b || PAS_DES_DATES.includes(nom)) return;
  const [sousCle, sousFamille] = [sousChemin(cle, nom), sousChemin(famille, nom)];
  if (Array.isArray(a) || Array.isArray(b)) {
    confronterListes((a ?? []) as unknown[], (b ?? []) as unknown[], sousCle, sousFamille, sortie);
  } else if (estNoeud(a) || estNoeud(b)) {
    parcourir(estNoeud(a) ? a : VIDE, estNoeud(b) ? b : VIDE, sousCle, sousFamille, sortie);
  } else noter(enDate(a), enDate(b), sousCle, sousFamille, sortie);
}

/** A member known by its name has one date: `courriers.C13_FIN_CSP.BENEFICIAIRE` says enough. */
const sousChemin = (chemin: string, nom: string): string =>
  chemin === '' ? nom : nom === 'date' ? chemin : `${chemin}.${nom}`;

function noter(a: DateCivile | null, b: DateCivile | null, cle: string, famille: string, sortie: Deplacement[]): void {
  if (a === b) return;
  const ecartJours = a === null || b === null ? null : joursEntre(a, b);
  sortie.push({ cle, famille, avant: a, apres: b, ecartJours });
}

function confronterListes(a: unknown[], b: unknown[], cle: string, famille: string, sortie: Deplacement[]): void {
  // By far the most frequent case, hence apart: members are named in lists that differ only.
  if (a.length === b.length && a.every((membre, rang) => egaux(membre, b[rang]))) return;
  const { champs, propre } = IDENTITES[cle] ?? PAR_RANG;
  const [avant, apres] = [parNom(a, champs), parNom(b, champs)];
  const noms = new Set(avant.keys());
  for (const nom of apres.keys()) noms.add(nom);
  for (const nom of noms) {
    const [x, y] = [avant.get(nom), apres.get(nom)];
    const sousFamille = propre ? famille : `${famille}.${(x ?? y)!.base}`;
    confronterMembres(x?.membre, y?.membre, `${cle}.${nom}`, sousFamille, sortie);
  }
}

function confronterMembres(a: unknown, b: unknown, cle: string, famille: string, sortie: Deplacement[]): void {
  if (estNoeud(a) || estNoeud(b)) parcourir((a as Noeud) ?? VIDE, (b as Noeud) ?? VIDE, cle, famille, sortie);
  else noter(enDate(a), enDate(b), cle, famille, sortie);
}

/** True of the same text, or of members whose every field is the same value. */
function egaux(a: unknown, b: unknown): boolean {
  if (!estNoeud(a) || !estNoeud(b)) return a === b;
  for (const nom in a) if (a[nom] !== b[nom]) return false;
  return true;
}

const baseDe = (membre: unknown, rang: number, champs: readonly string[]): string =>
  champs.length === 0 ? String(rang + 1) : champs.map((champ) => (membre as Noeud)[champ]).join('.');

function parNom(liste: unknown[], champs: readonly string[]): Map<string, { membre: unknown; base: string }> {
  const membres = new Map<string, { membre: unknown; base: string }>();
  const vus = new Map<string, number>();
  for (let rang = 0; rang < liste.length; rang += 1) {
    const base = baseDe(liste[rang], rang, champs);
    const fois = (vus.get(base) ?? 0) + 1;
    vus.set(base, fois);
    membres.set(fois === 1 ? base : `${base}.${fois}`, { membre: liste[rang], base });
  }
  return membres;
}

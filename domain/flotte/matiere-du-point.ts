import { ajouterJours, comparer, type DateCivile, FIN_DES_TEMPS } from '../calendrier/dates';
import { fuseau, instantMinuit } from '../calendrier/fuseaux';
import { titreCourrier } from '../catalogue/titres';
import { phrase } from '../faits/erreurs';
import { heureEnClair, momentCivil } from '../rendez-vous/heure';
import { libellesSorte, type SorteRendezVous } from '../rendez-vous/sortes';

/** What a morning digest holds is decided here: the register only gathers facts, the letter only writes and lays out. */

/** Days shown ahead: today and the six that follow. */
const JOURS_ANNONCES = 7;

/** A phone shows about that much before people stop reading. */
const LIGNES_MAX = 20;

/** Parts of the digest, the most urgent first. */
export const rubriques = ['EN_RETARD', 'REVENUS', 'ALERTES', 'SEMAINE', 'TACHES', 'NOUVEAUX'] as const;
export type Rubrique = (typeof rubriques)[number];

/** One thing to know, on one dossier. */
export interface LignePoint {
  numero: string;
  /** Initials: enough for the one who follows the dossier, nothing for whoever sees her screen. */
  initiales: string;
  /** French, one short sentence. */
  quoi: string;
  date: DateCivile | null;
}
export type MatierePoint = Record<Rubrique, LignePoint[]>;

/** What a digest looks at: the days it announces, and since when a thing is new. */
export interface PeriodeDuPoint {
  jour: DateCivile;
  fin: DateCivile;
  depuis: Date;
}

/** @param dernier when the reader's last digest was made; null: she never had one, and what is new is so since yesterday */
export const periodeDuPoint = (jour: DateCivile, dernier: Date | null): PeriodeDuPoint => ({
  jour,
  fin: ajouterJours(jour, JOURS_ANNONCES - 1),
  depuis: dernier ?? instantMinuit(ajouterJours(jour, -1), 'UTC'),
});

/** A fact of a portfolio, as the register has it. */
export type FaitDuPoint = { numero: string; prenom: string | null; nom: string | null } & (
  | { sorte: 'TACHE'; code: string; libelle: string; date: DateCivile | null }
  | { sorte: 'ECHEANCE'; code: string; libelle: string; statut: string; date: DateCivile }
  | { sorte: 'RENDEZ_VOUS'; libelle: string; debut: string }
  /** `date`: the last day of listening of a journey that is over, null while it goes on. */
  | { sorte: 'ALERTE'; code: string; date: DateCivile | null }
  | { sorte: 'REVENU'; code: string }
  | { sorte: 'NOUVEAU' }
);

/** Sorts the facts of a portfolio and puts them into words, each in its part of the digest, the oldest or nearest first. */
export function composer(
  faits: readonly FaitDuPoint[],
  { jour, fin }: PeriodeDuPoint,
  residence: string,
): MatierePoint {
  const matiere = Object.fromEntries(rubriques.map((r) => [r, []])) as unknown as MatierePoint;
  for (const fait of faits) {
    const dit = dire(fait, jour, residence);
    if (dit === null) continue;
    const [rubrique, quoi, date] = dit;
    // The register is asked for a day more at both ends: the zone decides.
    if (rubrique === 'SEMAINE' && (date! < jour || date! > fin)) continue;
    matiere[rubrique].push({
      numero: fait.numero,
      initiales: initiales(fait.prenom ?? '', fait.nom ?? ''),
      quoi,
      date,
    });
  }
  for (const r of rubriques) matiere[r].sort(parDate);
  return matiere;
}

function dire(fait: FaitDuPoint, jour: DateCivile, residence: string): [Rubrique, string, DateCivile | null] | null {
  switch (fait.sorte) {
    case 'TACHE':
      // An échéance to come is told as such, below.
      if (fait.code === 'ECHEANCE_PROCHE') return null;
      return [(fait.date ?? FIN_DES_TEMPS) < jour ? 'EN_RETARD' : 'TACHES', fait.libelle, fait.date];
    case 'ECHEANCE':
      // Actualisation is the person's own.
      if (fait.statut !== 'A_VENIR' || fait.code.startsWith('ACTUALISATION')) return null;
      return ['SEMAINE', fait.libelle, fait.date];
    case 'RENDEZ_VOUS': {
      const moment = momentCivil(fait.debut, fuseau(residence));
      return [
        'SEMAINE',
        `${libellesSorte[fait.libelle as SorteRendezVous]} à ${heureEnClair(moment.heure)}`,
        moment.jour,
      ];
    }
    case 'ALERTE':
      return fait.date === null ? ['ALERTES', phrase(fait.code), null] : null;
    case 'REVENU':
      return ['REVENUS', `« ${titreCourrier(fait.code)} » n’a pas pu être distribué`, null];
    case 'NOUVEAU':
      return ['NOUVEAUX', 'Dossier ouvert', null];
  }
}

const parDate = (a: LignePoint, b: LignePoint): number =>
  comparer(a.date ?? FIN_DES_TEMPS, b.date ?? FIN_DES_TEMPS) || comparer(a.numero, b.numero);

/** "É. Œ." */
export const initiales = (prenom: string, nom: string): string =>
  [prenom, nom]
    .map((mot) => Array.from(mot.trim())[0])
    .filter((lettre) => lettre !== undefined)
    .map((lettre) => `${lettre.toLocaleUpperCase('fr')}.`)
    .join(' ');

/** Whether a digest has anything to say; without that, no mail. */
export const aDire = (matiere: MatierePoint): boolean => rubriques.some((r) => matiere[r].length > 0);

/** What a digest shows: every part that is filled with how much it holds, and of their lines those that fit. */
export interface PointCoupe {
  comptes: { rubrique: Rubrique; nombre: number }[];
  parties: { rubrique: Rubrique; lignes: LignePoint[] }[];
  /** Lines left out. */
  autres: number;
}

export function couper(matiere: MatierePoint): PointCoupe {
  const remplies = rubriques.filter((r) => matiere[r].length > 0);
  let place = LIGNES_MAX;
  const parties: PointCoupe['parties'] = [];
  for (const rubrique of remplies) {
    const lignes = matiere[rubrique].slice(0, place);
    place -= lignes.length;
    if (lignes.length > 0) parties.push({ rubrique, lignes });
  }
  const comptes = remplies.map((rubrique) => ({ rubrique, nombre: matiere[rubrique].length }));
  const total = comptes.reduce((n, { nombre }) => n + nombre, 0);
  return { comptes, parties, autres: total - (LIGNES_MAX - place) };
}

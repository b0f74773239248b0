import { type DateCivile, enToutesLettres, joursEntre } from '../domain/calendrier/dates';
import { estOuvre, ouvrePrecedentOuEgal, ouvreSuivantOuEgal } from '../domain/calendrier/jours-ouvres';
import type { Parametres } from '../domain/dossier/parametres';
import type { Identite } from '../domain/dossier/personnes';
import { finPrimeProche } from '../domain/droit/doutes-du-parcours';
import { reglementNommeOuDernier, type Vocabulaire } from '../domain/droit/reglements';
import type { Contenu } from './contenu';
import type { DonneesCourrier } from './donnees';
import { courriel, fort, propre, type Segment, type Texte, t, telephone } from './texte';

/** What a template writes with: the data, the words of its règlement, and whom to call. */
export interface ContexteCourrier extends DonneesCourrier {
  v: Vocabulaire;
  /** What the rules fix for this dossier: the parameters given with the letter, else those of its règlement. */
  p: Parametres;
  /** Writes another letter: the one that a rectification corrects. */
  relire: (d: DonneesCourrier) => Contenu;
  /** Name of the person who follows the dossier. */
  qui: string;
  tel: Segment;
  mail: Segment;
  /** The beneficiary's name, for letters to others. */
  beneficiaire: string;
  /** The employment contract was over before the proposal (R9): nothing ends with the reflection. */
  contratDejaRompu: boolean;
}

export function contexte(d: DonneesCourrier, relire: ContexteCourrier['relire']): ContexteCourrier {
  const { referent, identite } = d.personnes;
  const { vocabulaire, parametres } = reglementNommeOuDernier(d.resultat.reglement);
  return {
    ...d,
    v: vocabulaire,
    p: d.parametres ?? parametres,
    relire,
    qui: propre(`${referent.prenom} ${referent.nom}`),
    tel: telephone(referent.telephone),
    mail: courriel(referent.email),
    beneficiaire: propre(`${identite.prenom} ${identite.nom}`),
    contratDejaRompu:
      d.dossier.modeProposition === 'FRANCE_TRAVAIL' || d.dossier.motifRupture !== 'LICENCIEMENT_ECONOMIQUE',
  };
}

/** How a letter to someone begins; null when it is not known. */
export function civilite({ civilite }: Identite): 'Madame' | 'Monsieur' | null {
  if (civilite === undefined) return null;
  return civilite === 'MADAME' ? 'Madame' : 'Monsieur';
}

/** As an envelope has it: "Madame Claire Morel", or the name alone. */
export const nomEntier = (identite: Identite): string =>
  propre([civilite(identite) ?? '', identite.prenom, identite.nom].join(' '));

/** Writing a day in letters is most of the cost of a letter, and a whole fleet writes the same few hundred days. */
const jours = new Map<DateCivile, string>();

/** "lundi 24 mars 2025", whose day, month and year never part. */
export function jourLong(d: DateCivile): string {
  let ecrit = jours.get(d);
  if (ecrit === undefined) {
    ecrit = enToutesLettres(d).replace(/(\d(?:er)?) (\S+) /, '$1\u00a0$2\u00a0');
    jours.set(d, ecrit);
  }
  return ecrit;
}

/** "24 mars 2025": short enough for a subject. */
export const jourCourt = (d: DateCivile): string => jourLong(d).replace(/^\S+ /, '');

/** Days left, said as people say it, for what is read the day it leaves: never on paper. `passe` says that the day is over. */
export function reste(jour: DateCivile, limite: DateCivile): { jours: number; phrase: string; passe: boolean } {
  const jours = joursEntre(jour, limite);
  const phrases: Record<number, string> = { 0: 'c’est aujourd’hui le dernier jour', 1: 'il vous reste jusqu’à demain' };
  return {
    jours,
    phrase: jours < 0 ? 'ce jour est passé' : (phrases[jours] ?? `il vous reste ${jours}\u00a0jours`),
    passe: jours < 0,
  };
}

/** "dimanche 22 août 2027 (dernier jour ouvré : vendredi 20 août 2027)": the law's own day stands, the last day to act is said beside it. */
export const avecJourOuvre = (legal: DateCivile, ouvre: DateCivile): Texte =>
  ouvre === legal ? fort(jourLong(legal)) : t`${fort(jourLong(legal))} (dernier jour ouvré : ${jourLong(ouvre)})`;

/** A deadline that may fall on a day off of the dossier's zone. @see R2 */
export const jourLegal = (c: Pick<ContexteCourrier, 'dossier'>, d: DateCivile): Texte =>
  avecJourOuvre(d, ouvrePrecedentOuEgal(d, c.dossier.residence));

/** To whom what goes to the agency is handed: agencies are called "Agence de Lille" as well as "France Travail Lille". */
export const aLAgence = ({ personnes: { agence } }: Pick<ContexteCourrier, 'personnes'>): Texte =>
  t`à votre agence (${agence.nom})`;

export const enJours = (n: number): string => `${n}\u00a0jour${n > 1 ? 's' : ''}`;

/** "Appelez Claire Morel au 04 75 00 00 00 ou écrivez à claire.morel@example.org" */
export const appeler = (c: ContexteCourrier): Texte => t`appelez ${c.qui} au ${c.tel} ou écrivez à ${c.mail}`;

/** The same, at once; a letter that leaves on a day off names the day from which someone picks up the phone. */
export function appelerVite(c: ContexteCourrier): Texte {
  const { residence } = c.dossier;
  if (estOuvre(c.jour, residence)) return t`${appeler(c)} sans attendre`;
  const ouverture = ouvreSuivantOuEgal(c.jour, residence);
  return t`écrivez sans attendre à ${c.mail} ou appelez ${c.qui} au ${c.tel} dès le ${jourLong(ouverture)} (l'agence est fermée d'ici là)`;
}

/** When an appointment can be asked for: at once, or from the first open day. */
export function desQuand(c: ContexteCourrier): string {
  const { residence } = c.dossier;
  return estOuvre(c.jour, residence) ? 'sans attendre' : `dès le ${jourCourt(ouvreSuivantOuEgal(c.jour, residence))}`;
}

/** The last day to be hired with a prime, as people are told: by the nearest reading of the extensions, as long as it is to come. @see R17, REGLES §9 */
export function dernierJourPrime({
  p,
  jour,
  resultat,
  doutes = [],
}: Pick<ContexteCourrier, 'p' | 'jour' | 'resultat' | 'doutes'>): DateCivile | null {
  const proche = finPrimeProche(resultat, doutes, p);
  return proche !== null && proche < jour ? finPrimeProche(resultat, [], p) : proche;
}

/** The same; null when none can be had any more: it is given once. @see R17 */
export function primePossible(
  c: Pick<ContexteCourrier, 'p' | 'jour' | 'dossier' | 'resultat' | 'doutes'>,
): DateCivile | null {
  const {
    p,
    jour,
    dossier,
    resultat: { primes = [] },
  } = c;
  const dernier = p.primeMois === null ? null : dernierJourPrime(c);
  const ancien = (dossier.ancienneteMois ?? 0) >= p.primeAncienneteMois;
  const attribuee = primes.some(({ statut }) => statut === 'RECEVABLE');
  return ancien && !attribuee && dernier !== null && dernier >= jour ? dernier : null;
}

export const FRANCE_TRAVAIL: Segment = { texte: 'www.francetravail.fr', lien: 'https://www.francetravail.fr' };

/** A value that the rules always give when they want this letter. @throws when they did not: a bug, not a refusal. */
export function exige<T>(valeur: T | null | undefined, nom: string): T {
  if (valeur === null || valeur === undefined) throw new Error(`Donnée absente du courrier : ${nom}`);
  return valeur;
}

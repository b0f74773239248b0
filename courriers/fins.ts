import { ajouterJours, type DateCivile } from '../domain/calendrier/dates';
import { A_CONFIRMER } from '../domain/droit/doutes';
import { avance } from '../domain/droit/doutes-du-parcours';
import type { LigneDate } from './contenu';
import { jourCourt, jourLong } from './contexte';
import { type AvecTerme, type Douteux, limiteReinscription, objetDouteux, siDouteux } from './doutes';
import { brut, fort, type Texte, t, typographie } from './texte';

/** An end that a reading gives, and the days in which to register again after it. @see R25 */
export interface FinDite {
  fin: DateCivile;
  lendemain: DateCivile;
  limite: DateCivile;
}

/**
 * The ends that people are told: the one of the rules, preceded by that of the nearest reading as long as it is to come. Their days to register
 * again are told apart, but where some suit both.
 * @see REGLES §9, R25
 */
export function finsDites(d: AvecTerme): FinDite[] {
  const { dateFinCsp, terme, reinscription } = d.resultat;
  if (!dateFinCsp || !reinscription) return [];
  const retenue = { fin: dateFinCsp, lendemain: ajouterJours(dateFinCsp, 1), limite: reinscription.limite };
  const jours = avance(d.doutes ?? [], terme);
  const proche = ajouterJours(dateFinCsp, -jours);
  if (jours === 0 || proche < d.jour) return [retenue];
  const limite = ajouterJours(retenue.limite, -jours);
  return [{ fin: proche, lendemain: ajouterJours(proche, 1), limite }, retenue];
}

/** One window to register again that suits every reading, once the link is active for sure, or one for each end. */
export function reinscriptionsDites(d: AvecTerme): FinDite[] {
  const fins = finsDites(d);
  const [retenue, limite] = [fins.at(-1), limiteReinscription(d)];
  if (retenue === undefined || limite === null) return [];
  return fins.length > 1 && fins[0]!.limite <= retenue.lendemain ? fins : [{ ...retenue, limite }];
}

const enGras = (jour: DateCivile): Texte => fort(jourLong(jour));

/** "lundi 2 mars 2026 ou mardi 31 mars 2026 (à confirmer par France Travail)". */
export const joursSeuls = (d: Douteux, jours: readonly DateCivile[], dire = enGras): Texte =>
  t`${enSuite(jours.map(dire))}${siDouteux(d, 'TERME')}`;

/** The same with their articles: "le lundi 2 mars 2026 ou le mardi 31 mars 2026 (…)". */
export const joursDits = (d: Douteux, jours: readonly DateCivile[], dire = enGras): Texte =>
  joursSeuls(d, jours, (jour) => t`le ${dire(jour)}`);

const enSuite = (textes: Texte[]): Texte =>
  textes.flatMap((texte, rang) => (rang === 0 ? texte : [...t` ou `, ...texte]));

/** The same in a subject, in short. */
export const joursDitsEnObjet = (d: Douteux, jours: readonly DateCivile[]): string =>
  `${jours.map((jour) => `le ${jourCourt(jour)}`).join(' ou ')}${objetDouteux(d, 'TERME')}`;

/** The same in a line of the table of dates. */
export const ligneDesJours = (d: Douteux, libelle: string, jours: readonly DateCivile[]): LigneDate => ({
  libelle: typographie(libelle),
  valeur: brut(joursSeuls(d, jours)),
});

/** "entre le … et le … compris": once, or for each end. */
export function quandSeReinscrire(d: AvecTerme, dire = enGras): Texte {
  const dites = reinscriptionsDites(d);
  const entre = ({ lendemain, limite }: FinDite): Texte => t`entre le ${dire(lendemain)} et le ${dire(limite)} compris`;
  const [proche, retenue] = dites;
  if (proche === undefined) return [];
  return retenue === undefined
    ? t`${entre(proche)}${siDouteux(d, 'TERME')}`
    : t`${entre(proche)} si la première date est la bonne, ${entre(retenue)} si c'est la seconde (${A_CONFIRMER})`;
}

/** Last day to register again by the nearest reading, where nobody can count on it any more and the other's is to come: every day may cost. @see REGLES §9 */
function limiteProchePassee(d: AvecTerme): { fin: DateCivile; limite: DateCivile } | null {
  const { dateFinCsp, terme, reinscription } = d.resultat;
  const jours = avance(d.doutes ?? [], terme);
  if (jours === 0 || !dateFinCsp || !reinscription) return null;
  const [fin, limite] = [ajouterJours(dateFinCsp, -jours), ajouterJours(reinscription.limite, -jours)];
  const perdue = limite < d.jour || limite <= ajouterJours(dateFinCsp, 1);
  return perdue && d.jour <= reinscription.limite ? { fin, limite } : null;
}

/** "sans attendre, ": before a last day that only the farthest reading gives. */
export const sansAttendre = (d: AvecTerme): Texte => (limiteProchePassee(d) === null ? [] : t`sans attendre, `);

/** Not to count on the days that are left, when the nearest reading leaves none. @see REGLES §9 */
export function nePasAttendre(d: AvecTerme): Texte[] {
  const proche = limiteProchePassee(d);
  if (proche === null) return [];
  const passe = proche.limite < d.jour ? t`s'est terminé` : t`se termine`;
  return [
    t`Selon une autre lecture des textes, cette fin était le ${fort(jourLong(proche.fin))} et le délai ${passe} le ${fort(jourLong(proche.limite))} : ${fort('ne comptez pas sur les jours qui restent')}, chacun peut déjà vous coûter.`,
  ];
}

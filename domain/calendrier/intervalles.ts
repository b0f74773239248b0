import { ajouterJours, comparer, type DateCivile, joursEntre, max, min } from './dates';

/** An inclusive period of civil dates. */
export interface Periode {
  debut: DateCivile;
  fin: DateCivile;
}

/**
 * A set of days as disjoint periods in order. Every count of the law is one of these sets cut, merged or subtracted: the cost
 * depends on the number of facts, not on their length.
 */
export type Intervalles = readonly Periode[];

/** Number of days of a period, both ends included. */
export const duree = (p: Periode): number => joursEntre(p.debut, p.fin) + 1;

/** Number of days of a set. */
export const compter = (jours: Intervalles): number => jours.reduce((n, p) => n + duree(p), 0);

export const contient = (p: Periode, d: DateCivile): boolean => p.debut <= d && d <= p.fin;

/** The days of a set within `[debut, fin]`. */
export function couper(jours: Intervalles, debut: DateCivile, fin: DateCivile): Periode[] {
  const coupes: Periode[] = [];
  for (const p of jours) {
    const reste = { debut: max(p.debut, debut), fin: min(p.fin, fin) };
    if (reste.debut <= reste.fin) coupes.push(reste);
  }
  return coupes;
}

/** The set of the days of any periods, overlapping or not. */
export function reunir(periodes: Intervalles): Periode[] {
  const reunis: Periode[] = [];
  for (const p of periodes.toSorted((a, b) => comparer(a.debut, b.debut))) {
    const dernier = reunis.at(-1);
    if (dernier !== undefined && p.debut <= ajouterJours(dernier.fin, 1)) dernier.fin = max(dernier.fin, p.fin);
    else reunis.push({ debut: p.debut, fin: p.fin });
  }
  return reunis;
}

/** The days of `jours` that are not in `pris`. */
export function soustraire(jours: Intervalles, pris: Intervalles): Periode[] {
  let restes = [...jours];
  for (const p of pris) {
    restes = restes.flatMap((r) => {
      if (p.fin < r.debut || r.fin < p.debut) return [r];
      const avant = r.debut < p.debut ? [{ debut: r.debut, fin: ajouterJours(p.debut, -1) }] : [];
      const apres = p.fin < r.fin ? [{ debut: ajouterJours(p.fin, 1), fin: r.fin }] : [];
      return [...avant, ...apres];
    });
  }
  return restes;
}

/** The first `n` days of a set. */
export function premiersJours(jours: Intervalles, n: number): Periode[] {
  const dernier = niemeJour(jours, n);
  if (dernier === null) return n < 1 ? [] : [...jours];
  return couper(jours, (jours[0] as Periode).debut, dernier);
}

/** The `n`th day of a set, the first being number 1; null when it has fewer. */
export function niemeJour(jours: Intervalles, n: number): DateCivile | null {
  let restants = n;
  if (restants < 1) return null;
  for (const p of jours) {
    const longueur = duree(p);
    if (restants <= longueur) return ajouterJours(p.debut, restants - 1);
    restants -= longueur;
  }
  return null;
}

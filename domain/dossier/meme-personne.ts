import { type DateCivile, joursEntre } from '../calendrier/dates';
import { motsReplies } from './replier';

/** What tells people apart. */
export interface Personne {
  prenom: string;
  nom: string;
  dateNaissance: DateCivile;
}

/**
 * Whether a key that was given twice names one person: the same first name, with the same name or the same birth. A name changes when
 * people marry, a birth date is mistyped; twins have two first names.
 */
export function memePersonne(a: Personne, b: Personne): boolean {
  const { prenom, nom, naissance } = comparer(a, b);
  return (prenom && (nom || naissance)) || (naissance && croises(a, b));
}

/** Whether two keys probably name one person: the same names, in one order or the other, and the same birth within a day. */
export function sansDouteLaMeme(a: Personne, b: Personne): boolean {
  const { prenom, nom, naissance } = comparer(a, b);
  return naissance && ((prenom && nom) || croises(a, b));
}

const comparer = (a: Personne, b: Personne) => ({
  prenom: memeNom(a.prenom, b.prenom),
  nom: memeNom(a.nom, b.nom),
  naissance: Math.abs(joursEntre(a.dateNaissance, b.dateNaissance)) <= 1,
});

const croises = (a: Personne, b: Personne): boolean => memeNom(a.prenom, b.nom) && memeNom(a.nom, b.prenom);

/** The same words, or the first of them: « Jean » for « Jean-Pierre ». */
function memeNom(a: string, b: string): boolean {
  const [court, long] = [motsReplies(a), motsReplies(b)].sort((x, y) => x.length - y.length) as [string, string];
  return court !== '' && (court === long || long.startsWith(`${court} `));
}

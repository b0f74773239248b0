import { ajouterJours, type DateCivile } from '../domain/calendrier/dates';
import type { Periode } from '../domain/calendrier/intervalles';
import { entreeCatalogue } from '../domain/catalogue/catalogue';
import type { Resultat } from '../domain/dossier/resultat';
import { A_CONFIRMER, doutes } from '../domain/droit/doutes';
import { avance, type DatesDouteuses, type DouteDuParcours, doutesDuJour } from '../domain/droit/doutes-du-parcours';
import type { Contenu, LigneDate, Section } from './contenu';
import { jourLong } from './contexte';
import type { DonneesCourrier } from './donnees';
import { brut, type Texte, t } from './texte';

export type Douteux = { doutes?: readonly DouteDuParcours[] | undefined };
type Sur = Exclude<DatesDouteuses, 'TOUTES'>;

/** Doubts on which some dates of a letter rest. */
const doutesSur = ({ doutes: duParcours = [] }: Douteux, sur: readonly Sur[]): DouteDuParcours[] =>
  duParcours.filter((doute) => doute.sur === 'TOUTES' || sur.includes(doute.sur));

/** The doubts that still bear on the day of a letter: the start is asked about until the first interview is due. @see REGLES §9 */
export const douteuxCeJour = ({ doutes: duParcours = [], jour, resultat }: AvecTerme): Douteux => ({
  doutes: doutesDuJour(duParcours, resultat, jour),
});

/** " (à confirmer par France Travail)" after a date that rests on a doubt, nothing after another. @see REGLES §9 */
export const siDouteux = (d: Douteux, ...sur: Sur[]): Texte =>
  doutesSur(d, sur).length > 0 ? t` (${A_CONFIRMER})` : [];

/** The same in fewer words, where there is room for few. */
export const siDouteuxBref = (d: Douteux, ...sur: Sur[]): Texte =>
  doutesSur(d, sur).length > 0 ? t` (à confirmer)` : [];

/** The same in a subject. */
export const objetDouteux = (d: Douteux, sur: Sur): string => (doutesSur(d, [sur]).length > 0 ? ' (à confirmer)' : '');

/** The same for lines of the table of dates. */
export const lignesDouteuses = (d: Douteux, sur: Sur, lignes: LigneDate[]): LigneDate[] =>
  lignes.map((ligne) => ({ ...ligne, valeur: brut(t`${ligne.valeur}${siDouteux(d, sur)}`) }));

/** What a deadline that moves with the term is read with. */
export type AvecTerme = Douteux & { jour: DateCivile; resultat: Resultat };

/**
 * The day that people are told of a deadline that moves with the term: that of the nearest reading, as long as it is to come, and to be
 * confirmed. Nothing is refused before the other.
 * @param pasAvant no reading brings it to this day, or before
 * @see REGLES §9
 */
function auPlusProche({ doutes = [], jour, resultat }: AvecTerme, date: DateCivile, pasAvant?: DateCivile): DateCivile {
  const proche = ajouterJours(date, -avance(doutes, resultat.terme));
  return proche < jour || (pasAvant !== undefined && proche <= pasAvant) ? date : proche;
}

/** Last day to register again without losing any, as people are told; never the day after the end, when the link may not be active yet. @see R25 */
export function limiteReinscription(d: AvecTerme): DateCivile | null {
  const { dateFinCsp, reinscription } = d.resultat;
  return reinscription
    ? auPlusProche(d, reinscription.limite, dateFinCsp ? ajouterJours(dateFinCsp, 1) : undefined)
    : null;
}

/** The window of the bilan at the term, as people are told: days that every reading allows, or else those of the nearest. @see R22 */
export function bilanAuTerme(d: AvecTerme): Periode | null {
  const { bilan, terme } = d.resultat;
  if (bilan?.type !== 'FIN_ACCOMPAGNEMENT') return null;
  const fin = auPlusProche(d, bilan.fin);
  const debut = bilan.debut <= fin ? bilan.debut : ajouterJours(bilan.debut, -avance(d.doutes ?? [], terme));
  return { debut, fin };
}

/** What the other reading gives: the day to go by while nothing is confirmed, when it is the nearest; once it is over, every day counts. */
const autreLecture = (jour: DateCivile, autre: DateCivile, terme: DateCivile | null | undefined): Texte =>
  autre < jour
    ? t`Selon l'autre lecture, c'était le ${jourLong(autre)} : ce jour est passé, faites préciser sans attendre laquelle des deux dates compte.`
    : terme && autre < terme
      ? t`Selon l'autre lecture, ce serait le ${jourLong(autre)} : tant que France Travail n'a pas répondu, retenez cette date, la plus proche.`
      : t`Selon l'autre lecture, ce serait le ${jourLong(autre)}.`;

/** Doubts on every date that the rules give, in a letter that states some: appointments and the calendar of everyone owe them nothing. */
function surToutesSesDates({ code, destinataire, doutes: duParcours }: DonneesCourrier): boolean {
  const { origine } = entreeCatalogue(code);
  const desRegles = origine === 'REGLES' || origine === 'PARCOURS';
  return desRegles && destinataire !== 'CONSEILLER' && doutesSur({ doutes: duParcours }, []).length > 0;
}

/** Under which a letter says its doubts, once. */
export const A_CONFIRMER_TITRE = 'Ce qui reste à confirmer';

/** Says of a letter what bears on every date, when none of its own parts does. @see REGLES §9 */
export function direDoutes(d: DonneesCourrier, contenu: Contenu): Contenu {
  const dits = contenu.sections.some(({ titre }) => titre === A_CONFIRMER_TITRE);
  if (dits || !surToutesSesDates(d)) return contenu;
  return { ...contenu, sections: [...contenu.sections, ...sectionDoutes(d)] };
}

/** The same at the end of a text message; nothing when it says so already. */
export function doutesSms(d: DonneesCourrier, message: Texte): { long: Texte; court: Texte } {
  if (brut(message).includes('à confirmer') || !surToutesSesDates(d)) return { long: [], court: [] };
  return { long: t` Dates ${A_CONFIRMER}.`, court: t` Dates à confirmer.` };
}

/** Why the dates of a letter are to be confirmed, with what the other reading would give; left out when nothing is in doubt. */
export function sectionDoutes(d: Douteux & { jour: DateCivile; resultat?: Resultat }, ...sur: Sur[]): Section[] {
  const paragraphes = doutesSur(d, sur).flatMap(({ code, autreTerme }): Texte[] => {
    const { lettre } = doutes[code];
    if (lettre === null) return [];
    return [autreTerme === null ? t`${lettre}` : t`${lettre} ${autreLecture(d.jour, autreTerme, d.resultat?.terme)}`];
  });
  return paragraphes.length === 0 ? [] : [{ titre: A_CONFIRMER_TITRE, paragraphes }];
}

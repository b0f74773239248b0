import type { DateCivile } from '../domain/calendrier/dates';
import { A_CONFIRMER, doutes } from '../domain/droit/doutes';
import type { DatesDouteuses, DouteDuParcours } from '../domain/droit/doutes-du-parcours';
import type { LigneDate, Section } from './contenu';
import { jourLong } from './contexte';
import { brut, type Texte, t } from './texte';

type Douteux = { doutes?: readonly DouteDuParcours[] | undefined };
type Sur = Exclude<DatesDouteuses, 'TOUTES'>;

/** Doubts on which some dates of a letter rest. */
const doutesSur = ({ doutes: duParcours = [] }: Douteux, sur: readonly Sur[]): DouteDuParcours[] =>
  duParcours.filter((doute) => doute.sur === 'TOUTES' || sur.includes(doute.sur));

/** " (à confirmer par France Travail)" after a date that rests on a doubt, nothing after another. @see REGLES §9 */
export const siDouteux = (d: Douteux, ...sur: Sur[]): Texte =>
  doutesSur(d, sur).length > 0 ? t` (${A_CONFIRMER})` : [];

/** The same in a subject, in fewer words. */
export const objetDouteux = (d: Douteux, sur: Sur): string => (doutesSur(d, [sur]).length > 0 ? ' (à confirmer)' : '');

/** The same for lines of the table of dates. */
export const lignesDouteuses = (d: Douteux, sur: Sur, lignes: LigneDate[]): LigneDate[] =>
  lignes.map((ligne) => ({ ...ligne, valeur: brut(t`${ligne.valeur}${siDouteux(d, sur)}`) }));

/** What the other reading gives; once that day is over, every day counts. */
const autreLecture = (jour: DateCivile, autre: DateCivile): Texte =>
  autre < jour
    ? t`Selon l'autre lecture, c'était le ${jourLong(autre)} : ce jour est passé, faites préciser sans attendre laquelle des deux dates compte.`
    : t`Selon l'autre lecture, ce serait le ${jourLong(autre)}.`;

/** Why the dates of a letter are to be confirmed, with what the other reading would give; left out when nothing is in doubt. */
export function sectionDoutes(d: Douteux & { jour: DateCivile }, ...sur: Sur[]): Section[] {
  const paragraphes = doutesSur(d, sur).flatMap(({ code, autreTerme }): Texte[] => {
    const { lettre } = doutes[code];
    if (lettre === null) return [];
    return [autreTerme === null ? t`${lettre}` : t`${lettre} ${autreLecture(d.jour, autreTerme)}`];
  });
  return paragraphes.length === 0 ? [] : [{ titre: 'Ce qui reste à confirmer', paragraphes }];
}

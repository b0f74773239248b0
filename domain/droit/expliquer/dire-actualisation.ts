import type { Resultat } from '../../dossier/resultat';
import type { Vocabulaire } from '../reglements';
import { le, majuscule, mois } from './mots';

type Mois = NonNullable<Resultat['actualisations']>[number];

/** Why a month is declared, and between which days, in the words of its règlement. @see R20 */
export function direActualisation({ mois: m, ouverture, cloture }: Mois, mots: Pick<Vocabulaire, 'le'>): string {
  const jourOuverture = m.endsWith('-02') ? '26 du mois en février' : '28 du mois';
  return `${majuscule(mois(m))} est touché par ${mots.le} : la déclaration ouvre le ${le(ouverture)}, ${jourOuverture}, et ferme le ${le(cloture)}, 15 du mois suivant.`;
}

import { type Etape, ouverture, type Tete, tableDesEtapes } from '../deroulement';

export interface TeteRestauration extends Tete {
  serveurs: string;
}

/** The report, in Markdown. */
export const rediger = (etapes: readonly Etape[], fautes: readonly string[], tete: TeteRestauration): string =>
  [
    ...ouverture(
      'Sauvegarde et restauration',
      'Une machine est perdue avec tout son disque ; rendus dans une machine vide, les parcours continuent, et aucun courrier ne part deux fois.',
      [`- Serveurs : ${tete.serveurs}`],
      fautes,
      tete,
    ),
    ...tableDesEtapes(etapes),
  ].join('\n');

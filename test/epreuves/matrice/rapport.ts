import type { Comptes } from '../constance/sortie';
import { ouverture, type Tete } from '../deroulement';

/** What one Node made of it. */
export interface Passage extends Comptes {
  version: string;
  /** Null when it had to be stopped. */
  statut: number | null;
  secondes: number;
  /** Letters of the simulated year, each with its file; null when it did not end. */
  courriers: number | null;
}

/** Why a Node is not fit, in French; empty when it is. */
export function fautes(passages: readonly Passage[]): string[] {
  const attendus = Math.max(0, ...passages.map(({ courriers }) => courriers ?? 0));
  return passages.flatMap(({ version, statut, passes, rouges, sautes, fichiersRouges, courriers }) =>
    [
      ...(statut === 0
        ? []
        : [statut === null ? 'vérifications arrêtées : trop long' : `vérifications : statut ${statut}`]),
      ...(rouges > 0 ? [`${rouges} en échec (${fichiersRouges.join(', ')})`] : []),
      ...(sautes > 0 ? [`${sautes} sauté(s)`] : []),
      ...(passes === 0 ? ['aucun test'] : []),
      ...(courriers === null || courriers === 0 ? ['l’année simulée ne va pas à sa fin'] : []),
      ...(courriers !== null && courriers !== attendus ? [`${courriers} courriers, ${attendus} ailleurs`] : []),
    ].map((faute) => `Node ${version} : ${faute}`),
  );
}

/** The report, in Markdown. */
export const rediger = (passages: readonly Passage[], tete: Tete): string => {
  const trouvees = fautes(passages);
  return [
    ...ouverture(
      'Versions de Node',
      '`npm run check` et une année simulée passent sur chacune.',
      [
        '- Les programmes viennent des paquets npm qui les portent ; les dépendances sont les mêmes pour tous, modules natifs compris',
      ],
      trouvees,
      tete,
    ),
    '| Node | Vérifications | Secondes | Tests | Courriers de l’année simulée |',
    '|---|---|---:|---:|---:|',
    ...passages.map(
      ({ version, statut, secondes, passes, courriers }) =>
        `| ${version} | ${statut === 0 ? 'vertes' : 'rouges'} | ${secondes} | ${passes} | ${courriers ?? 'aucun'} |`,
    ),
    '',
  ].join('\n');
};

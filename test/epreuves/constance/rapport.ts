import type { Comptes } from './sortie';

export interface Tour extends Comptes {
  quoi: string;
  secondes: number;
  /** Null when it had to be stopped. */
  statut: number | null;
  /** Processes and folders found after its end. */
  restes: string[];
}

export interface Tete {
  date: string;
  commande: string;
  commit: string;
  machine: string;
  /** From the clone to the first run: dependencies, servers, bundle. */
  preparationSecondes: number;
}

/** Why a run does not count, in French; empty when it is green. */
export function fautes({ statut, passes, rouges, sautes, fichiersRouges, restes }: Tour): string[] {
  return [
    ...(statut === 0 ? [] : [statut === null ? 'arrêté : trop long' : `statut ${statut}`]),
    ...(rouges > 0 || fichiersRouges.length > 0 ? [`${rouges} en échec (${fichiersRouges.join(', ')})`] : []),
    ...(sautes > 0 ? [`${sautes} sauté(s)`] : []),
    ...(passes === 0 ? ['aucun test'] : []),
    ...(restes.length > 0 ? [`laissés : ${restes.join(', ')}`] : []),
  ];
}

/** The report, in Markdown. */
export function rediger(tours: readonly Tour[], dates: readonly Tour[], tete: Tete): string {
  const verts = tours.filter((tour) => fautes(tour).length === 0).length;
  const lignes = (tous: readonly Tour[]) =>
    tous.map((tour, rang) => {
      const issue = fautes(tour).join(' ; ') || 'vert';
      return `| ${rang + 1} | ${tour.quoi} | ${tour.secondes} | ${tour.passes} | ${issue} |`;
    });
  return [
    `# Constance, ${tete.date}`,
    '',
    `**Suites entières vertes : ${verts} sur ${tours.length}**, de suite, depuis un clone neuf ; après chacune, ni processus ni dossier.`,
    '',
    `- Commande : \`${tete.commande}\``,
    `- Commit : ${tete.commit}`,
    `- Machine : ${tete.machine}`,
    `- Préparation du clone (dépendances, serveurs, bundle) : ${tete.preparationSecondes} s`,
    '',
    '| Tour | `npm test` | Secondes | Tests | Issue |',
    '|---:|---|---:|---:|---|',
    ...lignes(tours),
    '',
    ...(dates.length === 0
      ? []
      : [
          '## Les tests unitaires à d’autres dates',
          '',
          '| | Horloge (`faketime`) | Secondes | Tests | Issue |',
          '|---:|---|---:|---:|---|',
          ...lignes(dates),
          '',
        ]),
  ].join('\n');
}

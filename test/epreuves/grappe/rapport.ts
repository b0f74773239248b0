import { type Etape, ouverture, type Tete, tableDesEtapes } from '../deroulement';

export interface TeteGrappe extends Tete {
  version: string;
}

/** The report, in Markdown. */
export const rediger = (etapes: readonly Etape[], fautes: readonly string[], tete: TeteGrappe): string =>
  [
    ...ouverture(
      `Grappe Temporal ${tete.version}`,
      'Le bloc d’environnement de `docker-compose.yml` démarre une vraie grappe, et les parcours y vivent.',
      [
        `- Serveur : ${tete.version}, construit par Go à la version du fichier ; deux PostgreSQL embarqués, un pour le moteur, un pour le registre`,
      ],
      fautes,
      tete,
    ),
    ...tableDesEtapes(etapes),
  ].join('\n');

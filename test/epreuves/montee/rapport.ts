import { type Etape, ouverture, type Tete, tableDesEtapes } from '../deroulement';
import { familles } from './familles';

export interface TeteMontee extends Tete {
  moteur: string;
  parcours: number;
}

/** The report, in Markdown. */
export const rediger = (etapes: readonly Etape[], fautes: readonly string[], tete: TeteMontee): string =>
  [
    ...ouverture(
      'Montée de version',
      `${tete.parcours} parcours vivants passent d’une version à la suivante, les deux au travail ensemble : rien n’est redit, rien n’est oublié, chacun va à sa fin.`,
      [
        `- Moteur : ${tete.moteur}`,
        '- La version suivante : ce code même, où un rappel s’ajoute, une convocation disparaît, les autres changent de jour ; une étape nouvelle du',
        '  workflow, gardée par `patched` ; la génération du code, d’où une nouvelle exécution de chaque parcours (`test/epreuves/montee/correctif.ts`)',
      ],
      fautes,
      tete,
    ),
    ...tableDesEtapes(etapes),
    '| Un parcours sur cinq | Remise, réponse | Ce que la correction lui fait |',
    '|---|---|---|',
    ...familles.map(
      ({ nom, remise, accord, quoi }) =>
        `| ${nom} | J${remise}, ${accord === null ? 'aucune' : `J${accord}`} | ${quoi} |`,
    ),
    '',
  ].join('\n');

import type { Etape, Tete } from '../grappe/rapport';
import { familles } from './familles';

export interface TeteMontee extends Omit<Tete, 'version'> {
  moteur: string;
  parcours: number;
}

/** The report, in Markdown. */
export function rediger(etapes: readonly Etape[], fautes: readonly string[], tete: TeteMontee): string {
  return [
    `# Montée de version, ${tete.date}`,
    '',
    fautes.length === 0
      ? `**${tete.parcours} parcours vivants passent d’une version à la suivante, les deux au travail ensemble : rien n’est redit, rien n’est oublié, chacun va à sa fin.**`
      : `**${fautes.length} faute(s).**`,
    '',
    `- Commande : \`${tete.commande}\``,
    `- Commit : ${tete.commit}`,
    `- Machine : ${tete.machine}`,
    `- Moteur : ${tete.moteur}`,
    '- La version suivante : ce code même, où un rappel s’ajoute, une convocation disparaît, les autres changent de jour ; une étape nouvelle du',
    '  workflow, gardée par `patched` ; la génération du code, d’où une nouvelle exécution de chaque parcours (`test/epreuves/montee/correctif.ts`)',
    '',
    ...(fautes.length === 0 ? [] : ['## Fautes', '', ...fautes.map((faute) => `- ${faute}`), '']),
    '| Étape | Secondes | Vu |',
    '|---|---:|---|',
    ...etapes.map(({ nom, secondes, vu }) => `| ${nom} | ${secondes} | ${vu} |`),
    '',
    '| Un parcours sur cinq | Remise, réponse | Ce que la correction lui fait |',
    '|---|---|---|',
    ...familles.map(
      ({ nom, remise, accord, quoi }) =>
        `| ${nom} | J${remise}, ${accord === null ? 'aucune' : `J${accord}`} | ${quoi} |`,
    ),
    '',
  ].join('\n');
}

import type { Etape } from '../grappe/rapport';

export interface Tete {
  date: string;
  commit: string;
  commande: string;
  machine: string;
  serveurs: string;
}

/** The report, in Markdown. */
export function rediger(etapes: readonly Etape[], fautes: readonly string[], tete: Tete): string {
  return [
    `# Sauvegarde et restauration, ${tete.date}`,
    '',
    fautes.length === 0
      ? '**Une machine est perdue avec tout son disque ; rendus dans une machine vide, les parcours continuent, et aucun courrier ne part deux fois.**'
      : `**${fautes.length} faute(s).**`,
    '',
    `- Commande : \`${tete.commande}\``,
    `- Commit : ${tete.commit}`,
    `- Machine : ${tete.machine}`,
    `- Serveurs : ${tete.serveurs}`,
    '',
    ...(fautes.length === 0 ? [] : ['## Fautes', '', ...fautes.map((faute) => `- ${faute}`), '']),
    '| Étape | Secondes | Vu |',
    '|---|---:|---|',
    ...etapes.map(({ nom, secondes, vu }) => `| ${nom} | ${secondes} | ${vu} |`),
    '',
  ].join('\n');
}

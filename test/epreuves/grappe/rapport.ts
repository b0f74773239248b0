/** One step of the proof, with what was counted. */
export interface Etape {
  nom: string;
  secondes: number;
  /** What was seen, in a few words. */
  vu: string;
}

export interface Tete {
  date: string;
  commit: string;
  commande: string;
  machine: string;
  version: string;
}

/** The report, in Markdown. */
export function rediger(etapes: readonly Etape[], fautes: readonly string[], tete: Tete): string {
  return [
    `# Grappe Temporal ${tete.version}, ${tete.date}`,
    '',
    fautes.length === 0
      ? '**Le bloc d’environnement de `docker-compose.yml` démarre une vraie grappe, et les parcours y vivent.**'
      : `**${fautes.length} faute(s).**`,
    '',
    `- Commande : \`${tete.commande}\``,
    `- Commit : ${tete.commit}`,
    `- Machine : ${tete.machine}`,
    `- Serveur : ${tete.version}, construit par Go à la version du fichier ; deux PostgreSQL embarqués, un pour le moteur, un pour le registre`,
    '',
    ...(fautes.length === 0 ? [] : ['## Fautes', '', ...fautes.map((faute) => `- ${faute}`), '']),
    '| Étape | Secondes | Vu |',
    '|---|---:|---|',
    ...etapes.map(({ nom, secondes, vu }) => `| ${nom} | ${secondes} | ${vu} |`),
    '',
  ].join('\n');
}

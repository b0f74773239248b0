/** What veraPDF says of one file. */
export interface Verdict {
  fichier: string;
  conforme: boolean;
  controles: number;
  /** Rules that it breaks: "7.1 test 3 : description". */
  fautes: string[];
}

const decoder = (s: string): string =>
  s
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

const attribut = (balise: string, nom: string): string | undefined =>
  new RegExp(`\\b${nom}="([^"]*)"`).exec(balise)?.[1];

function fautesDe(job: string): string[] {
  return [...job.matchAll(/<rule\b[^>]*status="failed"[^>]*>([\s\S]*?)<\/rule>/g)].map(([regle, dedans]) => {
    const description = decoder(/<description>([\s\S]*?)<\/description>/.exec(dedans!)?.[1] ?? '')
      .replace(/\s+/g, ' ')
      .trim();
    return `${attribut(regle, 'clause')} test ${attribut(regle, 'testNumber')} : ${description}`;
  });
}

/** Reads the machine-readable report of veraPDF (`--format xml`). @param racine folder that file names are told from */
export function lireRapport(xml: string, racine: string): Verdict[] {
  return xml
    .split('<job>')
    .slice(1)
    .map((job) => {
      const nom = decoder(/<name>([\s\S]*?)<\/name>/.exec(job)?.[1] ?? '').replaceAll('\\', '/');
      const debut = `${racine.replaceAll('\\', '/')}/`;
      const details = /<details\b[^>]*>/.exec(job)?.[0] ?? '';
      return {
        fichier: nom.startsWith(debut) ? nom.slice(debut.length) : nom.slice(nom.lastIndexOf('/') + 1),
        conforme: /<validationReport\b[^>]*isCompliant="true"/.test(job),
        controles: Number(attribut(details, 'passedChecks') ?? 0) + Number(attribut(details, 'failedChecks') ?? 0),
        fautes: fautesDe(job),
      };
    })
    .sort((a, b) => (a.fichier < b.fichier ? -1 : 1));
}

export interface Tete {
  date: string;
  commande: string;
  machine: string;
  outil: string;
}

/** The report, in Markdown. */
export function rediger(verdicts: readonly Verdict[], tete: Tete): string {
  const fautifs = verdicts.filter((v) => !v.conforme);
  const conformes = verdicts.length - fautifs.length;
  return [
    `# PDF/UA-1 par veraPDF, ${tete.date}`,
    '',
    `**PDF conformes : ${conformes} sur ${verdicts.length}** (chaque courrier du catalogue pour chacun de ses lecteurs, ses formes qui décident, chaque document).`,
    '',
    `- Commande : \`${tete.commande}\``,
    `- Outil : ${tete.outil}`,
    `- Machine : ${tete.machine}`,
    '',
    ...(fautifs.length === 0
      ? []
      : ['## Fautes', '', ...fautifs.flatMap((v) => [`### ${v.fichier}`, '', ...v.fautes.map((f) => `- ${f}`), ''])]),
    '| Fichier | Conforme | Contrôles |',
    '|---|---|---:|',
    ...verdicts.map((v) => `| ${v.fichier} | ${v.conforme ? 'oui' : 'non'} | ${v.controles} |`),
    '',
  ].join('\n');
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { racine } from '../../commun/racine';

/** What the long proofs share: the steps that they say and time, and the report that they leave. */

/** One step of a proof, with what was counted. */
export interface Etape {
  nom: string;
  secondes: number;
  /** What was seen, in a few words. */
  vu: string;
}

/** Does a step: says it, times it, keeps what was seen. */
export type Derouler = <T>(nom: string, travail: () => Promise<readonly [vu: string, rendu: T]>) => Promise<T>;

/** Steps kept in `etapes`, one after the other. */
export const deroulerDans =
  (etapes: Etape[]): Derouler =>
  async (nom, travail) => {
    const debut = Date.now();
    console.log(`${nom}…`);
    const [vu, rendu] = await travail();
    etapes.push({ nom, secondes: Math.round((Date.now() - debut) / 1_000), vu });
    console.log(`  ${vu}`);
    return rendu;
  };

/** When, on what and how a proof ran. */
export interface Tete {
  date: string;
  commit: string;
  commande: string;
  machine: string;
}

export const processeurs = (): string => `${cpus().length} × ${cpus()[0]?.model ?? 'processeur inconnu'}`;
export const machine = (): string => `${processeurs()}, Node ${process.versions.node}`;
export const commitCourant = (): string =>
  execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: racine, encoding: 'utf8' }).trim();

export const teteDe = (commande: string): Tete => ({
  date: new Date().toISOString().slice(0, 10),
  commit: commitCourant(),
  commande,
  machine: machine(),
});

/** The lines that open a report, in Markdown: what it proves or how many faults, on what it ran, then the faults. */
export const ouverture = (
  titre: string,
  reussite: string,
  precisions: readonly string[],
  fautes: readonly string[],
  tete: Tete,
): string[] => [
  `# ${titre}, ${tete.date}`,
  '',
  fautes.length === 0 ? `**${reussite}**` : `**${fautes.length} faute(s).**`,
  '',
  `- Commande : \`${tete.commande}\``,
  `- Commit : ${tete.commit}`,
  `- Machine : ${tete.machine}`,
  ...precisions,
  '',
  ...(fautes.length === 0 ? [] : ['## Fautes', '', ...fautes.map((faute) => `- ${faute}`), '']),
];

export const tableDesEtapes = (etapes: readonly Etape[]): string[] => [
  '| Étape | Secondes | Vu |',
  '|---|---:|---|',
  ...etapes.map(({ nom, secondes, vu }) => `| ${nom} | ${secondes} | ${vu} |`),
  '',
];

/** Where the report of a day is, from the root. */
export const cheminDuRapport = (nom: string, { date }: Tete): string => `docs/epreuves/${date}-${nom}.md`;

/** Writes the report of a day. @returns where it is, from the root */
export function ecrireRapport(nom: string, tete: Tete, texte: string): string {
  const rapport = cheminDuRapport(nom, tete);
  mkdirSync(join(racine, 'docs/epreuves'), { recursive: true });
  writeFileSync(join(racine, rapport), texte);
  return rapport;
}

/** Writes `docs/epreuves/AAAA-MM-JJ-<nom>.md` and says where. @throws Error with the faults, when there are any */
export function rendreCompte(nom: string, tete: Tete, texte: string, fautes: readonly string[], ailleurs = ''): void {
  const rapport = ecrireRapport(nom, tete, texte);
  console.log(`${fautes.length} faute(s) ; rapport : ${rapport}`);
  if (fautes.length > 0) throw new Error([...fautes, ...(ailleurs === '' ? [] : [ailleurs])].join('\n'));
}

/** What Stryker writes of one mutant, as far as the report reads it. */
export interface Mutant {
  mutatorName: string;
  replacement?: string;
  status: 'Killed' | 'Survived' | 'NoCoverage' | 'Timeout' | 'Ignored' | 'CompileError' | 'RuntimeError' | 'Pending';
  statusReason?: string;
  location: { start: { line: number; column: number }; end: { line: number; column: number } };
}

export interface Resultats {
  files: Record<string, { source: string; mutants: Mutant[] }>;
}

export interface Compte {
  tues: number;
  survivants: number;
  /** Neither killed nor alive: not made, or the code no longer loads. */
  ecartes: number;
}

export const score = ({ tues, survivants }: Compte): number =>
  tues + survivants === 0 ? 100 : (100 * tues) / (tues + survivants);

const TUES: readonly Mutant['status'][] = ['Killed', 'Timeout'];
const VIVANTS: readonly Mutant['status'][] = ['Survived', 'NoCoverage'];
export const survit = ({ status }: Mutant): boolean => VIVANTS.includes(status);

export const compter = (mutants: readonly Mutant[]): Compte => ({
  tues: mutants.filter(({ status }) => TUES.includes(status)).length,
  survivants: mutants.filter(survit).length,
  ecartes: mutants.filter((m) => !TUES.includes(m.status) && !survit(m)).length,
});

/** The source text that a mutant replaces, on one line. */
function avant(source: string, { location: { start, end } }: Mutant): string {
  const lignes = source.split('\n').slice(start.line - 1, end.line);
  const dernier = lignes.length - 1;
  lignes[dernier] = lignes[dernier]!.slice(0, end.column - 1);
  lignes[0] = lignes[0]!.slice(start.column - 1);
  return lignes.join('\n');
}

const court = (code: string): string => {
  const ligne = code.replace(/\s+/g, ' ').trim();
  return ligne.length <= 70 ? ligne : `${ligne.slice(0, 69)}…`;
};

const pourCent = (n: number): string => `${n.toFixed(1).replace('.', ',')} %`;

function pourquoiEcarte({ status, statusReason }: Mutant): string {
  if (status !== 'Ignored') return 'le code changé ne se charge plus';
  if (statusReason?.startsWith('Static mutant')) return 'code exécuté une seule fois, au chargement du fichier';
  return statusReason ?? 'écarté';
}

/** The report, in Markdown. */
export function rapport(
  { files }: Resultats,
  tete: { date: string; commande: string; machine: string; duree: string },
): string {
  const fichiers = Object.entries(files)
    .map(([nom, { source, mutants }]) => ({ nom, source, mutants, compte: compter(mutants) }))
    .sort((a, b) => a.nom.localeCompare(b.nom));
  const tous = fichiers.flatMap(({ mutants }) => mutants);
  const total = compter(tous);
  const raisons = new Map<string, number>();
  for (const mutant of tous.filter((m) => !TUES.includes(m.status) && !survit(m))) {
    const raison = pourquoiEcarte(mutant);
    raisons.set(raison, (raisons.get(raison) ?? 0) + 1);
  }
  return [
    `# Mutations de domain/, ${tete.date}`,
    '',
    `**${pourCent(score(total))}** des mutants tués par les tests unitaires : ${total.tues} sur ${total.tues + total.survivants}.`,
    '',
    `- Commande : \`${tete.commande}\``,
    `- Machine : ${tete.machine}`,
    `- Durée : ${tete.duree}`,
    ...[...raisons].map(([raison, n]) => `- Non comptés : ${n} (${raison})`),
    '',
    '| Fichier | Score | Tués | Survivants | Non comptés |',
    '|---|---:|---:|---:|---:|',
    ...fichiers.map(
      ({ nom, compte: c }) => `| ${nom} | ${pourCent(score(c))} | ${c.tues} | ${c.survivants} | ${c.ecartes} |`,
    ),
    '',
    '## Survivants',
    '',
    ...fichiers
      .filter(({ compte: c }) => c.survivants > 0)
      .flatMap(({ nom, source, mutants }) => [
        `### ${nom}`,
        '',
        ...mutants
          .filter(survit)
          .sort((a, b) => a.location.start.line - b.location.start.line)
          .map(
            (m) =>
              `- ${m.location.start.line} : \`${court(avant(source, m))}\` → \`${court(m.replacement ?? '')}\`${m.status === 'NoCoverage' ? ' (aucun test n’y passe)' : ''}`,
          ),
        '',
      ]),
  ].join('\n');
}

import { visible } from '../../../client/cli/visible';
import { codesRefuses, type Rapport } from '../../terrain/rapport';

/** What became of a portfolio that went through twice. */
export interface BilanImport {
  /** The code that each faulty row must be refused with, by its line. */
  refus: ReadonlyMap<number, string>;
  premiere: Rapport;
  seconde: Rapport;
  /** Dossiers in the register. */
  inscrits: number;
  /** "prénom nom" of the people of the register. */
  noms: readonly string[];
  /** How long the first time took. */
  secondes: number;
}

const ouvertes = ({ importees }: Rapport) => importees.filter((i) => i.nouveau);

/** What is not as it should be, one sentence each. */
export function fautesDImport({ refus, premiere, seconde, inscrits, noms }: BilanImport, lignes: number): string[] {
  const obtenus = codesRefuses(premiere);
  const attendus = lignes - refus.size;
  const saines = premiere.lignes.filter(({ ligne }) => !refus.has(ligne));
  const inscrites = new Set(noms);
  const si = (faute: boolean, phrase: string) => (faute ? [phrase] : []);
  return [
    ...si(premiere.lignes.length !== lignes, `${premiere.lignes.length} lignes lues au lieu de ${lignes}`),
    ...[...refus].flatMap(([ligne, code]) =>
      si(obtenus.get(ligne) !== code, `ligne ${ligne} : ${obtenus.get(ligne) ?? 'ouverte'} au lieu de ${code}`),
    ),
    ...[...obtenus].flatMap(([ligne, code]) => si(!refus.has(ligne), `ligne ${ligne} : refusée à tort, ${code}`)),
    ...si(ouvertes(premiere).length !== attendus, `${ouvertes(premiere).length} ouvertures au lieu de ${attendus}`),
    ...si(inscrits !== attendus, `${inscrits} dossiers au registre au lieu de ${attendus}`),
    ...saines.flatMap(({ ligne, nom }) => si(!inscrites.has(nom), `ligne ${ligne} : « ${nom} » n’est pas au registre`)),
    ...si(ouvertes(seconde).length > 0, `la seconde fois, ${ouvertes(seconde).length} ouvertures de plus`),
  ];
}

/** The report, in Markdown. */
export function rediger(
  { refus, premiere, inscrits, secondes }: BilanImport,
  fautes: readonly string[],
  { date, machine }: { date: string; machine: string },
): string {
  const codes = [...codesRefuses(premiere).values()];
  const phrases = new Map(premiere.lignes.flatMap((l) => l.erreurs.slice(0, 1).map((e) => [sansReference(e.code), e])));
  return [
    `# Import, ${date}`,
    '',
    `**${ouvertes(premiere).length} parcours ouverts et ${codes.length} lignes refusées sur ${premiere.lignes.length}**, ${refus.size} étant fautives ; ${inscrits} dossiers au registre. Repassé, le même fichier n’ouvre rien.`,
    '',
    `- Commande : \`npm run epreuve -- import\`, ${secondes} s`,
    `- Machine : ${machine}`,
    '',
    '| raison | lignes | ce que lit qui importe |',
    '|---|---|---|',
    ...[...phrases].map(
      ([code, { phrase }]) =>
        `| ${code} | ${codes.filter((c) => c === code).length} | ${visible(phrase).replaceAll('|', '\\|')} |`,
    ),
    '',
    ...(fautes.length === 0
      ? ['Chaque ligne saine est ouverte sous son nom, chaque ligne fautive est refusée pour sa propre raison.']
      : fautes.map((faute) => `- ${faute}`)),
    '',
  ].join('\n');
}

const sansReference = (code: string): string => code.replace(/^(REFERENCE_AUTRE_PERSONNE):.*/, '$1');

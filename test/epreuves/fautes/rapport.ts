import { compte } from '../../../client/affichage/libelles';
import { ouverture, type Tete } from '../deroulement';
import type { Bilan } from './subir';

export interface TeteFautes extends Tete {
  version: string;
  parcours: number;
  /** Those that were not tried, and why. */
  ecartees: readonly string[];
}

const ENTETES = [
  ...[
    'Panne',
    'Nom',
    'Commit',
    'Durée',
    'Faits donnés pendant : pris, « en cours », refusés',
    '`jalon sante` dit',
    'après',
  ],
  ...['Un nouveau fait est pris', 'Tout est en ordre', 'Lettres', 'incertaines', 'en double'],
];
/** Of the columns of figures. */
const CHIFFRES = [3, 6, 7, 8, 9, 10, 11];

const ecrireLigne = (bilan: Bilan, commit: string): string => {
  const { nom, quoi, panne, faits, alerte, service, ordre, lettres, incertains, doubles } = bilan;
  const cellules = [
    ...[quoi, `\`${nom}\``, commit, `${panne} s`, `${faits.pris}, ${faits.enCours}, ${faits.refuses}`],
    ...[alerte?.ligne ?? 'rien', alerte === null ? '' : `${alerte.secondes} s`],
    ...[`${service} s`, `${ordre} s`, String(lettres), String(incertains), String(doubles)],
  ];
  return `| ${cellules.join(' | ')} |`;
};

/** The rows of a report, by the name of their fault. */
export const lignesDuRapport = (texte: string): Map<string, string> =>
  new Map(
    texte.split('\n').flatMap((ligne) => {
      const nom = /^\| [^|]+ \| `([\w-]+)` \|/.exec(ligne)?.[1];
      return nom === undefined ? [] : [[nom, ligne] as const];
    }),
  );

/**
 * The report, in Markdown.
 * @param avant that of an earlier run of the day: its rows stay, but for the faults that were tried again
 */
export function rediger(
  bilans: readonly Bilan[],
  fautes: readonly string[],
  tete: TeteFautes,
  { avant = '', tentees, ordre }: { avant?: string; tentees: readonly string[]; ordre: readonly string[] },
): string {
  const lignes = lignesDuRapport(avant);
  for (const nom of tentees) lignes.delete(nom);
  for (const bilan of bilans) if (bilan.fautes.length === 0) lignes.set(bilan.nom, ecrireLigne(bilan, tete.commit));
  const rangees = ordre.flatMap((nom) => lignes.get(nom) ?? []);
  return [
    ...ouverture(
      'Pannes sur la grappe',
      `${compte(rangees.length, 'panne')} : rien n’est perdu, ce qui est parti deux fois est dit incertain.`,
      [
        `- Moteur : Temporal ${tete.version}, construit par Go, deux PostgreSQL embarqués ; une grappe neuve par panne, un worker, ${tete.parcours} parcours`,
        ...tete.ecartees.map((raison) => `- ${raison}`),
      ],
      fautes,
      tete,
    ),
    `| ${ENTETES.join(' | ')} |`,
    `|${ENTETES.map((_, rang) => (CHIFFRES.includes(rang) ? '---:' : '---')).join('|')}|`,
    ...rangees,
    '',
    'La durée dite « après » court du début de la panne ; les deux suivantes, de sa fin. Chaque ligne vient du commit qu’elle nomme : une panne redemandée seule ne',
    'change que la sienne. Un fait donné sans moteur est gardé au registre et renvoyé deux minutes après au plus tôt : ici par `jalon coherence --reparer`, redemandé',
    'toutes les trente secondes ; en production, par la passe `reprises`, toutes les dix minutes. Un fait refusé l’est à l’écran : rien n’en est gardé, il est donné',
    'de nouveau.',
    '',
  ].join('\n');
}

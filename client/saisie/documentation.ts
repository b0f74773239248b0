import { champsEnClair } from '../../domain/faits/champs-en-clair';
import { definitions } from '../../domain/faits/evenements';
import type { Definition } from '../../domain/faits/types/definition';
import { type Colonne, colonnes } from './colonnes';
import { entete } from './csv';

const FORMES: Record<Colonne['genre'], string> = {
  date: 'date',
  choix: 'choix',
  texte: 'texte',
  booleen: 'oui ou non',
  nombre: 'nombre',
  lignes: 'lignes séparées par `|`',
  json: 'liste JSON',
};

/** `docs/import.md`, made from the schemas: the test refuses a page that they have left behind. */
export const documentation = (): string => `# Ouvrir des parcours à partir de fichiers

<!-- Page écrite par « npm run --silent jalon -- importer --documentation » : ne pas la modifier à la main. -->

Un parcours s’ouvre à partir d’un document JSON (\`jalon ouvrir dossier.json\`), un portefeuille entier à partir d’un fichier
CSV (\`jalon importer portefeuille.csv\`). Les deux disent la même chose : les champs du dossier, les personnes, et ce qui s’est
déjà passé. Modèles : \`exemples/dossiers/*.json\`, \`exemples/portefeuille.csv\`.

\`importer\` dit d’abord, ligne par ligne, l’étape où sera le parcours, sa prochaine échéance et ce qui part dans les 7 jours, ou
tout ce qui fait refuser la ligne. Rien ne s’ouvre avant \`--oui\`. Recommencer n’ouvre rien deux fois : un dossier se
reconnaît à sa \`reference\`, ou, sans elle, aux nom, prénom, date de naissance et date de remise.

Les agences et les référents doivent être connus de Jalon : \`jalon agences organisation.json\` (modèle : \`exemples/organisation.json\`).

## Reprendre un parcours en cours

\`dateReprise\` est le premier jour dont Jalon a la charge. Ce qui précède appartient au passé : aucun courrier ne part pour cela. Sans
\`dateReprise\`, l’ouverture est ordinaire et un courrier encore utile part en retard. Dans les deux cas, une ligne dont le délai de réflexion est
terminé et qui ne porte aucune réponse est refusée (\`REPRISE_SANS_REPONSE\`) : personne n’est déclaré avoir refusé par un import.

## Le fichier CSV

- Séparateur \`;\` ou \`,\`, fins de ligne de Windows ou d’Unix, UTF-8 (avec ou sans marque), UTF-16 ou Windows-1252.
- L’ordre des colonnes est libre ; seules les colonnes obligatoires doivent être là. Une colonne inconnue est signalée et n’est pas lue.
- Dates : \`AAAA-MM-JJ\` ou \`JJ/MM/AAAA\`. Oui ou non : \`oui\`, \`non\`. Nombres : \`1 240\`, \`610,5\`. Choix : le code ou son libellé.
- \`--dates-relatives\` accepte aussi \`J\`, \`J-12\`, \`J+3\`, comptés d’aujourd’hui : pour le portefeuille d’exemple, jamais pour de vrais dossiers.

En-tête complet (\`jalon importer --entete\`) :

\`\`\`
${entete()}
\`\`\`

| colonne | ce que c’est | forme | obligatoire |
|---|---|---|---|
${colonnes.map(ligne).join('\n')}

## Le document JSON

Les mêmes champs, sans \`identite.\` ni \`employeur.\` dans les noms : \`identite\` et \`employeur\` sont des objets, \`adresse\` vaut
\`{"lignes": ["…"], "codePostal": "…", "ville": "…"}\`, les dates s’écrivent \`AAAA-MM-JJ\`, \`evenements\` est une liste. Un champ
inconnu fait refuser le document.

## Les événements

Un événement est un objet \`{"type": "…", …}\`. C’est aussi ce que lisent \`consigner\`, \`corriger\` et \`previsualiser\`.

| type | événement | champs (\`?\` : facultatif) |
|---|---|---|
${Object.values<Definition>(definitions).map(evenement).join('\n')}
`;

function ligne({ nom, libelle, aide, genre, obligatoire, choix }: Colonne): string {
  const valeurs = choix ? ` : ${choix.map((c) => `\`${c.valeur}\` (${c.libelle})`).join(', ')}` : '';
  return `| \`${nom}\` | ${cellule(`${libelle}.${aide ? ` ${aide}` : ''}`)} | ${cellule(FORMES[genre] + valeurs)} | ${obligatoire ? 'oui' : ''} |`;
}

const evenement = (definition: Definition): string =>
  `| \`${definition.type}\` | ${cellule(definition.libelle)} | ${cellule(champsEnClair(definition, (mot) => `\`${mot}\``))} |`;

const cellule = (texte: string) => texte.replaceAll('|', '\\|');

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
reconnaît à sa \`reference\`, ou, sans elle, aux nom, prénom, date de naissance et date de remise. Une ligne qui échoue pour une
raison imprévue n’arrête pas les autres : elle est nommée à la fin (\`LIGNE_EN_PANNE\`) et se reprend en relançant la commande ; après cinq
de suite, le reste n’est pas essayé (\`IMPORT_ARRETE\`).

## Qui est derrière une ligne

Jalon compare la personne, pas seulement la clé ; accents, ligatures et lettres barrées ne comptent pas (Lœtitia et Loetitia, Đạt et Dat).

- La même référence pour une autre personne : refusée, les deux sont nommées (\`REFERENCE_AUTRE_PERSONNE\`). Un tableur qui écrit
  \`2,60112E+12\` a arrondi la référence (\`REFERENCE_ARRONDIE\`) : mettre la colonne au format texte.
- La même personne sous une autre clé, ou née à un jour près : la ligne s’ouvre, avec un avertissement qui donne les deux numéros
  (\`PERSONNE_DEJA_CONNUE\`). \`jalon doublons\` cherche ces doubles parmi les dossiers déjà ouverts.
- Un dossier ouvert par erreur puis fermé comme tel (\`jalon fermer-par-erreur\`) : la même ligne ne le rouvre pas (\`DOSSIER_OUVERT_PAR_ERREUR\`). Pour
  ouvrir celui de la bonne personne, donner une autre référence ; s’il n’y avait pas d’erreur, annuler la fermeture.
- Un dossier connu dont la ligne donne d’autres coordonnées : ce qui diffère est dit (\`COORDONNEES_DIFFERENTES\`) ;
  \`--oui --coordonnees\` le prend.

## Les valeurs

Une valeur est lue de la même façon dans un fichier CSV, un document JSON, un formulaire ou une commande. Douteuse, elle n’est pas prise :
ce qu’elle voulait sans doute dire est proposé (\`CHAMP_DOUTEUX\`).

- Téléphone : \`06 39 98 00 00\`, \`+33 (0)6…\`, \`0033…\`, espaces insécables et points compris ; l’indicatif est celui du numéro et de la
  résidence (\`0692…\` devient \`+262 692…\`). Un zéro ou un \`+\` perdus sont proposés. Une ligne qui ne reçoit pas de SMS est dite.
- Code postal : cinq chiffres ; pour l’étranger, précédé du pays (\`B-1000\`). Un zéro perdu est proposé.
- Date de naissance : de 14 à 90 ans à la date de remise. Effectif : un nombre entier, à partir de 1.
- Adresse e-mail : un domaine accentué est traduit (\`société.fr\` devient \`xn--socit-esab.fr\`) ; pas d’accent avant \`@\`.
- Un retour à la ligne dans une adresse sépare deux lignes ; ce qu’une copie laisse sans qu’on le voie
  (espaces sans largeur, marques de sens) est retiré, et d’un fichier CSV les caractères de contrôle ; partout ailleurs un caractère de contrôle
  est refusé (\`CARACTERE_INTERDIT\`). Un texte mal décodé
  (« CrÃ©pey ») est refusé, avec ce qu’il était sans doute (\`TEXTE_DOUTEUX\`).

Une valeur trop longue est refusée avec sa limite et ce qui est donné (« 100 caractères au plus, 107 ici ») ; un fichier de plus de 64 Mo aussi
(\`FICHIER_TROP_GROS\`). Le nombre de lignes n’est pas limité.

Les agences et les référents doivent être connus de Jalon : \`jalon agences organisation.json\` (modèle : \`exemples/organisation.json\`).
Leurs téléphones, leurs adresses e-mail et leurs codes postaux se lisent de même.

## Reprendre un parcours en cours

\`dateReprise\` est le premier jour dont Jalon a la charge. Ce qui précède appartient au passé : aucun courrier ne part pour cela. Sans
\`dateReprise\`, l’ouverture est ordinaire et un courrier encore utile part en retard. Dans les deux cas, une ligne dont le délai de réflexion est
terminé et qui ne porte aucune réponse est refusée (\`REPRISE_SANS_REPONSE\`) : personne n’est déclaré avoir refusé par un import.

## Le fichier CSV

- Séparateur \`;\`, \`,\` ou tabulation, reconnu à l’en-tête ou dit par \`sep=\` ; fins de ligne de Windows, d’Unix ou d’anciens Mac.
- UTF-8 ou UTF-16 (avec ou sans marque), Windows-1252, Macintosh. Un classeur (.xlsx, .xls) sous un nom de CSV est refusé.
- Un titre au-dessus de l’en-tête est signalé et n’est pas lu. S’il manque une colonne, Jalon dit d’abord comment il a lu le fichier
  (codage, séparateur, ligne de l’en-tête) et quels noms de colonnes ressemblent à ceux qu’il attend.
- L’ordre des colonnes est libre ; seules les colonnes obligatoires doivent être là. Une colonne inconnue est signalée et n’est pas lue.
- Dates : \`AAAA-MM-JJ\`, ou le jour, le mois et l’année, comme \`01/12/2026\` ou \`1/12/26\`. Oui ou non : \`oui\`, \`non\`. Nombres : \`1 240\`, \`610,5\` (\`1.240\` se lit de deux façons : refusé). Choix : le code ou son libellé.
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

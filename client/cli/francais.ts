import { type Command, Help } from 'commander';
import { typographie } from '../affichage/typographie';
import { plier } from './tableau';

const TITRES: Record<string, string> = {
  'Usage:': 'Utilisation\u00a0:',
  'Arguments:': 'Arguments\u00a0:',
  'Options:': 'Options\u00a0:',
  'Global Options:': 'Options générales\u00a0:',
  'Commands:': 'Commandes\u00a0:',
};

/** Commander's help with its own words in French. */
class AideFrancaise extends Help {
  override styleTitle(titre: string): string {
    return TITRES[titre] ?? titre;
  }
  override boxWrap(texte: string, largeur: number): string {
    return plier(typographie(texte), largeur, false).join('\n');
  }
  override optionDescription(option: Parameters<Help['optionDescription']>[0]): string {
    return mentions(super.optionDescription(option));
  }
  override argumentDescription(argument: Parameters<Help['argumentDescription']>[0]): string {
    return mentions(super.argumentDescription(argument));
  }
}

function mentions(description: string): string {
  return description
    .replace(/\bdefault: /, 'par défaut : ')
    .replace(/\bchoices: /, 'au choix : ')
    .replace(/\bpreset: /, 'sans valeur : ')
    .replace(/\benv: /, 'réglage : ');
}

/** Commander's messages, each with what becomes of it; `$1`… are the names that the person typed. */
const MESSAGES: [RegExp, string][] = [
  [/^error: unknown option '(.+?)'/, 'option inconnue : $1'],
  [/^error: unknown command '(.+?)'/, 'commande inconnue : $1'],
  [/^error: missing required argument '(.+?)'/, 'il manque l’argument <$1>'],
  [/^error: option '(.+?)' argument missing/, 'l’option $1 attend une valeur'],
  [/^error: required option '(.+?)' not specified/, 'l’option $1 est obligatoire'],
  [
    /^error: too many arguments(?: for '(.+?)')?\. Expected (\d+) arguments? but got (\d+)\./,
    '$2 argument(s) attendu(s), $3 reçu(s)',
  ],
  [/^error: option '(.+?)' argument '(.*?)' is invalid\./, 'la valeur « $2 » ne convient pas à l’option $1.'],
  [
    /^error: command-argument value '(.*?)' is invalid for argument '(.+?)'\./,
    'la valeur « $1 » ne convient pas à l’argument <$2>.',
  ],
  [/^error: option '(.+?)' cannot be used with option '(.+?)'/, 'les options $1 et $2 s’excluent'],
  [/Allowed choices are (.+)\./, 'Au choix : $1.'],
  [/\(Did you mean one of (.+?)\?\)/, '(Vouliez-vous dire l’une de celles-ci : $1 ?)'],
  [/\(Did you mean (.+?)\?\)/, '(Vouliez-vous dire $1 ?)'],
];

/** A message of commander, in French; a message of ours passes through. */
export function traduire(message: string): string {
  const francais = MESSAGES.reduce((texte, [motif, phrase]) => texte.replace(motif, phrase), message);
  return typographie(francais.replace(/^error: /, ''));
}

/** "jalon courriers retenir" */
const chemin = (commande: Command): string =>
  commande.parent === null ? commande.name() : `${chemin(commande.parent)} ${commande.name()}`;

/** Makes a command speak French: titles, help option, errors. To be called before its options are read. */
export function enFrancais(commande: Command): Command {
  commande.createHelp = () => Object.assign(new AideFrancaise(), commande.configureHelp());
  return commande
    .helpOption('-h, --aide', 'affiche cette aide (ou --help)')
    .showHelpAfterError(typographie(`(« ${chemin(commande)} --aide » explique tout)`))
    .configureOutput({ outputError: (message, ecrire) => ecrire(traduire(message)) });
}

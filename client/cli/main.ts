import { Command, CommanderError } from 'commander';
import type { Panne } from '../affichage/pannes';
import { typographie } from '../affichage/typographie';
import { commandes } from './commandes';
import { enFrancais } from './francais';
import { type Console, STATUT } from './sortie';
import { visible } from './visible';

/** Errors whose message is written for the person who typed the command. */
const REFUS = new Set(['Refus', 'ErreurReglage', 'ErreurMoteur', 'ErreurBinaire']);

/** Runs one command line. @returns its exit status: 0 done, 1 refused, 2 misused */
export async function executer(tapes: readonly string[], console: Console): Promise<number> {
  const demandee = demander(tapes);
  // Help on a command that does not exist would be the help of Jalon, as if nothing were wrong.
  const inconnue = demandee !== undefined && !Object.hasOwn(commandes, demandee);
  const arguments_ = inconnue ? [demandee] : tapes.map((a) => (a === '--help' ? '--aide' : a));
  const programme = composer(arguments_, console);
  try {
    if (demandee !== 'reglements') chargerReglements(console.env);
    await programme.parseAsync(arguments_, { from: 'user' });
    return Number(programme.getOptionValue('statut') ?? STATUT.FAIT);
  } catch (erreur) {
    return rendreErreur(erreur, console, arguments_.includes('--json'));
  }
}

/** The règlements of JALON_REGLEMENTS, before anything is evaluated. Loaded by require: without the setting no command waits for it. */
function chargerReglements(env: Console['env']): void {
  if (!env.JALON_REGLEMENTS) return;
  const { installerDossierReglements } = require('../../commun/reglements') as typeof import('../../commun/reglements');
  const { lireReglages } = require('../../commun/reglages') as typeof import('../../commun/reglages');
  installerDossierReglements(lireReglages(env).reglements);
}

/** The command among the words typed. */
const demander = (arguments_: readonly string[]): string | undefined =>
  arguments_.find((a) => !a.startsWith('-') && a !== 'aide');

function composer(arguments_: readonly string[], console: Console): Command {
  const programme = neutre(new Command('jalon'), console)
    .description('Jalon suit les parcours des contrats de sécurisation professionnelle (CSP).')
    .usage('<commande> [options]')
    .enablePositionalOptions()
    .helpCommand('aide [commande]', 'explique une commande')
    .hook('preAction', async (_, commande) => {
      lireParLaPorte(commande);
      await passerLaPorte(commande, console);
    })
    .addHelpText(
      'after',
      '\nStatut de sortie\u00a0: 0 fait, 1 refusé, 2 mal employé. Avec --json, la réponse est lisible par une machine.',
    );
  const demandee = demander(arguments_);
  for (const [nom, { resume, charger }] of Object.entries(commandes)) {
    const commande = neutre(programme.command(nom), console).description(resume).summary(resume);
    if (nom === demandee) charger()(commande, console);
  }
  return programme;
}

/** A free text among the options is described so: `--motif <texte>`; any other is an id, a date or a path, judged where it is read. */
const LIBRE = /<texte>/;

/** Every word typed goes through the door of texts: what cannot be kept is refused by its name, a free text takes its canonical form. */
function lireParLaPorte(commande: Command): void {
  const { codeDeFaute, lireTextes } =
    require('../../domain/dossier/valeurs/textes') as typeof import('../../domain/dossier/valeurs/textes');
  const noms = commande.registeredArguments.map((argument) => argument.name());
  const mots = Object.fromEntries(commande.args.map((mot, rang) => [noms[rang] ?? noms.at(-1) ?? 'argument', mot]));
  const { valeur, fautes } = lireTextes<Record<string, unknown>>({ ...mots, ...commande.opts() });
  if (fautes.length > 0) {
    const { Refus } = require('../usages/commun/refus') as typeof import('../usages/commun/refus');
    throw Refus.de(...fautes.map(codeDeFaute));
  }
  for (const option of commande.options) {
    const nom = option.attributeName();
    if (LIBRE.test(option.flags) && typeof valeur[nom] === 'string') commande.setOptionValue(nom, valeur[nom]);
  }
}

/** Who runs it, and whether she may. Loaded by require: most commands need no account. */
const passerLaPorte = (commande: Command, console: Console): Promise<void> =>
  (require('./porte') as typeof import('./porte')).passer(commande, console);

/** A command that speaks French, writes where it is told and never ends the process by itself. */
const neutre = (commande: Command, console: Console): Command =>
  enFrancais(
    commande.exitOverride().configureOutput({
      writeOut: (texte) => console.sortie.write(texte),
      writeErr: (texte) => console.erreurs.write(texte),
    }),
  );

/** Loaded late: it knows the register's errors, and no command that works waits for it. */
const panneDite = (erreur: unknown): Panne | null =>
  (require('../affichage/pannes') as typeof import('../affichage/pannes')).panneDe(erreur);

interface ErreurDite {
  erreurs?: { code: string; phrase: string }[];
}

function rendreErreur(erreur: unknown, console: Console, json: boolean): number {
  // Already said by commander: help asked for, or a command misused.
  if (erreur instanceof CommanderError) return erreur.exitCode === 0 ? STATUT.FAIT : STATUT.MAUVAIS_USAGE;
  const { name, message, stack } = erreur instanceof Error ? erreur : new Error(String(erreur));
  if (name === 'MauvaisUsage') {
    console.erreurs.write(`${visible(typographie(message))}\n`);
    return STATUT.MAUVAIS_USAGE;
  }
  const panne = REFUS.has(name) ? null : panneDite(erreur);
  if (!REFUS.has(name) && panne === null) {
    console.erreurs.write(`Erreur inattendue\u00a0: ${stack ?? message}\n`);
    return STATUT.REFUSE;
  }
  const erreurs = panne ? [panne] : ((erreur as ErreurDite).erreurs ?? [{ code: name, phrase: message }]);
  if (json) console.sortie.write(`${JSON.stringify({ refuse: true, erreurs }, null, 2)}\n`);
  else
    for (const e of erreurs)
      console.erreurs.write(`${visible(typographie(e.phrase))}${e.code === name ? '' : ` (${e.code})`}\n`);
  return STATUT.REFUSE;
}

if (require.main === module || process.argv[1] === __filename) {
  const { stdin, stdout, stderr, env, argv } = process;
  // A reader that stops early (`| head`) ends the command quietly.
  stdout.on('error', (erreur: NodeJS.ErrnoException) => {
    if (erreur.code === 'EPIPE') process.exit(STATUT.FAIT);
    stderr.write(`${typographie(panneDite(erreur)?.phrase ?? erreur.message)}\n`);
    process.exit(STATUT.REFUSE);
  });
  void executer(argv.slice(2), {
    entree: stdin,
    sortie: stdout,
    erreurs: stderr,
    env,
    maintenant: () => new Date(),
  }).then((statut) => {
    process.exitCode = statut;
  });
}

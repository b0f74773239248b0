import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { enChiffres } from '../../../domain/calendrier/dates';
import type { Numero } from '../../../domain/dossier/numero';
import type { ActeJournal } from '../../../domain/faits/actes';
import { phrase } from '../../../domain/faits/erreurs';
import type { Issue } from '../../../domain/faits/journal';
import type { Avertissement } from '../../../domain/parcours/avertissements';
import { type DossierInscrit, lireDossier, type Registre } from '../../../registre';
import { entreeEnClair, phraseIssue } from '../../affichage/evenement';
import { type AAccepter, type ApercuVu, agirSurUnDossier, dejaRecu, depsActes } from '../../usages/agir-sur-un-dossier';
import type { ContenuSigne } from '../../usages/commun/acte';
import { lireConnu } from '../../usages/commun/lire-connu';
import { Refus } from '../../usages/commun/refus';
import { previsualiserUnActe, type Reserve, toutesReserves } from '../../usages/previsualiser-un-acte';
import { aideEvenements } from '../aide-evenements';
import { direApercu, direAvertissements } from '../dire-apercu';
import { AUTEUR, avecParcours, numeroDonne } from '../services';
import { type Console, dire, donner, lireJson, MauvaisUsage } from '../sortie';

interface Options {
  id?: string;
  motif?: string;
  auteur: string;
  verser?: boolean;
  confirmer?: boolean;
  versionVue?: string;
  json?: boolean;
}

const avecOptions = (commande: Command): Command =>
  commande
    .option('--motif <texte>', 'motif ou remarque, gardé au journal')
    .option('--id <id>', 'identifiant de l’acte : le même envoyé deux fois ne compte qu’une fois (tiré au sort sinon)')
    .option('--auteur <id>', 'identifiant de qui consigne', AUTEUR)
    .option('--verser', 'verse au journal même un événement qu’une règle écarte')
    .option('--confirmer', 'accepte qu’un événement déjà pris en compte soit écarté')
    .option(
      '--version-vue <n>',
      'version du dossier que montrait l’aperçu : si le journal a grandi depuis, rien n’est enregistré avant que vous ne l’ayez revu',
    )
    .option('--json', 'réponse lisible par une machine');

/** `consigner`: a fact enters the journal of a dossier. */
export const consigner = (commande: Command, console: Console): Command =>
  avecOptions(
    commande
      .description(
        'Consigne un événement dans un dossier et attend la réponse. Exemple d’événement : {"type":"ARRET_MALADIE","debut":"2026-09-07","fin":"2026-09-18"}.',
      )
      .argument('<numero>', 'numéro du dossier')
      .argument('<evenement>', 'fichier JSON de l’événement, ou - pour l’entrée standard')
      .addHelpText('after', aideEvenements()),
  ).action(async (numero: string, chemin: string, options: Options) =>
    faire(console, numero, 'consigner', { evenement: await lireJson(console, chemin) }, options),
  );

/** `corriger`: a fact takes the place of an earlier one. */
export const corriger = (commande: Command, console: Console): Command =>
  avecOptions(
    commande
      .description('Remplace un événement déjà consigné par un autre ; l’entrée se lit dans « jalon voir <numero> ».')
      .argument('<numero>', 'numéro du dossier')
      .argument('<entree>', 'identifiant de l’entrée à remplacer')
      .argument('<evenement>', 'fichier JSON de l’événement, ou - pour l’entrée standard')
      .addHelpText('after', aideEvenements()),
  ).action(async (numero: string, remplace: string, chemin: string, options: Options) =>
    faire(console, numero, 'corriger', { evenement: await lireJson(console, chemin), remplace }, options),
  );

/** `annuler`: an entry no longer counts. */
export const annuler = (commande: Command, console: Console): Command =>
  avecOptions(
    commande
      .description('Annule une entrée du journal : elle reste lisible et ne compte plus.')
      .argument('<numero>', 'numéro du dossier')
      .argument('<entree>', 'identifiant de l’entrée à annuler'),
  ).action((numero: string, entree: string, options: Options) =>
    faire(console, numero, 'annuler', { annule: entree }, options),
  );

/** `confirmer-silence`: nobody answered, the refusal letters need not wait. */
export const confirmerSilence = (commande: Command, console: Console): Command =>
  avecOptions(
    commande
      .description(
        'Confirme qu’aucune réponse n’est arrivée : les courriers de refus partent sans attendre les deux jours ouvrés de retenue.',
      )
      .argument('<numero>', 'numéro du dossier'),
  ).action((numero: string, options: Options) => faire(console, numero, 'confirmerSilence', {}, options));

/** `fermer-par-erreur`: the dossier should not have been opened. */
export const fermerParErreur = (commande: Command, console: Console): Command =>
  avecOptions(
    commande
      .description(
        'Ferme un dossier ouvert par erreur (personne prise pour une autre, double, essai) : plus rien n’en part, ses rendez-vous sont annulés, il n’est plus compté. Ce qui était déjà parti devient une tâche. --motif est obligatoire ; « jalon annuler <numero> <entree> » le rouvre.',
      )
      .argument('<numero>', 'numéro du dossier'),
  ).action((numero: string, options: Options) => faire(console, numero, 'fermerParErreur', {}, options));

/** `confirmer`: a second person sees what no one person decides. */
export const confirmer = (commande: Command, console: Console): Command =>
  avecOptions(
    commande
      .description(
        'Confirme, en seconde personne, une sortie pour manquement, fausse déclaration ou décès : elle ne compte qu’ensuite. L’entrée se lit dans « jalon voir <numero> » ; --auteur doit être une autre personne que celle qui l’a consignée.',
      )
      .argument('<numero>', 'numéro du dossier')
      .argument('<entree>', 'identifiant de l’entrée à confirmer'),
  ).action((numero: string, entree: string, options: Options) =>
    faire(console, numero, 'confirmer', { confirme: entree }, options),
  );

/** `rectifier`: the opening's own fields. */
export const rectifier = (commande: Command, console: Console): Command =>
  avecOptions(
    commande
      .description('Rectifie des champs de l’ouverture. Exemple : {"dateRemise":"2026-03-04"}.')
      .argument('<numero>', 'numéro du dossier')
      .argument('<champs>', 'fichier JSON des champs à rectifier, ou - pour l’entrée standard'),
  ).action(async (numero: string, chemin: string, options: Options) =>
    faire(console, numero, 'rectifierDossier', { champs: await lireJson(console, chemin) }, options),
  );

async function faire(
  console: Console,
  saisi: string,
  acte: ActeJournal,
  corps: Record<string, unknown>,
  options: Options,
): Promise<void> {
  const numero = numeroDonne(saisi);
  const { id = randomUUID(), motif, auteur, verser, confirmer: repousser } = options;
  const contenu: ContenuSigne = { id, auteur, ...(motif === undefined ? {} : { motif }), ...corps };
  const vu = apercuVu(options.versionVue);
  const accepte: Reserve[] = [...(verser ? (['ECARTE'] as const) : []), ...(repousser ? (['REPOUSSE'] as const) : [])];
  await avecParcours(console, async (s) => {
    const inscrit = await lireConnu(s.registre, numero);
    const deps = depsActes(s);
    const avertissements = dejaRecu(inscrit, id)
      ? []
      : (await previsualiserUnActe(deps, inscrit, { acte, contenu }, console.maintenant())).avertissements;
    const suite = await agirSurUnDossier(deps, inscrit, { acte, contenu, accepte, vu }, console.maintenant());
    if (suite.statut === 'A_ACCEPTER') throw aAccepter(console, inscrit, suite, options.json === true);
    const issue = suite.statut === 'EN_COURS' ? suite.statut : suite.issue;
    if (issue !== 'EN_COURS' && issue.statut === 'REFUSE')
      throw new Refus([{ code: issue.code!, phrase: issue.phrase! }]);
    if (!options.json) direAvertissements(console, avertissements, inscrit.journal);
    await rendre(console, s.registre, { numero, id, issue, avertissements }, options.json === true);
  });
}

/** A preview of that version, all of whose reserves must be accepted; null when none was seen: the act is taken as of now. */
function apercuVu(version: string | undefined): ApercuVu | null {
  if (version === undefined) return null;
  if (!/^\d{1,9}$/.test(version))
    throw new MauvaisUsage(`--version-vue attend la version que donne l’aperçu, pas « ${version} ».`);
  return { version: Number(version), reserves: toutesReserves };
}

/** What a page would show before confirming: a fact that a rule sets aside, or that sets another aside, wants a word more. */
function aAccepter(
  console: Console,
  { journal, version }: DossierInscrit,
  { reserves, depuis, apercu }: AAccepter,
  json: boolean,
): Refus {
  if (depuis.length > 0) {
    if (!json) direApercu(console, apercu, journal);
    const consigne = depuis.map((entree) => `« ${entreeEnClair(entree, journal)} »`).join(', ');
    const suite = json ? '' : ` Rien n’est enregistré ; --version-vue ${version} le consigne au vu de ce qui précède.`;
    return new Refus([{ code: 'DOSSIER_CHANGE', phrase: `${phrase('DOSSIER_CHANGE')} Depuis : ${consigne}.${suite}` }]);
  }
  const { issue, entree } = apercu;
  if (reserves.includes('ECARTE')) {
    const suite = ' Rien n’est enregistré ; --verser le garde quand même au journal, où il ne compte pas.';
    return new Refus([{ code: issue.code!, phrase: phraseIssue(issue, entree) + (json ? '' : suite) }]);
  }
  if (!json) direApercu(console, apercu, journal);
  return new Refus(
    apercu.faitsRepousses.map((f) => ({
      code: f.code!,
      phrase: `L’événement ${f.id}, pris en compte jusqu’ici, serait écarté : ${f.phrase} Rien n’est enregistré ; --confirmer l’accepte.`,
    })),
  );
}

function direIssue(numero: string, id: string, { statut, phrase: dite, code }: Issue): string {
  if (statut === 'RETENU') return `Pris en compte sous ${id}.`;
  if (statut === 'A_CONFIRMER') {
    return `Enregistré sous ${id}. ${dite} Une autre personne le fait par « jalon confirmer ${numero} ${id} --auteur <id> ».`;
  }
  return `Versé au journal sous ${id}, écarté : ${dite} (${code})`;
}

interface ActeFait {
  numero: Numero;
  id: string;
  issue: Issue | 'EN_COURS';
  avertissements: readonly Avertissement[];
}

async function rendre(
  console: Console,
  registre: Registre,
  { numero, id, issue, avertissements }: ActeFait,
  json: boolean,
): Promise<void> {
  const inscrit = await lireDossier(registre, numero);
  const fin = inscrit?.situation?.resultat.dateFinCsp ?? null;
  if (json)
    return donner(console, {
      numero,
      id,
      ...(issue === 'EN_COURS' ? { statut: issue } : issue),
      dateFinCsp: fin,
      avertissements,
    });
  if (issue === 'EN_COURS') {
    return dire(
      console,
      `Enregistré sous ${id}, en cours de prise en compte : « jalon voir ${numero} » dira la suite.`,
    );
  }
  dire(console, direIssue(numero, id, issue));
  // The register is written just after the answer: an older version says nothing yet.
  if (inscrit?.situation && inscrit.version >= issue.version) {
    dire(console, inscrit.situation.enUnePhrase);
    if (fin) dire(console, `Dernier jour du CSP : ${enChiffres(fin)}.`);
  }
}

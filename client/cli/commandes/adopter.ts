import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { compte } from '../../affichage/libelles';
import {
  type AdoptionFaite,
  type AdoptionPrevue,
  adopterReglement,
  adoptionDe,
  previsualiserAdoption,
} from '../../usages/adopter-reglement';
import { depsActes } from '../../usages/agir-sur-un-dossier';
import type { ContenuSigne } from '../../usages/commun/acte';
import { apercuEnJson, direApercu } from '../dire-apercu';
import { AIDE_JEU, jeuDonne } from '../jeu';
import { AUTEUR, avecParcours, avecRegistre, numeroDonne } from '../services';
import { type Console, dire, donner, STATUT } from '../sortie';

interface Options {
  reglement: string;
  source?: string;
  motif?: string;
  id?: string;
  auteur: string;
  oui?: boolean;
  json?: boolean;
}

/** `adopter`: other parameters for chosen journeys, one act of the journal for each; nothing without `--oui`. */
export const adopter = (commande: Command, console: Console): Command =>
  commande
    .description(
      'Montre ce que d’autres paramètres changeraient dans chaque dossier donné et, avec --oui, les lui fait adopter : l’acte est consigné au journal avec sa source, son auteur et son motif, et s’annule comme un autre (« jalon annuler »). Un seul refus, et rien n’est consigné nulle part.',
    )
    .argument('<numeros...>', 'numéros des dossiers')
    .requiredOption('--reglement <fichier>', AIDE_JEU)
    .option('--source <texte>', 'texte d’où viennent les paramètres, quand le fichier ne le dit pas')
    .option('--motif <texte>', 'motif ou remarque, gardé au journal')
    .option('--id <id>', 'identifiant de l’acte : le même envoyé deux fois ne compte qu’une fois (tiré au sort sinon)')
    .option('--auteur <id>', 'identifiant de qui consigne', AUTEUR)
    .option('--oui', 'fait adopter les paramètres')
    .option('--json', 'réponse lisible par une machine')
    .action(async (saisis: string[], options: Options) => {
      const numeros = [...new Set(saisis.map(numeroDonne))];
      const { source, id = randomUUID(), auteur, motif } = options;
      const reglement = adoptionDe(await jeuDonne(console, options.reglement), source);
      const contenu = { id, auteur, ...(motif === undefined ? {} : { motif }), reglement };
      if (!options.oui) return montrer(console, numeros, contenu, options.json === true);
      const faits = await faire(console, numeros, contenu, options.json === true);
      if (!faits) commande.parent!.setOptionValue('statut', STATUT.REFUSE);
    });

async function montrer(
  console: Console,
  numeros: readonly string[],
  contenu: ContenuSigne,
  json: boolean,
): Promise<void> {
  await avecRegistre(console, async ({ registre, reglages: { envoi, sursisMinutes } }) => {
    const deps = { registre, envoi, sursisMinutes };
    const prevues = await previsualiserAdoption(deps, numeros, contenu, console.maintenant());
    if (json) return donner(console, { adopte: false, dossiers: prevues.map(enJson) });
    direPrevues(console, prevues);
    const ou = compte(numeros.length, 'dossier');
    dire(
      console,
      `\nRien n’est encore changé. Pour que ${ou} adopte${numeros.length < 2 ? '' : 'nt'} ces paramètres : ajoutez --oui.`,
    );
  });
}

const enJson = ({ inscrit, apercu }: AdoptionPrevue) => ({ numero: inscrit.numero, ...apercuEnJson(apercu) });

function direPrevues(console: Console, prevues: readonly AdoptionPrevue[]): void {
  for (const [rang, { inscrit, apercu }] of prevues.entries()) {
    dire(console, `${rang === 0 ? '' : '\n'}Dossier ${inscrit.numero}`);
    direApercu(console, apercu, inscrit.journal);
  }
}

/** @returns false when a dossier changed since its preview and refuses */
async function faire(
  console: Console,
  numeros: readonly string[],
  contenu: ContenuSigne,
  json: boolean,
): Promise<boolean> {
  const { id } = contenu;
  return avecParcours(console, async (s) => {
    const { prevues, faites } = await adopterReglement(depsActes(s), numeros, contenu, console.maintenant());
    const dossiers = faites.map(({ numero, suite }) => ({ numero, id, statut: statutDe(suite) }));
    if (json) donner(console, { adopte: true, dossiers });
    else {
      direPrevues(console, prevues);
      for (const { numero, statut } of dossiers) dire(console, `${numero} : ${SUITES[statut] ?? statut} (${id}).`);
    }
    return dossiers.every(({ statut }) => statut !== 'REFUSE');
  });
}

const statutDe = (suite: AdoptionFaite['suite']): string => {
  if (suite.statut === 'DEJA_RECU') return 'DEJA';
  return suite.statut === 'ENREGISTRE' ? suite.issue.statut : suite.statut;
};

const SUITES: Record<string, string> = {
  RETENU: 'paramètres adoptés',
  DEJA: 'paramètres déjà adoptés par ce même acte',
  EN_COURS: 'enregistré, en cours de prise en compte',
  REFUSE: 'refusé entre-temps, rien n’a changé',
};

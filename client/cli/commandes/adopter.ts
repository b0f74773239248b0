import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { JeuParametres } from '../../../domain/droit/jeu-parametres';
import type { Apercu } from '../../../domain/rendez-vous/previsualiser';
import { type DossierInscrit, lireDossier, tracer } from '../../../registre';
import { compte } from '../../affichage/libelles';
import { agir, type ContenuActe, type DepsParcours, previsualiser, Refus } from '../../usages/ouvrir';
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
      const contenu = contenuDe(await jeuDonne(console, options.reglement), options);
      if (options.oui) {
        const faits = await avecParcours(console, (s) => faireAdopter(console, s, numeros, contenu, options));
        if (!faits) commande.parent!.setOptionValue('statut', STATUT.REFUSE);
      } else {
        await avecRegistre(console, async ({ registre, reglages }) => {
          const { envoi, retenueMinutes } = reglages;
          const apercus = await apercevoir(console, { registre, envoi, retenueMinutes }, numeros, contenu);
          if (options.json) donner(console, { adopte: false, dossiers: apercus.map(enJson) });
          else {
            direApercus(console, apercus);
            const ou = compte(numeros.length, 'dossier');
            dire(
              console,
              `\nRien n’est encore changé. Pour que ${ou} adopte${numeros.length < 2 ? '' : 'nt'} ces paramètres : ajoutez --oui.`,
            );
          }
        });
      }
    });

function contenuDe({ reglement, parametres, source }: JeuParametres, options: Options): ContenuActe & { id: string } {
  const { id = randomUUID(), auteur, motif } = options;
  const origine = options.source ?? source;
  const adoption = { surcharge: parametres, source: origine, ...(reglement === null ? {} : { nom: reglement }) };
  return { id, auteur, ...(motif === undefined ? {} : { motif }), reglement: adoption };
}

interface DossierApercu {
  inscrit: DossierInscrit;
  apercu: Apercu;
}

/** Looks at every dossier before any is touched. @throws Refus with what every one of them refuses */
async function apercevoir(
  console: Console,
  s: Omit<DepsParcours, 'temporal'>,
  numeros: readonly string[],
  contenu: ContenuActe & { id: string },
): Promise<DossierApercu[]> {
  const apercus: DossierApercu[] = [];
  const refus: { code: string; phrase: string }[] = [];
  for (const numero of numeros) {
    const inscrit = await lireDossier(s.registre, numero);
    if (inscrit === null) {
      refus.push(...Refus.de('DOSSIER_INCONNU').erreurs.map((e) => ({ ...e, phrase: `${numero} : ${e.phrase}` })));
      continue;
    }
    const apercu = await previsualiser(s, numero, 'adopterReglement', contenu, console.maintenant());
    const { statut, code, phrase } = apercu.issue;
    if (statut === 'REFUSE') refus.push({ code: code!, phrase: `${numero} : ${phrase!}` });
    apercus.push({ inscrit, apercu });
  }
  if (refus.length > 0) throw new Refus(refus);
  return apercus;
}

const enJson = ({ inscrit, apercu }: DossierApercu) => ({ numero: inscrit.numero, ...apercuEnJson(apercu) });

function direApercus(console: Console, apercus: readonly DossierApercu[]): void {
  for (const [rang, { inscrit, apercu }] of apercus.entries()) {
    dire(console, `${rang === 0 ? '' : '\n'}Dossier ${inscrit.numero}`);
    direApercu(console, apercu, inscrit.journal);
  }
}

/** @returns false when a dossier changed since its preview and refuses */
async function faireAdopter(
  console: Console,
  s: DepsParcours,
  numeros: readonly string[],
  contenu: ContenuActe & { id: string },
  { auteur, json }: Options,
): Promise<boolean> {
  const { id } = contenu;
  const connus = new Set<string>();
  for (const numero of numeros) {
    if ((await lireDossier(s.registre, numero))?.memoire?.issues[id]) connus.add(numero);
  }
  const apercus = await apercevoir(
    console,
    s,
    numeros.filter((n) => !connus.has(n)),
    contenu,
  );
  if (!json) direApercus(console, apercus);
  const issues: { numero: string; id: string; statut: string }[] = [];
  for (const numero of numeros) {
    const issue = connus.has(numero) ? 'DEJA' : await agir(s, numero, 'adopterReglement', contenu);
    const trace = { cle: `${numero}/${id}`, numero, auteur, acte: 'ADOPTER', details: { id } };
    await tracer(s.registre, trace, console.maintenant());
    issues.push({ numero, id, statut: typeof issue === 'string' ? issue : issue.statut });
  }
  if (json) donner(console, { adopte: true, dossiers: issues });
  else for (const { numero, statut } of issues) dire(console, `${numero} : ${SUITES[statut] ?? statut} (${id}).`);
  return issues.every((issue) => issue.statut !== 'REFUSE');
}

const SUITES: Record<string, string> = {
  RETENU: 'paramètres adoptés',
  DEJA: 'paramètres déjà adoptés par ce même acte',
  EN_COURS: 'enregistré, en cours de prise en compte',
  REFUSE: 'refusé entre-temps, rien n’a changé',
};

import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { Command } from 'commander';
import { dateLocale } from '../../../domain/calendrier/fuseaux';
import type { Resume } from '../../../domain/droit/bilan-impact';
import type { JeuParametres } from '../../../domain/droit/jeu-parametres';
import { compte } from '../../affichage/libelles';
import { type DemandeEtude, etudierImpact, etudierLeRegistre } from '../../usages/etudier-impact';
import { lotsDeLignes } from '../../usages/impact/sources';
import { nommerDate } from '../dates-du-resultat';
import { AIDE_JEU, jeuDonne } from '../jeu';
import { auteurDe, avecRegistre } from '../services';
import { type Console, dire, donner, MauvaisUsage, tableau } from '../sortie';
import { impactDuCode } from './impact-code';

interface Options {
  reglement?: string;
  code?: boolean;
  scenarios?: string;
  csv?: string;
  json?: boolean;
}

/**
 * `impact`: which dates move under other parameters, for whom, by how many days, or which letters this code would send at once; needs
 * the register alone, or nothing.
 */
export const impact = (commande: Command, console: Console): Command =>
  commande
    .description(
      'Recalcule tous les parcours vivants du registre, ou un fichier de scénarios, sous d’autres paramètres, et dit quelles dates bougent, pour qui et de combien de jours ; ou, avec --code, dit quels courriers le code d’ici enverrait aussitôt installé. Rien ne change : « jalon adopter » est un autre acte.',
    )
    .option('--reglement <fichier>', AIDE_JEU)
    .option('--code', 'ce que le code d’ici enverrait aussitôt aux parcours vivants du registre, et au sujet de quoi')
    .option('--scenarios <fichier>', 'scénarios, un par ligne (NDJSON), au lieu du registre ; - pour l’entrée standard')
    .option('--csv <fichier>', 'écrit chaque date qui bouge : numero (ou ligne), cle, avant, apres, ecartJours')
    .option('--json', 'réponse lisible par une machine')
    .action(async ({ reglement, code, scenarios, csv, json }: Options) => {
      if (code) {
        if (reglement ?? scenarios ?? csv) throw new MauvaisUsage('--code s’emploie seul, ou avec --json.');
        return impactDuCode(console, json === true);
      }
      if (reglement === undefined)
        throw new MauvaisUsage('Il manque --reglement <fichier>, ou --code : que faut-il étudier ?');
      const jeu = await jeuDonne(console, reglement);
      const resume =
        scenarios === undefined
          ? await avecRegistre(console, ({ registre }) =>
              etudier((sortie) => {
                const qui = { auteur: auteurDe(console), jour: dateLocale(console.maintenant(), 'Europe/Paris') };
                return etudierLeRegistre(registre, { jeu, ...sortie }, qui, console.maintenant());
              }, csv),
            )
          : await etudierScenarios(await ouvrirScenarios(console, scenarios), jeu, csv);
      if (json) donner(console, { reglement: jeu.reglement, parametres: jeu.parametres, ...resume, csv: csv ?? null });
      else direResume(console, resume, csv);
    });

/** @throws MauvaisUsage when it cannot be read */
async function ouvrirScenarios(console: Console, chemin: string): Promise<Readable> {
  if (chemin === '-') return console.entree;
  const flux = createReadStream(chemin, { highWaterMark: 1 << 18 });
  await ouvert(flux, `Le fichier ${chemin} ne peut pas être lu`);
  return flux;
}

const etudierScenarios = (lignes: Readable, jeu: JeuParametres, csv?: string): Promise<Resume> =>
  etudier((sortie) => etudierImpact({ lots: lotsDeLignes(lignes), jeu, ...sortie }), csv);

/** A study, each date that moves written in a file when one is named. */
async function etudier(
  faire: (sortie: Pick<DemandeEtude, 'ecrireCsv'>) => Promise<Resume>,
  csv: string | undefined,
): Promise<Resume> {
  if (csv === undefined) return faire({});
  const flux = createWriteStream(csv);
  await ouvert(flux, `Le fichier ${csv} ne peut pas être écrit`);
  const resume = await faire({
    ecrireCsv: async (texte) => {
      if (!flux.write(texte)) await once(flux, 'drain');
    },
  });
  flux.end();
  await once(flux, 'close');
  return resume;
}

async function ouvert(flux: Readable | WriteStream, echec: string): Promise<void> {
  try {
    await once(flux, 'open');
  } catch (cause) {
    throw new MauvaisUsage(`${echec} (${(cause as NodeJS.ErrnoException).code}).`);
  }
}

function direResume(console: Console, resume: Resume, csv?: string): void {
  const { parcours, illisibles, autreReglement, bougent, devenusIneligibles, devenusEligibles, cles } = resume;
  const etudies = parcours - illisibles - autreReglement;
  dire(
    console,
    `${compte(etudies, 'parcours étudié', 'parcours étudiés')}, dont ${bougent.toLocaleString('fr-FR')} où des dates bougent.`,
  );
  if (autreReglement > 0)
    dire(console, `${compte(autreReglement, 'parcours', 'parcours')} d’un autre règlement, laissés de côté.`);
  if (illisibles > 0)
    dire(
      console,
      `${compte(illisibles, 'ligne ignorée', 'lignes ignorées')} : pas de scénario, ou aucun règlement qui s’applique.`,
    );
  if (devenusIneligibles > 0)
    dire(
      console,
      `${compte(devenusIneligibles, 'parcours', 'parcours')} ne seraient plus éligibles : leurs dates disparaissent.`,
    );
  if (devenusEligibles > 0)
    dire(
      console,
      `${compte(devenusEligibles, 'parcours', 'parcours')} deviendraient éligibles : leurs dates apparaissent.`,
    );
  if (cles.length > 0) {
    const nombre = (n: number | null) => (n === null ? '–' : n.toLocaleString('fr-FR'));
    const colonnes = [
      { titre: 'Date' },
      ...['Bougent', 'Écart min', 'Médian', 'Max', 'Apparues', 'Disparues'].map((titre) => ({ titre, droite: true })),
    ];
    const lignes = cles.map((c) => [
      nommerDate(c.cle),
      ...[c.deplacees, c.min, c.mediane, c.max, c.apparues, c.disparues].map(nombre),
    ]);
    dire(console, `\n${tableau(colonnes, lignes)}\n\nÉcarts en jours ; une date plus tardive a un écart positif.`);
  }
  if (csv !== undefined) dire(console, `\nChaque date qui bouge est dans ${csv}. Rien n’a changé dans les dossiers.`);
}

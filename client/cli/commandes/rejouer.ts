import type { Command } from 'commander';
import { lireReglages } from '../../../commun/reglages';
import { compte } from '../../affichage/libelles';
import type { BilanRejeu } from '../../local/rejouer';
import { avecMoteur } from '../services';
import { type Console, dire, donner, MauvaisUsage, STATUT, tableau } from '../sortie';

interface Options {
  type?: string;
  echantillon?: string;
  json?: boolean;
}

/** `rejouer`: whether this code goes on with what runs; status 1 when it would not. */
export const rejouer = (commande: Command, console: Console): Command =>
  commande
    .description(
      'Demande au moteur l’histoire de tout ce qui est en cours, et la rejoue avec ce code comme le feraient ses workers : dit ce qui n’avancerait plus une fois ce code déployé, et pourquoi. N’écrit rien. Statut de sortie 1 dès qu’une histoire ne se rejoue pas.',
    )
    .option('--type <type>', 'un seul type de workflow : parcours, rendezVous, renvoi…')
    .option('--echantillon <nombre>', 'autant de chaque type, tirés au sort, au lieu de tous')
    .option('--json', 'réponse lisible par une machine')
    .action(async ({ type, echantillon, json }: Options) => {
      const demande = { type: typeDonne(type), echantillon: nombreDonne(echantillon) };
      const reglages = lireReglages(console.env);
      // Loaded late: the worker weighs more than all the rest. By require: only it is hooked by the launcher.
      const local = require('../../local/rejouer') as typeof import('../../local/rejouer');
      const suivre = (rejouees: number) =>
        console.erreurs.write(`${compte(rejouees, 'histoire rejouée', 'histoires rejouées')}…\n`);
      const bilan = await avecMoteur(reglages, (client) => local.rejouer(client, reglages, { ...demande, suivre }));
      if (json) donner(console, bilan);
      else direBilan(console, bilan);
      if (bilan.echecs.length > 0) commande.parent!.setOptionValue('statut', STATUT.REFUSE);
    });

/** Enough to judge by; all of them are in the JSON. */
const MONTRES = 50;

function direBilan(console: Console, { rejouees, echecs }: BilanRejeu): void {
  const parType = Object.entries(rejouees).map(([type, nombre]) => `${type} : ${nombre.toLocaleString('fr-FR')}`);
  const total = Object.values(rejouees).reduce((somme, nombre) => somme + nombre, 0);
  dire(
    console,
    total === 0
      ? 'Rien n’est en cours : il n’y a rien à rejouer.'
      : `${compte(total, 'histoire rejouée', 'histoires rejouées')} (${parType.join(', ')}).`,
  );
  if (echecs.length > 0) direEchecs(console, echecs);
  else if (total > 0) dire(console, 'Ce code continue tout ce qui est en cours.');
}

function direEchecs(console: Console, echecs: BilanRejeu['echecs']): void {
  dire(
    console,
    `${compte(echecs.length, 'workflow n’avancerait plus', 'workflows n’avanceraient plus')} avec ce code :`,
  );
  const colonnes = [{ titre: 'Workflow' }, { titre: 'Type' }, { titre: 'Pourquoi' }];
  const lignes = echecs.slice(0, MONTRES).map(({ workflow, type, raison }) => [workflow, type, raison]);
  dire(console, `\n${tableau(colonnes, lignes)}`);
  if (echecs.length > MONTRES) dire(console, `… et ${echecs.length - MONTRES} autres (--json les donne tous).`);
}

function typeDonne(type: string | undefined): string | undefined {
  if (type !== undefined && !/^\w+$/.test(type)) throw new MauvaisUsage(`--type attend un mot, pas « ${type} ».`);
  return type;
}

function nombreDonne(nombre: string | undefined): number | undefined {
  if (nombre === undefined) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(nombre))
    throw new MauvaisUsage(`--echantillon attend un nombre entier, pas « ${nombre} ».`);
  return Number(nombre);
}

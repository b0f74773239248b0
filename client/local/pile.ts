import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { dossierRegistre, urlRegistre } from '../../commun/registre-local';
import type { Reglages } from '../../commun/reglages';
import { migrer, ouvrirRegistre, type Registre } from '../../registre';
import { connecter } from '../temporal';
import type { Arrets } from './arrets';
import { dossierBoite } from './boite';
import { exigerPortsLibres } from './ports-reglages';
import { demarrerPostgres } from './postgres';
import { avecProgression } from './progression';
import { demarrerBoite } from './serveur-boite';
import { demarrerTemporal } from './serveur-temporal';
import { surveiller } from './surveiller';

export interface Pile {
  registre: Registre;
  temporal: Client;
}

/**
 * Brings up what Jalon stands on, each embedded unless its address was given: mailbox, register, engine; then opens both.
 * Everything started is in `arrets`, even when a later part throws.
 * @throws ErreurReglage and other errors whose message is a French sentence
 */
export async function monterPile(
  reglages: Reglages,
  arrets: Arrets,
  dire: (phrase: string) => void,
  signal: AbortSignal,
): Promise<Pile> {
  const { embarques } = reglages;
  // Before anything is started or adopted: a launcher that cannot finish must not touch what runs.
  await exigerPortsLibres(reglages);
  if (embarques.boite) {
    const boite = await arrets.monter(
      'Boîte aux lettres',
      surveiller({
        nom: 'Le serveur de la boîte aux lettres',
        entretemps: 'les courriers attendent',
        demarrer: () => demarrerBoite({ dossier: dossierBoite(reglages), port: reglages.smtp.port }),
        dire,
        arret: signal,
      }),
    );
    dire(ligne('Boîte aux lettres', boite.partie()!.url, `messages gardés dans ${dossierBoite(reglages)}`));
  }
  const url = await monterRegistre(reglages, arrets, dire, signal);
  signal.throwIfAborted();
  await monterMoteur(reglages, arrets, dire, signal);
  signal.throwIfAborted();
  const registre = ouvrirRegistre(url);
  arrets.ajouter('Registre', () => registre.fermer());
  const temporal = await connecter(reglages);
  arrets.ajouter('Client Temporal', () => temporal.connection.close());
  return { registre, temporal };
}

async function monterRegistre(
  reglages: Reglages,
  arrets: Arrets,
  dire: (phrase: string) => void,
  arret: AbortSignal,
): Promise<string> {
  let url = urlDonnee(reglages);
  if (!url) {
    const dossier = dossierRegistre(reglages);
    const { port } = reglages.registre;
    const surveille = await arrets.monter(
      'PostgreSQL',
      avecProgression('Démarrage du registre', () =>
        surveiller({
          nom: 'Le registre (PostgreSQL)',
          entretemps: 'les parcours et les courriers attendent, les pages le disent',
          demarrer: () => demarrerPostgres({ dossier, port }),
          dire,
          arret,
        }),
      ),
    );
    arret.throwIfAborted();
    const postgres = surveille.partie()!;
    url = postgres.url;
    dire(ligne('Registre', `PostgreSQL, port ${port}`, repris(postgres.adopte) ?? dossier));
  }
  await migrer(url);
  return url;
}

async function monterMoteur(
  reglages: Reglages,
  arrets: Arrets,
  dire: (phrase: string) => void,
  arret: AbortSignal,
): Promise<void> {
  if (!reglages.embarques.moteur) return;
  const surveille = await arrets.monter(
    'Moteur Temporal',
    surveiller({
      nom: 'Le moteur Temporal',
      entretemps: 'les parcours reprennent ensuite où ils en étaient',
      demarrer: (signal) => demarrerTemporal(reglages, [], signal),
      dire,
      arret,
    }),
  );
  const moteur = surveille.partie()!;
  const journal = join(reglages.donnees, 'temporal.log');
  dire(
    ligne(
      'Moteur Temporal',
      `${moteur.adresse}, interface ${moteur.ui}`,
      repris(moteur.adopte) ?? `journal ${journal}`,
    ),
  );
}

const urlDonnee = (reglages: Reglages): string | null => (reglages.embarques.registre ? null : urlRegistre(reglages));

const repris = (adopte: boolean): string | null => (adopte ? 'repris d’un lancement interrompu' : null);

/** One line of « what runs where ». */
export const ligne = (quoi: string, ou: string, detail = ''): string =>
  `  ${quoi.padEnd(18)} ${ou}${detail ? ` (${detail})` : ''}`;

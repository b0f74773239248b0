import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { dossierRegistre, urlRegistre } from '../../commun/registre-local';
import type { Reglages } from '../../commun/reglages';
import { migrer, ouvrirRegistre, type Registre } from '../../registre';
import { connecter } from '../temporal';
import { dossierBoite } from './boite';
import { exigerPortsLibres } from './ports-reglages';
import { demarrerPostgres } from './postgres';
import { avecProgression } from './progression';
import { demarrerBoite } from './serveur-boite';
import { demarrerTemporal } from './serveur-temporal';

/** What must be stopped, in the reverse order of its start. */
export class Arrets {
  private readonly faits: (readonly [string, () => Promise<unknown> | unknown])[] = [];

  ajouter(nom: string, arreter: () => Promise<unknown> | unknown): void {
    this.faits.push([nom, arreter]);
  }

  /** Stops everything whatever fails; `dire` is told of failures. */
  async tous(dire: (phrase: string) => void): Promise<void> {
    for (const [nom, arreter] of this.faits.splice(0).reverse()) {
      try {
        await arreter();
      } catch (erreur) {
        dire(`${nom} : l’arrêt a échoué (${(erreur as Error).message})`);
      }
    }
  }
}

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
    const boite = await demarrerBoite({ dossier: dossierBoite(reglages), port: reglages.smtp.port });
    arrets.ajouter('Boîte aux lettres', boite.arreter);
    dire(ligne('Boîte aux lettres', boite.url, `messages gardés dans ${dossierBoite(reglages)}`));
  }
  const url = await monterRegistre(reglages, arrets, dire);
  signal.throwIfAborted();
  await monterMoteur(reglages, arrets, dire);
  const registre = ouvrirRegistre(url);
  arrets.ajouter('Registre', () => registre.fermer());
  const temporal = await connecter(reglages);
  arrets.ajouter('Client Temporal', () => temporal.connection.close());
  return { registre, temporal };
}

async function monterRegistre(reglages: Reglages, arrets: Arrets, dire: (phrase: string) => void): Promise<string> {
  let url = urlDonnee(reglages);
  if (!url) {
    const postgres = await avecProgression('Démarrage du registre', () =>
      demarrerPostgres({ dossier: dossierRegistre(reglages), port: reglages.registre.port }),
    );
    arrets.ajouter('PostgreSQL', postgres.arreter);
    url = postgres.url;
    dire(
      ligne(
        'Registre',
        `PostgreSQL, port ${reglages.registre.port}`,
        repris(postgres.adopte) ?? dossierRegistre(reglages),
      ),
    );
  }
  await migrer(url);
  return url;
}

async function monterMoteur(reglages: Reglages, arrets: Arrets, dire: (phrase: string) => void): Promise<void> {
  if (!reglages.embarques.moteur) return;
  let arrete = false;
  let moteur = await demarrerTemporal(reglages);
  arrets.ajouter('Moteur Temporal', () => {
    arrete = true;
    return moteur.arreter();
  });
  const veiller = () =>
    moteur.surMort(() => {
      if (arrete) return;
      dire('Le moteur Temporal s’est arrêté, il redémarre ; les parcours reprennent où ils en étaient.');
      demarrerTemporal(reglages).then(
        (nouveau) => {
          moteur = nouveau;
          if (arrete) return void nouveau.arreter();
          veiller();
        },
        (erreur: Error) => dire(`Le moteur Temporal n’a pas pu redémarrer : ${erreur.message}`),
      );
    });
  veiller();
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

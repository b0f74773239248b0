import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dansUnAtelier, placer, poids, verifier } from './binaires-cache';
import { plateformeDe, type Source } from './binaires-source';
import { executer } from './executer';
import { avecProgression } from './progression';

/** A line that brings nothing in five seconds is taken for cut: pip is the next place. */
const SANS_RIEN_MS = 5_000;
const DELAI_MS = 10 * 60_000;

/**
 * The SDK's own download. It only exists as the first step of starting a server, and cannot be stopped once begun: hence
 * a process of its own, watched from here.
 */
export const telechargerParSdk: Source = async (epingle, nom, destination) => {
  const plateforme = plateformeDe(epingle);
  await dansUnAtelier(destination, async (atelier) => {
    let octets = 0;
    const debut = Date.now();
    const commande = [
      join(__dirname, 'lancer.mjs'),
      join(__dirname, 'telecharger-sdk.ts'),
      nom,
      epingle.versionSdk,
      atelier,
    ];
    const { statut, sortie } = await avecProgression(`Téléchargement de ${nom} par le SDK`, () =>
      executer(process.execPath, commande, {
        delaiMs: DELAI_MS,
        surveiller: () => {
          void poids(atelier).then((lu) => {
            octets = lu;
          });
          return octets > 0 || Date.now() - debut < SANS_RIEN_MS;
        },
      }),
    );
    if (statut !== 0) throw new Error(statut === null ? 'pas de réponse' : courte(sortie));
    const [fichier] = await readdir(atelier);
    await verifier(join(atelier, fichier!), plateforme.sha256Programme);
    await placer(join(atelier, fichier!), destination);
  });
};

/** The SDK repeats its error at each layer: the last one is the cause. */
const courte = (sortie: string) => sortie.split('\n').at(-1)?.split(': ').slice(-2).join(' : ') ?? '';

import { dateLocale } from '../../domain/calendrier/fuseaux';
import type { Numero } from '../../domain/dossier/numero';
import { consignerUnFait } from '../parcours/faits';
import type { Place } from '../parcours/place';
import { type Ouvriers, remplacerOuvriers } from './ouvriers';

/** Milliseconds since everything began to start again. */
export interface Redemarrage {
  moteurRepond: number;
  workersPrets: number;
  /** A journey, which nobody remembers, has taken a fact in. */
  premierFait: number;
}

/** Engine and workers stopped, then started one after the other; the register stays, as a database server would. */
export async function toutRedemarrer(
  place: Place,
  ouvriers: Ouvriers,
  numeros: readonly Numero[],
): Promise<Redemarrage> {
  const { millisecondes: moteurRepond } = await place.moteur.redemarrer();
  const debut = Date.now() - moteurRepond;
  await remplacerOuvriers(place, ouvriers);
  const workersPrets = Date.now() - debut;
  await consignerUnFait(place, numeros[0]!, { aujourdhui: dateLocale(new Date(), 'Europe/Paris'), fois: 1 });
  return { moteurRepond, workersPrets, premierFait: Date.now() - debut };
}

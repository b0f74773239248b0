import { dateLocale } from '../../domain/calendrier/fuseaux';
import { consignerUnFait, signalerAuDormeur } from '../parcours/faits';
import { type Cout, mesurerRepos, mesurerVies, type Repos } from '../parcours/mesurer';
import type { Place } from '../parcours/place';
import { partDe } from '../parcours/tours';
import { serie } from '../resultats';
import type { Parc } from './garer';
import type { Ouvriers } from './ouvriers';

const TOURS = 3;
/** In one turn: a tick of the processor's clock is then half a millisecond of one. */
const REVEILS = 20;
const REPOS_MS = 10_000;

export interface Reveil extends Cout {
  /** Milliseconds on a clock until the answer, in the middle. */
  attente: number;
}

/** One message to journeys out of every memory, then another to the same, now in it. */
export interface TourDeReveils {
  plancher: { froid: Reveil; chaud: Reveil };
  jalon: { froid: Reveil; chaud: Reveil };
}

export async function reveillerATour(
  place: Place,
  { nu, jalon }: Ouvriers,
  { ids, numeros }: Pick<Parc, 'ids' | 'numeros'>,
): Promise<TourDeReveils[]> {
  const aujourdhui = dateLocale(new Date(), 'Europe/Paris');
  const [reposNu, reposJalon] = (await mesurerRepos(place, [nu, jalon], REPOS_MS)) as [Repos, Repos];
  const unParUn = async <T>(ouvrier: Ouvriers['nu'], repos: Repos, qui: T[], reveiller: (un: T) => Promise<number>) => {
    const attentes: number[] = [];
    const cout = await mesurerVies(place, ouvrier, { repos, vies: qui.length }, async () => {
      for (const un of qui) attentes.push(await reveiller(un));
    });
    return { ...cout, attente: serie(attentes).mediane };
  };
  const tours: TourDeReveils[] = [];
  // One more, before: what a worker does once is not of a wake.
  for (let tour = 0; tour <= TOURS; tour += 1) {
    const dormeurs = partDe(ids, tour, REVEILS);
    const gares = partDe(numeros, tour, REVEILS);
    const dormeur = (fois: number) => unParUn(nu, reposNu, dormeurs, (id) => signalerAuDormeur(place, id, fois));
    const parcours = (fois: number) =>
      unParUn(jalon, reposJalon, gares, (numero) => consignerUnFait(place, numero, { aujourdhui, fois }));
    // The first of them had a fact already: it was the first to answer after the start.
    const fait = {
      plancher: { froid: await dormeur(1), chaud: await dormeur(2) },
      jalon: { froid: await parcours(2), chaud: await parcours(3) },
    };
    if (tour > 0) tours.push(fait);
  }
  return tours;
}

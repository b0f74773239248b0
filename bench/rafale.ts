import { machine } from '../test/outils/flotte';
import { lancerPlancher } from './parcours/lancer-plancher';
import { mesurerRepos, type Repos } from './parcours/mesurer';
import { monterPlace, type Place } from './parcours/place';
import { direRafale, type Tour } from './rafale/dire';
import { rafaleDeJalon, rafaleDuPlancher, type Salve, type Suite } from './rafale/rafale';
import { fr, garderResultat } from './resultats';

/**
 * `npm run bench -- rafale [échéances] [tours]`: échéances of as many journeys that ring at one instant, as midnight makes most of them do, beside as
 * many of the floor (`parcours/plancher.ts`) on the same server in the same run: how fast they are drained, what one costs, what one letter
 * more costs at the same échéance, and how long all takes when the worker is killed in the middle.
 */
const TOURS_PAR_DEFAUT = 3;
const ECHEANCES_PAR_DEFAUT = 200;
const CHAUFFE = 20;
const REPOS_MS = 5_000;
/** Until they ring: what parking each took the time before, so many times over, and the calm that tells that all are. */
const MARGE = 3;
const CALME_MS = 5_000;
/** Of the first time, which nothing went before. */
const GARER_MS = 1_000;
const AUCUN: Repos = { worker: 0, moteur: 0, registre: 0, smtp: 0 };

type Sorte = Exclude<keyof Tour, 'meurt' | 'meurtPlancher'>;

class Rafales {
  private repos = { nu: AUCUN, jalon: AUCUN };
  /** Milliseconds that parking one takes. */
  private readonly garer = new Map<string, number>();

  constructor(private readonly place: Place) {}

  /** What workers take of a processor while nothing is asked. */
  async mesurerRepos(): Promise<void> {
    const nu = await lancerPlancher(this.place);
    const jalon = await this.place.lancer('bench/rafale/worker-decale.ts', { BENCH_AVANCE_MS: '0' });
    const [reposNu, reposJalon] = (await mesurerRepos(this.place, [nu, jalon], REPOS_MS)) as [Repos, Repos];
    this.repos = { nu: reposNu, jalon: reposJalon };
    await Promise.all([nu.arreter(), jalon.arreter()]);
  }

  async une(sorte: Sorte, nom: string, combien: number, tuer = false): Promise<Suite> {
    const qui = sorte === 'rien' || sorte === 'envoyer' ? 'nu' : 'jalon';
    const dans = CALME_MS + MARGE * combien * (this.garer.get(qui) ?? GARER_MS);
    const salve: Salve = { nom: `${sorte}-${nom}`, combien, repos: this.repos[qui], dans, tuer };
    const suite =
      sorte === 'rien' || sorte === 'envoyer'
        ? await rafaleDuPlancher(this.place, { ...salve, geste: sorte })
        : await rafaleDeJalon(this.place, { ...salve, envoi: sorte });
    this.garer.set(qui, (suite.miseEnPlace * 1_000) / combien);
    return suite;
  }
}

const unTour = async (rafales: Rafales, nom: string, combien: number): Promise<Tour> => ({
  rien: await rafales.une('rien', nom, combien),
  fenetre: await rafales.une('fenetre', nom, combien),
  envoyer: await rafales.une('envoyer', nom, combien),
  immediat: await rafales.une('immediat', nom, combien),
  meurtPlancher: await rafales.une('envoyer', `${nom}-tue`, combien, true),
  meurt: await rafales.une('immediat', `${nom}-tue`, combien, true),
});

async function mesurer(echeances: number, combien: number): Promise<void> {
  const place = await monterPlace();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void place.fermer().finally(() => process.exit(1)));
  try {
    console.log(
      `rafale        ${combien} tours entremêlés de ${fr(echeances)} échéances, ${machine()}, médiane (étendue)`,
    );
    const rafales = new Rafales(place);
    await rafales.mesurerRepos();
    const chauffe = Math.min(CHAUFFE, echeances);
    for (const sorte of ['rien', 'fenetre'] as const) await rafales.une(sorte, 'chauffe', chauffe);
    const tours: Tour[] = [];
    for (let tour = 1; tour <= combien; tour += 1) tours.push(await unTour(rafales, String(tour), echeances));
    garderResultat('rafale', { versions: place.versions, echeances, ...direRafale(tours, echeances), tours });
  } finally {
    await place.fermer();
  }
}

mesurer(Number(process.argv[3] ?? ECHEANCES_PAR_DEFAUT), Number(process.argv[4] ?? TOURS_PAR_DEFAUT)).catch(
  (erreur) => {
    console.error(erreur);
    process.exitCode = 1;
  },
);

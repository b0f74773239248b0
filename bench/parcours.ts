import { machine } from '../test/outils/flotte';
import type { Ouvrier } from './parcours/enfant';
import { lancerPlancher } from './parcours/lancer-plancher';
import { mesurerRepos, type Repos } from './parcours/mesurer';
import { monterPlace, type Place } from './parcours/place';
import { type AnneeDeJalon, vivreAnnees } from './parcours/vivre-annee';
import { type VieDePlancher, vivrePlancher } from './parcours/vivre-plancher';
import { dire, fr, garderResultat, type Serie, serie } from './resultats';

/**
 * `npm run bench -- parcours [vies]`: what a whole year of a journey costs of processor, every process counted, beside the least that
 * Temporal asks for such a life (`parcours/plancher.ts`) on the same server in the same run. Timers, messages, letters and writes of the
 * year are those of a real one, settings those of production; only the waiting is shorter (`parcours/horloge.ts`).
 */
const TOURS = 3;
const VIES_PAR_DEFAUT = 12;
const REPOS_MS = 10_000;
const CIBLES = { parEcheance: 1.5, evenements: 220 };

type Vie = VieDePlancher | AnneeDeJalon;

interface Tour {
  plancher: VieDePlancher;
  plancherEnvoi: VieDePlancher;
  jalon: AnneeDeJalon;
}

interface Terrain {
  place: Place;
  nu: Ouvrier;
  jalon: Ouvrier;
  repos: { nu: Repos; jalon: Repos };
}

const AUCUN: Repos = { worker: 0, moteur: 0, registre: 0, smtp: 0 };

async function unTour({ place, nu, jalon, repos }: Terrain, nom: string, vies: number): Promise<Tour> {
  return {
    plancher: await vivrePlancher(place, nu, { nom, vies, repos: repos.nu, geste: 'rien' }),
    plancherEnvoi: await vivrePlancher(place, nu, { nom, vies, repos: repos.nu, geste: 'envoyer' }),
    jalon: await vivreAnnees(place, jalon, { nom, vies, repos: repos.jalon }),
  };
}

const parEcheance = ({ total, echeances }: Vie): number => total / echeances;

async function mesurer(vies: number): Promise<void> {
  const place = await monterPlace();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void place.fermer().finally(() => process.exit(1)));
  try {
    const [nu, jalon] = await Promise.all([lancerPlancher(place), place.lancer('bench/parcours/worker-jalon.ts')]);
    console.log(`parcours      ${TOURS} tours entremêlés de ${vies} vies, ${machine()}, médiane (étendue)`);
    // What is done once by a process is not of a life.
    direTour('chauffe', await unTour({ place, nu, jalon, repos: { nu: AUCUN, jalon: AUCUN } }, 'chauffe', 1));
    const [reposNu, reposJalon] = (await mesurerRepos(place, [nu, jalon], REPOS_MS)) as [Repos, Repos];
    const tours: Tour[] = [];
    for (let tour = 1; tour <= TOURS; tour += 1) {
      const fait = await unTour({ place, nu, jalon, repos: { nu: reposNu, jalon: reposJalon } }, String(tour), vies);
      tours.push(fait);
      direTour(`tour ${tour}`, fait);
    }
    direVies(
      'plancher, activités sans rien',
      tours.map((t) => t.plancher),
    );
    direVies(
      'plancher, un envoi SMTP nu par échéance',
      tours.map((t) => t.plancherEnvoi),
    );
    direVies(
      'une année de Jalon',
      tours.map((t) => t.jalon),
    );
    const rapport = (de: (t: Tour) => number): Serie => serie(tours.map(de));
    const rapports = {
      parEcheance: rapport((t) => parEcheance(t.jalon) / parEcheance(t.plancher)),
      parEcheanceAvecEnvoi: rapport((t) => parEcheance(t.jalon) / parEcheance(t.plancherEnvoi)),
      parVie: rapport((t) => t.jalon.total / t.plancher.total),
    };
    console.log(
      `rapport       par échéance ${dire(rapports.parEcheance, 2)} (cible : ${fr(CIBLES.parEcheance, 1)}) ; au plancher qui envoie ${dire(rapports.parEcheanceAvecEnvoi, 2)} ; par vie ${dire(rapports.parVie, 2)}`,
    );
    garderResultat('parcours', {
      versions: place.versions,
      vies,
      repos: { nu: reposNu, jalon: reposJalon },
      rapports,
      tours,
    });
  } finally {
    await place.fermer();
  }
}

function direTour(nom: string, { plancher, plancherEnvoi, jalon }: Tour): void {
  console.log(
    `${nom.padEnd(14)}plancher ${fr(plancher.total)} ms la vie, avec envois ${fr(plancherEnvoi.total)}, Jalon ${fr(jalon.total)}, ${fr(jalon.evenements)} événements`,
  );
}

function direVies(nom: string, vies: readonly Vie[]): void {
  const de = (lire: (v: Vie) => number, decimales = 0) => dire(serie(vies.map(lire)), decimales);
  console.log(nom);
  console.log(`  cœur        ${de((v) => v.total)} ms la vie ; ${de(parEcheance, 1)} ms l’échéance`);
  console.log(
    `              worker ${de((v) => v.coeurs.worker)}, moteur ${de((v) => v.coeurs.moteur)}, registre ${de((v) => v.coeurs.registre)}, SMTP ${de((v) => v.coeurs.smtp)}`,
  );
  console.log(`  horloge     ${de((v) => v.secondes, 1)} s pour toutes les vies ensemble`);
  console.log(
    `  histoire    ${de((v) => v.evenements)} événements (cible : ${CIBLES.evenements} une année), ${de((v) => v.echeances)} minuteries sonnées`,
  );
  if (vies.some(({ reprises }) => reprises > 0))
    console.log(
      `              dont ${de((v) => v.reprises, 1)} reprises : machine trop lente, BENCH_PAUSE_MS plus grand`,
    );
  const [vie] = vies;
  console.log(`  octets      ${de((v) => v.octets)} au moteur`);
  if (vie && 'lettres' in vie) {
    console.log(`              ${fr(vie.octetsRegistre)} au registre, une vie du premier tour`);
    console.log(`  courriers   ${fr(vie.lettres, 1)} partis, ${fr(vie.envois, 1)} envois`);
  }
}

mesurer(Number(process.argv[3] ?? VIES_PAR_DEFAUT)).catch((erreur) => {
  console.error(erreur);
  process.exitCode = 1;
});

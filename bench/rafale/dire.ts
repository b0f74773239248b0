import { dire, type Serie, serie } from '../resultats';
import type { Suite } from './rafale';

/** One turn: what each sort of échéance took. */
export interface Tour {
  /** The floor: nothing is done; a bare message is sent. */
  rien: Suite;
  envoyer: Suite;
  /** Jalon: a CSP ends; a CSP ends, and the letter that says so leaves. */
  fenetre: Suite;
  immediat: Suite;
  /** The worker dies half-way. */
  meurtPlancher: Suite;
  meurt: Suite;
}

const CIBLES = { lettreMs: 15, retourS: 5 };

/** @returns what the capacity plan reads */
export function direRafale(tours: readonly Tour[], combien: number) {
  const de = (lire: (t: Tour) => number): Serie => serie(tours.map(lire));
  const sorte = (suite: (t: Tour) => Suite) => ({
    parSeconde: de((t) => combien / suite(t).duree),
    total: de((t) => suite(t).total),
    worker: de((t) => suite(t).coeurs.worker),
    moteur: de((t) => suite(t).coeurs.moteur),
    registre: de((t) => suite(t).coeurs.registre),
  });
  const sortes = {
    rien: sorte((t) => t.rien),
    envoyer: sorte((t) => t.envoyer),
    fenetre: sorte((t) => t.fenetre),
    immediat: sorte((t) => t.immediat),
  };
  for (const [nom, s] of [
    ['plancher, rien à faire', sortes.rien],
    ['plancher, un envoi SMTP nu', sortes.envoyer],
    ['un CSP prend fin', sortes.fenetre],
    ['un CSP prend fin, et sa lettre part', sortes.immediat],
  ] as const) {
    console.log(nom);
    console.log(`  par seconde ${dire(s.parSeconde)}`);
    console.log(
      `  cœur, ms    ${dire(s.total)} : worker ${dire(s.worker)}, moteur ${dire(s.moteur)}, registre ${dire(s.registre)}`,
    );
  }
  const rapports = {
    rien: de((t) => t.rien.duree / t.fenetre.duree),
    envoyer: de((t) => t.envoyer.duree / t.immediat.duree),
  };
  const lettre = de((t) => t.immediat.total - t.immediat.coeurs.smtp - t.fenetre.total);
  console.log(
    `rapport       ${dire(rapports.rien, 2)} du plancher qui ne fait rien ; avec une lettre, ${dire(rapports.envoyer, 2)} de celui qui envoie (cible : 1)`,
  );
  console.log(`une lettre    ${dire(lettre)} ms de plus à la même échéance (cible : ${CIBLES.lettreMs})`);
  const morts = {
    plancher: direMort('plancher, worker tué', tours, (t) => t.meurtPlancher),
    jalon: direMort('Jalon, worker tué', tours, (t) => t.meurt),
  };
  return { sortes, rapports, lettre, morts };
}

function direMort(nom: string, tours: readonly Tour[], suite: (t: Tour) => Suite) {
  const de = (lire: (s: Suite) => number): Serie => serie(tours.map((t) => lire(suite(t))));
  const figures = {
    depuisLaMort: de((s) => s.mort!.depuisLaMort),
    depuisLeRetour: de((s) => s.mort!.depuisLeRetour),
    restait: de((s) => s.mort!.restait),
    recus: de((s) => s.recus),
    doubles: de((s) => s.doubles),
    incertaines: de((s) => s.incertaines),
  };
  console.log(nom);
  console.log(
    `  horloge, s  ${dire(figures.depuisLaMort)} de la mort au dernier fait, ${dire(figures.depuisLeRetour)} du retour (cible : ${CIBLES.retourS}) ; restait ${dire(figures.restait, 0)}`,
  );
  console.log(
    `  messages    ${dire(figures.recus, 0)} reçus, dont ${dire(figures.doubles, 0)} deux fois ; ${dire(figures.incertaines, 0)} dits incertains`,
  );
  return figures;
}

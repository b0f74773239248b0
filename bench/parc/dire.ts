import { dire, fr, type Serie, serie } from '../resultats';
import type { Point } from './garer';
import type { Redemarrage } from './redemarrer';
import type { Reveil, TourDeReveils } from './reveiller';

const CIBLES = { octets: 1.3, reveilMs: 20 };

export interface Mesures {
  points: readonly Point[];
  redemarrage: Redemarrage;
  reveils: readonly TourDeReveils[];
}

/** @returns what the capacity plan reads */
export function direParc({ points, redemarrage, reveils }: Mesures) {
  const octets = {
    jalon: serie(points.map((p) => p.octets.jalon)),
    plancher: serie(points.map((p) => p.octets.plancher)),
    rapport: serie(points.map((p) => p.octets.jalon / p.octets.plancher)),
    registre: serie(points.map((p) => p.octetsRegistre)),
  };
  console.log(
    `au moteur     ${dire(octets.jalon, 0)} octets un parcours garé, plancher ${dire(octets.plancher, 0)} ; rapport ${dire(octets.rapport, 2)} (cible : ${fr(CIBLES.octets, 1)})`,
  );
  console.log(`au registre   ${dire(octets.registre, 0)} octets un parcours garé`);
  for (const { parcours, dormeurs, memoire, moteurMs, parSeconde } of points)
    console.log(
      `${fr(parcours).padStart(9)}     worker ${fr(memoire.jalon)} Mo ; du plancher, pour ${fr(dormeurs)}, ${fr(memoire.plancher)} ; moteur ${fr(memoire.moteur)}, qui redémarre en ${fr(moteurMs)} ms ; ${fr(parSeconde, 1)} ouverts par seconde`,
    );
  const { moteurRepond, workersPrets, premierFait } = redemarrage;
  console.log(
    `redémarrage   moteur ${fr(moteurRepond)} ms, workers prêts ${fr(workersPrets)} ms, premier fait jugé ${fr(premierFait)} ms`,
  );
  const series = (de: (t: TourDeReveils) => Reveil) => {
    const figure = (lire: (r: Reveil) => number): Serie => serie(reveils.map((t) => lire(de(t))));
    return {
      total: figure((r) => r.total),
      worker: figure((r) => r.coeurs.worker),
      moteur: figure((r) => r.coeurs.moteur),
      registre: figure((r) => r.coeurs.registre),
      attente: figure((r) => r.attente),
    };
  };
  const reveil = {
    plancher: { froid: series((t) => t.plancher.froid), chaud: series((t) => t.plancher.chaud) },
    jalon: { froid: series((t) => t.jalon.froid), chaud: series((t) => t.jalon.chaud) },
    aFroid: serie(reveils.map(({ jalon }) => jalon.froid.total - jalon.chaud.total)),
  };
  for (const [nom, s] of [
    ['message au plancher, à froid', reveil.plancher.froid],
    ['message au plancher, en mémoire', reveil.plancher.chaud],
    ['fait consigné, à froid', reveil.jalon.froid],
    ['fait consigné, en mémoire', reveil.jalon.chaud],
  ] as const) {
    console.log(nom);
    console.log(
      `  cœur, ms    ${dire(s.total)} : worker ${dire(s.worker)}, moteur ${dire(s.moteur)}, registre ${dire(s.registre)} ; répondu en ${dire(s.attente)} ms`,
    );
  }
  console.log(`réveil        ${dire(reveil.aFroid)} ms de plus à froid (cible : ${CIBLES.reveilMs})`);
  return { octets, reveil };
}

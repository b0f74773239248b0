import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Mesures } from '../usages/relever-mesures';
import { mesures } from './mesures';

export interface Exposition {
  /** Media type of what `ecrire` gives. */
  type: string;
  /** In the text format of Prometheus, with those of the process itself. */
  ecrire(releve: Mesures, maintenant: Date): Promise<string>;
}

/** The measures as Prometheus reads them: those of Jalon, and those of this process (memory, event loop, garbage). */
export function creerExposition(): Exposition {
  const registre = new Registry();
  collectDefaultMetrics({ register: registre });
  const jauges = Object.entries(mesures).map(([name, { aide, etiquettes, lire }]) => ({
    lire,
    jauge: new Gauge({ name, help: aide, labelNames: [...etiquettes], registers: [registre] }),
  }));
  return {
    type: registre.contentType,
    ecrire(releve, maintenant) {
      for (const { lire, jauge } of jauges) {
        const valeurs = lire(releve, maintenant);
        jauge.reset();
        // Without labels, it would say 0 of what is not known.
        if (valeurs.length === 0) jauge.remove({});
        for (const [etiquettes, valeur] of valeurs) jauge.set(etiquettes, valeur);
      }
      return registre.metrics();
    },
  };
}

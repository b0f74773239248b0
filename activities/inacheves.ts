import type { EtatParcours } from '../domain/parcours/parcours';
import type { EtatRendezVous } from '../domain/rendez-vous/question';
import { dossiersEnOuverture, etatParcours, etatRendezVous, type Registre, rendezVousASuivre } from '../registre';

/** What the register holds and the engine may not know: written by someone whose process was cut before it could say so. */
export interface Inacheves {
  ouvertures: EtatParcours[];
  rendezVous: EtatRendezVous[];
}

export interface ActivitesInacheves {
  /** The oldest of what was left half-way. */
  lireInacheves(): Promise<Inacheves>;
}

/** What an answer may carry: a few kB each, well under the two megabytes of the engine. The next run takes the rest. */
const LIMITE = 100;

export const creerActivitesInacheves = ({ registre }: { registre: Registre }): ActivitesInacheves => ({
  async lireInacheves() {
    const dossiers = await dossiersEnOuverture(registre, LIMITE);
    const aSuivre = await rendezVousASuivre(registre, LIMITE);
    return {
      ouvertures: dossiers.map(etatParcours),
      rendezVous: await Promise.all(aSuivre.map(({ numero, id }) => etatRendezVous(registre, numero, id))),
    };
  },
});

import type { Numero } from '../domain/dossier/numero';
import type { EtatParcours } from '../domain/parcours/parcours';
import type { EtatRendezVous } from '../domain/rendez-vous/question';
import { dossiersEnOuverture, etatParcours, etatRendezVous, type Registre, rendezVousASuivre } from '../registre';
import type { Constat } from './coherence/constat';
import type { MoteurDesParcours } from './coherence/moteur';
import { type PageDeCoherence, verifierPage } from './coherence/page';
import { verifierRecents } from './coherence/recents';

/** What the register holds and the engine may not know: written by someone whose process was cut before it could say so. */
export interface Inacheves {
  ouvertures: EtatParcours[];
  rendezVous: EtatRendezVous[];
}

export interface ActivitesInacheves {
  /** The oldest of what was left half-way. */
  lireInacheves(): Promise<Inacheves>;
  /** Journeys that just died, facts that wait to be taken in. */
  verifierRecents(demande: { reparer: boolean }): Promise<Constat[]>;
  /** A part of the fleet, from a number on. */
  verifierPage(demande: { apres: Numero; reparer: boolean }): Promise<PageDeCoherence>;
}

export interface DepsInacheves {
  registre: Registre;
  moteur: MoteurDesParcours;
  /** Told of each thing on which register and engine disagree. */
  alerter?: (constat: Constat) => void;
}

/** What an answer may carry: a few kB each, well under the two megabytes of the engine. The next run takes the rest. */
const LIMITE = 100;

export const creerActivitesInacheves = ({
  registre,
  moteur,
  alerter = () => undefined,
}: DepsInacheves): ActivitesInacheves => ({
  async lireInacheves() {
    const dossiers = await dossiersEnOuverture(registre, LIMITE);
    const aSuivre = await rendezVousASuivre(registre, LIMITE);
    return {
      ouvertures: dossiers.map(etatParcours),
      rendezVous: await Promise.all(aSuivre.map(({ numero, id }) => etatRendezVous(registre, numero, id))),
    };
  },
  async verifierRecents({ reparer }) {
    const constats = await verifierRecents(registre, moteur, reparer, new Date());
    constats.forEach(alerter);
    return constats;
  },
  async verifierPage(demande) {
    const page = await verifierPage(registre, moteur, demande, new Date());
    page.constats.forEach(alerter);
    return page;
  },
});

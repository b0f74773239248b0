import type { Numero } from '../domain/dossier/numero';
import type { EtatParcours } from '../domain/parcours/parcours';
import type { EtatRendezVous } from '../domain/rendez-vous/question';
import {
  dossiersEnOuverture,
  etatParcours,
  etatRendezVous,
  lireRendezVous,
  type Registre,
  rendezVousASuivre,
} from '../registre';
import type { Constat } from './coherence/constat';
import { isoler } from './coherence/isoler';
import type { MoteurDesParcours } from './coherence/moteur';
import { type PageDeCoherence, verifierPage } from './coherence/page';
import { TOMBES_DEPUIS_MS, verifierRecents } from './coherence/recents';

/**
 * What the register holds and the engine may not know: written by someone whose process was cut before it could say so, or the mail of
 * an appointment that someone ended.
 */
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
    const tombes = await moteur.rendezVousTombes(new Date(Date.now() - TOMBES_DEPUIS_MS));
    const connus = await Promise.all(tombes.map((id) => lireRendezVous(registre, id)));
    const trouves = [...(await rendezVousASuivre(registre, LIMITE)), ...connus.filter((r) => r !== null)];
    const aSuivre = new Map(trouves.slice(0, LIMITE).map((r) => [r.id, r]));
    const isolement = { registre, reparer: true, maintenant: new Date() };
    const rendezVous: EtatRendezVous[] = [];
    for (const { numero, id } of aSuivre.values()) {
      const illisibles = await isoler(isolement, numero, async () => {
        rendezVous.push(await etatRendezVous(registre, numero, id));
        return [];
      });
      illisibles.forEach(alerter);
    }
    return { ouvertures: dossiers.map(etatParcours), rendezVous };
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

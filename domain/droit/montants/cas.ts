import type { DateCivile } from '../../calendrier/dates';
import { completer, type Dossier } from '../../dossier/dossier';
import type { Parametres } from '../../dossier/parametres';
import type { Resultat } from '../../dossier/resultat';
import { calculer } from '../calculer';
import { choisirReglement, type Reglement } from '../reglements';
import { type Contrat, lireContrats } from '../regles/contrats';
import { Recus, Rejets } from '../regles/recus';
import type { Montants } from './montants';

/** What `calculer` is asked, as read from a file or from the register. */
export interface ScenarioChiffre {
  dossier: Readonly<Record<string, unknown>>;
  evenements?: readonly unknown[];
  surcharge?: Readonly<Record<string, unknown>>;
}

/** A valid scenario with its result and the amounts given: what every estimate reads. */
export interface Cas {
  scenario: ScenarioChiffre;
  montants: Montants;
  resultat: Resultat;
  reglement: Reglement;
  ancienneteMois: number;
  contrats: Contrat[];
}

/** Null when the dossier is not valid: there is nothing to estimate. */
export function lireCas(scenario: ScenarioChiffre, montants: Montants): Cas | null {
  const resultat = calculer(scenario);
  const reglement = choisirReglement(scenario.dossier);
  if (!resultat.valide || reglement === null) return null;
  const parametres = { ...reglement.parametres, ...scenario.surcharge } as Parametres;
  const { ancienneteMois } = completer(scenario.dossier as unknown as Dossier);
  // Their rejections are in the result already.
  const rejets = new Rejets();
  const contrats = lireContrats(new Recus(scenario.evenements ?? [], rejets), parametres, rejets);
  return { scenario, montants, resultat, reglement, ancienneteMois, contrats };
}

const premierJour = (evenement: unknown): unknown => {
  if (typeof evenement !== 'object' || evenement === null) return null;
  const { debut, date } = evenement as { debut?: unknown; date?: unknown };
  return debut ?? date ?? null;
};

/** The case as it stood on the eve of a hire: with the facts that begin before it alone. */
export function casLaVeille({ scenario, montants }: Cas, embauche: DateCivile): Cas | null {
  const evenements = (scenario.evenements ?? []).filter((e) => {
    const jour = premierJour(e);
    return typeof jour === 'string' && jour < embauche;
  });
  return lireCas({ ...scenario, evenements }, montants);
}

/** The contract that a key of the result names. */
export const contratDe = ({ contrats }: Cas, contratId: string): Contrat | undefined =>
  contrats.find(({ id }) => id === contratId);

import type { Dossier } from '../dossier/dossier';
import type { Surcharge } from '../dossier/parametres';
import type { Evenement } from './evenements';
import { type EntreeDe, type EntreeJournal, evenementDe } from './journal';

/** A fact that counts, under the id of the entry that last stated it. */
export interface Fait {
  id: string;
  evenement: Evenement;
}

export interface JournalResolu {
  /** The opening's own fields, rectifications laid over. */
  dossier: Dossier;
  /** Parameters adopted, the latest over the earlier ones; empty when the règlement alone applies. */
  surcharge: Surcharge;
  /** A counsellor confirmed that nobody answered. */
  silenceConfirme: boolean;
  /** The dossier was opened by mistake, and closed as such; null otherwise. */
  fermeture: EntreeDe<'fermerParErreur'> | null;
  /** In order of arrival; a corrected fact keeps the place of the one it corrects. */
  faits: Fait[];
  /** Ids that an act may still correct or cancel, each with the entry that states it now. */
  vivants: ReadonlyMap<string, EntreeJournal>;
}

/**
 * Reads the journal as a set of acts: what was cancelled is gone, what was corrected is replaced where it stood.
 * @see R28
 */
export function resoudreJournal(dossier: Dossier, journal: readonly EntreeJournal[]): JournalResolu {
  const rangs = new Map<string, number>();
  const actuelles: (EntreeJournal | null)[] = [];
  for (const entree of journal) {
    const cible = entree.acte === 'annuler' ? entree.annule : entree.acte === 'corriger' ? entree.remplace : undefined;
    const rang = cible === undefined ? undefined : rangs.get(cible);
    if (entree.acte === 'annuler') {
      if (rang !== undefined) actuelles[rang] = null;
    } else if (rang !== undefined) {
      actuelles[rang] = entree;
      rangs.set(entree.id, rang);
    } else {
      rangs.set(entree.id, actuelles.push(entree) - 1);
    }
  }
  const rectifie = { ...dossier };
  const surcharge: Surcharge = {};
  const faits: Fait[] = [];
  for (const entree of actuelles) {
    if (entree?.acte === 'rectifierDossier') Object.assign(rectifie, entree.rectification);
    if (entree?.acte === 'adopterReglement') Object.assign(surcharge, entree.reglement.surcharge);
    const evenement = evenementDe(entree);
    if (entree !== null && evenement !== undefined) faits.push({ id: entree.id, evenement });
  }
  const vivants = new Map<string, EntreeJournal>();
  for (const [id, rang] of rangs) {
    const entree = actuelles[rang];
    if (entree) vivants.set(id, entree);
  }
  const silenceConfirme = actuelles.some((entree) => entree?.acte === 'confirmerSilence');
  const fermeture = actuelles.find((entree) => entree?.acte === 'fermerParErreur') ?? null;
  return { dossier: rectifie, surcharge, silenceConfirme, fermeture, faits, vivants };
}

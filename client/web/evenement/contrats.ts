import type { Champ, Choix } from '../../../domain/dossier/champs';
import type { Dossier } from '../../../domain/dossier/dossier';
import type { Evenement } from '../../../domain/faits/evenements';
import { type EntreeJournal, evenementDe } from '../../../domain/faits/journal';
import { resoudreJournal } from '../../../domain/faits/resoudre-journal';
import { evenementEnClair } from '../../affichage/evenement';

/** What the author had under her eyes. */
export interface Vu {
  dossier: Dossier;
  journal: readonly EntreeJournal[];
}

type Reprise = Extract<Evenement, { type: 'REPRISE_EMPLOI' }>;

const reprises = ({ dossier, journal }: Vu): Reprise[] =>
  resoudreJournal(dossier, journal).faits.flatMap(({ evenement }) =>
    evenement.type === 'REPRISE_EMPLOI' ? [evenement] : [],
  );

/** The contracts that a fact may name, each by what it is. */
export const contratsConnus = (vu: Vu): Choix[] =>
  reprises(vu).flatMap(({ contratId, ...reste }) =>
    contratId === undefined ? [] : [{ valeur: contratId, libelle: evenementEnClair(reste as Reprise) }],
  );

/** The fields of an event as its form asks for them: a contract is chosen among those known, a new one is not typed. */
export function champsAvecContrat(type: string, champs: readonly Champ[], vu: Vu): readonly Champ[] {
  if (type === 'REPRISE_EMPLOI') return champs.filter(({ nom }) => nom !== 'contratId');
  return champs.map((champ) => (champ.nom === 'contratId' ? aChoisir(champ, vu) : champ));
}

function aChoisir(champ: Champ, vu: Vu): Champ {
  const choix = contratsConnus(vu);
  const sansNom = reprises(vu).length > choix.length;
  return { ...champ, libelle: 'Contrat', aide: aide(choix, sansNom), genre: 'choix', choix };
}

function aide(choix: readonly Choix[], sansNom: boolean): string {
  // Corrected on a page, even to say the same, a job gives its contract an id.
  if (sansNom) return 'Un contrat consigné sans identifiant se choisit une fois sa reprise d’emploi corrigée.';
  return choix.length > 0 ? '' : 'Aucun contrat n’est au journal : consignez d’abord la reprise d’emploi.';
}

/**
 * The id of the contract of a job: that which the entry itself has when it is sent again, or the one that it corrects, else one that people can read, unique in the dossier
 * (`cdi-2026-09-15`); undefined while the form does not say enough.
 * @param id of the act
 * @param entree the entry that is corrected
 */
export function contratDe(
  valeurs: Readonly<Record<string, unknown>>,
  { id: acte, entree }: { id: string; entree: string | null },
  vu: Vu,
): string | undefined {
  const vise = entree === null ? undefined : evenementDe(resoudreJournal(vu.dossier, vu.journal).vivants.get(entree));
  for (const dite of [evenementDe(vu.journal.find(({ id }) => id === acte)), vise])
    if (dite?.type === 'REPRISE_EMPLOI' && dite.contratId !== undefined) return dite.contratId;
  const { nature, debut } = valeurs;
  if (typeof nature !== 'string' || typeof debut !== 'string') return undefined;
  const base = `${nature.toLowerCase()}-${debut}`;
  const pris = new Set(reprises(vu).map(({ contratId }) => contratId));
  for (let rang = 1; ; rang += 1) {
    const id = rang === 1 ? base : `${base}-${rang}`;
    if (!pris.has(id)) return id;
  }
}

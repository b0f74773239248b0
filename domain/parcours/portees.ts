import { type DateCivile, FIN_DES_TEMPS } from '../calendrier/dates';
import { entreeCatalogue } from '../catalogue/catalogue';
import { jourDeBase } from '../catalogue/cle-courrier';
import type { CourrierPrevu } from '../catalogue/courrier-prevu';
import type { Resultat } from '../dossier/resultat';
import type { EtatParcours, MemoireCourrier } from './parcours';
import { arrive, attend } from './vie-courrier';

/** A PROLONGATION that is to leave as a part of another letter. */
export interface Portee {
  base: string;
  /** Key of the SUSPENSION that carries it. */
  porteuse: string;
}

/** By key. */
export type Portees = ReadonlyMap<string, Portee>;

export interface QuestionPortees {
  etat: Pick<EtatParcours, 'courriers'>;
  /** Letters that rules and events want, by key. */
  voulus: ReadonlyMap<string, CourrierPrevu>;
  resultat: Resultat;
  jour: DateCivile;
}

/**
 * One fact, one letter: an absence that suspends the CSP and moves its end is told whole by its SUSPENSION, which carries the new end as
 * a part, so that no PROLONGATION leaves beside it for the same day. One that was tried by itself goes on by itself.
 * @see REGLES §7
 */
export function porter({ etat, voulus, resultat, jour }: QuestionPortees): Portees {
  const portees = new Map<string, Portee>();
  for (const [cle, { code, destinataire, base }] of voulus) {
    if (code !== 'PROLONGATION' || destinataire !== 'BENEFICIAIRE' || !estALaisser(etat.courriers[cle])) continue;
    const [porteuse] = [...voulus].find(([c, voulu]) => estPorteuse(c, voulu, jourDeBase(base))) ?? [];
    if (porteuse !== undefined) portees.set(cle, { base, porteuse });
  }
  return portees;

  function estPorteuse(cle: string, voulu: CourrierPrevu, duJour: DateCivile | null): boolean {
    if (voulu.code !== 'SUSPENSION' || voulu.date !== duJour) return false;
    const memoire = etat.courriers[cle];
    const partira = memoire === undefined || (attend(memoire) && memoire.partiel === undefined);
    return partira && jour <= (entreeCatalogue(voulu.code).utileJusquau(resultat, voulu) ?? FIN_DES_TEMPS);
  }
}

/** Never tried, or left to another letter at an earlier pass. */
const estALaisser = (memoire: MemoireCourrier | undefined): boolean =>
  memoire === undefined || memoire.statut === 'ANNULE';

/** Another letter said this change of term, and is over. */
export const estPortee = (courriers: EtatParcours['courriers'], base: string): boolean =>
  Object.values(courriers).some(({ annonce, statut }) => annonce === base && arriveEntiere(statut));

const arriveEntiere = (statut: MemoireCourrier['statut']): boolean => statut === 'PARTI' || statut === 'RECTIFIE';

/** Or is still to leave by another channel: the person knows. */
export const estSue = (courriers: EtatParcours['courriers'], base: string): boolean =>
  Object.values(courriers).some((memoire) => memoire.annonce === base && arrive(memoire));

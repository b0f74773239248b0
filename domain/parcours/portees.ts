import { type DateCivile, FIN_DES_TEMPS } from '../calendrier/dates';
import { entreeCatalogue } from '../catalogue/catalogue';
import { jourDeBase } from '../catalogue/cle-courrier';
import type { CodeCourrier } from '../catalogue/codes-courrier';
import type { CourrierPrevu } from '../catalogue/courrier-prevu';
import type { Resultat } from '../dossier/resultat';
import type { EtatParcours, MemoireCourrier } from './parcours';
import { arrive, attend } from './vie-courrier';

/** A PROLONGATION that is to leave as a part of another letter. */
export interface Portee {
  base: string;
  /** Key of the letter that carries it. */
  porteuse: string;
}

/** By key. */
export type Portees = ReadonlyMap<string, Portee>;

export interface QuestionPortees {
  etat: Pick<EtatParcours, 'courriers'>;
  /** Letters that rules and events want, by key. */
  voulus: ReadonlyMap<string, CourrierPrevu>;
  /** Changes of term still to announce, by base: what none of them brings is not to be said any more. */
  changements: EtatParcours['changements'];
  resultat: Resultat;
  jour: DateCivile;
}

/**
 * Letters on what moves the end of the CSP, which can carry the new one: an absence, the return from a broken trial or from an absence, the inspector's
 * decision, which gives every date of the CSP anew.
 */
export const PORTEUSES: readonly CodeCourrier[] = ['SUSPENSION', 'REINTEGRATION', 'RETOUR', 'DECISION_INSPECTION'];

/**
 * One fact, one letter: an absence that suspends the CSP, a broken trial that brings back into it or an absence over before its day, and
 * that moves its end, is told whole by its own letter, which carries the new end as a part, so that no PROLONGATION leaves beside it for
 * the same day. One that was tried by itself goes on by itself.
 * @see REGLES §7
 */
export function porter({ etat, voulus, changements, resultat, jour }: QuestionPortees): Portees {
  const { courriers } = etat;
  const portees = new Map<string, Portee>();
  const porteuses = [...voulus].filter(
    ([cle, voulu]) =>
      PORTEUSES.some((code) => code === voulu.code) && voulu.destinataire === 'BENEFICIAIRE' && partira(cle, voulu),
  );
  for (const [cle, { code, destinataire, base }] of voulus) {
    if (code !== 'PROLONGATION' || destinataire !== 'BENEFICIAIRE' || !Object.hasOwn(changements, base)) continue;
    if (!estALaisser(courriers[cle]) || estSue(courriers, base)) continue;
    const porteuse = trouverPorteuse(base, courriers[cle] !== undefined);
    if (porteuse !== undefined) portees.set(cle, { base, porteuse });
  }
  return portees;

  /** The one that was tried with it, else one of its day, or wanted again; one that it was left to and nobody tried yet has the day of today. */
  function trouverPorteuse(base: string, laissee: boolean): string | undefined {
    const [porteuse] =
      porteuses.find(([cle]) => courriers[cle]?.annonce === base) ??
      porteuses.find(([cle, voulu]) => estDeSonJour(cle, voulu) || courriers[cle]?.statut === 'ANNULE') ??
      porteuses.find(([cle, { code }]) => laissee && code !== 'RETOUR' && courriers[cle] === undefined) ??
      [];
    return porteuse;

    /** A return is told on a working day, and may be known late: what it brings is known once the person is back. */
    function estDeSonJour(cle: string, voulu: CourrierPrevu): boolean {
      const connu = jourDeBase(base)!;
      return voulu.code === 'RETOUR' ? voulu.base <= connu && courriers[cle] === undefined : voulu.date === connu;
    }
  }

  function partira(cle: string, voulu: CourrierPrevu): boolean {
    const memoire = courriers[cle];
    const aPartir = estALaisser(memoire) || (attend(memoire) && memoire?.partiel === undefined);
    return aPartir && jour <= (entreeCatalogue(voulu.code).utileJusquau(resultat, voulu) ?? FIN_DES_TEMPS);
  }
}

/** Never tried; or cancelled, as one left to another letter is, and wanted again. */
const estALaisser = (memoire: MemoireCourrier | undefined): boolean =>
  memoire === undefined || memoire.statut === 'ANNULE';

/** Another letter said this change of term, and is over. */
export const estPortee = (courriers: EtatParcours['courriers'], base: string): boolean =>
  Object.values(courriers).some(({ annonce, statut }) => annonce === base && arriveEntiere(statut));

const arriveEntiere = (statut: MemoireCourrier['statut']): boolean => statut === 'PARTI' || statut === 'RECTIFIE';

/** Or is still to leave by another channel: the person knows. */
export const estSue = (courriers: EtatParcours['courriers'], base: string): boolean =>
  Object.values(courriers).some((memoire) => memoire.annonce === base && arrive(memoire));

import { ajouterJours, ajouterMois, type DateCivile, finPeriodeMois, min } from '../../calendrier/dates';
import type { DossierComplet } from '../../dossier/dossier';
import type { Parametres } from '../../dossier/parametres';
import type { MotifFin, Prime, Resultat } from '../../dossier/resultat';
import type { Contrat } from './contrats';
import type { Emploi } from './examen';
import type { Recu, Recus, Rejets } from './recus';
import type { Reperes } from './reperes';

/** A prime with what its letters need. */
export interface PrimeSuivie extends Prime {
  contrat: Contrat;
  /** Earliest accepted request. */
  demande: DateCivile | null;
}

/**
 * The last day to be hired with a prime: the end of the tenth month, pushed by what extends the CSP where the règlement says so; the
 * mark itself does not move. Null where there is no prime.
 * @see R17
 */
export const finPrime = (
  { finDixiemeMois }: Pick<Reperes, 'finDixiemeMois'>,
  prolongationJours: number,
  { primeProlongee }: Parametres,
): DateCivile | null =>
  finDixiemeMois !== null && primeProlongee ? ajouterJours(finDixiemeMois, prolongationJours) : finDixiemeMois;

/** @param dernierJour last day to be hired with a prime @see R17, F26 */
export function primes(
  emplois: readonly Emploi[],
  recus: Recus,
  dernierJour: DateCivile | null,
  dossier: DossierComplet,
  psp: DateCivile | null,
  p: Parametres,
  rejets: Rejets,
): PrimeSuivie[] {
  const durables = emplois.map(({ contrat }) => contrat).filter(({ durable }) => durable);
  const demandes = trierDemandes(durables, recus.pour('PRIME'), rejets);
  if (dernierJour === null) return [];

  const instruites: PrimeSuivie[] = [];
  for (const contrat of durables) {
    const demande = demandes.get(contrat.id) ?? null;
    const limiteDemande = ajouterJours(contrat.debut, p.primeDemandeJours);
    const refus = motifsRefus(contrat, dernierJour, dossier, psp, p);
    const recevable = refus.length === 0 && demande !== null && demande <= limiteDemande;
    const dejaAttribuee = instruites.some(({ statut }) => statut === 'RECEVABLE');
    if (recevable && dejaAttribuee) refus.push('DEJA_ATTRIBUEE');
    const statut = statuer(refus, demande, limiteDemande);
    const versements = statut === 'RECEVABLE' ? verser(contrat, p) : { premierVersement: null, secondVersement: null };
    instruites.push({ contratId: contrat.id, refus, limiteDemande, statut, ...versements, contrat, demande });
  }
  return instruites;
}

/** The earliest accepted request of each job. @see F26 */
function trierDemandes(
  durables: readonly Contrat[],
  demandes: readonly Recu<'DEMANDE_PRIME'>[],
  rejets: Rejets,
): Map<string, DateCivile> {
  const premieres = new Map<string, DateCivile>();
  for (const demande of demandes) {
    const contrat = durables.find(({ id }) => id === demande.contratId);
    if (contrat === undefined) rejets.rejeter(demande, 'PRIME_SANS_EMPLOI_DURABLE');
    else if (demande.date < contrat.debut) rejets.rejeter(demande, 'PRIME_PREMATUREE');
    else premieres.set(contrat.id, min(demande.date, premieres.get(contrat.id) ?? demande.date));
  }
  return premieres;
}

function motifsRefus(
  { debut }: Contrat,
  dernierJour: DateCivile,
  { ancienneteMois }: DossierComplet,
  psp: DateCivile | null,
  p: Parametres,
): string[] {
  const motifs: [boolean, string][] = [
    [debut > dernierJour, 'APRES_DIXIEME_MOIS'],
    [ancienneteMois < p.primeAncienneteMois, 'ANCIENNETE_INSUFFISANTE'],
    [p.primeExigePsp && (psp === null || psp > debut), 'PSP_NON_VALIDE'],
  ];
  return motifs.filter(([oppose]) => oppose).map(([, code]) => code);
}

function statuer(refus: readonly string[], demande: DateCivile | null, limite: DateCivile): Prime['statut'] {
  if (refus.length > 0) return 'REFUSEE';
  if (demande === null) return 'NON_DEMANDEE';
  return demande <= limite ? 'RECEVABLE' : 'FORCLOSE';
}

/** Two halves: the day after the hire, then three months later if still in the job. */
function verser({ debut, finReelle }: Contrat, p: Parametres): Pick<Prime, 'premierVersement' | 'secondVersement'> {
  const second = ajouterMois(debut, p.primeSecondVersementMois);
  return { premierVersement: ajouterJours(debut, 1), secondVersement: finReelle < second ? null : second };
}

const IDR_MOIS = 12;

/** @see R18, F27 */
export function idr(
  emplois: readonly Emploi[],
  instruites: readonly Prime[],
  termeInitial: DateCivile,
  p: Parametres,
): NonNullable<Resultat['idr']> {
  if (!p.idr) return [];
  return emplois
    .map(({ contrat }) => contrat)
    .filter(({ remunerationInferieure }) => remunerationInferieure)
    .map(({ id, debut }) => {
      const primee = instruites.some(({ contratId, statut }) => contratId === id && statut === 'RECEVABLE');
      const eligible = debut <= termeInitial && !primee;
      return { contratId: id, eligible, finMax: eligible ? finPeriodeMois(debut, IDR_MOIS) : null };
    });
}

const MOTIFS_SUIVIS: readonly MotifFin[] = ['EMPLOI_DURABLE', 'CREATION_ENTREPRISE', 'REPRISE_EMPLOI'];

/** Contacts during the months that follow a return to work. @see R19, F28 */
export function suiviEmploi(
  dateFinCsp: DateCivile,
  motifFin: MotifFin,
  p: Parametres,
): NonNullable<Resultat['suiviEmploi']> | null {
  if (!MOTIFS_SUIVIS.includes(motifFin)) return null;
  const debut = ajouterJours(dateFinCsp, 1);
  const jalons = p.suiviJalonsMois.map((mois) => ajouterMois(debut, mois));
  return { debut, fin: finPeriodeMois(debut, p.suiviEmploiMois), jalons };
}

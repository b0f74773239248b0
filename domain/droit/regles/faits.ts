import { ajouterJours, type DateCivile } from '../../calendrier/dates';
import type { Parametres } from '../../dossier/parametres';
import type { MotifFin } from '../../dossier/resultat';
import { type FaitAdmis, rassembler } from './candidats';
import { decompter, type Emploi, Examen, type Sortie } from './examen';
import { calculerTerme, type Decompte } from './prolongations';
import type { Recus, Rejets } from './recus';

/** The facts once examined, and cut at the last day of the CSP. */
export interface Faits {
  admis: FaitAdmis[];
  decompte: Decompte;
  terme: DateCivile;
  sortie: Sortie | null;
  /** Last day of the CSP. */
  dateFinCsp: DateCivile;
  motifFin: MotifFin;
  /** In the order in which they were examined. */
  emplois: Emploi[];
  reintegrationImpossible: boolean;
}

/**
 * Examines the facts, then cuts those kept at the last day of the CSP and computes the term anew.
 * @see R14, R15, R16, R27, F16, F19
 */
export function examinerFaits(recus: Recus, debutCsp: DateCivile, parametres: Parametres, rejets: Rejets): Faits {
  const examen = new Examen(debutCsp, parametres);
  for (const candidat of rassembler(recus, parametres, rejets)) {
    const code = examen.examiner(candidat);
    if (code !== null) rejets.rejeter(candidat, code);
  }
  const { sortie, reintegrationImpossible } = examen;
  let { admis, decompte, terme } = examen;
  if (sortie !== null) {
    admis = couperFaits(admis, sortie.dernierJour);
    decompte = decompter(admis, debutCsp, parametres);
    terme = calculerTerme(decompte, debutCsp, parametres);
  }
  const dateFinCsp = sortie?.dernierJour ?? terme;
  const emplois = examen.emplois.filter(
    ({ contrat }) => contrat.debut <= dateFinCsp || contrat.index === sortie?.index,
  );
  return {
    admis,
    decompte,
    terme,
    sortie,
    dateFinCsp,
    motifFin: sortie?.motif ?? 'TERME',
    emplois,
    reintegrationImpossible,
  };
}

const couperFaits = (faits: readonly FaitAdmis[], dernierJour: DateCivile): FaitAdmis[] =>
  faits
    .filter(({ debut }) => debut <= dernierJour)
    .map((fait) => (fait.fin <= dernierJour ? fait : { ...fait, fin: dernierJour }));

/** The returns into the CSP, on the day after each broken trial. @see R16, F19 */
export const reintegrations = ({ emplois, dateFinCsp }: Faits): { contratId: string; date: DateCivile }[] =>
  emplois
    .filter(({ reintegre }) => reintegre)
    .map(({ contrat }) => ({ contratId: contrat.id, date: ajouterJours(contrat.finReelle, 1) }))
    .filter(({ date }) => date <= dateFinCsp);

import type { DateCivile } from '../../domain/calendrier/dates';
import { bilanVide, fondre, type Resume, resumer } from '../../domain/droit/bilan-impact';
import type { JeuParametres } from '../../domain/droit/jeu-parametres';
import { reglementsInstalles } from '../../domain/droit/reglements';
import { type Registre, tracer } from '../../registre';
import { ouvrirEquipe } from './impact/equipe';
import { ENTETE_CSV, type Lot, type LotTraite } from './impact/lot';
import { lotsDuRegistre } from './impact/sources';

export interface DemandeEtude {
  lots: AsyncIterable<Lot>;
  jeu: JeuParametres;
  /** Receives the rows of the CSV file in the order of the journeys, header first; they are not computed without it. */
  ecrireCsv?: (texte: string) => Promise<void>;
  /** Threads; one per core by default. */
  ouvriers?: number;
}

/**
 * Studies the live journeys of the whole register, whatever their agency: numbers and dates come out of it and nobody's name, and the audit
 * trail says who asked before anything is read.
 * @param qui.jour today
 */
export async function etudierLeRegistre(
  registre: Registre,
  demande: Omit<DemandeEtude, 'lots'>,
  { auteur, jour }: { auteur: string; jour: DateCivile },
  maintenant: Date,
): Promise<Resume> {
  const details = { reglement: demande.jeu.reglement, chaqueDate: demande.ecrireCsv !== undefined };
  await tracer(registre, { numero: null, auteur, acte: 'ETUDIER_IMPACT', details }, maintenant);
  return etudierImpact({ ...demande, lots: lotsDuRegistre(registre, jour) });
}

/** Pieces given ahead to each thread, so that none waits for the reading of the next one. */
const D_AVANCE = 2;

/**
 * Studies every journey under other parameters, over the cores of the machine. Holds a few pieces at a time, whatever their
 * number; changes nothing anywhere.
 */
export async function etudierImpact({ lots, jeu, ecrireCsv, ouvriers }: DemandeEtude): Promise<Resume> {
  const bilan = bilanVide();
  const equipe = ouvrirEquipe({ jeu, avecCsv: ecrireCsv !== undefined, reglements: reglementsInstalles() }, ouvriers);
  const file: Promise<LotTraite>[] = [];
  const prendre = async (): Promise<void> => {
    const { bilan: partiel, csv } = await file.shift()!;
    fondre(bilan, partiel);
    if (csv !== '') await ecrireCsv?.(csv);
  };
  try {
    await ecrireCsv?.(ENTETE_CSV);
    for await (const lot of lots) {
      const traite = equipe.traiter(lot);
      // Awaited in its turn; until then its failure is nobody's surprise.
      traite.catch(() => undefined);
      file.push(traite);
      if (file.length >= equipe.taille * (1 + D_AVANCE)) await prendre();
    }
    while (file.length > 0) await prendre();
  } finally {
    await equipe.fermer();
  }
  return resumer(bilan);
}

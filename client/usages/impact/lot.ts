import { type Bilan, bilanVide, compter } from '../../../domain/droit/bilan-impact';
import { type Etude, etudier } from '../../../domain/droit/impact';
import type { JeuParametres } from '../../../domain/droit/jeu-parametres';
import { resoudreParcours } from '../../../domain/droit/parcours-inscrit';
import type { ParcoursVivant } from '../../../registre';

/** A piece of a study, small enough to travel to a thread: lines of a file from a line number on, or journeys of the register. */
export type Lot = { premiere: number; lignes: string[] } | { parcours: ParcoursVivant[] };

/** What a piece gives back: its counts, and its rows of the CSV file when they are asked for. */
export interface LotTraite {
  bilan: Bilan;
  csv: string;
}

export const ENTETE_CSV = 'numero;cle;avant;apres;ecartJours\n';

/** Studies a piece. Pure: the same in a thread or not. */
export function traiterLot(lot: Lot, jeu: JeuParametres, avecCsv: boolean): LotTraite {
  const bilan = bilanVide();
  const rangs: string[] = [];
  for (const [qui, scenario] of scenarios(lot)) {
    const etude = etudier(scenario, jeu);
    compter(bilan, etude);
    if (avecCsv) rangs.push(enCsv(qui, etude));
  }
  return { bilan, csv: rangs.join('') };
}

function* scenarios(lot: Lot): Generator<[string, unknown]> {
  if ('parcours' in lot) {
    for (const { numero, dossier, journal } of lot.parcours) {
      const { dossier: actuel, faits, surcharge } = resoudreParcours(dossier, journal);
      yield [numero, { dossier: actuel, evenements: faits.map((fait) => fait.evenement), surcharge }];
    }
    return;
  }
  for (const [rang, ligne] of lot.lignes.entries()) {
    if (ligne.trim() !== '') yield [String(lot.premiere + rang), lire(ligne)];
  }
}

function lire(ligne: string): unknown {
  try {
    return JSON.parse(ligne);
  } catch {
    // Not JSON, so not a scenario: counted as unreadable.
    return null;
  }
}

const enCsv = (qui: string, etude: Etude): string =>
  etude.statut === 'ETUDIE'
    ? etude.deplacements
        .map(({ cle, avant, apres, ecartJours }) => {
          return `${qui};${cellule(cle)};${avant ?? ''};${apres ?? ''};${ecartJours ?? ''}\n`;
        })
        .join('')
    : '';

/** Only a key may hold what a person typed: the id of a contract. It begins with a word of ours, so no spreadsheet runs it. */
const cellule = (texte: string): string => (/[";\r\n]/.test(texte) ? `"${texte.replaceAll('"', '""')}"` : texte);

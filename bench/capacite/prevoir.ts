/** What one life and one letter cost, as the other sections measured them; null where none did. */
export interface Mesures {
  annee: Annee | null;
  /** Bytes of one letter in the register. */
  octetsLettre: number | null;
  /** Letters of the fleet's mail handed over in a second by one worker. */
  flotteParSeconde: number | null;
  /** Bytes of a journey that was opened and sleeps. */
  gare: { octetsMoteur: number; octetsRegistre: number } | null;
  /** Rows of a portfolio opened in a second on one machine, nothing to be written. */
  importParSeconde: number | null;
}

/** One year of a journey. */
export interface Annee {
  /** Milliseconds of processor, every process together. */
  coeurMs: number;
  /** Timers that rang. */
  echeances: number;
  lettres: number;
  /** Of its history, at the engine. */
  octetsMoteur: number;
}

/** What so many live journeys ask for. */
export interface Besoin {
  parcours: number;
  /** Cores, in the mean of a year. */
  coeursMoyens: number | null;
  /** Timers that ring in one day, in the mean; most of them at midnight. */
  echeancesParJour: number | null;
  /** Cores that it takes for those of one day, had they all rung at one instant, to be done in an hour. */
  coeursPourUneHeure: number | null;
  /** Letters a second, spread over the hours of working days. */
  lettresParSeconde: number | null;
  /** Gigabytes. */
  moteurGo: number | null;
  /** Gigabytes of letters that a year adds to the register. */
  lettresGoParAn: number | null;
  /** Gigabytes of journeys just opened, which sleep: at the engine, and in the register. */
  moteurGareGo: number | null;
  registreGareGo: number | null;
  /** Minutes of the fleet's mail to everyone, by one worker. */
  tourneeMinutes: number | null;
  /** Hours until all of them are taken over by files, on one machine. */
  importHeures: number | null;
}

const JOURS = 365;
const SECONDES_PAR_AN = JOURS * 86_400;
/** Working days of a year, and the seconds of the window in which letters leave (`domain/calendrier/fuseaux.ts`). */
const JOURS_OUVRES = 250;
const FENETRE_S = 10 * 3_600;
const GO = 1e9;

/** Plain multiplication: what breaks first is not in here, but in `docs/capacite.md`. */
export function prevoir(parcours: number, mesures: Mesures): Besoin {
  const { annee, octetsLettre, flotteParSeconde, gare, importParSeconde } = mesures;
  const lettresParAn = annee && parcours * annee.lettres;
  const echeancesParJour = annee && (parcours * annee.echeances) / JOURS;
  return {
    parcours,
    coeursMoyens: annee && (parcours * annee.coeurMs) / 1_000 / SECONDES_PAR_AN,
    echeancesParJour,
    coeursPourUneHeure: annee && (echeancesParJour! * annee.coeurMs) / annee.echeances / 1_000 / 3_600,
    lettresParSeconde: annee && lettresParAn! / JOURS_OUVRES / FENETRE_S,
    moteurGo: annee && (parcours * annee.octetsMoteur) / GO,
    lettresGoParAn: lettresParAn === null || octetsLettre === null ? null : (lettresParAn * octetsLettre) / GO,
    moteurGareGo: gare && (parcours * gare.octetsMoteur) / GO,
    registreGareGo: gare && (parcours * gare.octetsRegistre) / GO,
    tourneeMinutes: flotteParSeconde === null ? null : parcours / flotteParSeconde / 60,
    importHeures: importParSeconde === null ? null : parcours / importParSeconde / 3_600,
  };
}

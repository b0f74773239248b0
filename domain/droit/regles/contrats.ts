import { type DateCivile, FIN_DES_TEMPS, finPeriodeMois } from '../../calendrier/dates';
import { contient, duree } from '../../calendrier/intervalles';
import type { Parametres } from '../../dossier/parametres';
import type { Recu, Recus, Rejets } from './recus';

/** A job contract with its planned end, by which it is classified, and its real one. @see R14 */
export interface Contrat {
  index: number;
  id: string;
  nature: 'CDI' | 'CDD' | 'CTT';
  debut: DateCivile;
  /** Null for a CDI. */
  finPrevue: DateCivile | null;
  /** `FIN_DES_TEMPS` for a CDI that lasts. */
  finReelle: DateCivile;
  essaiRompu: boolean;
  essaiJusquau: DateCivile | null;
  remunerationInferieure: boolean;
  /** A CDI, or six months at least. */
  durable: boolean;
}

/** What a contract does to the CSP. @see R14, F17 */
export type Classe = 'EMPLOI_DURABLE' | 'REPRISE_EMPLOI' | 'CONTRAT_TROP_COURT' | 'ACTIVITE';

/** Contracts by arrival, then their ends by arrival, which may come first. @see F14 */
export function lireContrats(recus: Recus, parametres: Parametres, rejets: Rejets): Contrat[] {
  const contrats = new Map<string, Contrat>();
  for (const recu of recus.pour('CONTRAT')) {
    const contrat = versContrat(recu, parametres);
    if (contrats.has(contrat.id)) rejets.rejeter(recu, 'CONTRAT_EN_DOUBLE');
    else contrats.set(contrat.id, contrat);
  }
  for (const fin of recus.pour('FIN_CONTRAT')) {
    const contrat = contrats.get(fin.contratId ?? '');
    if (contrat === undefined || fin.contratId === undefined) rejets.rejeter(fin, 'CONTRAT_INCONNU');
    else finir(contrat, fin, rejets);
  }
  return [...contrats.values()];
}

function versContrat(recu: Recu<'REPRISE_EMPLOI'>, { emploiDurableMois }: Parametres): Contrat {
  const { index, nature, debut, essaiJusquau, remunerationInferieure } = recu;
  const finPrevue = recu.fin ?? null;
  return {
    index,
    id: recu.contratId ?? `#${index}`,
    nature,
    debut,
    finPrevue,
    finReelle: finPrevue ?? FIN_DES_TEMPS,
    essaiRompu: false,
    essaiJusquau: essaiJusquau ?? null,
    remunerationInferieure: remunerationInferieure === true,
    durable: finPrevue === null || finPrevue >= finPeriodeMois(debut, emploiDurableMois),
  };
}

/** A later end replaces an earlier one, date and motive. */
function finir(contrat: Contrat, fin: Recu<'FIN_CONTRAT'>, rejets: Rejets): void {
  const { debut, finPrevue, essaiJusquau } = contrat;
  const rupture = fin.motif === 'RUPTURE_ESSAI';
  if (!contient({ debut, fin: finPrevue ?? FIN_DES_TEMPS }, fin.date)) rejets.rejeter(fin, 'DATE_HORS_CONTRAT');
  else if (rupture && essaiJusquau !== null && fin.date > essaiJusquau) rejets.rejeter(fin, 'HORS_PERIODE_ESSAI');
  else Object.assign(contrat, { finReelle: fin.date, essaiRompu: rupture });
}

/** Classified on planned dates, each contract alone. @see R14, F17 */
export function classer({ durable, debut, finPrevue }: Contrat, { activiteMinJours }: Parametres): Classe {
  if (durable) return 'EMPLOI_DURABLE';
  if (activiteMinJours === null) return 'REPRISE_EMPLOI';
  return duree({ debut, fin: finPrevue ?? FIN_DES_TEMPS }) < activiteMinJours ? 'CONTRAT_TROP_COURT' : 'ACTIVITE';
}

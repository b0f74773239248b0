import type { Numero } from '../domain/dossier/numero';
import type { MemoireCourrier } from '../domain/parcours/parcours';
import { cloreCourrier, type Registre } from '../registre';

type Devenu = Pick<MemoireCourrier, 'code' | 'base' | 'date' | 'statut'> &
  Partial<Pick<MemoireCourrier, 'destinataire'>>;

/** Writes what letters became without a hand-off; idempotent. What waits is none of it, nor what was never a letter of ours. */
export async function cloreCourriers(
  registre: Registre,
  numero: Numero,
  devenus: Readonly<Record<string, Devenu>>,
  le: Date,
): Promise<void> {
  for (const [cle, { code, destinataire = 'BENEFICIAIRE', base, date, statut }] of Object.entries(devenus)) {
    // What belongs to the time before a take-over.
    if (statut === 'REPRIS' || statut === 'A_REPRENDRE' || statut === 'RETENU' || statut === 'INCERTAIN') continue;
    await cloreCourrier(registre, { cle, numero, code, destinataire, base, datePrevue: date }, statut, le);
  }
}

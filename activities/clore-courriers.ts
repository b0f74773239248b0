import type { Numero } from '../domain/dossier/numero';
import type { MemoireCourrier } from '../domain/parcours/parcours';
import { cloreCourrier, type Registre } from '../registre';

type Devenu = Pick<MemoireCourrier, 'code' | 'base' | 'date' | 'statut'> &
  Partial<Pick<MemoireCourrier, 'destinataire'>>;

/** Those that became something without a hand-off: what waits did not, nor what belongs to the time before a take-over. */
export const aClore = (devenus: Readonly<Record<string, Devenu>>) =>
  Object.entries(devenus).flatMap(([cle, { statut, ...reste }]) =>
    statut === 'REPRIS' || statut === 'A_REPRENDRE' || statut === 'RETENU' || statut === 'INCERTAIN'
      ? []
      : [{ cle, statut, ...reste }],
  );

/** Writes what letters became without a hand-off; idempotent. */
export async function cloreCourriers(
  registre: Registre,
  numero: Numero,
  devenus: Readonly<Record<string, Devenu>>,
  le: Date,
): Promise<void> {
  for (const { cle, code, destinataire = 'BENEFICIAIRE', base, date, statut } of aClore(devenus)) {
    await cloreCourrier(registre, { cle, numero, code, destinataire, base, datePrevue: date }, statut, le);
  }
}

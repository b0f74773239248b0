import { and, eq, inArray } from 'drizzle-orm';
import { lireBaseRendezVous } from '../domain/catalogue/cle-courrier';
import type { Numero } from '../domain/dossier/numero';
import { codesRendezVous } from '../domain/rendez-vous/cle';
import type { EtatRendezVous, MemoireRendezVous } from '../domain/rendez-vous/question';
import type { Registre } from './ouvrir';
import { courriers } from './schema';

/** What the register knows of the letters of the appointments of a dossier, by appointment then by key. */
export async function courriersDesRendezVous(
  registre: Registre,
  numero: Numero,
): Promise<Map<string, EtatRendezVous['courriers']>> {
  const lettres = await registre.db
    .select()
    .from(courriers)
    .where(and(eq(courriers.numero, numero), inArray(courriers.code, [...codesRendezVous])));
  const parRendezVous = new Map<string, EtatRendezVous['courriers']>();
  for (const { cle, code, base, datePrevue, statut, majLe, partiLe } of lettres) {
    const id = lireBaseRendezVous(code, base)?.id;
    if (id === undefined) continue;
    const memoire: MemoireRendezVous = {
      code,
      base,
      date: datePrevue,
      // An attempt left without outcome is one to make again.
      statut: statut === 'EN_REMISE' ? 'A_REPRENDRE' : statut,
      le: majLe.toISOString(),
      tentatives: 1,
      // It waits for one channel, and another took it.
      ...(partiLe !== null && statut === 'A_REPRENDRE' ? { partiel: true } : {}),
    };
    parRendezVous.set(id, { ...parRendezVous.get(id), [cle]: memoire });
  }
  return parRendezVous;
}

/** The state from which the mail of an appointment starts or is taken up again: what the register holds of it. */
export async function etatRendezVous(registre: Registre, numero: Numero, id: string): Promise<EtatRendezVous> {
  const courriersConnus = (await courriersDesRendezVous(registre, numero)).get(id) ?? {};
  return { v: 1, id, numero, courriers: courriersConnus };
}

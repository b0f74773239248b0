import { eq, sql } from 'drizzle-orm';
import { entreeCatalogue } from '../domain/catalogue/catalogue';
import { lireBaseReferent, lireBaseRendezVous } from '../domain/catalogue/cle-courrier';
import { CODE_REFERENT } from '../domain/parcours/changement-referent';
import { type FeuVert, feuVert } from '../domain/parcours/feu-vert';
import { veutEncore } from '../domain/rendez-vous/veut-encore';
import { estBloque, type PorteeBlocage, porteesEnCours } from './blocages';
import { rappelsBloques } from './blocages-rappels';
import type { LettreVisee } from './courriers';
import type { Transaction } from './ouvrir';
import { retenueDe } from './retenues';
import { dossiers, rendezVous } from './schema';

/**
 * Whether a letter may leave, by what the register holds in this very transaction: its cause, the appointment it speaks of, a death
 * reported, what is held or blocked, the person's reminders included.
 */
export async function demanderFeuVert(tx: Transaction, lettre: LettreVisee, maintenant: Date): Promise<FeuVert> {
  const { cle, numero, code, base } = lettre;
  const [dossier] = await tx
    .select({
      situation: dossiers.situation,
      agence: dossiers.agence,
      referent: dossiers.referent,
      retenu: sql<boolean>`exists ${retenueDe(tx, cle)}`,
      blocages: sql<PorteeBlocage[]>`${porteesEnCours}`,
    })
    .from(dossiers)
    .where(eq(dossiers.numero, numero));
  if (!dossier?.situation) return 'ANNULE';
  const tenu =
    dossier.retenu ||
    estBloque(dossier.blocages, { code, agence: dossier.agence }) ||
    (await rappelsBloques({ db: tx }, [cle], maintenant)).has(cle);
  return feuVert({
    courrier: lettre,
    situation: dossier.situation,
    vouluParRendezVous: veutEncore(await rendezVousVise(tx, lettre), lettre),
    ditLeReferent: code !== CODE_REFERENT || lireBaseReferent(base)?.referent === dossier.referent,
    tenu,
  });
}

async function rendezVousVise(tx: Transaction, { numero, code, base }: LettreVisee) {
  const vise = entreeCatalogue(code).origine === 'RENDEZ_VOUS' ? lireBaseRendezVous(code, base) : null;
  if (vise === null) return null;
  const [ligne] = await tx
    .select({ numero: rendezVous.numero, statut: rendezVous.statut, sequence: rendezVous.sequence })
    .from(rendezVous)
    .where(eq(rendezVous.id, vise.id));
  return ligne?.numero === numero ? ligne : null;
}

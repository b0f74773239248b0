import { count, eq, sql } from 'drizzle-orm';
import type { Etape } from '../domain/dossier/etats';
import type { Registre } from './ouvrir';
import { pasParErreur } from './par-erreur';
import { courriers, dossiers, type StatutInscrit, taches } from './schema';

export interface Resume {
  dossiers: {
    total: number;
    /** Opened in the register, journey not started yet. */
    enOuverture: number;
    parEtat: Partial<Record<Etape, number>>;
    /** With at least one alert. */
    enAlerte: number;
  };
  courriers: {
    total: number;
    parStatut: Partial<Record<StatutInscrit, number>>;
    /** Those that may have arrived twice. */
    incertains: number;
  };
  taches: { aFaire: number };
}

/** The register in figures, for `GET /sante` and the launcher; counts only, nobody is named. */
export async function resume(registre: Registre): Promise<Resume> {
  const [etats, statuts, [aFaire]] = await Promise.all([
    registre.db
      .select({
        etat: dossiers.etat,
        statut: dossiers.statut,
        nombre: count(),
        enAlerte: sql<number>`count(*) filter (where ${dossiers.alertes} > 0)`.mapWith(Number),
      })
      .from(dossiers)
      .where(pasParErreur)
      .groupBy(dossiers.etat, dossiers.statut),
    registre.db
      .select({ statut: courriers.statut, incertain: courriers.incertain, nombre: count() })
      .from(courriers)
      .groupBy(courriers.statut, courriers.incertain),
    registre.db.select({ nombre: count() }).from(taches).where(eq(taches.statut, 'A_FAIRE')),
  ]);
  return {
    dossiers: {
      total: somme(etats),
      enOuverture: somme(etats.filter((l) => l.statut === 'OUVERTURE')),
      parEtat: repartir(etats, (l) => l.etat),
      enAlerte: etats.reduce((n, l) => n + l.enAlerte, 0),
    },
    courriers: {
      total: somme(statuts),
      parStatut: repartir(statuts, (l) => l.statut),
      incertains: somme(statuts.filter((l) => l.incertain)),
    },
    taches: { aFaire: aFaire?.nombre ?? 0 },
  };
}

function somme(lignes: { nombre: number }[]): number {
  return lignes.reduce((n, l) => n + l.nombre, 0);
}

function repartir<L extends { nombre: number }, C extends string>(lignes: L[], cle: (ligne: L) => C | null) {
  const parts: Partial<Record<C, number>> = {};
  for (const ligne of lignes) {
    const c = cle(ligne);
    if (c) parts[c] = (parts[c] ?? 0) + ligne.nombre;
  }
  return parts;
}

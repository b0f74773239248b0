import { ajouterJours, comparer, type DateCivile, FIN_DES_TEMPS } from '../../calendrier/dates';
import type { Periode } from '../../calendrier/intervalles';
import { couper, reunir, soustraire } from '../../calendrier/intervalles';
import { causesProlongation } from '../../dossier/parametres';
import type { CauseSuspension, Resultat } from '../../dossier/resultat';
import type { TypesPour } from '../../faits/evenements';
import { parDatePuisArrivee, type Recu, type Recus, type Rejets } from './recus';

type SuspensionLue = Recu<TypesPour<'SUSPENSION'>> & { fin: DateCivile };

/** Suspensions with their end; one that is still open ends with time. @see R24, F15 */
export function lireSuspensions(recus: Recus, rejets: Rejets): SuspensionLue[] {
  const lues: SuspensionLue[] = [];
  const ouvertes: SuspensionLue[] = [];
  const mouvements = [...recus.pour('SUSPENSION'), ...recus.pour('RETOUR')].sort(
    parDatePuisArrivee((e) => ('debut' in e ? e.debut : e.date)),
  );
  for (const mouvement of mouvements) {
    if ('debut' in mouvement) {
      const lue = { ...mouvement, fin: mouvement.fin ?? FIN_DES_TEMPS };
      lues.push(lue);
      if (mouvement.fin === undefined) ouvertes.push(lue);
    } else {
      const rang = ouvertes.findLastIndex(({ debut }) => debut < mouvement.date);
      const [fermee] = rang < 0 ? [] : ouvertes.splice(rang, 1);
      if (fermee === undefined) rejets.rejeter(mouvement, 'AUCUNE_SUSPENSION_OUVERTE');
      else fermee.fin = ajouterJours(mouvement.date, -1);
    }
  }
  return lues;
}

interface FaitSuspensif extends Periode {
  index: number;
  cause: CauseSuspension;
}

const rang = (cause: CauseSuspension): number => {
  const place = (causesProlongation as readonly string[]).indexOf(cause);
  return place < 0 ? causesProlongation.length : place;
};

/**
 * The days without ASP, each under one label: the first cause of R15 that covers it, else the motive of the SUSPENSION that
 * began first.
 * @see R24, F21
 */
export function suspensions(
  faits: readonly FaitSuspensif[],
  debutCsp: DateCivile,
  dateFinCsp: DateCivile,
): NonNullable<Resultat['suspensions']> {
  const parPriorite = faits.toSorted(
    (a, b) => rang(a.cause) - rang(b.cause) || comparer(a.debut, b.debut) || a.index - b.index,
  );
  let pris: Periode[] = [];
  const parCause = new Map<CauseSuspension, Periode[]>();
  for (const fait of parPriorite) {
    const libres = soustraire(couper([fait], debutCsp, dateFinCsp), pris);
    parCause.set(fait.cause, [...(parCause.get(fait.cause) ?? []), ...libres]);
    pris = reunir([...pris, ...libres]);
  }
  return [...parCause]
    .flatMap(([cause, periodes]) => reunir(periodes).map(({ debut, fin }) => ({ debut, fin, cause })))
    .sort((a, b) => comparer(a.debut, b.debut));
}

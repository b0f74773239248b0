import { min } from '../../../domain/calendrier/dates';
import type { Periode } from '../../../domain/calendrier/intervalles';
import type { Fait } from '../../../domain/faits/resoudre-journal';
import { naturesContrat } from '../../../domain/faits/types/reprise-emploi';
import type { FaitSitue } from '../../../domain/parcours/situation';
import { direPeriode, type LignePeriodes } from './periodes';

/** The jobs that count, each to its end or to that of the picture; null when there is none in it. */
export function emplois(faits: readonly Fait[], situes: readonly FaitSitue[], cadre: Periode): LignePeriodes | null {
  const admis = new Set(situes.filter(({ statut }) => statut === 'RETENU').map(({ id }) => id));
  const comptes = faits.filter(({ id }) => admis.has(id)).map(({ evenement }) => evenement);
  const arrets = new Map(comptes.flatMap((e) => (e.type === 'FIN_CONTRAT' ? [[e.contratId, e.date] as const] : [])));
  const lus = comptes.flatMap((e) => {
    if (e.type !== 'REPRISE_EMPLOI' || e.debut > cadre.fin) return [];
    const fin = arrets.get(e.contratId ?? '') ?? e.fin ?? null;
    const periode = { debut: e.debut, fin: min(fin ?? cadre.fin, cadre.fin) };
    const nom = `Emploi, ${naturesContrat[e.nature]}`;
    const dite =
      fin === null
        ? direPeriode(nom, periode).replace(/ au .*/, ', sans terme.')
        : direPeriode(nom, { ...periode, fin });
    return [{ periode, dite }];
  });
  if (lus.length === 0) return null;
  return {
    genre: 'EMPLOI',
    nom: lus.length === 1 ? 'Emploi' : `${lus.length} emplois`,
    periodes: lus.map(({ periode }) => periode),
    dites: lus.map(({ dite }) => dite),
  };
}

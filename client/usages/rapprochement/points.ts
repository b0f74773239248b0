import { ajouterJours, type DateCivile } from '../../../domain/calendrier/dates';
import { dateLocale, fuseau } from '../../../domain/calendrier/fuseaux';
import { clePoint, type PointDuJour } from '../../../domain/flotte/point-du-matin';
import { listerReferents, pointsPartisDepuis, type Registre } from '../../../registre';
import { empreinteDe, type Prise, type Prises } from './prises';

/** Digests that left since, and that the register does not know as gone: let go, they would leave again. */
export async function pointsRetrouves(
  registre: Registre,
  { emails }: Prises,
  depuis: DateCivile,
  possibles: readonly PointDuJour[],
): Promise<(PointDuJour & Prise)[]> {
  const partis = await pointsPartisDepuis(registre, depuis);
  return possibles.flatMap((point) => {
    const cle = clePoint(point);
    const prise = partis.has(cle) ? undefined : emails.get(empreinteDe(cle));
    return prise === undefined ? [] : [{ ...point, le: prise.le, source: prise.source }];
  });
}

/** Digests that may have left since: one a day for each counsellor. */
export async function pointsPossibles(
  registre: Registre,
  depuis: DateCivile,
  maintenant: Date,
): Promise<PointDuJour[]> {
  const aujourdhui = dateLocale(maintenant, fuseau('metropole'));
  const referents = await listerReferents(registre);
  const points: PointDuJour[] = [];
  for (let jour = depuis; jour <= aujourdhui; jour = ajouterJours(jour, 1))
    for (const { id: referent } of referents) points.push({ referent, jour });
  return points;
}

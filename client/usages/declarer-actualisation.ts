import type { DateCivile } from '../../domain/calendrier/dates';
import { dateLocale, fuseau } from '../../domain/calendrier/fuseaux';
import type { Numero } from '../../domain/dossier/numero';
import { phrase } from '../../domain/faits/erreurs';
import { residenceDe } from '../../domain/faits/residence-de';
import { lireActualisation, type SaisieActualisation } from '../../domain/flotte/actualisations';
import { consignerActualisation, lireDossier, type Registre } from '../../registre';

export type SuiteActualisation =
  | { ok: true; suite: Awaited<ReturnType<typeof consignerActualisation>>; mois: string; le: DateCivile }
  | { ok: false; code: string; phrase: string };

/** Records that a person did her actualisation for a month; what cannot be so is refused and kept nowhere. @see R20 */
export async function declarerActualisation(
  registre: Registre,
  { numero, ...saisie }: SaisieActualisation & { numero: Numero },
  auteur: string,
  maintenant: Date,
): Promise<SuiteActualisation> {
  const inscrit = await lireDossier(registre, numero);
  const refuser = (code: string) => ({ ok: false as const, code, phrase: phrase(code) });
  if (!inscrit) return refuser('DOSSIER_INCONNU');
  if (!inscrit.situation) return refuser('RDV_OUVERTURE_EN_COURS');
  const residence = residenceDe(inscrit);
  const lue = lireActualisation(saisie, inscrit.situation.resultat, dateLocale(maintenant, fuseau(residence)));
  if (!lue.ok) return lue;
  const { mois, le } = lue;
  const suite = await consignerActualisation(registre, { numero, mois, le, auteur }, maintenant);
  return { ok: true, suite, mois, le };
}

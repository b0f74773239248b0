import { dateLocale, fuseau } from '../../domain/calendrier/fuseaux';
import { cleManquee, dateActualisation, libelleManquee } from '../../domain/flotte/flotte';
import { deposerTaches, pageManques } from '../../registre';
import type { DepsFlotte } from './deps';

const TAILLE_LOT = 500;

/**
 * Leaves a task for each person who recorded nothing for a month that has closed. Nothing else follows: what a missed actualisation
 * means for a CSP is someone's decision.
 * @see R20
 */
export async function constaterManques(
  { registre }: Pick<DepsFlotte, 'registre'>,
  mois: string,
  apres: string | null,
  maintenant: Date,
): Promise<{ dernier: string; nombre: number } | null> {
  const { cloture } = dateActualisation(mois);
  const { dernier, lignes: manques } = await pageManques(registre, mois, cloture, { apres, taille: TAILLE_LOT });
  if (dernier === null) return null;
  const echeance = dateLocale(maintenant, fuseau('metropole'));
  const taches = manques.map(({ numero, residence, annonceeLe, rappeleeLe, precedentes }) => {
    const jour = (quand: Date | null) => quand && dateLocale(quand, fuseau(residence));
    const faits = { mois, annonceeLe: jour(annonceeLe), rappeleeLe: jour(rappeleeLe), precedentes };
    return {
      cle: cleManquee(numero, mois),
      numero,
      type: 'ACTUALISATION_MANQUEE',
      libelle: libelleManquee(faits),
      echeance,
    };
  });
  await deposerTaches(registre.db, taches, maintenant);
  return { dernier, nombre: manques.length };
}

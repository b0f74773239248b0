import type { LigneDate } from '../contenu';
import { type ContexteCourrier, primePossible } from '../contexte';
import { bilanAuTerme, lignesDouteuses } from '../doutes';
import { ligneDesJours, reinscriptionsDites } from '../fins';
import { type Texte, t } from '../texte';
import { fenetre, ligne, ligneLegale } from './commun';

/** The last day to register again, which moves with the end and costs as much as it: that of each end, where no day suits both (R25). */
export function reinscriptionEnsuite(c: ContexteCourrier): LigneDate[] {
  const limites = reinscriptionsDites(c).map(({ limite }) => limite);
  return c.resultat.reinscription?.requise && limites.length > 0
    ? [ligneDesJours(c, 'Réinscription ensuite, sans emploi, au plus tard', limites)]
    : [];
}

/** The year at a glance, from the first day on: what is to be done, by when. Empty as long as nothing starts (R7). */
export function annee(c: ContexteCourrier): LigneDate[] {
  const { v, resultat: r } = c;
  if (!r.debutCsp) return [];
  const bilan = bilanAuTerme(c);
  return [
    ...ligneLegale(c, 'Pré-bilan, au plus tard', r.echeancePreBilan),
    ...ligneLegale(c, `Plan d’action (${v.plan.sigle}), au plus tard`, r.echeancePsp),
    ...(r.pointEtape ? fenetre(c, 'Point d’étape', r.pointEtape) : []),
    ...ligne('Dernier jour d’embauche pour la prime', primePossible(c)),
    ...(bilan ? lignesDouteuses(c, 'TERME', fenetre(c, 'Entretien de bilan', bilan)) : []),
    ...lignesDouteuses(c, 'TERME', ligne(`Fin prévue de votre ${v.sigle}`, r.terme)),
    ...reinscriptionEnsuite(c),
  ];
}

/** What becomes of them: said beside those dates, and only there. */
export const garderCesDates = (c: ContexteCourrier): Texte =>
  t`Gardez ces dates. Une absence, un emploi ou un pré-bilan plus tôt que prévu peut les déplacer : nous vous écrirons alors, et ${c.qui} peut vous les imprimer à jour, avec votre carnet de suivi.`;

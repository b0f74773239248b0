import { exige, jourCourt, jourLong } from '../contexte';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { ligne } from './commun';

export const c10: Modele<'C10_CONTRIBUTION'> = {
  version: 1,
  EMPLOYEUR: (c) => {
    const { v, resultat: r } = c;
    const limite = exige(r.echeanceContributionEmployeur, 'echeanceContributionEmployeur');
    const unAn = (c.dossier.ancienneteMois ?? 0) >= 12;
    return {
      objet: `Participation de l’employeur ${v.au} : à verser au plus tard le ${jourCourt(limite)}`,
      accroche: [
        t`${v.le.replace(/^l/, 'L')} (${v.long}) de ${c.beneficiaire} a commencé le ${jourLong(exige(r.debutCsp, 'debutCsp'))}.`,
        t`Ce que vous devez au titre ${v.du} est à verser à France Travail au plus tard le ${fort(jourLong(limite))}.`,
      ],
      aFaire: [
        t`Attendez l'avis de France Travail : vous allez recevoir un courrier qui donne le montant et les moyens de paiement.`,
        t`Vérifiez le montant à l'aide de l'attestation d'employeur que vous avez transmise.`,
        t`Payez au plus tard le ${jourLong(limite)}.`,
      ],
      dates: [...ligne(`Début ${v.du}`, r.debutCsp), ...ligne('Dernier jour pour verser', limite)],
      sections: [
        {
          titre: 'Ce que vous versez',
          paragraphes: [
            unAn
              ? t`À partir d'un an d'ancienneté, l'indemnité de préavis n'est pas payée à la personne : elle est versée à France Travail, dans la limite de 3 mois de salaire. La part au-delà de 3 mois reste due à la personne.`
              : t`Avant un an d'ancienneté, l'indemnité de préavis est payée directement à la personne : elle ne fait pas partie de ce versement.`,
          ],
        },
      ],
    };
  },
};

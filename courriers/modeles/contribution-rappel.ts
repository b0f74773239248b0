import { appeler, exige, jourCourt, jourLegal, jourLong } from '../contexte';
import type { Modele } from '../modele';
import { de, t } from '../texte';
import { ligne, ligneLegale } from './commun';

export const contributionRappel: Modele<'CONTRIBUTION_RAPPEL'> = {
  version: 3,
  EMPLOYEUR: (c) => {
    const { v, resultat: r } = c;
    const limite = exige(r.echeanceContributionEmployeur, 'echeanceContributionEmployeur');
    return {
      objet: `Rappel : contribution de l’employeur ${v.au}, au plus tard le ${jourCourt(limite)}`,
      accroche: [
        t`La contribution au titre ${v.du} ${de(c.beneficiaire)}, si elle est due, est à verser à France Travail au plus tard le ${jourLegal(c, limite)}.`,
      ],
      aFaire: [
        t`Retrouvez l'avis que France Travail vous a adressé : il donne le montant et les moyens de paiement.`,
        t`S'il demande un versement, payez au plus tard le ${jourLong(limite)}.`,
        t`Si vous n'avez pas reçu cet avis, ou si le montant vous paraît faux, ${appeler(c)}.`,
      ],
      dates: [...ligne(`Début ${v.du}`, r.debutCsp), ...ligneLegale(c, 'Dernier jour pour verser', limite)],
      sections: [
        {
          titre: 'Vous avez déjà payé ?',
          paragraphes: [t`Ce rappel a croisé votre versement : n'en tenez pas compte.`],
        },
      ],
    };
  },
};

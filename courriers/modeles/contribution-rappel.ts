import { appeler, delai, exige, jourCourt, jourLegal, jourLong } from '../contexte';
import type { Modele } from '../modele';
import { de, t } from '../texte';
import { ligne, ligneLegale } from './commun';

export const contributionRappel: Modele<'CONTRIBUTION_RAPPEL'> = {
  version: 2,
  EMPLOYEUR: (c) => {
    const { v, resultat: r } = c;
    const limite = exige(r.echeanceContributionEmployeur, 'echeanceContributionEmployeur');
    return {
      objet: `Rappel : participation de l’employeur ${v.au}, à verser au plus tard le ${jourCourt(limite)}`,
      accroche: [
        t`Ce que vous devez au titre ${v.du} ${de(c.beneficiaire)} est à verser à France Travail au plus tard le ${jourLegal(c, limite)}${delai(c, limite).phrase}.`,
      ],
      aFaire: [
        t`Retrouvez l'avis que France Travail vous a adressé : il donne le montant et les moyens de paiement.`,
        t`Payez au plus tard le ${jourLong(limite)}.`,
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

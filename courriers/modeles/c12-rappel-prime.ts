import { primeDuCourrier } from '../../domain/catalogue/catalogue';
import { appelerVite, exige, jourCourt, jourLong } from '../contexte';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { ligne } from './commun';

export const c12: Modele<'C12_RAPPEL_PRIME'> = {
  version: 5,
  BENEFICIAIRE: (c) => {
    const limite = exige(primeDuCourrier(c.resultat, 'C12_RAPPEL_PRIME', c.base), 'prime').limiteDemande;
    return {
      objet: `Rappel : la prime de reclassement se demande au plus tard le ${jourCourt(limite)}`,
      accroche: [
        t`Nous n'avons pas connaissance de votre demande de prime de reclassement.`,
        t`Elle doit arriver à France Travail au plus tard le ${fort(jourLong(limite))}.`,
      ],
      aFaire: [
        t`Si vous n'avez pas le formulaire, ${appelerVite(c)}.`,
        t`Joignez une copie de votre contrat de travail et transmettez le tout à France Travail.`,
      ],
      dates: ligne('Dernier jour pour demander la prime', limite),
      sections: [
        {
          titre: 'Vous avez déjà fait votre demande ?',
          paragraphes: [t`Ce rappel l'a croisée : n'en tenez pas compte.`],
        },
        ...(c.p.idr
          ? [
              {
                titre: 'Vous préférez l’indemnité différentielle de reclassement (IDR) ?',
                paragraphes: [
                  t`Pour un même emploi, c'est la prime ou l'IDR : si vous choisissez l'IDR, ne demandez pas la prime.`,
                ],
              },
            ]
          : []),
      ],
    };
  },
  sms: (c) => {
    const limite = exige(primeDuCourrier(c.resultat, 'C12_RAPPEL_PRIME', c.base), 'prime').limiteDemande;
    return t`Prime de reclassement : votre demande doit arriver à France Travail au plus tard le ${jourLong(limite)}. Pas de formulaire ? Appelez.`;
  },
};

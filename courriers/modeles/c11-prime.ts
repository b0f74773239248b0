import { primeDuCourrier } from '../../domain/catalogue/catalogue';
import { jourDeBase } from '../../domain/catalogue/cle-courrier';
import { appeler, exige, jourCourt, jourLong } from '../contexte';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { ligne, primeDouteuse } from './commun';

export const c11: Modele<'C11_PRIME'> = {
  version: 3,
  BENEFICIAIRE: (c) => {
    const { v } = c;
    const prime = exige(primeDuCourrier(c.resultat, 'C11_PRIME', c.base), 'prime');
    const limite = prime.limiteDemande;
    return {
      objet: `Prime de reclassement : à demander au plus tard le ${jourCourt(limite)}`,
      accroche: [
        t`Vous reprenez un emploi. Vous pouvez demander la prime de reclassement.`,
        ...primeDouteuse(c, exige(jourDeBase(c.base), 'base')),
        t`Votre demande doit arriver à France Travail au plus tard le ${fort(jourLong(limite))}.`,
      ],
      aFaire: [
        t`Demandez le formulaire : ${appeler(c)}.`,
        t`Remplissez-le et joignez une copie de votre contrat de travail.`,
        t`Transmettez-le à France Travail ${fort(`au plus tard le ${jourLong(limite)}`)}. Après cette date, la demande n'est plus possible.`,
      ],
      dates: ligne('Dernier jour pour demander la prime', limite),
      sections: [
        {
          titre: 'Ce que vous pouvez recevoir',
          paragraphes: [
            t`La prime représente la moitié des droits à l'${v.allocation.sigle} qu'il vous reste. Elle est versée en deux fois : au plus tôt le lendemain de votre embauche, puis ${c.p.primeSecondVersementMois} mois après si vous êtes toujours dans cet emploi.`,
            t`C'est France Travail qui décide de l'accorder. Elle ne se cumule pas, pour le même emploi, avec l'indemnité différentielle de reclassement.`,
          ],
        },
      ],
    };
  },
};

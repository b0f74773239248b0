import { jourDeBase } from '../../domain/catalogue/cle-courrier';
import { appeler, type ContexteCourrier, exige, jourCourt, jourLong } from '../contexte';
import { lignesDouteuses, sectionDoutes } from '../doutes';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { ligne, rendezVousAVenir } from './commun';

const premierJour = (c: ContexteCourrier) => exige(jourDeBase(c.base), 'base');

export const retour: Modele<'RETOUR'> = {
  version: 3,
  BENEFICIAIRE: (c) => {
    const { v, resultat: r } = c;
    const jour = premierJour(c);
    return {
      objet: `Votre ${v.sigle} reprend le ${jourCourt(jour)}`,
      accroche: [
        t`La suspension de votre ${v.sigle} est terminée. Votre accompagnement reprend le ${fort(jourLong(jour))}.`,
        t`L'${v.allocation.longue} reprend à partir de ce jour, si vous y avez droit et si vous vous actualisez : c'est France Travail qui la verse.`,
      ],
      aFaire: [
        t`Pour fixer votre prochain rendez-vous, ${appeler(c)}.`,
        t`Si vous ne reprenez pas ce jour-là, dites-le tout de suite, et envoyez le justificatif.`,
        t`Actualisez-vous en fin de mois, au 3949, sur www.francetravail.fr ou sur l'application.`,
      ],
      dates: [
        ...ligne('Premier jour du retour', jour),
        ...rendezVousAVenir(c),
        ...lignesDouteuses(c, 'TERME', ligne(`Fin ${v.du}, à ce jour`, r.dateFinCsp)),
      ],
      sections: [
        ...sectionDoutes(c, 'TERME'),
        {
          titre: 'Votre plan d’action',
          paragraphes: [
            t`Votre situation ou votre projet ont pu changer. Au prochain rendez-vous, vous verrez avec ${c.qui} ce qui est à reprendre ou à modifier.`,
          ],
        },
      ],
    };
  },
  sms: (c) =>
    t`Votre ${c.v.sigle} reprend le ${jourLong(premierJour(c))}. Appelez pour fixer votre prochain rendez-vous. Pensez à vous actualiser en fin de mois.`,
};

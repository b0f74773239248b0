import { jourDeBase } from '../../domain/catalogue/cle-courrier';
import { appeler, exige, jourCourt, jourLong } from '../contexte';
import { lignesDouteuses, sectionDoutes, siDouteux } from '../doutes';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { ligne, rendezVousAVenir } from './commun';

export const reintegration: Modele<'REINTEGRATION'> = {
  version: 3,
  BENEFICIAIRE: (c) => {
    const { v, p, resultat: r } = c;
    const jour = exige(jourDeBase(c.base), 'base');
    const fin = exige(r.dateFinCsp, 'dateFinCsp');
    return {
      objet: `Vous revenez dans ${v.le} le ${jourCourt(jour)}`,
      accroche: [
        t`La période d'essai de votre emploi a pris fin. Vous revenez dans ${v.le} le ${fort(jourLong(jour))}, sans nouvelle demande d'adhésion.`,
        t`Votre accompagnement reprend pour la durée qu'il vous reste, jusqu'au ${fort(jourLong(fin))}${siDouteux(c, 'TERME')}. L'${v.allocation.longue} reprend avec lui, si vous y avez droit et si vous vous actualisez.`,
      ],
      aFaire: [
        t`Pour fixer votre prochain rendez-vous, ${appeler(c)}.`,
        t`Envoyez à ${c.qui} le document qui met fin à votre période d'essai, si ce n'est pas déjà fait.`,
        t`Actualisez-vous en fin de mois, au 3949, sur www.francetravail.fr ou sur l'application : déclarez vos heures et votre salaire brut jusqu'au dernier jour travaillé.`,
      ],
      dates: [
        ...ligne(`Retour dans ${v.le}`, jour),
        ...rendezVousAVenir(c),
        ...lignesDouteuses(c, 'TERME', ligne(`Fin prévue de votre ${v.sigle}`, fin)),
      ],
      sections: [
        ...sectionDoutes(c, 'TERME'),
        ...(p.primeMois === null
          ? []
          : [
              {
                titre: 'Si vous avez reçu la prime de reclassement',
                paragraphes: [
                  t`La part déjà versée pour cet emploi est déduite de l'${v.allocation.sigle} qu'il vous reste. Le calcul est fait par France Travail.`,
                ],
              },
            ]),
        {
          titre: 'Les courriers précédents',
          paragraphes: [
            t`Ne tenez plus compte des dates de nos courriers qui annonçaient la fin de votre ${v.sigle} pour cet emploi.`,
          ],
        },
      ],
    };
  },
};

import { appelerVite, exige, jourLong } from '../contexte';
import { lignesDouteuses, sectionDoutes, siDouteux } from '../doutes';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { actualisationEtAre, etapesReinscription, ligne } from './commun';
import { dejaReinscrit, dejaReinscritSms, sansReinscription } from './deja-reinscrit';

export const relanceReinscription: Modele<'RELANCE_REINSCRIPTION'> = {
  version: 5,
  BENEFICIAIRE: (c) => {
    const { v, resultat: r } = c;
    const fin = exige(r.dateFinCsp, 'dateFinCsp');
    const { limite } = exige(r.reinscription, 'reinscription');
    return {
      objet: 'Réinscription à France Travail : chaque jour compte maintenant',
      accroche: [
        t`Votre ${v.sigle} a pris fin le ${jourLong(fin)}${siDouteux(c, 'TERME')}${sansReinscription(c)} Le délai pour la demander sans perdre de jours s'est terminé le ${jourLong(limite)}${siDouteux(c, 'TERME')}.`,
        t`${fort('Il est encore temps de la demander')} : elle prendra effet le jour de votre demande, et les jours d'avant ne sont pas indemnisés.`,
      ],
      aFaire: [
        ...etapesReinscription,
        actualisationEtAre(c.jour),
        t`Si quelque chose vous en empêche, ${appelerVite(c)}.`,
      ],
      dates: lignesDouteuses(c, 'TERME', ligne(`Dernier jour de votre ${v.sigle}`, fin)),
      sections: [...sectionDoutes(c, 'TERME'), dejaReinscrit(c)],
    };
  },
  sms: (c) =>
    t`Réinscription à France Travail : le délai est passé, mais elle reste possible et prend effet le jour de la demande. Espace personnel sur francetravail.fr, « Me réinscrire ». ${dejaReinscritSms(c)}`,
};

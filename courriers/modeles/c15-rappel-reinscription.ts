import { ajouterJours } from '../../domain/calendrier/dates';
import { appelerVite, exige, jourCourt, jourLong } from '../contexte';
import { lignesDouteuses, limiteReinscription, objetDouteux, sectionDoutes, siDouteux, siDouteuxBref } from '../doutes';
import { nePasAttendre, sansAttendre } from '../fins';
import type { Modele } from '../modele';
import { brut, fort, t } from '../texte';
import { actualisationEtAre, etapesReinscription, ligne } from './commun';
import { dejaReinscrit, dejaReinscritSms, sansReinscription } from './deja-reinscrit';

export const c15: Modele<'C15_RAPPEL_REINSCRIPTION'> = {
  version: 9,
  BENEFICIAIRE: (c) => {
    const { v, resultat: r } = c;
    const fin = exige(r.dateFinCsp, 'dateFinCsp');
    const limite = exige(limiteReinscription(c), 'reinscription');
    return {
      objet: `Rappel : réinscription à France Travail ${brut(sansAttendre(c))}au plus tard le ${jourCourt(limite)}${objetDouteux(c, 'TERME')}`,
      accroche: [
        t`Votre ${v.sigle} a pris fin le ${jourLong(fin)}${siDouteux(c, 'TERME')}${sansReinscription(c)}`,
        t`Vous pouvez encore la demander sans perdre de jours jusqu'au ${fort(jourLong(limite))} compris${siDouteux(c, 'TERME')}.`,
        ...nePasAttendre(c),
      ],
      aFaire: [
        ...etapesReinscription,
        actualisationEtAre(c.jour),
        t`N'attendez pas : tout peut se faire sur ce site. En cas de difficulté, ${appelerVite(c)}.`,
      ],
      dates: lignesDouteuses(c, 'TERME', ligne('Dernier jour pour se réinscrire', limite)),
      sections: [
        ...sectionDoutes(c, 'TERME'),
        {
          titre: 'Ce que vous risquez après cette date',
          paragraphes: [
            t`Demandée à temps, votre réinscription prend effet le ${jourLong(ajouterJours(fin, 1))}${siDouteux(c, 'TERME')}. Demandée plus tard, elle prend effet le jour de votre demande : les jours entre les deux ne sont pas indemnisés.`,
          ],
        },
        dejaReinscrit(c),
      ],
    };
  },
  sms: (c) => {
    const limite = exige(limiteReinscription(c), 'reinscription');
    return t`Réinscription à France Travail à faire ${sansAttendre(c)}au plus tard le ${jourLong(limite)}${siDouteuxBref(c, 'TERME')} : espace personnel sur francetravail.fr, « Me réinscrire ». ${dejaReinscritSms(c)}`;
  },
};

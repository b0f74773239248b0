import { ajouterJours } from '../../domain/calendrier/dates';
import { appelerVite, exige, jourCourt, jourLong } from '../contexte';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { actualisationEtAre, etapesReinscription, ligne } from './commun';

export const c15: Modele<'C15_RAPPEL_REINSCRIPTION'> = {
  version: 4,
  BENEFICIAIRE: (c) => {
    const { v, resultat: r } = c;
    const fin = exige(r.dateFinCsp, 'dateFinCsp');
    const limite = exige(r.reinscription, 'reinscription').limite;
    return {
      objet: `Rappel : réinscription à France Travail au plus tard le ${jourCourt(limite)}`,
      accroche: [
        t`Votre ${v.sigle} a pris fin le ${jourLong(fin)} et nous n'avons pas connaissance de votre réinscription.`,
        t`Vous pouvez encore la demander sans perdre de jours jusqu'au ${fort(jourLong(limite))} compris.`,
      ],
      aFaire: [
        ...etapesReinscription,
        actualisationEtAre(c.jour),
        t`N'attendez pas : tout peut se faire sur ce site. En cas de difficulté, ${appelerVite(c)}.`,
      ],
      dates: ligne('Dernier jour pour se réinscrire', limite),
      sections: [
        {
          titre: 'Ce que vous risquez après cette date',
          paragraphes: [
            t`Demandée à temps, votre réinscription prend effet le ${jourLong(ajouterJours(fin, 1))}. Demandée plus tard, elle prend effet le jour de votre demande : les jours entre les deux ne sont pas indemnisés.`,
          ],
        },
        {
          titre: 'Vous avez déjà fait votre demande, ou vous avez un emploi ?',
          paragraphes: [t`Ne tenez pas compte de ce rappel, et dites-le à ${c.qui}.`],
        },
      ],
    };
  },
  sms: (c) => {
    const { limite } = exige(c.resultat.reinscription, 'reinscription');
    return t`Réinscription à France Travail à faire au plus tard le ${jourLong(limite)} : espace personnel sur francetravail.fr, « Me réinscrire ». Déjà faite ? Ne tenez pas compte de ce message.`;
  },
};

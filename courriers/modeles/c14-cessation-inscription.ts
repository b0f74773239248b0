import { ajouterJours } from '../../domain/dates';
import { appeler, exige, jourCourt, jourLong, reste } from '../contexte';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { actualisationEtAre, etapesReinscription, ligne } from './commun';

export const c14: Modele<'C14_CESSATION_INSCRIPTION'> = {
  version: 1,
  BENEFICIAIRE: (c) => {
    const { v, resultat: r } = c;
    const fin = exige(r.dateFinCsp, 'dateFinCsp');
    const limite = exige(r.reinscription, 'reinscription').limite;
    const { phrase, passe } = reste(c.jour, limite);
    return {
      objet: passe
        ? `Votre ${v.sigle} est terminé${v.sigle === 'CRP' ? 'e' : ''} : réinscrivez-vous dès aujourd’hui`
        : `Réinscrivez-vous à France Travail au plus tard le ${jourCourt(limite)}`,
      accroche: [
        t`Votre ${v.sigle} a pris fin le ${jourLong(fin)}.`,
        passe
          ? t`Le délai pour vous réinscrire à France Travail sans perdre de jours s'est terminé le ${jourLong(limite)}. ${fort('Réinscrivez-vous dès aujourd’hui')} : votre réinscription prendra effet le jour de votre demande.`
          : t`Pour demander l'allocation chômage (ARE), réinscrivez-vous à France Travail au plus tard le ${fort(jourLong(limite))} : ${fort(phrase)}.`,
      ],
      aFaire: [
        ...etapesReinscription,
        actualisationEtAre,
        t`Si le lien n'apparaît pas, ou en cas de difficulté, ${appeler(c)}.`,
      ],
      dates: [
        ...ligne(`Dernier jour de votre ${v.sigle}`, fin),
        ...ligne('Lien « Me réinscrire » actif au plus tard', ajouterJours(fin, 2)),
        ...ligne('Dernier jour pour se réinscrire', limite),
      ],
      sections: [
        {
          titre: 'Les courriers que vous allez recevoir de France Travail',
          paragraphes: [
            t`« Décision de cessation d'inscription », dans les 2 jours qui suivent la fin de votre ${v.sigle}. C'est normal : ce courrier ouvre la réinscription.`,
            t`Le lendemain de votre réinscription, un courrier qui la confirme, avec vos droits à l'ARE et la date de votre premier entretien.`,
          ],
        },
        ...(passe
          ? []
          : [
              {
                titre: 'Pourquoi ne pas attendre',
                paragraphes: [
                  t`Dans ce délai, votre réinscription prend effet dès le lendemain de la fin de votre ${v.sigle}. Plus tard, elle prend effet le jour de votre demande.`,
                ],
              },
            ]),
        {
          titre: 'Vous avez déjà fait votre demande ?',
          paragraphes: [t`Alors vous n'avez rien d'autre à faire.`],
        },
      ],
    };
  },
};

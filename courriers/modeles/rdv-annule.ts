import { appeler, jourCourt } from '../contexte';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { dontLaDateTombe, entete } from './rendez-vous';

export const rdvAnnule: Modele<'RDV_ANNULE'> = {
  version: 3,
  BENEFICIAIRE: (c) => {
    const { nom, quand, jour, obligatoire } = entete(c);
    return {
      objet: `Rendez-vous du ${jourCourt(jour)} annulé`,
      accroche: [
        t`Votre rendez-vous du ${fort(quand)} (${nom}) est ${fort('annulé')}.`,
        t`Vous n'avez ni à vous déplacer, ni à vous connecter, ni à attendre un appel.`,
        ...dontLaDateTombe(c),
      ],
      aFaire: [
        t`Retirez-le de votre agenda : dans l'e-mail, l'annulation jointe le fait pour vous.`,
        obligatoire
          ? t`Cet entretien reste prévu dans votre accompagnement : pour fixer une autre date, ${appeler(c)}.`
          : t`Pour une autre date ou une question, ${appeler(c)}.`,
      ],
      dates: [],
      sections: [],
    };
  },
  sms: (c) => {
    const { quand } = entete(c);
    return t`Votre rendez-vous ${c.v.sigle} du ${quand} est annulé. Ne vous déplacez pas. Pour une autre date, appelez.`;
  },
};

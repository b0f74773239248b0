import { jourCourt } from '../contexte';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { dontLaDateTombe, entete, finSms, pourYVenir } from './rendez-vous';

export const rdvDeplace: Modele<'RDV_DEPLACE'> = {
  version: 5,
  BENEFICIAIRE: (c) => {
    const { rdv, nom, quand, jour, heure, ou } = entete(c);
    return {
      objet: `Rendez-vous modifié : maintenant le ${jourCourt(jour)} à ${heure}`,
      accroche: [
        t`Un de vos rendez-vous a changé : ${nom}. Il a maintenant lieu le ${fort(quand)}.`,
        ou,
        ...(c.remplace ? [] : [t`Ces indications remplacent celles de notre message précédent.`]),
        ...dontLaDateTombe(c),
      ],
      ...pourYVenir(c, rdv, t`Corrigez votre agenda : dans l'e-mail, l'invitation jointe le fait pour vous.`),
    };
  },
  sms: (c, court) => {
    const { rdv, quand } = entete(c);
    return t`Votre rendez-vous ${c.v.sigle} a changé : il a lieu le ${quand}, ${finSms(c, rdv, court)}`;
  },
};

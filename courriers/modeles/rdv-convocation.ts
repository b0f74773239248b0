import { jourCourt } from '../contexte';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { dontLaDateTombe, entete, finSms, pourYVenir } from './rendez-vous';

export const rdvConvocation: Modele<'RDV_CONVOCATION'> = {
  version: 4,
  BENEFICIAIRE: (c) => {
    const { rdv, nom, quand, jour, heure, ou } = entete(c);
    return {
      objet: `Votre rendez-vous du ${jourCourt(jour)} à ${heure}`,
      accroche: [t`Un rendez-vous est fixé le ${fort(quand)} : ${nom}.`, ou, ...dontLaDateTombe(c)],
      ...pourYVenir(c, rdv, t`Notez ce rendez-vous : dans l'e-mail, l'invitation jointe l'ajoute à votre agenda.`),
    };
  },
  sms: (c, court) => {
    const { rdv, quand } = entete(c);
    return t`Rendez-vous ${c.v.sigle} le ${quand}, ${finSms(c, rdv, court)}`;
  },
};

import { jourCourt } from '../contexte';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { dontLaDateTombe, entete, finSms, pourYVenir } from './rendez-vous';

export const atelierInscription: Modele<'ATELIER_INSCRIPTION'> = {
  version: 4,
  BENEFICIAIRE: (c) => {
    const { rdv, nom, quand, jour, heure, ou } = entete(c);
    return {
      objet: `Inscription confirmée : le ${jourCourt(jour)} à ${heure}`,
      accroche: [t`Votre inscription est enregistrée : ${nom}, le ${fort(quand)}.`, ou, ...dontLaDateTombe(c)],
      ...pourYVenir(c, rdv, t`Notez cette date : dans l'e-mail, l'invitation jointe l'ajoute à votre agenda.`),
    };
  },
  sms: (c, court) => {
    const { rdv, quand } = entete(c);
    return t`Inscription enregistrée (${c.v.sigle}) : le ${quand}, ${finSms(c, rdv, court)}`;
  },
};

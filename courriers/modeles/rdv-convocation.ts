import { jourCourt } from '../contexte';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { empechement, entete, finSms, lignesRendezVous, preparer, utilite } from './rendez-vous';

export const rdvConvocation: Modele<'RDV_CONVOCATION'> = {
  version: 2,
  BENEFICIAIRE: (c) => {
    const { rdv, nom, quand, jour, heure, ou } = entete(c);
    return {
      objet: `Votre rendez-vous du ${jourCourt(jour)} à ${heure}`,
      accroche: [t`Un rendez-vous est fixé le ${fort(quand)} : ${nom}.`, ou],
      aFaire: [
        t`Notez ce rendez-vous : dans l'e-mail, l'invitation jointe l'ajoute à votre agenda.`,
        ...preparer(c, rdv),
        empechement(c),
      ],
      dates: lignesRendezVous(c, rdv),
      sections: [utilite(c, rdv)],
    };
  },
  sms: (c, court) => {
    const { rdv, quand } = entete(c);
    return t`Rendez-vous ${c.v.sigle} le ${quand}, ${finSms(c, rdv, court)}`;
  },
};

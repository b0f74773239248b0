import { dateCivile, joursEntre } from '../../domain/calendrier/dates';
import { type ContexteCourrier, enJours, jourCourt } from '../contexte';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { empechement, entete, finSms, lignesRendezVous, preparer, utilite } from './rendez-vous';

/** "demain", "dans 7 jours": counted from the day it leaves, which a holiday may bring forward. */
function dans(c: ContexteCourrier, jour: string): string {
  const jours = joursEntre(c.jour, dateCivile(jour));
  if (jours <= 0) return 'aujourd’hui';
  return jours === 1 ? 'demain' : `dans ${enJours(jours)}`;
}

export const rdvRappel: Modele<'RDV_RAPPEL'> = {
  version: 3,
  BENEFICIAIRE: (c) => {
    const { rdv, nom, quand, jour, heure, ou } = entete(c);
    return {
      objet: `Rappel : rendez-vous ${dans(c, jour)}, le ${jourCourt(jour)} à ${heure}`,
      accroche: [t`Vous avez rendez-vous ${fort(dans(c, jour))}, le ${fort(quand)} : ${nom}.`, ou],
      aFaire: [...preparer(c, rdv), empechement(c)],
      dates: lignesRendezVous(c, rdv),
      sections: [utilite(c, rdv)],
    };
  },
  sms: (c, court) => {
    const { rdv, quand, jour } = entete(c);
    return t`Rappel : rendez-vous ${c.v.sigle} ${dans(c, jour)}, le ${quand}, ${finSms(c, rdv, court)}`;
  },
};

import { appelerVite, jourCourt } from '../contexte';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { entete } from './rendez-vous';

export const rdvManque: Modele<'RDV_MANQUE'> = {
  version: 3,
  BENEFICIAIRE: (c) => {
    const { v } = c;
    const { nom, quand, jour, obligatoire } = entete(c);
    return {
      objet: `Rendez-vous du ${jourCourt(jour)} : convenons d’une autre date`,
      accroche: [
        t`Nous vous attendions le ${fort(quand)} (${nom}). Le rendez-vous n'a pas eu lieu.`,
        t`Un empêchement arrive à tout le monde. Le plus important est d'en parler et de fixer une autre date.`,
      ],
      aFaire: [
        t`Pour dire ce qui s'est passé et fixer une autre date, ${appelerVite(c)}.`,
        t`Si vous avez un justificatif, envoyez-le à ${c.qui}.`,
      ],
      dates: [],
      sections: [
        {
          titre: 'Pourquoi c’est important',
          paragraphes: [
            obligatoire
              ? t`Ce rendez-vous fait partie de votre accompagnement. Manquer sans motif une action prévue peut conduire à la fin définitive de votre ${v.sigle}. Une telle décision n'est jamais automatique : elle est prise par une personne, et ce que vous direz compte.`
              : t`Votre place a été gardée pour vous. Prévenir, même au dernier moment, permet à quelqu'un d'autre d'en profiter.`,
          ],
        },
        {
          titre: 'Vous étiez là, ou vous aviez prévenu ?',
          paragraphes: [t`Dites-le à ${c.qui} : le dossier sera corrigé.`],
        },
      ],
    };
  },
  sms: (c) => {
    const { quand } = entete(c);
    return t`Votre rendez-vous ${c.v.sigle} du ${quand} n'a pas eu lieu. Appelez pour dire ce qui s'est passé et fixer une autre date.`;
  },
};

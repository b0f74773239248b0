import { appeler, exige, jourCourt, jourLong, reste } from '../contexte';
import { lignesDouteuses, sectionDoutes } from '../doutes';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { commentAccepter, debutSiAccepte, ligne, ligneLegale } from './commun';

export const c02: Modele<'C02_RAPPEL_REFLEXION'> = {
  version: 5,
  BENEFICIAIRE: (c) => {
    const { v } = c;
    const fin = exige(c.resultat.finReflexion, 'finReflexion');
    return {
      objet: `Rappel : vous avez jusqu’au ${jourCourt(fin)} pour répondre à la proposition de ${v.sigle}`,
      accroche: [
        t`À notre connaissance, vous n'avez pas encore répondu à la proposition de ${v.long} (${v.sigle}) du ${jourLong(c.dossier.dateRemise)}.`,
        t`Vous pouvez l'accepter jusqu'au ${fort(jourLong(fin))} compris.`,
      ],
      aFaire: [
        t`Si vous hésitez, ${appeler(c)}. Cet échange ne vous engage à rien.`,
        commentAccepter(c),
        t`Si vous ne voulez pas ${v.du}, vous n'avez rien à faire.`,
      ],
      dates: [
        ...ligneLegale(c, 'Dernier jour pour répondre', fin),
        ...lignesDouteuses(c, 'DEBUT', ligne(`Début ${v.du}, si vous acceptez`, debutSiAccepte(c, fin))),
      ],
      sections: [
        {
          titre: 'Sans réponse de votre part',
          paragraphes: [
            t`Passé cette date, votre silence vaut refus. C'est le jour où vous remettez ou postez votre acceptation qui compte : n'attendez pas le dernier.`,
            ...(c.contratDejaRompu
              ? []
              : [t`La procédure de licenciement engagée par votre employeur continue alors.`]),
          ],
        },
        ...sectionDoutes(c, 'DEBUT'),
        {
          titre: 'Vous avez déjà répondu ?',
          paragraphes: [t`Ce rappel a croisé votre réponse : n'en tenez pas compte.`],
        },
      ],
    };
  },
  sms: (c) => {
    const fin = exige(c.resultat.finReflexion, 'finReflexion');
    const aQui = c.dossier.modeProposition === 'FRANCE_TRAVAIL' ? 'votre agence' : 'votre employeur';
    return t`Proposition de ${c.v.sigle} : pour accepter, bulletin signé à ${aQui} au plus tard le ${jourLong(fin)} (${reste(c.jour, fin).phrase}). Sans réponse : refus.`;
  },
};

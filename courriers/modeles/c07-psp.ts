import { appeler, desQuand, exige, jourCourt, jourLong, primePossible, reste } from '../contexte';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { ligne } from './commun';

export const c07: Modele<'C07_CONVOCATION_PSP'> = {
  version: 1,
  BENEFICIAIRE: (c) => {
    const { v, resultat: r } = c;
    const dernier = r.dernierJourUtilePsp ?? exige(r.echeancePsp, 'echeancePsp');
    const tard = reste(c.jour, dernier);
    return {
      objet: tard.passe
        ? `Votre plan d’action (${v.plan.sigle}) : prenez rendez-vous ${desQuand(c)}`
        : `Votre plan d’action (${v.plan.sigle}), à valider au plus tard le ${jourCourt(dernier)}`,
      accroche: [
        t`Votre prochain rendez-vous obligatoire est l'entretien du ${v.plan.long} : c'est votre plan d'action.`,
        tard.passe
          ? t`Il devait être validé au plus tard le ${fort(jourLong(dernier))}. ${fort('Il est encore temps de le faire')}, le plus vite possible.`
          : t`Il doit être validé au plus tard le ${fort(jourLong(dernier))} : ${tard.phrase}.`,
      ],
      aFaire: [
        t`Si vous n'avez pas encore de date, ${appeler(c)}.`,
        t`Réfléchissez au projet que vous choisissez : retrouver un emploi dans votre métier, en changer, créer ou reprendre une entreprise.`,
        t`Notez ce qu'il vous faut pour y arriver : une formation, un contact, un conseil.`,
      ],
      dates: [
        ...ligne(`Début de votre ${v.sigle}`, r.debutCsp),
        ...ligne(`Plan d’action (${v.plan.sigle}), au plus tard`, dernier),
      ],
      sections: [
        {
          titre: 'À quoi sert cet entretien',
          paragraphes: [
            t`Vous écrivez avec ${c.qui} le projet que vous avez choisi et les actions pour le réaliser. Le plan vous est remis ; il pourra évoluer avec votre projet.`,
            ...(primePossible(c)
              ? [
                  t`Un plan validé est aussi demandé pour la prime de reclassement, si vous retrouvez vite un emploi durable.`,
                ]
              : []),
          ],
        },
        {
          titre: 'Vous ne pouvez pas venir ?',
          paragraphes: [t`Prévenez ${c.qui} tout de suite : une autre date peut être trouvée.`],
        },
      ],
    };
  },
  sms: (c) => {
    const dernier = c.resultat.dernierJourUtilePsp ?? exige(c.resultat.echeancePsp, 'echeancePsp');
    return c.jour > dernier
      ? t`Votre plan d'action (${c.v.plan.sigle}) n'est pas encore validé. Il est encore temps : appelez pour prendre rendez-vous.`
      : t`Votre plan d'action (${c.v.plan.sigle}) est à valider au plus tard le ${jourLong(dernier)}. Pas encore de rendez-vous ? Appelez.`;
  },
};

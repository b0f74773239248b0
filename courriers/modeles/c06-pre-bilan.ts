import { appeler, desQuand, exige, jourCourt, jourLong, reste } from '../contexte';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { ligne } from './commun';

export const c06: Modele<'C06_CONVOCATION_PRE_BILAN'> = {
  version: 1,
  BENEFICIAIRE: (c) => {
    const { v, resultat: r } = c;
    const echeance = exige(r.echeancePreBilan, 'echeancePreBilan');
    const dernier = r.dernierJourUtilePreBilan ?? echeance;
    const tard = reste(c.jour, dernier);
    return {
      objet: tard.passe
        ? `Votre pré-bilan ${v.sigle} : prenez rendez-vous ${desQuand(c)}`
        : `Votre pré-bilan ${v.sigle}, au plus tard le ${jourCourt(dernier)}`,
      accroche: [
        t`Votre ${v.sigle} a commencé le ${jourLong(exige(r.debutCsp, 'debutCsp'))}. Votre premier rendez-vous est l'entretien de pré-bilan.`,
        tard.passe
          ? t`Il devait avoir lieu au plus tard le ${fort(jourLong(dernier))}. ${fort('Il est encore temps de le faire')}, le plus vite possible.`
          : t`Il doit avoir lieu au plus tard le ${fort(jourLong(dernier))} : ${tard.phrase}.`,
      ],
      aFaire: [
        t`Si vous n'avez pas encore de date, ${appeler(c)}.`,
        t`Avant le rendez-vous, notez votre parcours, ce que vous savez faire et ce que vous aimeriez faire.`,
        t`Apportez votre CV si vous en avez un. Sinon, vous le ferez ensemble.`,
      ],
      dates: [
        ...ligne(`Début de votre ${v.sigle}`, r.debutCsp),
        ...ligne('Pré-bilan, au plus tard', dernier),
        ...ligne(`Plan d’action (${v.plan.sigle}), au plus tard`, r.dernierJourUtilePsp ?? r.echeancePsp),
      ],
      sections: [
        {
          titre: 'À quoi sert cet entretien',
          paragraphes: [
            t`Avec ${c.qui}, vous faites le point sur vos besoins et vos attentes, et vous préparez ensemble les premières semaines de votre accompagnement.`,
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
    const dernier = c.resultat.dernierJourUtilePreBilan ?? exige(c.resultat.echeancePreBilan, 'echeancePreBilan');
    return c.jour > dernier
      ? t`Votre pré-bilan ${c.v.sigle} n'a pas encore eu lieu. Il est encore temps : appelez pour prendre rendez-vous.`
      : t`Votre pré-bilan ${c.v.sigle} doit avoir lieu au plus tard le ${jourLong(dernier)}. Pas encore de date ? Appelez.`;
  },
};

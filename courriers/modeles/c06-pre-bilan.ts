import { appeler, delai, desQuand, exige, jourCourt, jourLegal, jourLong } from '../contexte';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { ligne, ligneLegale } from './commun';

export const c06: Modele<'C06_CONVOCATION_PRE_BILAN'> = {
  version: 2,
  BENEFICIAIRE: (c) => {
    const { v, resultat: r } = c;
    const echeance = exige(r.echeancePreBilan, 'echeancePreBilan');
    const tard = delai(c, echeance);
    return {
      objet: tard.passe
        ? `Votre pré-bilan ${v.sigle} : prenez rendez-vous ${desQuand(c)}`
        : `Votre pré-bilan ${v.sigle}, au plus tard le ${jourCourt(echeance)}`,
      accroche: [
        t`Votre ${v.sigle} a commencé le ${jourLong(exige(r.debutCsp, 'debutCsp'))}. Votre prochain rendez-vous obligatoire est l'entretien de pré-bilan.`,
        tard.passe
          ? t`Il devait avoir lieu au plus tard le ${jourLegal(c, echeance)}. ${fort('Il est encore temps de le faire')}, le plus vite possible.`
          : t`Il doit avoir lieu au plus tard le ${jourLegal(c, echeance)}${tard.phrase}.`,
      ],
      aFaire: [
        t`Si vous n'avez pas encore de date, ${appeler(c)}.`,
        t`Avant le rendez-vous, notez votre parcours, ce que vous savez faire et ce que vous aimeriez faire.`,
        t`Apportez votre CV si vous en avez un. Sinon, vous le ferez ensemble.`,
      ],
      dates: [
        ...ligne(`Début de votre ${v.sigle}`, r.debutCsp),
        ...ligneLegale(c, 'Pré-bilan, au plus tard', echeance),
        ...ligneLegale(c, `Plan d’action (${v.plan.sigle}), au plus tard`, r.echeancePsp),
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
    const echeance = exige(c.resultat.echeancePreBilan, 'echeancePreBilan');
    return c.jour > echeance
      ? t`Votre pré-bilan ${c.v.sigle} n'a pas encore eu lieu. Il est encore temps : appelez pour prendre rendez-vous.`
      : t`Votre pré-bilan ${c.v.sigle} doit avoir lieu au plus tard le ${jourLegal(c, echeance)}. Pas encore de date ? Appelez.`;
  },
};

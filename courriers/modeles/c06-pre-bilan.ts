import { desQuand, exige, jourCourt, jourLegal, jourLong } from '../contexte';
import { douteuxCeJour, lignesDouteuses, sectionDoutes, siDouteux } from '../doutes';
import { entretienFixe, entretienFixeSms, prendreDate } from '../entretien-prevu';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { ligne, ligneLegale } from './commun';

export const c06: Modele<'C06_CONVOCATION_PRE_BILAN'> = {
  version: 6,
  BENEFICIAIRE: (c) => {
    const { v, resultat: r } = c;
    const echeance = exige(r.echeancePreBilan, 'echeancePreBilan');
    const passe = c.jour > echeance;
    const fixe = entretienFixe(c, echeance);
    const enDoute = douteuxCeJour(c);
    return {
      objet: fixe
        ? `Votre pré-bilan ${v.sigle} : rendez-vous le ${jourCourt(fixe.jour)}`
        : passe
          ? `Votre pré-bilan ${v.sigle} : prenez rendez-vous ${desQuand(c)}`
          : `Votre pré-bilan ${v.sigle}, au plus tard le ${jourCourt(echeance)}`,
      accroche: [
        t`Votre ${v.sigle} a commencé le ${jourLong(exige(r.debutCsp, 'debutCsp'))}${siDouteux(enDoute, 'DEBUT')}. Votre prochain rendez-vous obligatoire est l'entretien de pré-bilan.`,
        ...(fixe?.accroche ?? [
          passe
            ? t`Il devait avoir lieu au plus tard le ${jourLegal(c, echeance)}. ${fort('Il est encore temps de le faire')}, le plus vite possible.`
            : t`Il doit avoir lieu au plus tard le ${jourLegal(c, echeance)}.`,
        ]),
      ],
      aFaire: [
        prendreDate(c),
        t`Avant le rendez-vous, notez votre parcours, ce que vous savez faire et ce que vous aimeriez faire.`,
        t`Apportez votre CV si vous en avez un. Sinon, vous le ferez ensemble.`,
      ],
      dates: [
        ...(fixe?.dates ?? []),
        ...lignesDouteuses(enDoute, 'DEBUT', ligne(`Début de votre ${v.sigle}`, r.debutCsp)),
        ...ligneLegale(c, 'Pré-bilan, au plus tard', echeance),
        ...ligneLegale(c, `Plan d’action (${v.plan.sigle}), au plus tard`, r.echeancePsp),
      ],
      sections: [
        {
          titre: 'À quoi sert cet entretien',
          paragraphes: [
            t`Avec ${c.qui}, vous faites le point sur vos besoins et vos attentes, et vous préparez ensemble les premières semaines de votre accompagnement.`,
            ...(passe
              ? []
              : [
                  t`Le plan d'action (${v.plan.sigle}) vient ensuite : si le pré-bilan a lieu avant sa date limite, celle du plan peut avancer aussi.`,
                ]),
          ],
        },
        ...sectionDoutes({ ...c, ...enDoute }, 'DEBUT'),
      ],
    };
  },
  sms: (c, court) => {
    const fixe = entretienFixeSms(c, court);
    if (fixe) return t`Votre pré-bilan ${c.v.sigle} : ${fixe}`;
    const echeance = exige(c.resultat.echeancePreBilan, 'echeancePreBilan');
    return c.jour > echeance
      ? t`Votre pré-bilan ${c.v.sigle} n'a pas encore eu lieu. Il est encore temps : appelez pour prendre rendez-vous.`
      : t`Votre pré-bilan ${c.v.sigle} doit avoir lieu au plus tard le ${jourLegal(c, echeance)}. Pas encore de date ? Appelez.`;
  },
};

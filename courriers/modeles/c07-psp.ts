import { desQuand, exige, jourCourt, jourLegal, primePossible } from '../contexte';
import { entretienFixe, entretienFixeSms, prendreDate } from '../entretien-prevu';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { ligne, ligneLegale } from './commun';

export const c07: Modele<'C07_CONVOCATION_PSP'> = {
  version: 5,
  BENEFICIAIRE: (c) => {
    const { v, resultat: r } = c;
    const echeance = exige(r.echeancePsp, 'echeancePsp');
    const passe = c.jour > echeance;
    const fixe = entretienFixe(c, echeance);
    return {
      objet: fixe
        ? `Votre plan d’action (${v.plan.sigle}) : rendez-vous le ${jourCourt(fixe.jour)}`
        : passe
          ? `Votre plan d’action (${v.plan.sigle}) : prenez rendez-vous ${desQuand(c)}`
          : `Votre plan d’action (${v.plan.sigle}), à valider au plus tard le ${jourCourt(echeance)}`,
      accroche: [
        t`Votre plan d'action, le ${v.plan.long}, se fait lors d'un entretien obligatoire.`,
        ...(fixe?.accroche ?? [
          passe
            ? t`Il devait être validé au plus tard le ${jourLegal(c, echeance)}. ${fort('Il est encore temps de le faire')}, le plus vite possible.`
            : t`Il doit être validé au plus tard le ${jourLegal(c, echeance)}.`,
        ]),
      ],
      aFaire: [
        prendreDate(c),
        t`Réfléchissez au projet que vous choisissez : retrouver un emploi dans votre métier, en changer, créer ou reprendre une entreprise.`,
        t`Notez ce qu'il vous faut pour y arriver : une formation, un contact, un conseil.`,
      ],
      dates: [
        ...(fixe?.dates ?? []),
        ...ligne(`Début de votre ${v.sigle}`, r.debutCsp),
        ...ligneLegale(c, `Plan d’action (${v.plan.sigle}), au plus tard`, echeance),
      ],
      sections: [
        {
          titre: 'À quoi sert cet entretien',
          paragraphes: [
            t`Vous écrivez avec ${c.qui} le projet que vous avez choisi et les actions pour le réaliser. Le plan vous est remis ; il pourra évoluer avec votre projet.`,
            ...(primePossible(c) && c.p.primeExigePsp
              ? [
                  t`La prime de reclassement, si vous retrouvez vite un emploi durable, demande aussi un plan validé ${fort('avant le jour de l’embauche')}.`,
                ]
              : []),
          ],
        },
      ],
    };
  },
  sms: (c, court) => {
    const fixe = entretienFixeSms(c, court);
    if (fixe) return t`Votre plan d'action (${c.v.plan.sigle}) : rendez-vous ${fixe}`;
    const echeance = exige(c.resultat.echeancePsp, 'echeancePsp');
    return c.jour > echeance
      ? t`Votre plan d'action (${c.v.plan.sigle}) n'est pas encore validé. Il est encore temps : appelez pour prendre rendez-vous.`
      : t`Votre plan d'action (${c.v.plan.sigle}) est à valider au plus tard le ${jourLegal(c, echeance)}. Pas encore de rendez-vous ? Appelez.`;
  },
};

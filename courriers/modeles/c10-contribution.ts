import type { Section } from '../contenu';
import { appeler, type ContexteCourrier, exige, jourCourt, jourLegal, jourLong } from '../contexte';
import { douteuxCeJour, lignesDouteuses, sectionDoutes, siDouteux } from '../doutes';
import type { Modele } from '../modele';
import { de, majuscule, type Texte, t } from '../texte';
import { ligne, ligneLegale } from './commun';
import { enSection, partie } from './partie';

/** What the payment is made of: the notice pay (guide of the employer, 2022), or what failing to propose costs (R5). */
function assiette({ v, contratDejaRompu, dossier }: ContexteCourrier): Texte {
  if (dossier.modeProposition === 'FRANCE_TRAVAIL' && v.sigle === 'CSP')
    return t`Le CSP n'avait pas été proposé avant la fin du contrat de travail. Vous devez pour cela une contribution spécifique : 3 mois de salaire, puisque la personne a adhéré ensuite.`;
  if (contratDejaRompu || v.sigle !== 'CSP')
    return t`L'avis de France Travail dit ce qui est à verser, et comment il est calculé.`;
  return t`À partir d'un an d'ancienneté, l'indemnité de préavis n'est pas payée à la personne : elle est versée à France Travail, dans la limite de 3 mois de salaire. La part au-delà de 3 mois reste due à la personne.`;
}

/** The same in the letter that gives the dates of the CSP, once its first day has come. */
export function contribution(c: ContexteCourrier): Section[] {
  const dite = partie(c, 'C10_CONTRIBUTION');
  if (dite === null) return [];
  return [enSection('Votre contribution', { ...dite, accroche: dite.accroche.slice(1) }), ...dite.sections];
}

export const c10: Modele<'C10_CONTRIBUTION'> = {
  version: 5,
  EMPLOYEUR: (c) => {
    const { v, resultat: r } = c;
    const limite = exige(r.echeanceContributionEmployeur, 'echeanceContributionEmployeur');
    const enDoute = douteuxCeJour(c);
    return {
      objet: `Contribution de l’employeur ${v.au} : si elle est due, au plus tard le ${jourCourt(limite)}`,
      accroche: [
        t`${majuscule(v.le)} (${v.long}) ${de(c.beneficiaire)} a commencé le ${jourLong(exige(r.debutCsp, 'debutCsp'))}${siDouteux(enDoute, 'DEBUT')}.`,
        t`Si une contribution est due à ce titre, elle est à verser à France Travail au plus tard le ${jourLegal(c, limite)}.`,
      ],
      aFaire: [
        t`Attendez l'avis de France Travail : si une contribution est due, vous allez recevoir un courrier qui donne le montant et les moyens de paiement.`,
        t`Vérifiez le montant à l'aide de l'attestation d'employeur que vous avez transmise.`,
        t`Si l'avis demande un versement, payez au plus tard le ${jourLong(limite)}. Sans avis d'ici là, ${appeler(c)}.`,
      ],
      dates: [
        ...lignesDouteuses(enDoute, 'DEBUT', ligne(`Début ${v.du}`, r.debutCsp)),
        ...ligneLegale(c, 'Dernier jour pour verser', limite),
      ],
      sections: [
        { titre: 'Ce que vous versez', paragraphes: [assiette(c)] },
        ...sectionDoutes({ ...c, ...enDoute }, 'DEBUT'),
      ],
    };
  },
  decide: (c) => {
    const { v, resultat: r } = c;
    const limite = exige(r.echeanceContributionEmployeur, 'echeanceContributionEmployeur');
    return {
      objet: `Décision : contribution de l’employeur ${v.au}, à verser le ${jourCourt(limite)} au plus tard`,
      accroche: [
        t`${majuscule(v.le)} (${v.long}) ${de(c.beneficiaire)} a commencé le ${jourLong(exige(r.debutCsp, 'debutCsp'))}.`,
        t`Nous vous demandons de verser votre contribution au plus tard le ${jourLegal(c, limite)}.`,
      ],
      aFaire: [
        t`Lisez l'avis de versement : il donne le montant et les moyens de paiement.`,
        t`Vérifiez le montant à l'aide de l'attestation d'employeur que vous avez transmise.`,
        t`Payez au plus tard le ${jourLong(limite)}. Si l'avis manque ou si le montant vous paraît faux, ${appeler(c)}.`,
      ],
      dates: [...ligne(`Début ${v.du}`, r.debutCsp), ...ligneLegale(c, 'Dernier jour pour verser', limite)],
      sections: [{ titre: 'Ce que vous versez', paragraphes: [assiette(c)] }],
    };
  },
};

import { type DouteDuParcours, finPrimeProche, finPrimeSelon } from '../../domain/droit/doutes-du-parcours';
import { appeler, type ContexteCourrier, dernierJourPrime, exige, jourCourt, jourLong } from '../contexte';
import { lignesDouteuses, objetDouteux, sectionDoutes, siDouteux } from '../doutes';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { ligne } from './commun';

const dernierJour = (c: ContexteCourrier) => exige(dernierJourPrime(c), 'finDixiemeMois');

/** The doubts on the term that move this day as well, with the day that is not told first; the others say nothing of it (R17). */
function doutesPrime(c: ContexteCourrier): DouteDuParcours[] {
  const dit = dernierJour(c);
  const retenue = exige(finPrimeProche(c.resultat, [], c.p), 'finDixiemeMois');
  return (c.doutes ?? []).flatMap((doute): DouteDuParcours[] => {
    if (doute.autreTerme === null) return [doute];
    const autre = finPrimeSelon(c.resultat, doute, c.p);
    return autre === retenue ? [] : [{ ...doute, sur: 'TERME', autreTerme: autre === dit ? retenue : autre }];
  });
}

export const primeDernierMois: Modele<'PRIME_DERNIER_MOIS'> = {
  version: 4,
  BENEFICIAIRE: (c) => {
    const { v, p } = c;
    const dernier = dernierJour(c);
    const d = { jour: c.jour, doutes: doutesPrime(c) };
    return {
      objet: `Prime de reclassement : embauche au plus tard le ${jourCourt(dernier)}${objetDouteux(d, 'TERME')}`,
      accroche: [
        t`La prime de reclassement aide à reprendre vite un emploi durable. Pour y avoir droit, votre embauche doit avoir lieu au plus tard le ${fort(jourLong(dernier))}${siDouteux(d, 'TERME')}.`,
        t`Nous vous écrivons une seule fois à ce sujet. Si vous n'avez pas d'emploi en vue, vous n'avez rien à faire.`,
      ],
      aFaire: [
        t`Si un emploi se présente, prévenez avant l'embauche : ${appeler(c)}.`,
        ...(p.primeExigePsp
          ? [
              t`Vérifiez que votre plan d'action (${v.plan.sigle}) est validé : il doit l'être ${fort('avant le jour de l’embauche')}.`,
            ]
          : []),
        t`Une fois l'emploi commencé, demandez le formulaire à ${c.qui} et transmettez-le à France Travail dans les ${p.primeDemandeJours} jours qui suivent l'embauche.`,
      ],
      dates: lignesDouteuses(d, 'TERME', ligne('Dernier jour d’embauche pour la prime', dernier)),
      sections: [
        {
          titre: 'Les emplois concernés',
          paragraphes: [
            t`Un CDI, ou un contrat (CDD ou intérim) d'au moins ${p.emploiDurableMois} mois. La création ou la reprise d'une entreprise n'y ouvre pas droit.`,
            t`La prime représente la moitié des droits à l'${v.allocation.sigle} qu'il vous reste : plus l'emploi commence tôt, plus elle est élevée. C'est France Travail qui décide de l'accorder.`,
          ],
        },
        ...sectionDoutes(d, 'TERME'),
      ],
    };
  },
  sms: (c) =>
    t`Prime de reclassement : l'embauche doit avoir lieu au plus tard le ${jourLong(dernierJour(c))}${siDouteux({ doutes: doutesPrime(c) }, 'TERME')}. Un emploi en vue ? Appelez avant de commencer.`,
};

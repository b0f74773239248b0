import type { DateCivile } from '../../domain/calendrier/dates';
import { doutes } from '../../domain/droit/doutes';
import { type DouteDuParcours, finPrimeProche, finPrimeSelon } from '../../domain/droit/doutes-du-parcours';
import type { Section } from '../contenu';
import { appeler, type ContexteCourrier, dernierJourPrime, exige, jourCourt, jourLong } from '../contexte';
import { A_CONFIRMER_TITRE, lignesDouteuses, objetDouteux, siDouteux } from '../doutes';
import type { Modele } from '../modele';
import { fort, type Texte, t } from '../texte';
import { ligne } from './commun';

const dernierJour = (c: ContexteCourrier) => exige(dernierJourPrime(c), 'finDixiemeMois');

/** The same by the reading of the rules, which comes later when the nearest is told. */
const retenue = (c: ContexteCourrier) => exige(finPrimeProche(c.resultat, [], c.p), 'finDixiemeMois');

/** The doubts on the term that move this day as well, with the day of their other reading; the others say nothing of it (R17). */
const doutesPrime = (c: ContexteCourrier): DouteDuParcours[] =>
  (c.doutes ?? []).flatMap((doute): DouteDuParcours[] => {
    if (doute.autreTerme === null) return [doute];
    const autre = finPrimeSelon(c.resultat, doute, c.p);
    return autre === retenue(c) ? [] : [{ ...doute, sur: 'TERME', autreTerme: autre }];
  });

/** Until when, if the end that is told elsewhere holds, or by the other reading when that one is told here. */
function autreJour(c: ContexteCourrier, autre: DateCivile): Texte {
  if (dernierJour(c) < retenue(c))
    return t`Si elle est confirmée, l'embauche peut avoir lieu jusqu'au ${jourLong(retenue(c))}.`;
  return autre < c.jour
    ? t`Selon l'autre lecture, l'embauche devait avoir lieu au plus tard le ${jourLong(autre)} : ce jour est passé, faites préciser sans attendre laquelle des deux dates compte.`
    : t`Selon l'autre lecture, l'embauche pourrait avoir lieu jusqu'au ${jourLong(autre)}.`;
}

function aConfirmer(c: ContexteCourrier): Section[] {
  const paragraphes = doutesPrime(c).flatMap(({ code, sur, autreTerme }): Texte[] => {
    const { lettre } = doutes[code];
    if (lettre === null || sur === 'DEBUT') return [];
    return [autreTerme === null ? t`${lettre}` : t`${lettre} ${autreJour(c, autreTerme)}`];
  });
  return paragraphes.length === 0 ? [] : [{ titre: A_CONFIRMER_TITRE, paragraphes }];
}

export const primeDernierMois: Modele<'PRIME_DERNIER_MOIS'> = {
  version: 5,
  BENEFICIAIRE: (c) => {
    const { v, p } = c;
    const dernier = dernierJour(c);
    const d = { doutes: doutesPrime(c) };
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
        ...aConfirmer(c),
      ],
    };
  },
  sms: (c) =>
    t`Prime de reclassement : l'embauche doit avoir lieu au plus tard le ${jourLong(dernierJour(c))}${siDouteux({ doutes: doutesPrime(c) }, 'TERME')}. Un emploi en vue ? Appelez avant de commencer.`,
};

import { type ContexteCourrier, exige, jourCourt, jourLegal, jourLong } from '../contexte';
import { lignesDouteuses, sectionDoutes } from '../doutes';
import { entretienFixe, entretienFixeSms, prendreDate } from '../entretien-prevu';
import type { Modele } from '../modele';
import { fort, type Texte, t } from '../texte';
import { ligne, ligneLegale } from './commun';

/** In the month that the règlement fixes, of the months in which the person was there (R13). */
const quatriemeMois = ({ p }: ContexteCourrier): Texte =>
  p.pointEtapeMois === null ? [] : t`, au ${p.pointEtapeMois}e mois d'accompagnement`;

/** What this interview is for (S003). */
export const utilitePointEtape = ({ qui }: ContexteCourrier): Texte =>
  t`Avec ${qui}, vous faites le point sur l'évolution de votre projet et vous sécurisez la suite de votre parcours. Votre plan d'action est mis à jour.`;

export const c08: Modele<'C08_CONVOCATION_POINT_ETAPE'> = {
  version: 5,
  BENEFICIAIRE: (c) => {
    const { v, resultat: r } = c;
    const { debut, fin } = exige(r.pointEtape, 'pointEtape');
    const commence = c.jour >= debut;
    const fixe = entretienFixe(c, fin);
    return {
      objet: fixe
        ? `Votre point d’étape ${v.sigle} : rendez-vous le ${jourCourt(fixe.jour)}`
        : commence
          ? `Votre point d’étape ${v.sigle}, au plus tard le ${jourCourt(fin)}`
          : `Votre point d’étape ${v.sigle}, entre le ${jourCourt(debut)} et le ${jourCourt(fin)}`,
      accroche: [
        t`Votre prochain rendez-vous obligatoire est le point d'étape${quatriemeMois(c)}.`,
        ...(fixe?.accroche ?? [
          commence
            ? t`Il doit avoir lieu au plus tard le ${jourLegal(c, fin)}.`
            : t`Il a lieu entre le ${fort(jourLong(debut))} et le ${jourLegal(c, fin)}.`,
        ]),
      ],
      aFaire: [
        prendreDate(c),
        t`Relisez votre plan d'action (${v.plan.sigle}) : ce qui est fait, ce qui reste à faire, ce qui bloque.`,
        t`Signalez ce qui a changé dans votre situation ou dans votre projet.`,
      ],
      dates: [
        ...(fixe?.dates ?? []),
        ...ligne('Point d’étape, à partir du', debut),
        ...ligneLegale(c, 'Point d’étape, au plus tard', fin),
        ...lignesDouteuses(c, 'TERME', ligne(`Fin prévue de votre ${v.sigle}`, r.terme)),
      ],
      sections: [
        ...sectionDoutes(c, 'TERME'),
        {
          titre: 'À quoi sert cet entretien',
          paragraphes: [utilitePointEtape(c)],
        },
      ],
    };
  },
  sms: (c, court) => {
    const fixe = entretienFixeSms(c, court);
    if (fixe) return t`Votre point d'étape ${c.v.sigle} : ${fixe}`;
    const { debut, fin } = exige(c.resultat.pointEtape, 'pointEtape');
    return c.jour >= debut
      ? t`Votre point d'étape ${c.v.sigle} doit avoir lieu au plus tard le ${jourLegal(c, fin)}. Pas encore de date ? Appelez.`
      : t`Votre point d'étape ${c.v.sigle} a lieu entre le ${jourLong(debut)} et le ${jourLegal(c, fin)}. Pas encore de date ? Appelez.`;
  },
};

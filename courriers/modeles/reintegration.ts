import { jourDeBase } from '../../domain/catalogue/cle-courrier';
import type { Contenu } from '../contenu';
import { type ContexteCourrier, exige, FRANCE_TRAVAIL, jourCourt, jourLong } from '../contexte';
import { lignesDouteuses, sectionDoutes, siDouteux } from '../doutes';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { ligne, rendezVousAVenir } from './commun';
import { entretienDuRetour } from './entretien-du-retour';
import { convocations, PREMIERS_ENTRETIENS } from './partie';
import { primeDeLEssai } from './prime-de-l-essai';
import { noterLaFin, nouvelleFin } from './prolongation';

/** Until when: the end that stood, or the new one when the days of that job move it. */
function duree(c: ContexteCourrier): Pick<Contenu, 'accroche' | 'dates' | 'sections'> {
  const { v } = c;
  const fin = exige(c.resultat.dateFinCsp, 'dateFinCsp');
  const reprise = t`L'${v.allocation.longue} reprend avec lui, si vous y avez droit et si vous vous actualisez.`;
  if (c.changement) {
    const { accroche, ...reste } = nouvelleFin(c, convocations(c, PREMIERS_ENTRETIENS));
    return {
      accroche: [t`Votre accompagnement reprend pour la durée qu'il vous reste. ${reprise}`, ...accroche],
      ...reste,
    };
  }
  return {
    accroche: [
      t`Votre accompagnement reprend pour la durée qu'il vous reste, jusqu'au ${fort(jourLong(fin))}${siDouteux(c, 'TERME')}. ${reprise}`,
    ],
    dates: [...rendezVousAVenir(c), ...lignesDouteuses(c, 'TERME', ligne(`Fin prévue de votre ${v.sigle}`, fin))],
    sections: sectionDoutes(c, 'TERME'),
  };
}

export const reintegration: Modele<'REINTEGRATION'> = {
  version: 7,
  BENEFICIAIRE: (c) => {
    const { v } = c;
    const jour = exige(jourDeBase(c.base), 'base');
    const { accroche, dates, sections } = duree(c);
    const entretien = entretienDuRetour(c);
    const revenu = c.jour > jour;
    const retour = revenu
      ? `De retour dans ${v.le} depuis le ${jourCourt(jour)}`
      : `Vous revenez dans ${v.le} le ${jourCourt(jour)}`;
    const prime = primeDeLEssai(c, jour);
    return {
      objet: c.changement ? `${retour}${revenu ? '\u00a0:' : ' et'} la date de fin change` : retour,
      accroche: [
        t`La période d'essai de votre emploi a pris fin. ${revenu ? t`Vous êtes de retour dans ${v.le} depuis` : t`Vous revenez dans ${v.le}`} le ${fort(jourLong(jour))}, sans nouvelle demande d'adhésion.`,
        ...accroche,
        ...entretien.accroche,
      ],
      aFaire: [
        ...(c.changement ? [noterLaFin(c)] : []),
        ...entretien.aFaire,
        t`Envoyez à ${c.qui} le document qui met fin à votre période d'essai, si ce n'est pas déjà fait.`,
        ...prime.aFaire,
        t`Actualisez-vous en fin de mois, au 3949, sur ${FRANCE_TRAVAIL} ou sur l'application : déclarez vos heures et votre salaire brut jusqu'au dernier jour travaillé.`,
      ],
      dates: [...ligne(`Retour dans ${v.le}`, jour), ...entretien.dates, ...dates, ...prime.dates],
      sections: [
        ...sections,
        ...entretien.sections,
        ...prime.sections,
        {
          titre: 'Les courriers précédents',
          paragraphes: [
            t`Nos courriers qui annonçaient la fin de votre ${v.sigle} pour cet emploi, et ceux qui les ont suivis (bilan, prime), ne comptent plus${prime.dates.length > 0 ? t` : de la prime, ne retenez que ce que dit cette lettre` : []}.`,
          ],
        },
      ],
    };
  },
};

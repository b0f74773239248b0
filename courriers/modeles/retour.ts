import { jourDeBase } from '../../domain/catalogue/cle-courrier';
import type { Contenu } from '../contenu';
import { type ContexteCourrier, exige, FRANCE_TRAVAIL, jourCourt, jourLong } from '../contexte';
import { lignesDouteuses, sectionDoutes } from '../doutes';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { ligne, rendezVousAVenir } from './commun';
import { entretienDuRetour, entretienDuRetourSms } from './entretien-du-retour';
import { convocations, PREMIERS_ENTRETIENS } from './partie';
import { noterLaFin, nouvelleFin } from './prolongation';

const premierJour = (c: ContexteCourrier) => exige(jourDeBase(c.base), 'base');

/** It leaves on a working day, or once the absence is known: the return may be over. */
const revenu = (c: ContexteCourrier): boolean => c.jour > premierJour(c);
const reprend = (c: ContexteCourrier): string => (revenu(c) ? 'a repris' : 'reprend');

/** The end that stands, or the new one when the days of that absence move it. */
const laFin = (c: ContexteCourrier): Pick<Contenu, 'accroche' | 'dates' | 'sections'> =>
  c.changement
    ? nouvelleFin(c, convocations(c, PREMIERS_ENTRETIENS))
    : {
        accroche: [],
        dates: [
          ...rendezVousAVenir(c),
          ...lignesDouteuses(c, 'TERME', ligne(`Fin ${c.v.du}, à ce jour`, c.resultat.dateFinCsp)),
        ],
        sections: sectionDoutes(c, 'TERME'),
      };

export const retour: Modele<'RETOUR'> = {
  version: 9,
  BENEFICIAIRE: (c) => {
    const { v } = c;
    const jour = premierJour(c);
    const entretien = entretienDuRetour(c);
    const fin = laFin(c);
    const reprise = `Votre ${v.sigle} ${reprend(c)} le ${jourCourt(jour)}`;
    return {
      objet: c.changement ? `${reprise}${revenu(c) ? '\u00a0:' : ' et'} la date de fin change` : reprise,
      accroche: [
        t`La suspension de votre ${v.sigle} est terminée. Votre accompagnement ${reprend(c)} le ${fort(jourLong(jour))}.`,
        t`L'${v.allocation.longue} ${revenu(c) ? 'a repris ce jour-là, si vous y avez droit et à condition de vous actualiser' : 'reprend à partir de ce jour, si vous y avez droit et si vous vous actualisez'} : c'est France Travail qui la verse.`,
        ...fin.accroche,
        ...entretien.accroche,
      ],
      aFaire: [
        ...(c.changement ? [noterLaFin(c)] : []),
        ...entretien.aFaire,
        t`Si vous ${revenu(c) ? 'n’avez pas repris' : 'ne reprenez pas'} ce jour-là, dites-le tout de suite, et envoyez le justificatif.`,
        t`Actualisez-vous en fin de mois, au 3949, sur ${FRANCE_TRAVAIL} ou sur l'application.`,
      ],
      dates: [...ligne('Premier jour du retour', jour), ...entretien.dates, ...fin.dates],
      sections: [
        ...fin.sections,
        ...entretien.sections,
        {
          titre: 'Votre plan d’action',
          paragraphes: [
            t`Votre situation ou votre projet ont pu changer. Au prochain rendez-vous, vous verrez avec ${c.qui} ce qui est à reprendre ou à modifier.`,
          ],
        },
      ],
    };
  },
  sms: (c, court) =>
    t`Votre ${c.v.sigle} ${reprend(c)} le ${jourLong(premierJour(c))}. ${entretienDuRetourSms(c, court)} Pensez à vous actualiser en fin de mois.`,
};

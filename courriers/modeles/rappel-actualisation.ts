import { deMois } from '../../domain/calendrier/dates';
import { lireBaseTournee } from '../../domain/catalogue/cle-courrier';
import { appeler, type ContexteCourrier, exige, FRANCE_TRAVAIL, jourCourt, jourLong, reste } from '../contexte';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { ligne } from './commun';

/** What the base says: the month, and whether it is recalled. */
function periode(c: ContexteCourrier) {
  const { mois, moment } = exige(lireBaseTournee(c.base), 'base');
  const { ouverture, cloture } = exige(
    c.resultat.actualisations?.find((a) => a.mois === mois),
    'actualisations',
  );
  const { dateFinCsp } = c.resultat;
  const finie = dateFinCsp && dateFinCsp < c.jour ? dateFinCsp : null;
  return { deMois: deMois(mois), ouverture, cloture, rappel: moment === 'RAPPEL', finie };
}

export const rappelActualisation: Modele<'RAPPEL_ACTUALISATION'> = {
  version: 3,
  BENEFICIAIRE: (c) => {
    const { v } = c;
    const { deMois: mois, cloture, rappel, finie } = periode(c);
    return {
      objet: rappel
        ? `Actualisation ${mois} : dernier jour le ${jourCourt(cloture)}`
        : `Actualisation ${mois} : à faire jusqu’au ${jourCourt(cloture)} compris`,
      accroche: rappel
        ? [
            t`Nous n'avons pas connaissance de votre actualisation ${mois}.`,
            t`Vous pouvez encore la faire jusqu'au ${fort(jourLong(cloture))} compris : ${fort(reste(c.jour, cloture).phrase)}.`,
          ]
        : [
            t`L'actualisation ${mois} est ouverte. Vous pouvez la faire jusqu'au ${fort(jourLong(cloture))} compris.`,
            finie
              ? t`Votre ${v.sigle} a pris fin le ${jourLong(finie)}, mais ce mois reste à déclarer : sans cela, l'${v.allocation.sigle} n'en est pas versée.`
              : t`Elle est nécessaire au versement de l'${v.allocation.longue}.`,
          ],
      aFaire: [
        t`Actualisez-vous sur ${FRANCE_TRAVAIL}, sur l'application ou au 3949.`,
        finie
          ? t`Répondez pour ${fort('tout le mois')}, jours d'après votre ${v.sigle} compris.`
          : t`Déclarez que vous êtes ${fort('toujours à la recherche d’un emploi')}, même en formation ou en emploi.`,
        t`En formation : répondez « oui » à la question sur la formation.`,
        t`En emploi : déclarez les heures travaillées et le salaire brut du mois.`,
      ],
      dates: ligne('Dernier jour pour s’actualiser', cloture),
      sections: rappel
        ? [
            {
              titre: 'Sans actualisation',
              paragraphes: [
                finie
                  ? t`L'${v.allocation.sigle} de ce mois ne peut pas être versée.`
                  : t`L'${v.allocation.sigle} de ce mois ne peut pas être versée, et votre ${v.sigle} peut être remis${v.e} en cause.`,
                t`Si quelque chose vous en empêche, ${appeler(c)} avant cette date.`,
              ],
            },
            {
              titre: 'Vous l’avez déjà faite ?',
              paragraphes: [t`Ce rappel a croisé votre démarche : n'en tenez pas compte.`],
            },
          ]
        : [],
    };
  },
  sms: (c) => {
    const { deMois: mois, cloture, rappel } = periode(c);
    return rappel
      ? t`Actualisation ${mois} : nous ne l'avons pas encore. Dernier jour : ${jourLong(cloture)}, sur francetravail.fr, l'application ou au 3949. Sans elle, pas d'allocation pour ce mois.`
      : t`Actualisation ${mois} ouverte jusqu'au ${jourLong(cloture)} : francetravail.fr, application ou 3949.`;
  },
};

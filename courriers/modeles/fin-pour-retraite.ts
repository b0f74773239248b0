import { ajouterJours } from '../../domain/calendrier/dates';
import { appeler, type ContexteCourrier, exige, jourCourt, jourLong } from '../contexte';
import { prendreDate } from '../entretien-prevu';
import type { Modele } from '../modele';
import { quand } from '../rendez-vous';
import { fort, type Texte, t } from '../texte';
import { derniereActualisation, ligne, sArrete } from './commun';

/** Nobody is asked to a bilan after a retirement (R22): held if an appointment stands, or if the person wishes. */
function bilan(c: ContexteCourrier): Texte[] {
  const dernier = c.resultat.bilan?.fin;
  if (c.rendezVous)
    return [t`Votre entretien de bilan reste fixé le ${fort(quand(c, c.rendezVous))}. ${prendreDate(c)}`];
  if (!dernier || dernier < c.jour) return [];
  return [
    t`Vous ne recevrez pas de convocation à l'entretien de bilan. Si vous le souhaitez, il reste possible jusqu'au ${jourLong(dernier)} : demandez-le à ${c.qui}.`,
  ];
}

/** The end that a pension brings: the allowance stops the day after the last one, and nothing else pays from then on (R27). */
export const finPourRetraite: Modele<'FIN_POUR_RETRAITE'> = {
  version: 2,
  BENEFICIAIRE: (c) => {
    const { v } = c;
    const fin = exige(c.resultat.dateFinCsp, 'dateFinCsp');
    const lendemain = ajouterJours(fin, 1);
    const passe = c.jour > fin;
    return {
      objet: `Votre ${v.sigle} ${passe ? 'a pris' : 'prend'} fin le ${jourCourt(fin)} : ce qu’il vous reste à faire`,
      accroche: [
        t`Votre départ à la retraite est enregistré. Votre ${v.sigle} ${passe ? 'a donc pris fin' : 'prend donc fin'} le ${fort(jourLong(fin))}.`,
        t`L'${v.allocation.longue} ${sArrete(c, lendemain)} le ${fort(jourLong(lendemain))}.`,
      ],
      aFaire: [
        t`Vérifiez auprès de votre caisse de retraite que votre pension commence ${fort(`le ${jourLong(lendemain)}`)}. Si elle commence plus tard, dites-le aussitôt à ${c.qui} : vous auriez des jours sans allocation ni pension.`,
        ...derniereActualisation(c, fin),
        t`Si votre départ est repoussé, ou si cette nouvelle ou une date vous paraît fausse, ${appeler(c)} sans attendre.`,
      ],
      dates: ligne(`Dernier jour de votre ${v.sigle}`, fin),
      sections: [
        {
          titre: 'La suite',
          paragraphes: [t`Vous n'avez pas à vous réinscrire à France Travail.`, ...bilan(c)],
        },
      ],
    };
  },
};

import { ajouterJours } from '../../domain/calendrier/dates';
import { appeler, type ContexteCourrier, exige, jourCourt, jourLong } from '../contexte';
import { lignesDouteuses, limiteReinscription, sectionDoutes, siDouteux } from '../doutes';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { actualisationEtAre, etapesReinscription, ligne } from './commun';

/** What a training that goes on asks for, in the letter on the end as in its own. */
export function poursuivre(c: ContexteCourrier) {
  const { v, resultat: r } = c;
  const fin = exige(r.dateFinCsp, 'dateFinCsp');
  const formations = (r.formations ?? []).filter((f) => f.fin > fin);
  return {
    actualisation: t`Chaque fin de mois, actualisez-vous : déclarez que vous êtes toujours à la recherche d'un emploi, et « oui » pour la formation.`,
    attestation: t`Au premier entretien, présentez votre attestation d'entrée en formation.`,
    dates: formations.flatMap((f) => ligne('Fin de votre formation', f.fin)),
    allocation: t`Pendant la suite de la formation, vous pouvez percevoir l'ARE-formation, dans la limite de vos droits et après déduction des jours d'${v.allocation.sigle} déjà versés. C'est France Travail qui décide.`,
  };
}

export const c18: Modele<'C18_FORMATION_POURSUITE'> = {
  version: 5,
  BENEFICIAIRE: (c) => {
    const { v, resultat: r } = c;
    const fin = exige(r.dateFinCsp, 'dateFinCsp');
    const limite = exige(limiteReinscription(c), 'reinscription');
    const { actualisation, attestation, dates, allocation } = poursuivre(c);
    return {
      objet: `Votre formation continue après le ${jourCourt(fin)} : pensez à vous réinscrire`,
      accroche: [
        t`Votre ${v.sigle} se termine le ${jourLong(fin)}${siDouteux(c, 'TERME')}, avant la fin de votre formation. Votre ${v.sigle} n'est pas prolongé${v.e} pour autant.`,
        t`Votre formation peut continuer ${fort('à condition de vous réinscrire à France Travail')}, au plus tard le ${fort(jourLong(limite))}${siDouteux(c, 'TERME')}.`,
      ],
      aFaire: [
        t`Attendez le lendemain de la fin de votre ${v.sigle} : avant, le lien de réinscription n'est pas actif.`,
        ...etapesReinscription,
        actualisationEtAre(ajouterJours(fin, 1)),
        actualisation,
        t`${attestation} En cas de doute, ${appeler(c)}.`,
      ],
      dates: [
        ...lignesDouteuses(c, 'TERME', ligne(`Dernier jour de votre ${v.sigle}`, fin)),
        ...lignesDouteuses(c, 'TERME', ligne('Dernier jour pour se réinscrire', limite)),
        ...dates,
      ],
      sections: [
        ...sectionDoutes(c, 'TERME'),
        {
          titre: 'Votre allocation',
          paragraphes: [
            allocation,
            t`Si vous vous réinscrivez plus tard, votre inscription prend effet le jour de votre demande : les jours entre les deux ne sont pas indemnisés.`,
          ],
        },
      ],
    };
  },
};

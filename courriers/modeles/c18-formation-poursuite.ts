import { ajouterJours } from '../../domain/calendrier/dates';
import { appeler, type ContexteCourrier, exige, jourLong } from '../contexte';
import { sectionDoutes } from '../doutes';
import { finsDites, joursDits, joursDitsEnObjet, ligneDesJours, reinscriptionsDites } from '../fins';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { actualisationEtAre, demanderLaquelle, etapesReinscription, ligne } from './commun';

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
  version: 8,
  BENEFICIAIRE: (c) => {
    const { v } = c;
    const fins = finsDites(c).map(({ fin }) => fin);
    const limites = reinscriptionsDites(c).map(({ limite }) => limite);
    const [premiere] = fins;
    const { actualisation, attestation, dates, allocation } = poursuivre(c);
    return {
      objet: `Votre formation continue après ${joursDitsEnObjet(c, fins)} : pensez à vous réinscrire`,
      accroche: [
        t`Votre ${v.sigle} se termine ${joursDits(c, fins, (jour) => t`${jourLong(jour)}`)}, avant la fin de votre formation. Votre ${v.sigle} n'est pas prolongé${v.e} pour autant.`,
        t`Votre formation peut continuer ${fort('à condition de vous réinscrire à France Travail')}, au plus tard ${joursDits(c, limites)}.`,
      ],
      aFaire: [
        ...demanderLaquelle(fins, limites),
        t`Attendez le lendemain de la fin de votre ${v.sigle} : avant, le lien de réinscription n'est pas actif.`,
        ...etapesReinscription,
        actualisationEtAre(ajouterJours(exige(premiere, 'dateFinCsp'), 1)),
        actualisation,
        t`${attestation} En cas de doute, ${appeler(c)}.`,
      ],
      dates: [
        ligneDesJours(c, `Dernier jour de votre ${v.sigle}`, fins),
        ligneDesJours(c, 'Dernier jour pour se réinscrire', limites),
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

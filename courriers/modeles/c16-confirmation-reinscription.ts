import type { LigneDate } from '../contenu';
import { appeler, type ContexteCourrier, exige, FRANCE_TRAVAIL, jourCourt, jourLong } from '../contexte';
import { lignesDouteuses, sectionDoutes } from '../doutes';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { ligne } from './commun';

const datesInscription = (c: ContexteCourrier, debut: string): LigneDate[] => {
  const { dateFinCsp, reinscription } = c.resultat;
  return [
    ...lignesDouteuses(c, 'TERME', ligne(`Dernier jour de votre ${c.v.sigle}`, dateFinCsp)),
    ...ligne('Votre demande', reinscription?.dateDemande),
    ...ligne(debut, reinscription?.dateEffet),
  ];
};

export const c16: Modele<'C16_CONFIRMATION_REINSCRIPTION'> = {
  version: 4,
  BENEFICIAIRE: (c) => {
    const { v, resultat: r } = c;
    const { dateDemande, dateEffet, statut } = exige(r.reinscription, 'reinscription');
    const demande = exige(dateDemande, 'dateDemande');
    const effet = exige(dateEffet, 'dateEffet');
    return {
      objet: 'Votre demande de réinscription à France Travail est notée',
      accroche: [
        t`Vous avez demandé votre réinscription à France Travail le ${jourLong(demande)}.`,
        statut === 'TARDIVE'
          ? t`Elle a été demandée après le délai de réinscription. D'après votre date de demande, elle devrait prendre effet ce jour-là, le ${fort(jourLong(effet))} ; France Travail vous le confirme.`
          : t`D'après votre date de demande, elle devrait prendre effet le ${fort(jourLong(effet))} ; France Travail vous le confirme.`,
        t`${fort('Vous allez recevoir un courrier de France Travail')} qui confirme votre inscription, l'ouverture de vos droits à l'allocation chômage (ARE) et la date de votre premier entretien.`,
      ],
      aFaire: [
        t`Notez la date et l'heure de votre premier entretien, et allez-y.`,
        t`Envoyez les justificatifs demandés, s'il en manque.`,
        t`Actualisez-vous chaque fin de mois, au 3949, sur ${FRANCE_TRAVAIL} ou sur l'application.`,
        t`Si vous n'avez rien reçu sous une semaine, ${appeler(c)}.`,
      ],
      dates: datesInscription(c, 'Début de votre inscription, à confirmer'),
      sections: [
        ...sectionDoutes(c, 'TERME'),
        {
          titre: 'Votre allocation',
          paragraphes: [
            t`Si vous y avez droit, l'ARE démarre sans délai d'attente. Les jours d'${v.allocation.sigle} déjà versés sont déduits de vos droits. C'est France Travail qui calcule et décide.`,
          ],
        },
      ],
    };
  },
  decide: (c) => {
    const { v, resultat: r } = c;
    const { dateDemande, dateEffet, statut } = exige(r.reinscription, 'reinscription');
    const effet = exige(dateEffet, 'dateEffet');
    return {
      objet: `Décision : votre inscription à France Travail prend effet le ${jourCourt(effet)}`,
      accroche: [
        t`Nous confirmons votre inscription à France Travail, demandée le ${jourLong(exige(dateDemande, 'dateDemande'))}.`,
        statut === 'TARDIVE'
          ? t`Elle a été demandée après le délai de réinscription : elle prend effet le jour de votre demande, le ${fort(jourLong(effet))}.`
          : t`Elle prend effet le ${fort(jourLong(effet))}.`,
      ],
      aFaire: [
        t`Allez à votre premier entretien, à la date et à l'heure que vous avez validées à la fin du formulaire.`,
        t`Envoyez les justificatifs demandés, s'il en manque.`,
        t`Actualisez-vous chaque fin de mois, au 3949, sur ${FRANCE_TRAVAIL} ou sur l'application.`,
        t`Une question, une date qui vous paraît fausse : ${appeler(c)}.`,
      ],
      dates: datesInscription({ ...c, doutes: [] }, 'Début de votre inscription'),
      sections: [
        {
          titre: 'Votre allocation',
          paragraphes: [
            t`Vos droits à l'allocation chômage (ARE) vous sont notifiés à part, avec leur montant et leur durée. Les jours d'${v.allocation.sigle} déjà versés en sont déduits.`,
          ],
        },
      ],
    };
  },
};

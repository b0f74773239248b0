import { joursEntre } from '../../domain/calendrier/dates';
import { lireBasePeriode } from '../../domain/catalogue/cle-courrier';
import { appeler, enJours, exige, FRANCE_TRAVAIL, jourLong } from '../contexte';
import type { Modele } from '../modele';
import { fort, t, typographie } from '../texte';
import { ligne } from './commun';

export const congesEnregistres: Modele<'CONGES_ENREGISTRES'> = {
  version: 3,
  BENEFICIAIRE: (c) => {
    const { v, p } = c;
    const { debut, fin } = exige(lireBasePeriode(c.base), 'base');
    const { joursPris, solde, depassement } = exige(c.resultat.conges, 'conges');
    return {
      objet: 'Vos congés sont enregistrés',
      accroche: [
        t`Vos congés du ${fort(jourLong(debut))} au ${fort(jourLong(fin))} inclus sont enregistrés, soit ${enJours(joursEntre(debut, fin) + 1)}.`,
        depassement > 0
          ? t`Avec eux, vos congés dépassent de ${enJours(depassement)} les ${p.congesMaxJours} jours auxquels vous avez droit pendant votre ${v.sigle}.`
          : t`Ils ne suspendent pas votre ${v.sigle} et n'en repoussent pas la fin.`,
      ],
      aFaire: [
        ...(depassement > 0 ? [t`Voyez avec ${c.qui} ce que vous pouvez changer : ${appeler(c)}.`] : []),
        t`Si vos dates changent, dites-le à ${c.qui} ${c.jour < debut ? 'avant votre départ' : 'sans attendre'}.`,
        t`Actualisez-vous en fin de mois comme d'habitude, même si ce jour tombe pendant vos congés : au 3949, sur ${FRANCE_TRAVAIL} ou sur l'application.`,
      ],
      dates: [
        ...ligne('Premier jour de congés', debut),
        ...ligne('Dernier jour de congés', fin),
        {
          libelle: typographie(`Congés déclarés depuis le début de votre ${v.sigle}`),
          valeur: `${enJours(joursPris)} sur ${p.congesMaxJours}`,
        },
        { libelle: typographie(`Solde à la date de ce courrier`), valeur: enJours(solde) },
      ],
      sections: [
        {
          titre: 'Comment les jours sont comptés',
          paragraphes: [
            t`Tous les jours comptent, samedis, dimanches et jours fériés compris. Ceux que vous avez déjà pris, et ceux déjà déclarés pour plus tard, sont dans ce compte.`,
          ],
        },
      ],
    };
  },
};

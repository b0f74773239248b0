import { lireBaseReferent } from '../../domain/catalogue/cle-courrier';
import { type ContexteCourrier, exige, jourLong } from '../contexte';
import type { Modele } from '../modele';
import { courriel, fort, propre, type Texte, t, telephone } from '../texte';

/** Where the agency is, and how to call or write to it. */
function agenceDite({ personnes: { agence } }: ContexteCourrier): Texte {
  const { lignes, codePostal, ville } = agence.adresse;
  const adresse = [...lignes, `${codePostal} ${ville}`].map(propre).join(', ');
  return t`${propre(agence.nom)}, ${adresse}. Téléphone : ${telephone(agence.telephone)}. E-mail : ${courriel(agence.email)}.`;
}

/** Who follows the person from now on: all that she arranged before stands. */
export const nouveauReferent: Modele<'NOUVEAU_REFERENT'> = {
  version: 1,
  BENEFICIAIRE: (c) => {
    const { jour: depuis } = exige(lireBaseReferent(c.base), 'base');
    return {
      objet: 'Votre référent à l’agence a changé',
      accroche: [
        t`Depuis le ${fort(jourLong(depuis))}, votre référent est ${fort(c.qui)}.`,
        t`Vos droits et vos dates restent les mêmes. Vous n'avez aucune démarche à faire.`,
      ],
      aFaire: [],
      dates: [
        { libelle: 'Votre référent', valeur: c.qui },
        { libelle: 'Depuis le', valeur: jourLong(depuis) },
        { libelle: 'Votre agence', valeur: propre(c.personnes.agence.nom) },
      ],
      sections: [
        {
          titre: 'Vos rendez-vous',
          paragraphes: [
            t`Les rendez-vous déjà fixés sont maintenus, au même jour, à la même heure et au même endroit, sauf si un courrier ou ${c.qui} vous dit autre chose.`,
          ],
        },
        {
          titre: 'Comment joindre votre agence',
          paragraphes: [agenceDite(c)],
        },
      ],
    };
  },
};

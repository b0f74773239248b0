import { jourDeBase } from '../../domain/catalogue/cle-courrier';
import { exige, jourLong } from '../contexte';
import type { Modele } from '../modele';
import { t } from '../texte';
import { ligne } from './commun';

export const c17: Modele<'C17_SUIVI_EMPLOI'> = {
  version: 1,
  CONSEILLER: (c) => {
    const { debut, fin, jalons } = exige(c.resultat.suiviEmploi, 'suiviEmploi');
    const rang = jalons.indexOf(exige(jourDeBase(c.base), 'base')) + 1;
    return {
      objet: `Suivi dans l’emploi : contact à prendre, dossier ${c.numero}`,
      accroche: [
        t`Le contact de suivi ${rang} sur ${jalons.length} est à prendre avec ${c.beneficiaire}, dans son emploi ou son activité depuis le ${jourLong(debut)}.`,
      ],
      aFaire: [
        t`Appelez la personne : comment se passent le poste, l'intégration, la période d'essai ?`,
        t`Notez le contact dans le dossier, avec ce qui a été convenu.`,
        c.p.essaiRompuReintegre
          ? t`Si la période d'essai est rompue, enregistrez-le aussitôt : une réintégration est possible.`
          : t`Si l'emploi s'arrête, enregistrez-le aussitôt.`,
      ],
      dates: [...ligne('Début de l’emploi ou de l’activité', debut), ...ligne('Fin du suivi', fin)],
      sections: [],
    };
  },
};

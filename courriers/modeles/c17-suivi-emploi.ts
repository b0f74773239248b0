import { jourDeBase } from '../../domain/catalogue/cle-courrier';
import { exige, jourLong } from '../contexte';
import type { Modele } from '../modele';
import { t } from '../texte';
import { ligne } from './commun';

export const c17: Modele<'C17_SUIVI_EMPLOI'> = {
  version: 2,
  CONSEILLER: (c) => {
    const { debut, fin, jalons } = exige(c.resultat.suiviEmploi, 'suiviEmploi');
    const rang = jalons.indexOf(exige(jourDeBase(c.base), 'base')) + 1;
    const { motifFin, terme } = c.resultat;
    const entreprise = motifFin === 'CREATION_ENTREPRISE';
    /** Past the term that was planned, nobody comes back from a broken trial (R16). */
    const retourPossible = c.p.essaiRompuReintegre && motifFin === 'EMPLOI_DURABLE' && !!terme && c.jour < terme;
    return {
      objet: `Suivi dans l’emploi : contact à prendre, dossier ${c.numero}`,
      accroche: [
        t`Le contact de suivi ${rang} sur ${jalons.length} est à prendre avec ${c.beneficiaire}, dans son emploi ou son activité depuis le ${jourLong(debut)}.`,
      ],
      aFaire: [
        entreprise
          ? t`Appelez la personne : où en est l'activité, de quoi a-t-elle besoin ?`
          : retourPossible
            ? t`Appelez la personne : comment se passent le poste, l'intégration, la période d'essai ?`
            : t`Appelez la personne : comment se passent le poste et l'intégration ?`,
        t`Notez le contact dans le dossier, avec ce qui a été convenu.`,
        retourPossible
          ? t`Si la période d'essai est rompue, enregistrez-le aussitôt : une réintégration est possible.`
          : entreprise
            ? t`Si l'activité s'arrête, notez-le aussitôt.`
            : t`Si l'emploi s'arrête, enregistrez-le aussitôt.`,
      ],
      dates: [...ligne('Début de l’emploi ou de l’activité', debut), ...ligne('Fin du suivi', fin)],
      sections: [],
    };
  },
};

import { civilite, exige, jourCourt, jourLong, nomEntier } from '../contexte';
import { sectionDoutes } from '../doutes';
import type { Modele } from '../modele';
import { de, fort, t } from '../texte';
import { ligne, ligneFinReflexion } from './commun';

export const c03: Modele<'C03_LICENCIEMENT_CONDITIONNEL'> = {
  version: 4,
  EMPLOYEUR: (c) => {
    const {
      v,
      dossier,
      personnes: { identite },
    } = c;
    const fin = exige(c.resultat.finReflexion, 'finReflexion');
    const envoi = exige(dossier.dateEnvoiLicenciement, 'dateEnvoiLicenciement');
    return {
      objet: `Lettre de licenciement avant le ${jourCourt(fin)} : le modèle à utiliser`,
      accroche: [
        t`Vous prévoyez d'envoyer la lettre de licenciement ${de(c.beneficiaire)} le ${jourLong(envoi)}. Son délai pour répondre à la proposition de ${v.long} (${v.sigle}) court jusqu'au ${fort(jourLong(fin))} compris.`,
        t`Pendant ce délai, votre lettre doit rappeler cette date et dire qu'elle ne vaut notification du licenciement ${fort(`qu’en cas de refus ${v.du}`)}.`,
      ],
      aFaire: [
        ...(dossier.salarieProtege
          ? [t`Ce licenciement demande l'autorisation de l'inspection du travail : attendez-la avant tout envoi.`]
          : []),
        t`Reprenez le modèle ci-dessous et complétez ce qui est entre crochets, d'abord le motif économique.`,
        t`Signez la lettre et envoyez-la en recommandé avec avis de réception.`,
        t`Gardez le justificatif de dépôt et l'avis de réception.`,
      ],
      dates: [...ligne('Envoi prévu de votre lettre', envoi), ...ligneFinReflexion(fin)],
      sections: [
        ...sectionDoutes(c, 'DEBUT'),
        {
          titre: 'Modèle de lettre recommandée avec avis de réception',
          modele: true,
          paragraphes: [
            t`[Nom et adresse de l'entreprise] – [Lieu et date]`,
            t`${nomEntier(identite)}`,
            t`Objet : ${v.long} et licenciement pour motif économique`,
            t`${civilite(identite) ?? t`[Madame ou Monsieur]`},`,
            t`Le ${jourLong(dossier.dateRemise)}, nous vous avons remis contre récépissé la proposition de ${v.long} (${v.sigle}). Votre délai de réflexion se termine le ${jourLong(fin)} compris.`,
            t`Si vous acceptez ${v.le} dans ce délai, votre contrat de travail prendra fin le ${jourLong(fin)} et la présente lettre ne vaudra pas licenciement.`,
            t`Si vous refusez ${v.le}, ou si vous ne répondez pas dans ce délai, la présente lettre constituera la notification de votre licenciement pour motif économique.`,
            t`Le motif économique de la rupture est le suivant : [raison économique, conséquence sur votre emploi, recherches de reclassement et leur résultat].`,
            t`[Préavis, priorité de réembauche, délai pour contester. Nom, qualité et signature.]`,
          ],
        },
      ],
    };
  },
};

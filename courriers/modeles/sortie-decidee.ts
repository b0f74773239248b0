import { ajouterJours } from '../../domain/calendrier/dates';
import { appelerVite, exige, FRANCE_TRAVAIL, jourCourt, jourLong } from '../contexte';
import type { Modele } from '../modele';
import { fort, t } from '../texte';
import { ligne, motifEnregistre } from './commun';

/** It announces a decision that someone else signs: the facts and the means of appeal are in that one (R27). */
export const sortieDecidee: Modele<'SORTIE_DECIDEE'> = {
  version: 1,
  BENEFICIAIRE: (c) => {
    const { v, resultat: r } = c;
    const fin = exige(r.dateFinCsp, 'dateFinCsp');
    const motif = r.motifFin === 'FAUSSE_DECLARATION' ? 'FAUSSE_DECLARATION' : 'MANQUEMENT';
    const lendemain = ajouterJours(fin, 1);
    return {
      objet: `Fin de votre ${v.sigle} le ${jourCourt(fin)} : une décision vous est adressée`,
      accroche: [
        t`Il ${fin < c.jour ? 'a été' : 'est'} mis fin à votre ${v.sigle} le ${fort(jourLong(fin))}. Motif enregistré : ${motifEnregistre(c, motif)}.`,
        t`Vous allez recevoir la décision de son auteur : elle dit les faits retenus, le texte appliqué, et comment la contester. L'${v.allocation.longue} s'arrête le ${jourLong(lendemain)}.`,
      ],
      aFaire: [
        t`Lisez la décision et gardez son enveloppe : le délai pour la contester y est écrit.`,
        t`Si les faits ou la date vous paraissent faux, ou si la décision n'arrive pas, ${appelerVite(c)}. Réunissez vos justificatifs.`,
        t`Inscrivez-vous à France Travail dès le ${jourLong(lendemain)}, sur ${FRANCE_TRAVAIL}.`,
      ],
      dates: [
        ...ligne(`Dernier jour de votre ${v.sigle}`, fin),
        ...ligne('Dernier jour pour se réinscrire sans perdre de jours', r.reinscription?.limite),
      ],
      sections: [
        {
          titre: 'Contester',
          paragraphes: [
            t`Une personne a pris cette décision, une autre l'a confirmée. Vous pouvez demander à ${c.qui} à voir ce que le dossier en garde.`,
          ],
        },
      ],
    };
  },
};

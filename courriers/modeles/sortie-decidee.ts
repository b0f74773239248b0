import { ajouterJours } from '../../domain/calendrier/dates';
import type { Contenu } from '../contenu';
import { appelerVite, type ContexteCourrier, exige, FRANCE_TRAVAIL, jourCourt, jourLong } from '../contexte';
import type { Modele } from '../modele';
import { fort, type Texte, t } from '../texte';
import { ligne, motifEnregistre, sArrete } from './commun';
import { enSection, partie } from './partie';

/** What the announcement and the decision both state: from when, why, what is due until when. */
function fin(c: ContexteCourrier) {
  const { v, resultat: r } = c;
  const dernier = exige(r.dateFinCsp, 'dateFinCsp');
  const lendemain = ajouterJours(dernier, 1);
  return {
    dernier,
    lendemain,
    motif: motifEnregistre(c, r.motifFin === 'FAUSSE_DECLARATION' ? 'FAUSSE_DECLARATION' : 'MANQUEMENT'),
    inscription: t`Inscrivez-vous à France Travail dès le ${jourLong(lendemain)}, sur ${FRANCE_TRAVAIL}.`,
    dates: [
      ...ligne(`Dernier jour de votre ${v.sigle}`, dernier),
      ...ligne('Dernier jour pour se réinscrire sans perdre de jours', r.reinscription?.limite),
    ],
  };
}

/** As they were written, line by line. */
function unParUn(faits: string): Texte[] {
  const lignes = faits.split('\n').filter((ligne) => ligne.trim() !== '');
  return lignes.length === 1 ? [t`${faits}`] : lignes.map((ligne) => t`– ${ligne}`);
}

/** Known late, it says what the letter that opens the re-registration would say the same day. */
function reinscription(c: ContexteCourrier): Pick<Contenu, 'dates' | 'sections'> {
  const cessation = c.resultat.reinscription?.dateDemande ? null : partie(c, 'C14_CESSATION_INSCRIPTION');
  if (cessation === null) return { dates: [], sections: [] };
  const { accroche, aFaire, dates } = cessation;
  return {
    dates: dates.slice(1, 2),
    sections: [enSection('Votre réinscription', { accroche: accroche.slice(1), aFaire: aFaire.slice(0, -1) })],
  };
}

/** It announces a decision that someone else signs, facts and means of appeal in that one; or it is that decision (R27). */
export const sortieDecidee: Modele<'SORTIE_DECIDEE'> = {
  version: 4,
  BENEFICIAIRE: (c) => {
    const { v } = c;
    const { dernier, lendemain, motif, inscription, dates } = fin(c);
    const ensuite = reinscription(c);
    return {
      objet: `Fin de votre ${v.sigle} le ${jourCourt(dernier)} : une décision vous est adressée`,
      accroche: [
        t`Il ${dernier < c.jour ? 'a été' : 'est'} mis fin à votre ${v.sigle} le ${fort(jourLong(dernier))}. Motif enregistré : ${motif}.`,
        t`Vous allez recevoir la décision de son auteur : elle dit les faits retenus, le texte appliqué, et comment la contester. L'${v.allocation.longue} ${sArrete(c, lendemain)} le ${jourLong(lendemain)}.`,
      ],
      aFaire: [
        t`Lisez la décision et gardez son enveloppe : le délai pour la contester y est écrit.`,
        t`Si les faits ou la date vous paraissent faux, ou si la décision n'arrive pas, ${appelerVite(c)}. Réunissez vos justificatifs.`,
        inscription,
      ],
      dates: [...dates, ...ensuite.dates],
      sections: [
        ...ensuite.sections,
        {
          titre: 'Contester',
          paragraphes: [
            t`Une personne a pris cette décision, une autre l'a confirmée. Vous pouvez demander à ${c.qui} à voir ce que le dossier en garde.`,
          ],
        },
      ],
    };
  },
  decide: (c) => {
    const { v } = c;
    const { dernier, lendemain, motif, inscription, dates } = fin(c);
    return {
      objet: `Décision de fin de votre ${v.sigle} le ${jourCourt(dernier)}`,
      accroche: [
        t`Nous ${dernier < c.jour ? 'avons mis' : 'mettons'} fin à votre ${v.sigle} le ${fort(jourLong(dernier))}. Motif : ${motif}.`,
        t`L'${v.allocation.longue} ${sArrete(c, lendemain)} le ${jourLong(lendemain)}. Une personne a pris cette décision, une autre l'a confirmée.`,
      ],
      aFaire: [
        t`Lisez les faits retenus. S'ils vous paraissent faux, ou la date, réunissez vos justificatifs et contestez dans le délai écrit plus bas ; gardez l'enveloppe de cette lettre.`,
        t`Pour en parler, ${appelerVite(c)}.`,
        inscription,
      ],
      dates,
      sections: [
        {
          titre: 'Les faits retenus',
          paragraphes: unParUn(exige(c.faits, 'faits')),
        },
      ],
    };
  },
};

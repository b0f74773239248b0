import { type ContexteCourrier, exige, jourCourt, jourLegal, jourLong } from '../contexte';
import { bilanAuTerme, lignesDouteuses, objetDouteux, sectionDoutes, siDouteux } from '../doutes';
import { entretienFixe, entretienFixeSms, prendreDate } from '../entretien-prevu';
import { finsDites, joursDits, ligneDesJours } from '../fins';
import type { Modele } from '../modele';
import { fort, type Texte, t } from '../texte';
import { ligne, ligneLegale, pourquoiFini } from './commun';

/** What the last interview is for: securing the new job, or what comes after (S003). */
export function utiliteBilan(c: ContexteCourrier): Texte {
  const { motifFin } = c.resultat;
  if (motifFin === 'EMPLOI_DURABLE' || motifFin === 'REPRISE_EMPLOI')
    return t`Avec ${c.qui}, vous faites le point sur vos débuts dans votre nouveau poste et sur ce qui peut vous aider à y rester.`;
  if (motifFin === 'CREATION_ENTREPRISE')
    return t`Avec ${c.qui}, vous faites le point sur le démarrage de votre entreprise et sur ce qui peut vous aider.`;
  return t`Avec ${c.qui}, vous faites le bilan de votre parcours et vous établissez le plan d'actions à poursuivre.`;
}

export const c09: Modele<'C09_CONVOCATION_BILAN'> = {
  version: 9,
  BENEFICIAIRE: (c) => {
    const { v, resultat: r } = c;
    const { debut, fin } = bilanAuTerme(c) ?? exige(r.bilan, 'bilan');
    const anticipee = r.bilan?.type === 'SORTIE_ANTICIPEE';
    const aConfirmer = anticipee ? [] : siDouteux(c, 'TERME');
    const fins = finsDites(c).map((dite) => dite.fin);
    const commence = c.jour >= debut;
    const fixe = entretienFixe(c, fin);
    return {
      objet: fixe
        ? `Votre entretien de bilan ${v.sigle} : rendez-vous le ${jourCourt(fixe.jour)}`
        : `Votre entretien de bilan ${v.sigle}, au plus tard le ${jourCourt(fin)}${anticipee ? '' : objetDouteux(c, 'TERME')}`,
      accroche: [
        anticipee
          ? t`Votre ${v.sigle} a pris fin le ${jourLong(exige(r.dateFinCsp, 'dateFinCsp'))}. Un dernier rendez-vous est prévu : l'entretien de bilan.`
          : t`Votre ${v.sigle} se termine ${joursDits(c, fins, (jour) => t`${jourLong(jour)}`)}. Votre dernier rendez-vous obligatoire est l'entretien de bilan.`,
        ...(fixe?.accroche ?? [
          commence
            ? t`Il doit avoir lieu au plus tard le ${jourLegal(c, fin)}${aConfirmer}.`
            : t`Il a lieu entre le ${fort(jourLong(debut))} et le ${jourLegal(c, fin)}${aConfirmer}.`,
        ]),
      ],
      aFaire: [
        prendreDate(c),
        t`Relisez votre plan d'action (${v.plan.sigle}) et notez ce qui vous a été utile, et ce qu'il vous reste à faire.`,
      ],
      dates: [
        ...(fixe?.dates ?? []),
        ...(anticipee
          ? ligne(`Fin de votre ${v.sigle}`, r.dateFinCsp)
          : [ligneDesJours(c, `Fin prévue de votre ${v.sigle}`, fins)]),
        ...(commence ? [] : ligne('Bilan, à partir du', debut)),
        ...(anticipee
          ? ligneLegale(c, 'Bilan, au plus tard', fin)
          : lignesDouteuses(c, 'TERME', ligneLegale(c, 'Bilan, au plus tard', fin))),
      ],
      sections: [
        ...(anticipee ? pourquoiFini(c) : sectionDoutes(c, 'TERME')),
        { titre: 'À quoi sert cet entretien', paragraphes: [utiliteBilan(c)] },
      ],
    };
  },
  sms: (c, court) => {
    const fixe = entretienFixeSms(c, court);
    if (fixe) return t`Votre entretien de bilan ${c.v.sigle} : ${fixe}`;
    const { type } = exige(c.resultat.bilan, 'bilan');
    const { fin } = bilanAuTerme(c) ?? exige(c.resultat.bilan, 'bilan');
    const douteux = type === 'FIN_ACCOMPAGNEMENT' ? siDouteux(c, 'TERME') : [];
    return t`Votre entretien de bilan ${c.v.sigle} doit avoir lieu au plus tard le ${jourLegal(c, fin)}${douteux}. Pas encore de date ? Appelez.`;
  },
};

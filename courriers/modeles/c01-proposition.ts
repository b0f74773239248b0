import { joursEntre } from '../../domain/calendrier/dates';
import { appeler, type ContexteCourrier, jourCourt, jourLong } from '../contexte';
import { lignesDouteuses, sectionDoutes, siDouteux } from '../doutes';
import type { Modele } from '../modele';
import { fort, type Texte, t } from '../texte';
import { commentAccepter, debutSiAccepte, ligne, ligneLegale } from './commun';

function nouvelle({ dossier, v }: ContexteCourrier): Texte {
  const date = jourLong(dossier.dateRemise);
  if (dossier.motifRupture !== 'LICENCIEMENT_ECONOMIQUE')
    return t`Le ${date}, ${v.un} vous a été ${v.propose} pour vous aider à retrouver un emploi.`;
  if (dossier.modeProposition === 'FRANCE_TRAVAIL')
    return t`Votre employeur ne vous a pas proposé ${v.un}. France Travail vous ${v.pronom} propose donc à sa place, depuis le ${date}.`;
  return t`Le ${date}, votre employeur vous a proposé ${v.un}, parce qu'il envisage de vous licencier pour un motif économique.`;
}

function delai(c: ContexteCourrier): Texte {
  const fin = c.resultat.finReflexion;
  if (!fin)
    return t`Votre licenciement demande l'autorisation de l'inspection du travail. Votre délai pour répondre dure au moins ${c.p.delaiReflexionJours} jours, et au moins jusqu'au lendemain du jour où votre employeur reçoit la décision de l'inspection du travail. ${c.qui} vous en donnera la date exacte. Sans autorisation, cette proposition reste sans suite et votre contrat de travail continue.`;
  return t`Vous avez ${fort(`${joursEntre(c.dossier.dateRemise, fin)}\u00a0jours`)} pour répondre, jusqu'au ${fort(jourLong(fin))} compris.`;
}

/** What becomes of the notice pay is part of the choice (guide of the employer, 2022). */
function preavis({ v, contratDejaRompu, dossier }: ContexteCourrier): Texte[] {
  if (contratDejaRompu || v.sigle !== 'CSP') return [];
  return [
    (dossier.ancienneteMois ?? 0) >= 12
      ? t`Vous recevez vos indemnités de rupture. L'indemnité de préavis, elle, est versée par votre employeur à France Travail, dans la limite de 3 mois de salaire ; la part au-delà vous est payée.`
      : t`Vous recevez vos indemnités de rupture, et votre employeur vous paie l'indemnité de préavis.`,
  ];
}

/** How much and for how long, by the time spent in the last job (R31). */
function allocation({ v, dossier }: ContexteCourrier): Texte {
  const { longue } = v.allocation;
  if (v.sigle !== 'CSP') return t`Un référent vous accompagne et vous percevez l'${longue}.`;
  return (dossier.ancienneteMois ?? 0) >= 12
    ? t`Un référent vous accompagne et vous percevez l'${longue} : 75 % de votre salaire brut de référence, et au moins l'allocation chômage (ARE).`
    : t`Un référent vous accompagne et vous percevez l'${longue} : avec moins d'un an d'ancienneté, son montant et sa durée sont ceux de l'allocation chômage (ARE).`;
}

/** What a refusal leaves as it is; whom France Travail proposes to is registered there already (R5). */
function siVousRefusez({ contratDejaRompu, dossier }: ContexteCourrier): Texte {
  if (!contratDejaRompu) return t`La procédure de licenciement engagée par votre employeur continue.`;
  return dossier.modeProposition === 'FRANCE_TRAVAIL'
    ? t`Rien ne change pour votre contrat de travail, ni pour votre inscription à France Travail.`
    : t`Rien ne change pour votre contrat de travail, et vous restez libre de vous inscrire à France Travail.`;
}

function siVousAcceptez(c: ContexteCourrier): Texte[] {
  const { v } = c;
  const fin = c.resultat.finReflexion;
  const contrat = c.contratDejaRompu
    ? t`La fin de votre contrat de travail ne change pas.`
    : t`Votre contrat de travail prend fin au dernier jour du délai de réflexion, quelle que soit la date de votre réponse.`;
  const debut = fin
    ? t`Le lendemain, ${jourLong(debutSiAccepte(c, fin))}${siDouteux(c, 'DEBUT')}, votre ${v.sigle} commence et dure ${c.p.dureeMois} mois.`
    : t`Votre ${v.sigle} commence le lendemain et dure ${c.p.dureeMois} mois.`;
  return [
    c.contratDejaRompu && fin
      ? t`${contrat} Votre ${v.sigle} commence le ${jourLong(debutSiAccepte(c, fin))}${siDouteux(c, 'DEBUT')} et dure ${c.p.dureeMois} mois.`
      : t`${contrat} ${debut}`,
    allocation(c),
    ...preavis(c),
    t`Vous pouvez contester la rupture de votre contrat de travail pendant 12 mois à compter de votre acceptation.`,
    t`Une acceptation est définitive : prenez le temps de réfléchir.`,
  ];
}

export const c01: Modele<'C01_PROPOSITION'> = {
  version: 6,
  BENEFICIAIRE: (c) => {
    const { v } = c;
    const fin = c.resultat.finReflexion;
    return {
      objet: fin
        ? `Proposition de ${v.sigle} : vous avez jusqu’au ${jourCourt(fin)} pour répondre`
        : `Proposition de ${v.sigle} : votre délai pour répondre`,
      accroche: [nouvelle(c), delai(c)],
      aFaire: [
        t`Demandez un entretien d'information. Il est gratuit et ne vous engage à rien : ${appeler(c)}.`,
        commentAccepter(c),
        t`Ne laissez pas passer la date : ${fort('sans réponse de votre part, votre silence vaut refus')}.`,
      ],
      dates: [
        ...ligneLegale(c, 'Dernier jour pour répondre', fin),
        ...(c.contratDejaRompu
          ? ligne('Fin de votre contrat de travail', c.dossier.finContratPrevue)
          : lignesDouteuses(c, 'DEBUT', ligne('Fin de votre contrat, si vous acceptez', fin))),
        ...(fin ? lignesDouteuses(c, 'DEBUT', ligne(`Début ${v.du}, si vous acceptez`, debutSiAccepte(c, fin))) : []),
        ...ligne('Proposition remise', c.dossier.dateRemise),
      ],
      sections: [
        { titre: 'Si vous acceptez', paragraphes: siVousAcceptez(c) },
        ...sectionDoutes(c, 'DEBUT'),
        {
          titre: 'Si vous refusez, ou si vous ne répondez pas',
          paragraphes: [
            siVousRefusez(c),
            t`Après un refus, vous pouvez encore changer d'avis et accepter, jusqu'au dernier jour du délai.`,
            t`Si vous avez déjà remis votre réponse, vous n'avez rien d'autre à faire.`,
          ],
        },
      ],
    };
  },
};

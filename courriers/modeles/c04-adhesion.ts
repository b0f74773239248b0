import type { LigneDate } from '../contenu';
import { aLAgence, appeler, type ContexteCourrier, exige, FRANCE_TRAVAIL, jourCourt, jourLong } from '../contexte';
import { lignesDouteuses, sectionDoutes, siDouteux } from '../doutes';
import type { Modele } from '../modele';
import { ligneReponse } from '../reponse-changee';
import { fort, que, type Texte, t } from '../texte';
import { annee, garderCesDates } from './annee';
import { contribution } from './c10-contribution';
import { ligne } from './commun';
import { convocations } from './partie';
import { premierEntretien } from './premier-entretien';

const dateReponse = (c: ContexteCourrier): string => jourLong(exige(c.resultat.dateDecision, 'dateDecision'));

/** Start and end of contract; for a protected employee nothing starts before the decision (R7). */
function calendrier(c: ContexteCourrier, lui: 'votre' | 'son'): Texte {
  const { finContrat, debutCsp } = c.resultat;
  if (!finContrat || !debutCsp)
    return t`La fin ${lui === 'votre' ? 'de votre' : 'du'} contrat de travail et le début ${c.v.du} dépendent de la décision de l'inspection du travail : ces dates ne sont pas encore connues. Nous vous les écrirons dès que cette décision sera enregistrée.`;
  const [contrat, dispositif] = lui === 'votre' ? ['Votre', 'Votre'] : ['Son', c.v.son];
  const contratDouteux = c.contratDejaRompu ? [] : siDouteux(c, 'DEBUT');
  const [finit, commence] = [
    finContrat < c.jour ? 'a pris fin' : 'prend fin',
    debutCsp <= c.jour ? 'a commencé' : 'commence',
  ];
  return t`${contrat} contrat de travail ${finit} le ${fort(jourLong(finContrat))}${contratDouteux}. ${dispositif} ${c.v.sigle} ${commence} le ${fort(jourLong(debutCsp))}${siDouteux(c, 'DEBUT')}.`;
}

/** It leaves after the last day of the contract: the acceptance, dated in time, was known late (R28). */
const contratFini = ({ resultat: { finContrat }, jour }: ContexteCourrier): boolean =>
  !!finContrat && finContrat < jour;

/** What the application asks for; after a contract that is over, the agency takes what the employer would have joined. */
const pieces = ({ dossier }: ContexteCourrier): Texte =>
  dossier.modeProposition === 'FRANCE_TRAVAIL'
    ? t`une copie de votre carte Vitale et vos trois derniers bulletins de salaire`
    : t`une copie de votre carte Vitale`;

/** The day of the acceptance, which the days to contest are counted from. */
function reponseDatee(c: ContexteCourrier): LigneDate {
  const { libelle, valeur } = ligneReponse(c, 'ACCEPTE');
  return { libelle, valeur };
}

export const c04: Modele<'C04_ADHESION'> = {
  version: 10,
  BENEFICIAIRE: (c) => {
    const { v, resultat: r } = c;
    return {
      objet: r.debutCsp
        ? `Votre acceptation ${v.du} est enregistrée : début le ${jourCourt(r.debutCsp)}`
        : `Votre acceptation ${v.du} est enregistrée`,
      accroche: [t`Vous avez accepté ${v.le} le ${dateReponse(c)}. C'est enregistré.`, calendrier(c, 'votre')],
      aFaire: [
        t`Remplissez et signez la demande d'${v.allocation.longue}, et joignez-y les pièces qu'elle demande, dont ${pieces(c)}. Sans elle, votre allocation ne peut pas être versée.`,
        c.dossier.modeProposition === 'FRANCE_TRAVAIL'
          ? t`Remettez le tout ${aLAgence(c)} ${fort('dès que possible')}.`
          : t`Remettez le tout à votre employeur ${fort('dès que possible')}${contratFini(c) ? '' : ', sans attendre la fin de votre contrat'} : c'est lui qui l'envoie à France Travail, avec son attestation.`,
        c.contratDejaRompu || contratFini(c)
          ? t`Gardez l'attestation que votre employeur vous a remise pour France Travail. Si vous ne l'avez pas, demandez-la-lui.`
          : t`Le dernier jour de votre contrat, demandez à votre employeur l'attestation destinée à France Travail.`,
        ...(r.debutCsp
          ? (premierEntretien(c) ?? [t`Pour fixer votre premier entretien, le pré-bilan, ${appeler(c)}.`])
          : []),
      ],
      dates: [
        reponseDatee(c),
        ...(c.contratDejaRompu
          ? ligne('Fin de votre contrat de travail', r.finContrat)
          : lignesDouteuses(c, 'DEBUT', ligne('Fin de votre contrat de travail', r.finContrat))),
        ...lignesDouteuses(c, 'DEBUT', ligne(`Début de votre ${v.sigle}`, r.debutCsp)),
        ...annee(c),
      ],
      sections: [
        ...sectionDoutes(c, 'DEBUT', 'TERME'),
        ...convocations(c, ['C07_CONVOCATION_PSP']),
        {
          titre: 'Bon à savoir',
          paragraphes: [
            ...(r.debutCsp ? [garderCesDates(c)] : []),
            t`Pendant votre ${v.sigle}, vous êtes stagiaire de la formation professionnelle et vous vous actualisez chaque fin de mois, au 3949, sur ${FRANCE_TRAVAIL} ou sur l'application.`,
            t`Arrêt maladie, emploi, congés, formation : prévenez ${c.qui} dès que votre situation change, avec un justificatif.`,
            ...(r.prescriptionContestation
              ? [
                  t`Vous pouvez contester la rupture de votre contrat de travail jusqu'au ${jourLong(r.prescriptionContestation)}.`,
                ]
              : []),
          ],
        },
      ],
    };
  },
  EMPLOYEUR: (c) => {
    const { v, resultat: r } = c;
    const economique = c.dossier.motifRupture === 'LICENCIEMENT_ECONOMIQUE';
    return {
      objet: `Acceptation ${v.du} : vos démarches d’employeur`,
      accroche: [t`${c.beneficiaire} a accepté ${v.le} (${v.long}) le ${dateReponse(c)}.`, calendrier(c, 'son')],
      aFaire: [
        ...(r.debutCsp
          ? []
          : [
              t`Dès que vous recevez la décision de l'inspection du travail, dites-nous ce qu'elle décide et le jour où vous l'avez reçue : ${appeler(c)}. La fin du contrat en dépend.`,
            ]),
        ...(c.dossier.modeProposition === 'FRANCE_TRAVAIL'
          ? [t`Envoyez sans attendre à France Travail l'attestation d'employeur, si ce n'est pas déjà fait.`]
          : [
              t`Envoyez sans attendre à France Travail le bulletin d'acceptation signé et la copie de la pièce d'identité.`,
              t`Dès ${que(c.beneficiaire)} vous a remis sa demande d'${v.allocation.longue} signée, avec les pièces demandées, envoyez-la à France Travail avec l'attestation d'employeur.`,
            ]),
        ...(economique
          ? [t`Si ce n'est pas déjà fait, écrivez à ${c.beneficiaire} le motif économique de la rupture du contrat.`]
          : []),
        ...(c.contratDejaRompu
          ? []
          : [
              t`${contratFini(c) ? 'Si ce n’est pas déjà fait' : 'Le dernier jour du contrat'}, remettez-lui son certificat de travail, son solde de tout compte et son attestation.`,
            ]),
      ],
      dates: [
        reponseDatee(c),
        ...(c.contratDejaRompu
          ? ligne('Fin du contrat de travail', r.finContrat)
          : lignesDouteuses(c, 'DEBUT', ligne('Fin du contrat de travail', r.finContrat))),
        ...lignesDouteuses(c, 'DEBUT', ligne(`Début ${v.du}`, r.debutCsp)),
        ...ligne('Contribution, si elle est due, au plus tard', r.echeanceContributionEmployeur),
      ],
      sections: [
        ...sectionDoutes(c, 'DEBUT'),
        ...contribution(c),
        ...(c.contratDejaRompu || contratFini(c)
          ? []
          : [
              {
                titre: 'Fin du contrat',
                paragraphes: [
                  t`Le contrat prend fin à l'issue du délai de réflexion, même si l'acceptation est arrivée plus tôt. Jusque-là, il continue normalement.`,
                ],
              },
            ]),
      ],
    };
  },
};

import { appelerVite, type ContexteCourrier, exige, FRANCE_TRAVAIL, jourLong } from '../contexte';
import type { Modele } from '../modele';
import { fort, type Texte, t } from '../texte';
import { ligne, ligneFinReflexion } from './commun';

const expres = (c: ContexteCourrier): boolean => c.resultat.decision === 'REFUS';
const fin = (c: ContexteCourrier) => exige(c.resultat.finReflexion, 'finReflexion');

function suite(c: ContexteCourrier): Texte[] {
  if (c.contratDejaRompu) return [t`Rien ne change pour votre contrat de travail.`];
  return [
    t`La procédure de licenciement pour motif économique engagée par votre employeur continue.`,
    t`Si votre employeur vous a envoyé pendant le délai de réflexion la lettre recommandée prévue en cas de refus, elle vaut maintenant notification de votre licenciement.`,
    t`Sinon, il vous écrira s'il décide de vous licencier. C'est la lettre de licenciement qui fixe la fin de votre contrat.`,
  ];
}

/** An answer was recorded that is dated after the reflection: it counts for nothing (R8). */
const horsDelai = ({ resultat }: ContexteCourrier): boolean =>
  resultat.rejets?.some(({ code }) => code === 'REPONSE_HORS_DELAI') ?? false;

function silence(c: ContexteCourrier): Texte[] {
  const { v } = c;
  return [
    horsDelai(c)
      ? t`Une réponse est enregistrée, mais elle est datée d'après la fin du délai de réflexion, le ${fort(jourLong(fin(c)))} : elle ne peut pas être prise en compte.`
      : t`Aucune acceptation ne nous a été transmise avant la fin du délai de réflexion, le ${fort(jourLong(fin(c)))}.`,
    t`Dans ce cas, le silence vaut refus ${v.du}.`,
  ];
}

/** No day bounds what she may still prove when the delay was tolerated beyond the day announced (R6). */
function dansCeDelai({ resultat: { finReflexion, finReflexionToleree } }: ContexteCourrier): Texte {
  return finReflexionToleree && finReflexion && finReflexionToleree > finReflexion ? [] : t` dans ce délai`;
}

/** Where she registers: whom France Travail proposed to is registered already. */
function inscription(c: ContexteCourrier): Texte {
  if (c.dossier.modeProposition === 'FRANCE_TRAVAIL')
    return t`Votre inscription à France Travail continue : actualisez-vous chaque fin de mois, sur ${FRANCE_TRAVAIL}, sur l'application ou au 3949.`;
  return c.contratDejaRompu
    ? t`Si ce n'est pas déjà fait, inscrivez-vous à France Travail, sur ${FRANCE_TRAVAIL}.`
    : t`Quand votre contrat de travail sera terminé, inscrivez-vous à France Travail dès le lendemain, sur ${FRANCE_TRAVAIL}.`;
}

export const c05: Modele<'C05_REFUS'> = {
  version: 6,
  BENEFICIAIRE: (c) => {
    const { v } = c;
    return {
      objet: expres(c)
        ? `Votre refus ${v.du} est enregistré`
        : `Proposition de ${v.sigle} : aucune acceptation dans le délai`,
      accroche: expres(c)
        ? [
            t`Vous avez refusé ${v.le} le ${jourLong(exige(c.resultat.dateDecision, 'dateDecision'))}. Le délai de réflexion s'est terminé le ${fort(jourLong(fin(c)))} : votre refus est maintenant définitif.`,
          ]
        : silence(c),
      aFaire: [
        expres(c)
          ? t`Si vous n'avez pas refusé, ${appelerVite(c)}.`
          : t`Si vous aviez remis ou posté votre bulletin d'acceptation${dansCeDelai(c)}, ${appelerVite(c)}, et envoyez-en la preuve : récépissé de remise ou preuve de dépôt à la poste.`,
        inscription(c),
      ],
      dates: [
        ...(expres(c)
          ? [
              {
                libelle: 'Votre réponse',
                valeur: `refus du ${jourLong(exige(c.resultat.dateDecision, 'dateDecision'))}`,
              },
            ]
          : []),
        ...ligne('Proposition remise', c.dossier.dateRemise),
        ...ligneFinReflexion(fin(c)),
      ],
      sections: [
        { titre: 'Ce qui se passe maintenant', paragraphes: suite(c) },
        {
          titre: 'Vos droits',
          paragraphes: [
            t`Refuser ${v.le} ne vous prive pas de l'allocation chômage (ARE), si vous en remplissez les conditions.`,
          ],
        },
      ],
    };
  },
  EMPLOYEUR: (c) => {
    const { v } = c;
    return {
      objet: `Refus ${v.du} : la procédure continue`,
      accroche: [
        expres(c)
          ? t`${c.beneficiaire} a refusé ${v.le} (${v.long}). Le délai de réflexion s'est terminé le ${fort(jourLong(fin(c)))}.`
          : horsDelai(c)
            ? t`${c.beneficiaire} a répondu après la fin du délai de réflexion, le ${fort(jourLong(fin(c)))} : d'après la date enregistrée, sa réponse à la proposition de ${v.long} (${v.sigle}) ne peut pas être prise en compte. Le silence vaut refus.`
            : t`À notre connaissance, ${c.beneficiaire} n'a pas répondu à la proposition de ${v.long} (${v.sigle}) avant la fin du délai de réflexion, le ${fort(jourLong(fin(c)))}. Le silence vaut refus.`,
      ],
      aFaire: [
        t`Si une acceptation vous a été remise, ou vous arrive par la poste, ${appelerVite(c)} : c'est le jour où elle a été remise ou postée qui compte.`,
        ...(c.contratDejaRompu
          ? []
          : [
              t`Si vous avez envoyé pendant le délai la lettre recommandée avec la mention qu'en cas de refus elle constitue la notification du licenciement, elle vaut notification : vous n'avez pas d'autre lettre à envoyer.`,
              t`Sinon, et si vous maintenez le licenciement, notifiez-le par lettre recommandée avec avis de réception, avec son motif économique.`,
            ]),
      ],
      dates: ligneFinReflexion(fin(c)),
      sections: [
        {
          titre: 'Ce qui se passe maintenant',
          paragraphes: [
            c.contratDejaRompu
              ? t`La rupture du contrat de travail n'est pas modifiée.`
              : t`La procédure de licenciement pour motif économique se poursuit selon le code du travail, préavis compris.`,
          ],
        },
      ],
    };
  },
};

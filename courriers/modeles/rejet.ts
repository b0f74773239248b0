import type { DatesDouteuses } from '../../domain/droit/doutes-du-parcours';
import type { CodeRegle } from '../../domain/faits/erreurs';
import { definitions, type Evenement } from '../../domain/faits/evenements';
import type { Definition } from '../../domain/faits/types/definition';
import { appeler, type ContexteCourrier, exige, jourLong } from '../contexte';
import { sectionDoutes, siDouteux } from '../doutes';
import type { Modele } from '../modele';
import { brut, fort, type Texte, t, typographie } from '../texte';

/** The dates of a declaration, in words. */
function datesDites(e: Evenement): Texte {
  if ('debut' in e && 'fin' in e && e.fin) return t`du ${jourLong(e.debut)} au ${jourLong(e.fin)}`;
  if ('debut' in e) return t`à partir du ${jourLong(e.debut)}`;
  return t`le ${jourLong(e.date)}`;
}

/** "congés, du lundi 7 juillet 2025 au vendredi 18 juillet 2025": what was declared, as the forms name it. */
function declaree(e: Evenement): Texte {
  const { libelle, dite = libelle }: Definition = definitions[e.type];
  return t`${dite.replace(/^\p{Lu}(?=\p{Ll})/u, (initiale) => initiale.toLowerCase())}, ${datesDites(e)}`;
}

/** Why a declaration cannot count, said to the person: one sentence for each rule that rejects (R28). */
const raisons: Readonly<Record<CodeRegle, (c: ContexteCourrier) => Texte>> = {
  REPONSE_AVANT_REMISE: ({ v, dossier }) =>
    t`Cette date est avant le ${jourLong(dossier.dateRemise)}, jour où ${v.le} vous a été ${v.propose}.`,
  REPONSE_HORS_DELAI: (c) =>
    c.resultat.finReflexion
      ? t`Cette date est après le ${jourLong(c.resultat.finReflexion)}, dernier jour pour répondre${siDouteux(c, 'DEBUT')}.`
      : t`Cette date est après le dernier jour pour répondre.`,
  RETRACTATION_NON_PREVUE: ({ v }) =>
    t`Vous avez accepté ${v.le} : aucun texte ne permet de revenir sur une acceptation.`,
  REPONSE_INCONNUE: () => t`Une réponse est une acceptation ou un refus.`,
  SALARIE_NON_PROTEGE: () => t`Votre licenciement ne demande pas l'autorisation de l'inspection du travail.`,
  AVANT_CSP: (c) =>
    c.resultat.debutCsp
      ? t`À cette date, votre ${c.v.sigle} n'avait pas commencé : son premier jour est le ${jourLong(c.resultat.debutCsp)}${siDouteux(c, 'DEBUT')}.`
      : t`À cette date, votre ${c.v.sigle} n'avait pas commencé.`,
  HORS_CSP: (c) =>
    c.resultat.dateFinCsp
      ? t`À cette date, votre ${c.v.sigle} est terminé${c.v.e} : son dernier jour est le ${jourLong(c.resultat.dateFinCsp)}${siDouteux(c, 'TERME')}.`
      : t`Votre ${c.v.sigle} n'est pas en cours à cette date.`,
  EMPLOI_EN_COURS: () => t`À cette date, un autre emploi est déjà enregistré.`,
  CONTRAT_EN_DOUBLE: () => t`Ce contrat est déjà enregistré.`,
  CONTRAT_INCONNU: () => t`Le contrat dont elle parle n'est pas enregistré.`,
  DATE_HORS_CONTRAT: () => t`Cette date est en dehors des dates du contrat enregistré.`,
  HORS_PERIODE_ESSAI: () => t`Cette date est après la fin de la période d'essai enregistrée.`,
  AUCUNE_SUSPENSION_OUVERTE: ({ v }) => t`À cette date, aucune suspension de votre ${v.sigle} n'attend de retour.`,
  PRIME_SANS_EMPLOI_DURABLE: ({ v, p }) =>
    t`La prime de reclassement demande un emploi en CDI, ou en CDD ou intérim d'au moins ${p.emploiDurableMois} mois, pris pendant votre ${v.sigle}.`,
  PRIME_PREMATUREE: () => t`La prime de reclassement se demande à partir du jour de l'embauche.`,
  REINSCRIPTION_PREMATUREE: (c) =>
    c.resultat.dateFinCsp
      ? t`La réinscription n'est possible qu'après le dernier jour de votre ${c.v.sigle}, le ${jourLong(c.resultat.dateFinCsp)}${siDouteux(c, 'TERME')}.`
      : t`La réinscription n'est possible qu'après le dernier jour de votre ${c.v.sigle}.`,
  REINSCRIPTION_EN_DOUBLE: () => t`Une demande de réinscription est déjà enregistrée.`,
};

/** The dates in doubt that some of these reasons give. */
const DOUTEUSES: Partial<Record<CodeRegle, Exclude<DatesDouteuses, 'TOUTES'>>> = {
  AVANT_CSP: 'DEBUT',
  HORS_CSP: 'TERME',
  REINSCRIPTION_PREMATUREE: 'TERME',
};

/** The day of the other reading under which what was declared would count: nobody gives up what she asked for on a date in doubt. @see REGLES §9 */
function compteraitSelon({ doutes = [], resultat: { dateFinCsp } }: ContexteCourrier, e: Evenement, code: string) {
  const jour = 'debut' in e ? e.debut : e.date;
  const autres = doutes.flatMap(({ sur, autreTerme }) => (sur === 'TERME' && autreTerme !== null ? [autreTerme] : []));
  if (!dateFinCsp) return null;
  if (code === 'REINSCRIPTION_PREMATUREE') return autres.filter((autre) => autre < jour).sort()[0] ?? null;
  if (code === 'HORS_CSP') return autres.filter((autre) => autre >= jour).sort()[0] ?? null;
  return null;
}

const estRegle = (code: string): code is CodeRegle => Object.hasOwn(raisons, code);

export const rejet: Modele<'REJET'> = {
  version: 4,
  BENEFICIAIRE: (c) => {
    const { evenement, code, phrase } = exige(c.declaration, 'declaration');
    const sur = estRegle(code) ? DOUTEUSES[code] : undefined;
    const autre = compteraitSelon(c, evenement, code);
    return {
      objet: 'Une information de votre dossier ne peut pas être prise en compte',
      accroche: [
        t`Une information a été déclarée pour votre dossier : ${fort(declaree(evenement))}.`,
        t`Elle ne peut pas être prise en compte${autre === null ? [] : t` à ce jour`}. ${estRegle(code) ? raisons[code](c) : phrase}`,
        ...(autre === null
          ? []
          : [
              t`Mais ce jour reste à confirmer : selon une autre lecture des textes, c'est le ${fort(jourLong(autre))}, et ce que vous avez déclaré compterait.`,
            ]),
      ],
      aFaire: [
        ...(autre === null
          ? []
          : [
              t`Gardez la preuve de ce que vous avez déclaré, et demandez sans attendre à France Travail laquelle des deux dates compte.`,
            ]),
        code === 'REPONSE_HORS_DELAI'
          ? t`Si vous l'aviez remise ou postée dans le délai, envoyez-en la preuve à ${c.mail} : récépissé de remise ou preuve de dépôt à la poste. C'est le jour de la remise ou de l'envoi qui compte.`
          : t`Vérifiez la date déclarée, et cherchez le document qui la prouve.`,
        t`Si cette information est fausse, s'il manque quelque chose ou si vous n'êtes pas d'accord, ${appeler(c)}.`,
        ...(autre === null ? [t`Si tout est exact, vous n'avez rien à faire.`] : []),
      ],
      dates: [{ libelle: typographie('Information écartée'), valeur: brut(declaree(evenement)) }],
      sections: [
        ...(sur === undefined ? [] : sectionDoutes(c, sur)),
        {
          titre: 'Ce que cela change',
          paragraphes: [
            t`Les dates de votre dossier ne changent pas. L'information est gardée : elle sera revue si le dossier évolue.`,
            t`${fort('Ce n’est pas une décision sur vos droits')} : c'est France Travail qui décide.`,
          ],
        },
      ],
    };
  },
};

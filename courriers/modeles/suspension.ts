import { ajouterJours, joursEntre } from '../../domain/calendrier/dates';
import type { Periode } from '../../domain/calendrier/intervalles';
import { lireBasePeriode } from '../../domain/catalogue/cle-courrier';
import type { CauseProlongation, CauseSuspension } from '../../domain/dossier/resultat';
import { A_CONFIRMER } from '../../domain/droit/doutes';
import { nomSuspension } from '../../domain/faits/causes';
import type { Contenu } from '../contenu';
import { appeler, type ContexteCourrier, enJours, exige, FRANCE_TRAVAIL, jourCourt, jourLong } from '../contexte';
import { lignesDouteuses, sectionDoutes, siDouteux } from '../doutes';
import type { Modele } from '../modele';
import { fort, type Texte, t } from '../texte';
import { ligne, limiteProlongation } from './commun';
import { confirmation, noterLaFin, nouvelleFin } from './prolongation';

/** The period the letter speaks of (its base is `<debut>_<fin>`), and the cause that the rules give it today. */
interface Suspendue extends Periode {
  cause: CauseSuspension | null;
}

/** Within which the health insurance wants to know of a sick leave: 48 hours. */
const DECLARER_JOURS = 2;

function periodeSuspendue(c: ContexteCourrier): Suspendue {
  const { debut, fin } = exige(lireBasePeriode(c.base), 'base');
  const connue = c.resultat.suspensions?.find((s) => s.debut <= fin && s.fin >= debut);
  return { debut, fin, cause: connue?.cause ?? null };
}

const prolonge = (c: ContexteCourrier, cause: CauseSuspension | null): cause is CauseProlongation =>
  cause !== null && Object.hasOwn(c.p.prolongations, cause);

/** A job whose days go beyond what the CSP allows in all: what ends it by itself, told before it does (R14). */
const depasse = (c: ContexteCourrier, { fin, cause }: Suspendue): boolean =>
  cause === 'ACTIVITE' && c.resultat.motifFin === 'CUMUL_ACTIVITE_DEPASSE' && c.resultat.dateFinCsp === fin;

function depassement(c: ContexteCourrier, { fin }: Suspendue): Texte {
  const jours = enJours(exige(c.p.activiteCumulMaxJours, 'activiteCumulMaxJours'));
  return t`Avec ce contrat, vos jours d'emploi dépassent ${jours} en tout le ${jourLong(ajouterJours(fin, 1))} : ${fort(t`votre ${c.v.sigle} prend fin la veille, le ${jourLong(fin)}`)} (${A_CONFIRMER}), et pas à la date prévue. S'il s'arrête avant, votre ${c.v.sigle} continue.`;
}

/** Whether the days push the end, in the words of the person; a job only does after some months (R15). */
function effetSurLaFin(c: ContexteCourrier, cause: CauseSuspension | null): Texte {
  const { v } = c;
  if (!prolonge(c, cause)) return t`Cette période ne repousse pas la date de fin ${v.du}.`;
  return cause === 'ACTIVITE'
    ? t`Les jours d'emploi repoussent la date de fin ${v.du} quand ils tombent après le ${c.p.activiteDebutProlongationMois}e mois${limiteProlongation(c, cause)}.`
    : t`Ces jours repoussent la date de fin ${v.du}${limiteProlongation(c, cause)}.`;
}

/** The end that stands; nothing but the effect when the new one is said above. */
function finActuelle(c: ContexteCourrier, cause: CauseSuspension | null): Texte {
  const effet = effetSurLaFin(c, cause);
  if (c.changement) return effet;
  const fin = exige(c.resultat.dateFinCsp, 'dateFinCsp');
  return t`${effet} D'après ce qui est enregistré, elle est le ${fort(jourLong(fin))}${siDouteux(c, 'TERME')}${confirmation(c)}`;
}

/** Who pays meanwhile, and what it wants: nobody is left between two counters. */
function priseEnCharge({ v, jour }: ContexteCourrier, { debut, cause }: Suspendue): Texte[] {
  if (cause === 'MALADIE') {
    const envoyez =
      jour > ajouterJours(debut, DECLARER_JOURS)
        ? t`Si ce n'est pas déjà fait, envoyez ${fort('sans attendre')} votre avis d'arrêt de travail à votre caisse d'assurance maladie (CPAM), qui l'attend dans les 48 heures`
        : t`Envoyez votre avis d'arrêt de travail ${fort('dans les 48 heures')} à votre caisse d'assurance maladie (CPAM)`;
    return [
      t`${envoyez} : pendant l'arrêt, c'est elle qui verse les indemnités journalières auxquelles vous avez droit, pas l'${v.allocation.sigle}.`,
    ];
  }
  if (cause === 'MATERNITE' || cause === 'PATERNITE' || cause === 'ADOPTION')
    return [
      t`Déclarez ce congé à votre caisse d'assurance maladie (CPAM) : c'est elle qui verse les indemnités journalières auxquelles vous avez droit, pas l'${v.allocation.sigle}.`,
    ];
  return [];
}

const demarches = (c: ContexteCourrier, suspendue: Suspendue): Texte[] =>
  suspendue.cause === 'ACTIVITE'
    ? [
        t`Envoyez à ${c.qui} une copie de votre contrat de travail, si ce n'est pas déjà fait.`,
        t`À la fin du mois, actualisez-vous : déclarez que vous êtes toujours à la recherche d'un emploi, vos heures et votre salaire brut. Déposez votre bulletin de salaire dans votre espace personnel, sur ${FRANCE_TRAVAIL}.`,
        ...(depasse(c, suspendue)
          ? [t`Avant ce jour, parlez-en avec ${c.qui}, ou si ce compte vous paraît faux : ${appeler(c)}.`]
          : []),
        t`Si votre contrat s'arrête plus tôt ou dure plus longtemps, ${appeler(c)} sans attendre.`,
      ]
    : [
        ...priseEnCharge(c, suspendue),
        t`Envoyez le justificatif de cette période à ${c.qui}, si ce n'est pas déjà fait.`,
        t`Si vos dates changent, ${appeler(c)} sans attendre.`,
        t`Pensez à votre actualisation en fin de mois, au 3949, sur ${FRANCE_TRAVAIL} ou sur l'application.`,
      ];

/** The end as it is today; the new one, with what it changes, when this very absence moves it. */
function laFin(c: ContexteCourrier, suspendue: Suspendue): Pick<Contenu, 'accroche' | 'dates' | 'sections'> {
  const { v, resultat: r } = c;
  const { cause } = suspendue;
  if (depasse(c, suspendue))
    return {
      accroche: [depassement(c, suspendue)],
      dates: ligne(`Fin ${v.du}, si ce contrat continue`, r.dateFinCsp).map(({ libelle, valeur }) => ({
        libelle,
        valeur: `${valeur} (${A_CONFIRMER})`,
      })),
      sections: [],
    };
  const section = { titre: `La fin de votre ${v.sigle}`, paragraphes: [finActuelle(c, cause)] };
  if (!c.changement)
    return {
      accroche: [],
      dates: lignesDouteuses(c, 'TERME', ligne(`Fin ${v.du}, à ce jour`, r.dateFinCsp)),
      sections: [section, ...sectionDoutes(c, 'TERME')],
    };
  const { accroche, dates, sections } = nouvelleFin(c);
  return { accroche, dates, sections: [section, ...sections] };
}

export const suspension: Modele<'SUSPENSION'> = {
  version: 9,
  BENEFICIAIRE: (c) => {
    const { v, resultat: r } = c;
    const suspendue = periodeSuspendue(c);
    const { debut, fin, cause } = suspendue;
    const jusquauBout = r.dateFinCsp === fin;
    const { accroche, dates, sections } = laFin(c, suspendue);
    const suspendu = `Votre ${v.sigle} est suspendu${v.e} à partir du ${jourCourt(debut)}`;
    return {
      objet: c.changement || depasse(c, suspendue) ? `${suspendu} et sa date de fin change` : suspendu,
      accroche: [
        t`Votre ${v.sigle} est suspendu${v.e} du ${fort(jourLong(debut))} au ${fort(jourLong(fin))} inclus, soit ${enJours(joursEntre(debut, fin) + 1)}.`,
        ...(cause ? [t`Motif enregistré : ${nomSuspension(cause)}.`] : []),
        t`L'${v.allocation.longue} n'est pas versée pour ces jours.`,
        ...accroche,
      ],
      aFaire: [...(c.changement ? [noterLaFin(c)] : []), ...demarches(c, suspendue)],
      dates: [
        ...ligne('Premier jour de la suspension', debut),
        ...ligne('Dernier jour de la suspension', fin),
        ...dates,
      ],
      sections: [
        ...sections,
        {
          titre: 'Votre retour',
          paragraphes: [
            jusquauBout
              ? t`Si vous revenez avant le ${jourLong(fin)}, dites-le à ${c.qui} : votre accompagnement reprend le jour de votre retour, et votre allocation avec lui si vous y avez droit. Sinon, votre ${v.sigle} se termine à cette date.`
              : t`Votre accompagnement reprend le lendemain de la suspension, et votre allocation avec lui si vous y avez droit. ${c.qui} reste à votre écoute d'ici là.`,
          ],
        },
      ],
    };
  },
};

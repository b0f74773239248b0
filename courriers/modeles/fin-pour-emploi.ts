import { ajouterJours, type DateCivile } from '../../domain/calendrier/dates';
import type { Prime } from '../../domain/dossier/resultat';
import type { Section } from '../contenu';
import { appeler, type ContexteCourrier, exige, jourCourt, jourLegal, jourLong } from '../contexte';
import { sectionDoutes, siDouteux } from '../doutes';
import { prendreDate } from '../entretien-prevu';
import type { Modele } from '../modele';
import { quand } from '../rendez-vous';
import { fort, type Texte, t } from '../texte';
import { derniereActualisation, ligne, ligneLegale, primeDouteuse, sArrete } from './commun';

const fin = (c: ContexteCourrier) => exige(c.resultat.dateFinCsp, 'dateFinCsp');
const entreprise = ({ resultat }: ContexteCourrier): boolean => resultat.motifFin === 'CREATION_ENTREPRISE';

/** The prime of the job that ends the CSP, when no ground refuses it: the last of those still open. */
const prime = ({ resultat }: ContexteCourrier): Prime | undefined =>
  resultat.primes?.findLast(({ refus, statut }) => refus.length === 0 && statut === 'NON_DEMANDEE');

/** DUE: the job is known to pay less; SI_BAISSE: nothing says that it does not, and it began in time (R18, F27). */
function idrPossible({ p, resultat: r }: ContexteCourrier): 'DUE' | 'SI_BAISSE' | null {
  if (r.idr?.some(({ eligible }) => eligible)) return 'DUE';
  const aTemps = !!r.dateFinCsp && !!r.termeInitial && r.dateFinCsp < r.termeInitial;
  const ouverte = p.idr && !r.idr?.length && r.motifFin !== 'CREATION_ENTREPRISE';
  return ouverte && aTemps ? 'SI_BAISSE' : null;
}

/** Until when it may be paid, as far as the job is known. */
const finIdr = ({ resultat }: ContexteCourrier) => resultat.idr?.find(({ eligible }) => eligible)?.finMax;

/** Premium or monthly allowance: never both for one job, and who may have either chooses (R17, R18). */
function aides(c: ContexteCourrier): Section[] {
  const [p, idr] = [prime(c), idrPossible(c)];
  const paragraphes: Texte[] = [
    ...(p
      ? [
          ...primeDouteuse(c, ajouterJours(fin(c), 1)),
          t`La prime de reclassement représente la moitié des droits à l'${c.v.allocation.sigle} qu'il vous reste, en deux versements : au plus tôt le lendemain de votre embauche, puis ${c.p.primeSecondVersementMois} mois après si vous êtes toujours dans cet emploi.`,
        ]
      : []),
    ...(idr
      ? [
          t`${
            idr === 'DUE'
              ? t`Votre nouvel emploi est enregistré comme moins payé que l'ancien : vous pouvez demander l'indemnité différentielle de reclassement (IDR), si c'est pour le même nombre d'heures par semaine.`
              : t`Si votre nouvel emploi est moins payé que l'ancien pour le même nombre d'heures par semaine, vous pouvez demander l'indemnité différentielle de reclassement (IDR).`
          } Elle complète votre salaire chaque mois, pendant un an au plus et dans la limite de la moitié des droits à l'${c.v.allocation.sigle} qu'il vous reste.`,
        ]
      : []),
    ...(p && idr ? [t`Pour un même emploi, c'est l'une ou l'autre : parlez-en avec ${c.qui} avant de demander.`] : []),
    ...(p || idr ? [t`C'est France Travail qui décide.`] : []),
  ];
  return paragraphes.length === 0 ? [] : [{ titre: 'Ce que vous pouvez recevoir', paragraphes }];
}

/** How to ask for the allowance; beside the premium it is a choice, never one more thing to ask for. */
function demanderIdr(c: ContexteCourrier, idr: 'DUE' | 'SI_BAISSE', avecPrime: boolean): Texte {
  const nom = t`l'indemnité différentielle de reclassement (IDR, voir plus bas)`;
  const siBaisse = idr === 'DUE' ? [] : t`si votre salaire baisse, `;
  if (avecPrime)
    return t`${fort('Ou bien, à la place de la prime')}, ${siBaisse}choisissez ${nom} : demandez son formulaire à ${c.qui} et transmettez-le à France Travail.`;
  return t`${idr === 'DUE' ? 'Demandez' : 'Si votre salaire baisse, demandez'} à ${c.qui} le formulaire de ${nom} et transmettez-le à France Travail.`;
}

function nouvelle(c: ContexteCourrier, debut: DateCivile): Texte {
  const passe = c.jour > debut;
  if (entreprise(c))
    return passe
      ? t`Vous avez créé ou repris une entreprise le ${jourLong(debut)}.`
      : t`Vous créez ou reprenez une entreprise le ${jourLong(debut)}.`;
  return passe ? t`Vous avez pris un emploi le ${jourLong(debut)}.` : t`Vous prenez un emploi le ${jourLong(debut)}.`;
}

/** The last interview, asked for or announced by the letter that says an end before the term. */
export const dernierRendezVous = (c: ContexteCourrier, limite: DateCivile): Texte =>
  c.rendezVous
    ? t`Votre dernier rendez-vous, l'entretien de bilan, est fixé le ${fort(quand(c, c.rendezVous))}. ${prendreDate(c)}`
    : t`Un dernier rendez-vous est prévu, l'entretien de bilan, au plus tard le ${jourLegal(c, limite)}. Pour le fixer, ${appeler(c)}.`;

function siEssaiRompu(c: ContexteCourrier): Section[] {
  const { motifFin, terme } = c.resultat;
  if (motifFin !== 'EMPLOI_DURABLE' || !c.p.essaiRompuReintegre) return [];
  return [
    {
      titre: 'Si votre période d’essai est rompue',
      paragraphes: [
        t`Dites-le aussitôt à ${c.qui}, avec le document qui y met fin : si la fin prévue ${c.v.du}${terme ? t`, le ${jourLong(terme)}${siDouteux(c, 'TERME_ECARTE')},` : ''} n'est pas passée, vous pouvez y revenir pour la durée qu'il vous reste.`,
      ],
    },
  ];
}

export const finPourEmploi: Modele<'FIN_POUR_EMPLOI'> = {
  version: 7,
  BENEFICIAIRE: (c) => {
    const { v, resultat: r } = c;
    const debut = ajouterJours(fin(c), 1);
    const limite = prime(c)?.limiteDemande;
    const bilan = r.bilan?.fin;
    const idr = idrPossible(c);
    return {
      objet: `Votre ${v.sigle} ${c.jour > fin(c) ? 'a pris' : 'prend'} fin le ${jourCourt(fin(c))} : ce qu’il vous reste à faire`,
      accroche: [
        t`${nouvelle(c, debut)} Votre ${v.sigle} ${c.jour > fin(c) ? 'a donc pris fin' : 'prend donc fin'} la veille, le ${fort(jourLong(fin(c)))}.`,
        t`L'${v.allocation.longue} ${sArrete(c, debut)} le ${jourLong(debut)}.`,
      ],
      aFaire: [
        entreprise(c)
          ? t`Envoyez à ${c.qui} une copie de votre extrait Kbis, si ce n'est pas déjà fait.`
          : t`Envoyez à ${c.qui} une copie de votre contrat de travail, si ce n'est pas déjà fait.`,
        ...derniereActualisation(c, fin(c)),
        ...(limite
          ? [
              t`Pour la prime de reclassement, demandez le formulaire à ${c.qui} et transmettez-le à France Travail, avec une copie de votre contrat, ${fort(`au plus tard le ${jourLong(limite)}`)}. Après cette date, la demande n'est plus possible.`,
            ]
          : []),
        ...(idr ? [demanderIdr(c, idr, limite !== undefined)] : []),
        ...(bilan ? [dernierRendezVous(c, bilan)] : []),
        t`Si cette nouvelle ou une date vous paraît fausse, ${appeler(c)} sans attendre.`,
      ],
      dates: [
        ...ligne(`Dernier jour de votre ${v.sigle}`, fin(c)),
        ...ligneLegale(c, 'Bilan, au plus tard', bilan),
        ...ligne('Dernier jour pour demander la prime', limite),
        ...ligne('Suivi dans l’emploi, jusqu’au', r.suiviEmploi?.fin),
        ...ligne('IDR, versée au plus tard jusqu’au', finIdr(c)),
      ],
      sections: [
        ...siEssaiRompu(c),
        ...sectionDoutes(c, 'TERME_ECARTE'),
        ...aides(c),
        ...(r.suiviEmploi
          ? [
              {
                titre: 'La suite',
                paragraphes: [
                  t`${c.qui} continue de vous suivre pendant ${c.p.suiviEmploiMois} mois, jusqu'au ${jourLong(r.suiviEmploi.fin)}, et prendra de vos nouvelles.`,
                  ...(entreprise(c)
                    ? []
                    : [
                        t`Si cet emploi s'arrête plus tard, dites-le à ${c.qui} ; sans retour dans ${v.le}, inscrivez-vous à France Travail dès le lendemain.`,
                      ]),
                ],
              },
            ]
          : []),
      ],
    };
  },
};

import { joursEntre } from '../../domain/calendrier/dates';
import { finPrimeProche } from '../../domain/droit/doutes-du-parcours';
import type { Contenu, LigneDate, Section } from '../contenu';
import {
  appeler,
  type ContexteCourrier,
  enJours,
  exige,
  FRANCE_TRAVAIL,
  jourCourt,
  jourLong,
  primePossible,
} from '../contexte';
import { A_CONFIRMER_TITRE, lignesDouteuses, objetDouteux, sectionDoutes, siDouteux } from '../doutes';
import type { Modele } from '../modele';
import { de, fort, type Texte, t } from '../texte';
import { reinscriptionEnsuite } from './annee';
import { libelleCause, ligne, rendezVousAVenir } from './commun';
import { convocations, enSection, finProche } from './partie';

function changement(c: ContexteCourrier) {
  const { resultat: r } = c;
  const { termeAvant: avant, termeApres: apres } = exige(c.changement, 'changement');
  const causes = (r.prolongations ?? [])
    .filter((p) => p.joursAccordes > 0)
    .map((p) => `${libelleCause(c, p.cause)}, ${enJours(p.joursAccordes)}`);
  return { avant, apres, causes, ecart: joursEntre(avant, apres) };
}

const combien = (ecart: number): string =>
  ecart >= 0 ? `${enJours(ecart)} plus tard que prévu` : `${enJours(-ecart)} plus tôt que prévu`;

function explication(c: ContexteCourrier, causes: string[]): Texte[] {
  if (causes.length === 0)
    return [
      t`Les informations enregistrées dans le dossier ont changé. Aucune période ne repousse la date de fin : elle se compte du début ${c.v.du}, le ${jourLong(exige(c.resultat.debutCsp, 'debutCsp'))}.`,
    ];
  const total = exige(c.resultat.totalProlongationJours, 'totalProlongationJours');
  return [
    t`Certaines périodes repoussent la date de fin ${c.v.du}. Celles qui comptent à ce jour, depuis le début : ${causes.join('\u202f; ')}.`,
    t`En tout, la date de fin est repoussée de ${enJours(total)} par rapport aux ${c.p.dureeMois} mois du départ.`,
  ];
}

/** Who says the last word on the end, unless it is said to be confirmed already. */
export const confirmation = (c: ContexteCourrier): Texte =>
  siDouteux(c, 'TERME').length > 0
    ? t`. Si elle change, nous vous écrirons.`
    : t`. C'est France Travail qui la confirme : si elle change, nous vous écrirons.`;

/** Until when to be hired with a prime, which the extensions of some règlements push, and only if they are confirmed (R17). */
function prime(c: ContexteCourrier): Section[] {
  const dernier = primePossible(c);
  if (dernier === null) return [];
  const { p, resultat: r } = c;
  const change = dernier !== r.finDixiemeMois;
  const prolonge = exige(finPrimeProche(r, [], p), 'finDixiemeMois');
  const emplois = t`Pour la prime de reclassement (CDI, ou contrat d'au moins ${p.emploiDurableMois} mois)`;
  const autre = prolonge === dernier ? [] : t`, ou le ${jourLong(prolonge)} si France Travail confirme la nouvelle fin`;
  return [
    {
      titre: change ? 'Ce qui change aussi' : 'Ce qui ne change pas',
      paragraphes: [
        t`${emplois}, l'embauche doit ${change ? 'maintenant' : 'toujours'} avoir lieu au plus tard le ${jourLong(dernier)}${change ? siDouteux(c, 'TERME') : []}${autre}.`,
      ],
    },
  ];
}

/** What moves with the end, on its days of now; the days in which to register again are those of the letter on the end, once it is near. */
const deplacees = (c: ContexteCourrier): LigneDate[] => [
  ...rendezVousAVenir(c),
  ...(finProche(c)?.dates.slice(1) ?? reinscriptionEnsuite(c)),
];

/** The new end is near: what the letter on the end says is a part of this one. */
function preparerLaFin(c: ContexteCourrier): Section[] {
  const proche = finProche(c);
  if (proche === null) return [];
  const { accroche, aFaire, sections } = proche;
  const titre = `Cette fin est proche : préparez votre réinscription`;
  return [enSection(titre, { accroche: accroche.slice(1), aFaire: aFaire.slice(0, -1) }), ...sections.filter(estAElle)];
}

/** What is to be confirmed is told once in a letter. */
export const estAElle = ({ titre }: Section): boolean => titre !== A_CONFIRMER_TITRE;

/** What a new end changes for the person: said by its own letter, or by the one on the suspension that brings it. */
export function nouvelleFin(
  c: ContexteCourrier,
  demandes = convocations(c),
): Pick<Contenu, 'accroche' | 'dates' | 'sections'> {
  const { v } = c;
  const { avant, apres, causes, ecart } = changement(c);
  return {
    accroche: [
      t`La date de fin de votre ${v.sigle} change. D'après ce qui est enregistré, c'est maintenant le ${fort(jourLong(apres))}${siDouteux(c, 'TERME')}, soit ${combien(ecart)}${confirmation(c)}`,
    ],
    dates: [
      ...ligne('Ancienne date de fin', avant),
      ...lignesDouteuses(c, 'TERME', ligne('Nouvelle date de fin', apres)),
      ...deplacees(c),
    ],
    sections: [
      { titre: 'Pourquoi cette date change', paragraphes: explication(c, causes) },
      ...sectionDoutes(c, 'TERME'),
      ...demandes,
      ...preparerLaFin(c),
      ...prime(c),
    ],
  };
}

/** The dates of earlier letters no longer count. */
export const noterLaFin = (c: ContexteCourrier): Texte =>
  deplacees(c).length > 0
    ? t`Notez ces nouvelles dates : ${fort('elles remplacent celles de nos courriers précédents')}.`
    : t`Notez cette nouvelle date : ${fort('elle remplace celle de nos courriers précédents')}.`;

export const prolongation: Modele<'PROLONGATION'> = {
  version: 8,
  BENEFICIAIRE: (c) => ({
    objet: `Nouvelle date de fin de votre ${c.v.sigle} : ${jourCourt(changement(c).apres)}${objetDouteux(c, 'TERME')}`,
    aFaire: [
      noterLaFin(c),
      t`Continuez à vous actualiser chaque fin de mois, au 3949, sur ${FRANCE_TRAVAIL} ou sur l'application.`,
      t`S'il manque un justificatif ou si cette date vous paraît fausse, ${appeler(c)}.`,
    ],
    ...nouvelleFin(c),
  }),
  CONSEILLER: (c) => {
    const { avant, apres, causes, ecart } = changement(c);
    return {
      objet: `Nouvelle date de fin : dossier ${c.numero}`,
      accroche: [
        t`La date de fin ${c.v.du} ${de(c.beneficiaire)} change : ${fort(jourLong(apres))}${siDouteux(c, 'TERME')}, soit ${combien(ecart)}.`,
      ],
      aFaire: [
        t`Vérifiez que les justificatifs sont au dossier.`,
        t`Vérifiez que les rendez-vous déjà fixés restent dans leurs nouvelles dates, bilan compris.`,
      ],
      dates: [
        ...ligne('Ancienne date de fin', avant),
        ...lignesDouteuses(c, 'TERME', ligne('Nouvelle date de fin', apres)),
        ...rendezVousAVenir(c),
      ],
      sections: [{ titre: 'Pourquoi', paragraphes: explication(c, causes) }, ...sectionDoutes(c, 'TERME')],
    };
  },
};

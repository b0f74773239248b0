import { FRANCE_TRAVAIL, jourCourt, jourLong } from '../../contexte';
import { siDouteux } from '../../doutes';
import { joursSeuls } from '../../fins';
import { de, fort, majuscule, type Texte, t } from '../../texte';
import type { Bloc } from '../bloc';
import type { ContexteDocument } from '../contexte';
import { jourDeLaPrime, joursDeFin } from '../echeances';
import { plafondEnClair } from './plafonds';

type Rangee = [sujet: string, points: Texte[]];

const dureeEtConges = ({ v, p, r, qui }: ContexteDocument): Rangee => [
  'Durée et congés',
  [
    Object.keys(p.prolongations).length > 0
      ? t`${majuscule(v.le)} dure ${p.dureeMois} mois. Certaines situations peuvent repousser sa fin (voir plus bas).`
      : t`${majuscule(v.le)} dure ${p.dureeMois} mois.`,
    t`Congés : jusqu'à ${p.congesMaxJours} jours, à déclarer auprès ${de(qui)}.`,
    ...(r.conges && r.conges.joursPris > 0
      ? [t`Pris à ce jour : ${r.conges.joursPris} jours ; il en reste ${fort(String(Math.max(r.conges.solde, 0)))}.`]
      : []),
  ],
];

function allocation({ v, crp, r }: ContexteDocument): Rangee {
  const avec = t`Vous aviez au moins 1 an d'ancienneté dans votre dernier poste : le montant de l'ASP est égal à 75 % du salaire brut.`;
  const sans = t`Vous aviez moins d'1 an d'ancienneté dans votre dernier poste : le montant de l'ASP est égal au montant de l'ARE.`;
  const montants = crp
    ? [t`Son montant figure dans la notification que vous avez reçue.`]
    : r.regimeAsp === 'ASP_75'
      ? [avec]
      : r.regimeAsp === 'ASP_EGALE_ARE'
        ? [sans]
        : [avec, sans];
  return [`Allocation (${v.allocation.sigle})`, montants];
}

const actualisation = (): Rangee => [
  'Actualisation',
  [
    t`Actualisez-vous toutes les fins de mois : au 3949, sur ${FRANCE_TRAVAIL} ou sur l'application.`,
    t`En formation : déclarez être toujours à la recherche d'un emploi, et « oui » en formation.`,
    t`En emploi : déclarez être toujours à la recherche d'un emploi, les heures travaillées et le salaire brut perçu.`,
  ],
];

const evenements = ({ qui }: ContexteDocument): Rangee => [
  'Changements de situation',
  [
    t`Informez ${qui} de tout changement, avec les justificatifs, au plus tôt : emploi, création d'entreprise, arrêt maladie, congés, formation, abandon de la prestation.`,
  ],
];

function repriseActivite({ p, v, r, qui }: ContexteDocument): Rangee {
  const demarches = [
    t`Contrat de travail : transmettez-en une copie à ${qui} et téléchargez votre bulletin de salaire sur votre espace personnel France Travail.`,
    t`Création ou reprise d'entreprise : transmettez la copie de votre extrait Kbis à ${qui}.`,
  ];
  if (p.activiteMinJours === null) return ['Reprise d’activité', [...demarches, t`Tout emploi met fin ${v.au}.`]];
  return [
    'Reprise d’activité',
    [
      ...demarches,
      t`Emploi de moins de ${p.emploiDurableMois} mois : continuez à vous actualiser pendant la période d'essai.`,
      t`Un contrat de travail de moins de ${p.activiteMinJours} jours met fin ${v.au}.`,
      ...(p.activiteCumulMaxJours === null
        ? []
        : [
            t`Les contrats d'au moins ${p.activiteMinJours} jours et de moins de ${p.emploiDurableMois} mois se cumulent, dans la limite de ${p.activiteCumulMaxJours} jours en tout.`,
          ]),
      ...(r.joursActiviteCumules
        ? [t`À ce jour, vos contrats comptent ${fort(String(r.joursActiviteCumules))} jours.`]
        : []),
    ],
  ];
}

function prime(c: ContexteDocument): Rangee[] {
  const { p, v, r, qui } = c;
  if (p.primeMois === null) return [];
  const { jour: dernier, reserve } = jourDeLaPrime(c);
  const an = p.primeAncienneteMois === 12 ? '1 an' : `${p.primeAncienneteMois} mois`;
  return [
    [
      'Prime de reclassement',
      [
        t`Il faut ${an} d'ancienneté au moins dans votre dernier poste.`,
        t`Elle peut être demandée pour un CDI, un CDD ou un contrat d'intérim (CTT) d'au moins ${p.emploiDurableMois} mois.`,
        dernier
          ? t`L'embauche doit avoir lieu au plus tard le ${fort(jourLong(dernier))}${reserve}, ${dernier === r.finDixiemeMois ? `dernier jour du ${p.primeMois}e mois ${v.du}` : `${p.primeMois} mois et les prolongations compris`}.`
          : t`L'embauche doit avoir lieu pendant les ${p.primeMois} premiers mois ${v.du}.`,
        t`Demandez le formulaire à ${qui} et transmettez-le à France Travail dans les ${p.primeDemandeJours} jours qui suivent la date de reprise d'emploi.`,
      ],
    ],
  ];
}

function indemnite({ p, v, r, qui }: ContexteDocument): Rangee[] {
  if (!p.idr) return [];
  const { termeInitial } = r;
  return [
    [
      'Indemnité différentielle de reclassement',
      [
        t`Pour un emploi moins payé que votre emploi précédent, pour le même nombre d'heures travaillées par semaine.`,
        termeInitial
          ? t`L'embauche doit avoir lieu avant le terme des ${p.dureeMois} mois ${v.du}, au plus tard le ${jourCourt(termeInitial)}.`
          : t`L'embauche doit avoir lieu avant le terme des ${p.dureeMois} mois ${v.du}.`,
        t`Demandez le formulaire à ${qui} et transmettez-le à France Travail.`,
      ],
    ],
  ];
}

const formation = ({ crp, v }: ContexteDocument): Rangee => [
  'Formation',
  [
    t`Contactez plusieurs organismes de formation ; demandez un devis à celui que vous choisissez.`,
    ...(crp
      ? []
      : [
          t`Déterminez le financement : ${v.sigle} (PSE), fonds régionaux, POEI, CPF si la formation est éligible, sinon AIF.`,
          t`CPF (prioritaire) : demandez un devis sur « Mon compte formation », puis validez-le. AIF : l'organisme crée le devis dans Kairos, puis vous le validez dans votre espace personnel France Travail.`,
        ]),
    t`Pendant la formation, actualisez-vous tous les mois en indiquant « toujours à la recherche d'un emploi ».`,
  ],
];

function prolongation(c: ContexteDocument): Rangee[] {
  const { p, v, r } = c;
  const causes = plafondEnClair(p);
  if (causes.length === 0) return [];
  return [
    [
      `Prolongation ${v.du}`,
      [
        ...causes,
        causes.length > 1
          ? t`Plusieurs périodes peuvent s'ajouter, chacune dans sa limite.`
          : t`Plusieurs périodes peuvent s'ajouter, dans cette limite.`,
        ...(p.prolongations.MALADIE
          ? [t`Un arrêt maladie pendant une reprise d'activité ne compte pas pour prolonger ${v.le}.`]
          : []),
        ...(r.totalProlongationJours && r.terme
          ? [
              t`À ce jour, votre fin est repoussée de ${r.totalProlongationJours} jours, au ${fort(jourCourt(r.terme))}${siDouteux(c.situation, 'TERME')}.`,
            ]
          : []),
      ],
    ],
  ];
}

const suspension = ({ crp, v }: ContexteDocument): Rangee[] =>
  crp
    ? []
    : [
        [
          `Suspension ${v.du}`,
          [
            t`Maladie, maternité, allocation de présence parentale, complément de libre choix d'activité, prestation d'accueil du jeune enfant, service civique ou national, déménagement à l'étranger.`,
          ],
        ],
      ];

function fin(c: ContexteDocument): Rangee {
  const jours = joursDeFin(c);
  if (c.r.reinscription?.requise === false && jours && jours.fin < c.jour)
    return [`Fin ${c.v.du}`, [t`Si votre emploi ou votre activité s'arrête, dites-le tout de suite à ${c.qui}.`]];
  return [
    `Fin ${c.v.du}`,
    [
      jours?.lendemains.length === 1
        ? t`Le ${joursSeuls(jours.d, jours.lendemains)}, lendemain de la fin : demandez l'ARE à France Travail (voir « Me réinscrire », à la fin du carnet). Actualisez-vous dès que l'actualisation est ouverte (le 28 du mois, le 26 en février).`
        : t`Le lendemain de la fin : demandez l'ARE à France Travail. Actualisez-vous dès que l'actualisation est ouverte (le 28 du mois, le 26 en février).`,
    ],
  ];
}

/** The memo of S003, with what the règlement fixes and the person's own dates. */
export function memo(c: ContexteDocument): Bloc[] {
  const rangees = [
    dureeEtConges(c),
    allocation(c),
    actualisation(),
    evenements(c),
    repriseActivite(c),
    ...prime(c),
    ...indemnite(c),
    formation(c),
    ...prolongation(c),
    ...suspension(c),
    fin(c),
  ];
  return [
    { genre: 'partie', titre: `Mémo ${c.v.sigle}\u00a0: ce qu’il faut savoir`, nouvellePage: true },
    {
      genre: 'tableau',
      colonnes: [
        { titre: 'Sujet', part: 3 },
        { titre: 'L’essentiel', part: 11 },
      ],
      rangees: rangees.map(([sujet, points]) => [[fort(sujet)], points]),
      vides: 0,
    },
  ];
}

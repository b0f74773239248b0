import { jourDeBase } from '../../domain/catalogue/cle-courrier';
import type { Contenu } from '../contenu';
import { appeler, type ContexteCourrier, exige, jourCourt, jourLong } from '../contexte';
import { lignesDouteuses, sectionDoutes } from '../doutes';
import type { Modele } from '../modele';
import { de, fort, type Texte, t } from '../texte';
import { commentAccepter, debutSiAccepte, ligne } from './commun';

const notification = (c: ContexteCourrier) => exige(jourDeBase(c.base), 'base');

/** What the decision gives: nothing goes on, the dates of the CSP, or those of the answer. */
type Sens = 'REFUSEE' | 'COMMENCE' | 'A_REPONDRE' | 'TERMINE';

function sensDe({ jour, resultat: r }: ContexteCourrier): Sens {
  if (r.decision === 'AUTORISATION_REFUSEE') return 'REFUSEE';
  if (r.debutCsp) return 'COMMENCE';
  return r.finReflexion && jour <= r.finReflexion && r.decision !== 'REFUS_TACITE' ? 'A_REPONDRE' : 'TERMINE';
}

const dates = (c: ContexteCourrier, sens: Sens): Contenu['dates'] => {
  const { v, resultat: r } = c;
  const recue = ligne('Décision reçue par l’employeur', notification(c));
  if (sens === 'COMMENCE')
    return [
      ...recue,
      ...lignesDouteuses(c, 'DEBUT', ligne('Fin du contrat de travail', r.finContrat)),
      ...lignesDouteuses(c, 'DEBUT', ligne(`Début ${v.du}`, r.debutCsp)),
    ];
  if (sens === 'REFUSEE' || !r.finReflexion) return recue;
  return [
    ...recue,
    ...ligne('Dernier jour pour répondre', r.finReflexion),
    ...(sens === 'A_REPONDRE'
      ? lignesDouteuses(c, 'DEBUT', ligne(`Début ${v.du}, s’il est accepté`, debutSiAccepte(c, r.finReflexion)))
      : []),
  ];
};

function nouvelle(c: ContexteCourrier, sens: Sens): Texte {
  const { v, resultat: r } = c;
  switch (sens) {
    case 'REFUSEE':
      return t`L'inspection du travail n'autorise pas le licenciement : la proposition ${v.du} est ${fort('sans suite')}, et le contrat de travail continue.`;
    case 'COMMENCE':
      return t`Les dates sont maintenant connues : le contrat de travail prend fin le ${fort(jourLong(exige(r.finContrat, 'finContrat')))} et ${v.le} commence le ${fort(jourLong(exige(r.debutCsp, 'debutCsp')))}.`;
    case 'A_REPONDRE':
      return t`Le dernier jour pour répondre à la proposition ${v.du} est maintenant connu : ${fort(jourLong(exige(r.finReflexion, 'finReflexion')))} compris.`;
    case 'TERMINE':
      return t`Le délai pour répondre à la proposition ${v.du} est terminé.`;
  }
}

function aFaire(c: ContexteCourrier, sens: Sens): Texte[] {
  const question = t`Une date vous paraît fausse, ou vous avez une question : ${appeler(c)}.`;
  if (c.destinataire === 'EMPLOYEUR')
    return [
      ...(sens === 'COMMENCE'
        ? [
            t`Préparez les documents de fin de contrat pour ce jour-là, et envoyez à France Travail ceux de l'adhésion, si ce n'est pas déjà fait.`,
          ]
        : []),
      question,
    ];
  if (sens === 'A_REPONDRE' && c.resultat.decision === 'REFUS')
    return [t`Votre refus est enregistré. Vous pouvez encore changer d'avis et accepter jusqu'à ce jour.`, question];
  if (sens === 'A_REPONDRE')
    return [commentAccepter(c), t`Sans réponse de votre part, votre silence vaut refus.`, question];
  return sens === 'COMMENCE' ? [t`Pour fixer votre premier entretien, le pré-bilan, ${appeler(c)}.`] : [question];
}

const objets: Readonly<Record<Sens, (c: ContexteCourrier) => string>> = {
  REFUSEE: ({ v }) => `Proposition de ${v.sigle} : sans suite`,
  COMMENCE: ({ v, resultat: r }) =>
    `${v.sigle} : début le ${jourCourt(exige(r.debutCsp, 'debutCsp'))}, les dates sont connues`,
  A_REPONDRE: ({ v, resultat: r }) =>
    `Proposition de ${v.sigle} : réponse au plus tard le ${jourCourt(exige(r.finReflexion, 'finReflexion'))}`,
  TERMINE: ({ v }) => `Proposition de ${v.sigle} : la décision attendue est connue`,
};

const rediger = (c: ContexteCourrier): Contenu => {
  const sens = sensDe(c);
  const qui = c.destinataire === 'EMPLOYEUR' ? t`sur le licenciement ${de(c.beneficiaire)}` : t`sur votre licenciement`;
  const recue = c.destinataire === 'EMPLOYEUR' ? t`vous est parvenue` : t`est parvenue à votre employeur`;
  return {
    objet: objets[sens](c),
    accroche: [
      t`La décision de l'inspection du travail ${qui} ${recue} le ${jourLong(notification(c))}, d'après ce qui est enregistré.`,
      nouvelle(c, sens),
    ],
    aFaire: aFaire(c, sens),
    dates: dates(c, sens),
    sections: sens === 'REFUSEE' ? [] : sectionDoutes(c, 'DEBUT'),
  };
};

export const decisionInspection: Modele<'DECISION_INSPECTION'> = {
  version: 1,
  BENEFICIAIRE: rediger,
  EMPLOYEUR: rediger,
  sms: (c) => {
    const { v, resultat: r } = c;
    const sens = sensDe(c);
    if (sens === 'COMMENCE')
      return t`Dates connues : fin du contrat le ${jourCourt(exige(r.finContrat, 'finContrat'))}, début ${v.du} le ${jourCourt(exige(r.debutCsp, 'debutCsp'))}.`;
    if (sens === 'A_REPONDRE')
      return t`La décision attendue est connue : vous avez jusqu'au ${jourLong(exige(r.finReflexion, 'finReflexion'))} compris pour répondre à la proposition ${v.du}.`;
    return t`La décision attendue sur la proposition ${v.du} est connue. Appelez pour la suite.`;
  },
};

import type { DateCivile } from '../../domain/calendrier/dates';
import { jourDeBase } from '../../domain/catalogue/cle-courrier';
import type { Contenu, Section } from '../contenu';
import { aLAgence, appeler, type ContexteCourrier, exige, jourCourt, jourLong } from '../contexte';
import { lignesDouteuses, sectionDoutes, siDouteux, siDouteuxBref } from '../doutes';
import type { Modele } from '../modele';
import { de, fort, type Texte, t } from '../texte';
import { annee, garderCesDates } from './annee';
import { contribution } from './c10-contribution';
import { commentAccepter, debutSiAccepte, ligne, ligneLegale } from './commun';
import { convocations } from './partie';
import { premierEntretien, premierEntretienSms } from './premier-entretien';
import { estAElle, nouvelleFin } from './prolongation';

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
  const recue = ligne(
    c.destinataire === 'EMPLOYEUR' ? 'Décision reçue' : 'Décision reçue par l’employeur',
    notification(c),
  );
  if (sens === 'COMMENCE')
    return [
      ...recue,
      ...lignesDouteuses(c, 'DEBUT', ligne('Fin du contrat de travail', r.finContrat)),
      ...lignesDouteuses(c, 'DEBUT', ligne(`Début ${v.du}`, r.debutCsp)),
      ...(c.destinataire === 'EMPLOYEUR'
        ? ligne('Contribution, si elle est due, au plus tard', r.echeanceContributionEmployeur)
        : annee(c)),
    ];
  if (sens === 'REFUSEE' || !r.finReflexion) return recue;
  return [
    ...recue,
    ...ligneLegale(c, 'Dernier jour pour répondre', r.finReflexion),
    ...(sens === 'A_REPONDRE'
      ? lignesDouteuses(c, 'DEBUT', ligne(`Début ${v.du}, s’il est accepté`, debutSiAccepte(c, r.finReflexion)))
      : []),
  ];
};

/** The decision may be known once the contract is over: the letter says what is, not what was to come (R28). */
function commencement(c: ContexteCourrier, finContrat: DateCivile, debutCsp: DateCivile): Texte {
  const finit = finContrat < c.jour ? 'a pris fin' : 'prend fin';
  const commence = debutCsp < c.jour ? 'a commencé' : 'commence';
  return t`Les dates sont maintenant connues : le contrat de travail ${finit} le ${fort(jourLong(finContrat))} et ${c.v.le} ${commence} le ${fort(jourLong(debutCsp))}${siDouteux(c, 'DEBUT')}.`;
}

/** What the end of the contract asks of the employer, the day itself or once it is over. */
const documentsDeFin = ({ jour, resultat: { finContrat } }: ContexteCourrier): Texte =>
  finContrat && finContrat < jour
    ? t`Si ce n'est pas déjà fait, remettez sans attendre les documents de fin de contrat, et envoyez à France Travail ceux de l'adhésion.`
    : t`Préparez les documents de fin de contrat${finContrat ? t` pour le ${jourLong(finContrat)}` : ''}, et envoyez à France Travail ceux de l'adhésion, si ce n'est pas déjà fait.`;

function nouvelle(c: ContexteCourrier, sens: Sens): Texte {
  const { v, resultat: r } = c;
  switch (sens) {
    case 'REFUSEE':
      return t`L'inspection du travail n'autorise pas le licenciement : la proposition ${v.du} est ${fort('sans suite')}, et le contrat de travail continue.`;
    case 'COMMENCE':
      return commencement(c, exige(r.finContrat, 'finContrat'), exige(r.debutCsp, 'debutCsp'));
    case 'A_REPONDRE':
      return t`Le dernier jour pour répondre à la proposition ${v.du} est maintenant connu : ${fort(jourLong(exige(r.finReflexion, 'finReflexion')))} compris.`;
    case 'TERMINE':
      return t`Le délai pour répondre à la proposition ${v.du} est terminé.`;
  }
}

/** Asked for since the acceptance, weeks ago: without it nothing is paid. */
function demandeAllocation(c: ContexteCourrier): Texte {
  const aQui = c.dossier.modeProposition === 'FRANCE_TRAVAIL' ? aLAgence(c) : t`à votre employeur`;
  return t`Si ce n'est pas déjà fait, remettez sans attendre ${aQui} votre demande d'${c.v.allocation.longue} signée, avec ses pièces : sans elle, votre allocation ne peut pas être versée.`;
}

function aFaire(c: ContexteCourrier, sens: Sens): Texte[] {
  const question = t`Une date vous paraît fausse, ou vous avez une question : ${appeler(c)}.`;
  if (c.destinataire === 'EMPLOYEUR') return [...(sens === 'COMMENCE' ? [documentsDeFin(c)] : []), question];
  if (sens === 'A_REPONDRE' && c.resultat.decision === 'REFUS')
    return [t`Votre refus est enregistré. Vous pouvez encore changer d'avis et accepter jusqu'à ce jour.`, question];
  if (sens === 'A_REPONDRE')
    return [commentAccepter(c), t`Sans réponse de votre part, votre silence vaut refus.`, question];
  if (sens !== 'COMMENCE') return [question];
  const entretien = premierEntretien(c);
  return [
    demandeAllocation(c),
    ...(entretien
      ? [...entretien, question]
      : [t`Pour fixer votre premier entretien, le pré-bilan, ou si une date vous paraît fausse, ${appeler(c)}.`]),
  ];
}

/** Told to whom accepted weeks ago without a date: the year that others read in C04. */
function sections(c: ContexteCourrier, sens: Sens): Section[] {
  if (sens === 'REFUSEE') return [];
  if (sens === 'COMMENCE' && c.destinataire === 'EMPLOYEUR') return [...sectionDoutes(c, 'DEBUT'), ...contribution(c)];
  if (sens !== 'COMMENCE') return sectionDoutes(c, 'DEBUT');
  return [
    ...sectionDoutes(c, 'DEBUT', 'TERME'),
    ...(c.changement ? nouvelleFin(c).sections.filter(estAElle) : convocations(c, ['C07_CONVOCATION_PSP'])),
    { titre: 'Bon à savoir', paragraphes: [garderCesDates(c)] },
  ];
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
  const licenciement =
    c.destinataire === 'EMPLOYEUR' ? t`le licenciement ${de(c.beneficiaire)}` : t`votre licenciement`;
  const decision =
    sens === 'REFUSEE'
      ? t`La décision de l'inspection du travail sur ${licenciement}`
      : t`L'inspection du travail autorise ${licenciement}. Sa décision`;
  const recue = c.destinataire === 'EMPLOYEUR' ? t`vous est parvenue` : t`est parvenue à votre employeur`;
  return {
    objet: objets[sens](c),
    accroche: [
      t`${decision} ${recue} le ${jourLong(notification(c))}, d'après ce qui est enregistré.`,
      nouvelle(c, sens),
      ...(c.changement ? nouvelleFin(c).accroche : []),
    ],
    aFaire: aFaire(c, sens),
    dates: dates(c, sens),
    sections: sections(c, sens),
  };
};

export const decisionInspection: Modele<'DECISION_INSPECTION'> = {
  version: 6,
  BENEFICIAIRE: rediger,
  EMPLOYEUR: rediger,
  sms: (c) => {
    const { v, resultat: r } = c;
    const sens = sensDe(c);
    if (sens === 'COMMENCE')
      return t`Dates connues : fin du contrat le ${jourCourt(exige(r.finContrat, 'finContrat'))}, début ${v.du} le ${jourCourt(exige(r.debutCsp, 'debutCsp'))}${siDouteuxBref(c, 'DEBUT')}.${premierEntretienSms(c)}`;
    if (sens === 'A_REPONDRE')
      return t`La décision attendue est connue : vous avez jusqu'au ${jourLong(exige(r.finReflexion, 'finReflexion'))} compris pour répondre à la proposition ${v.du}.`;
    return t`La décision attendue sur la proposition ${v.du} est connue. Appelez pour la suite.`;
  },
};

import { age, ajouterJours } from '../dates';
import { estOuvre } from '../jours-ouvres';
import { contratDejaFini } from '../regles/eligibilite';
import type { Decision, Resultat } from '../resultat';
import type { Contexte } from './contexte';
import { ageSenior, reportEventuel } from './doutes';
import { type Famille, type Raison, siDonne } from './explication';
import { jours, le, periode } from './mots';
import { CONTRAT_DE_CALCUL, CPC_641, GUIDE, L1233_67 } from './sources';

type Cles =
  | 'limiteRemiseMaternite'
  | 'finReflexion'
  | 'decision'
  | 'dateDecision'
  | 'finContrat'
  | 'debutCsp'
  | 'periodeReferenceAffiliation'
  | 'prescriptionContestation';

function finReflexion(fin: Resultat['finReflexion'], c: Contexte): Raison {
  const { dateRemise, salarieProtege, residence } = c.dossier;
  const { delaiReflexionJours, reportFinReflexion } = c.parametres;
  const echeance = ajouterJours(dateRemise, delaiReflexionJours);
  const ordinaire = `${jours(delaiReflexionJours)} après la remise du ${le(dateRemise)}`;
  const base = {
    dossier: ['dateRemise', 'salarieProtege'],
    parametres: ['delaiReflexionJours'],
    fondements: [CPC_641],
  } satisfies Partial<Raison>;
  if (!fin) {
    return {
      ...base,
      regle: 'R7',
      phrase: `Le salarié est protégé : le délai de ${jours(delaiReflexionJours)} ne finit pas avant le lendemain de la notification de l’autorisation, qui n’est pas connue.`,
      fondements: [c.convention('art. 4'), GUIDE],
    };
  }
  const { decision } = c.resultat;
  const silence =
    decision === 'EN_ATTENTE' || decision === 'REFUS_TACITE' ? ' ; sans réponse, le silence vaut refus' : '';
  if (salarieProtege) {
    const notifiee = ajouterJours(fin, -1);
    const tardive = fin > echeance && !(reportFinReflexion === 'OUVRE_SUIVANT' && !estOuvre(echeance, residence));
    return {
      ...base,
      regle: 'R7',
      phrase: tardive
        ? `Salarié protégé : lendemain de la notification à l’employeur (${le(notifiee)}), plus tardif que les ${ordinaire}${silence}.`
        : `Salarié protégé : ${ordinaire}, l’autorisation ayant été notifiée plus tôt${silence}.`,
      fondements: [c.convention('art. 4'), GUIDE],
    };
  }
  if (estOuvre(echeance, residence)) return { ...base, regle: 'R6', phrase: `${ordinaire}${silence}.` };
  const reporte = reportFinReflexion === 'OUVRE_SUIVANT';
  return {
    ...base,
    regle: 'R6',
    phrase: reporte
      ? `${ordinaire}, soit le ${le(echeance)}, reportés au jour ouvré suivant${silence}.`
      : `${ordinaire}, sans report bien que ce jour ne soit pas ouvré${silence}.`,
    parametres: ['delaiReflexionJours', 'reportFinReflexion'],
    doute: reportEventuel(echeance, c, 'le délai de réflexion'),
  };
}

/** What each decision means, in a sentence without its end. */
function phraseDecision(decision: Decision, c: Contexte): string {
  const { dateDecision, finReflexion: fin } = c.resultat;
  const jour = dateDecision ? le(dateDecision) : '';
  const { salarieProtege, dateRemise } = c.dossier;
  switch (decision) {
    case 'ACCEPTATION':
      return `Acceptation datée du ${jour}, entre la remise du ${le(dateRemise)} et la fin du délai de réflexion${fin ? ` (${le(fin)})` : ', qui attend la décision sur le licenciement'}.`;
    case 'REFUS':
      return `Refus daté du ${jour} ; il peut encore devenir une acceptation ${fin ? `jusqu’au ${le(fin)}` : 'tant que le délai court'}.`;
    case 'REFUS_TACITE':
      return `Aucune réponse valable au ${le(fin!)}, dernier jour du délai : le silence vaut refus, daté du lendemain.`;
    case 'AUTORISATION_REFUSEE':
      return `L’autorisation de licencier a été refusée, notification du ${jour} : la proposition est sans suite.`;
    case 'EN_ATTENTE':
      return fin
        ? `Aucune réponse valable n’est connue et le délai court jusqu’au ${le(fin)}.`
        : `Aucune réponse n’est connue${salarieProtege ? ' et le délai attend la décision de l’inspection du travail' : ''}.`;
  }
}

function debutCsp(debut: Resultat['debutCsp'], c: Contexte): Raison {
  const { finContrat, finReflexion: fin, decision } = c.resultat;
  if (!debut || !finContrat || !fin) {
    const cause =
      decision === 'ACCEPTATION'
        ? 'la fin du délai de réflexion n’est pas connue'
        : 'la proposition n’est pas acceptée';
    return {
      regle: 'R9',
      phrase: `Aucun début : ${cause}.`,
      cles: ['decision', 'finReflexion'],
      fondements: [GUIDE],
    };
  }
  const depuis =
    finContrat > fin ? `la fin du contrat (${le(finContrat)})` : `la fin du délai de réflexion (${le(fin)})`;
  return {
    regle: 'R9',
    phrase: `Le lendemain de ${depuis}, quelle que soit la date de l’acceptation.`,
    cles: ['finReflexion', 'finContrat'],
    fondements: [GUIDE],
  };
}

/** From the proposal to the first day of the CSP. @see R5–R9 */
export const reflexion: Famille<Cles> = {
  limiteRemiseMaternite: siDonne((_, c) => ({
    regle: 'R5',
    phrase: `Le lendemain de la fin du congé maternité (${le(c.dossier.finCongeMaternite!)}).`,
    dossier: ['finCongeMaternite'],
    fondements: [GUIDE],
  })),
  finReflexion,
  decision: (decision, c) => ({
    regle: decision === 'AUTORISATION_REFUSEE' ? 'R7' : 'R8',
    phrase: phraseDecision(decision, c),
    dossier: ['dateRemise'],
    cles: ['finReflexion', 'dateDecision'],
    fondements: [GUIDE],
  }),
  dateDecision: siDonne((date, c) => {
    const phrases: Record<Decision, string> = {
      ACCEPTATION: `Date de l’acceptation retenue, le ${le(date)}.`,
      REFUS: `Date du refus retenu, le ${le(date)}.`,
      REFUS_TACITE: `Lendemain du dernier jour du délai de réflexion${c.resultat.finReflexion ? ` (${le(c.resultat.finReflexion)})` : ''}.`,
      AUTORISATION_REFUSEE: `Notification à l’employeur du refus d’autorisation, le ${le(date)}, au plus tôt le jour de la remise.`,
      EN_ATTENTE: 'Aucune décision n’est prise.',
    };
    const { decision = 'EN_ATTENTE' } = c.resultat;
    return {
      regle: decision === 'AUTORISATION_REFUSEE' ? 'R7' : 'R8',
      phrase: phrases[decision],
      cles: ['decision', 'finReflexion'],
      fondements: [decision === 'AUTORISATION_REFUSEE' ? CONTRAT_DE_CALCUL : GUIDE],
    };
  }),
  finContrat: siDonne((fin, c) =>
    contratDejaFini(c.dossier)
      ? {
          regle: 'R9',
          phrase: `Le contrat avait déjà pris fin ou finit à sa date prévue, le ${le(fin)}.`,
          dossier: ['modeProposition', 'motifRupture', 'finContratPrevue'],
          fondements: [GUIDE],
        }
      : {
          regle: 'R9',
          phrase: `Le dernier jour du délai de réflexion (${le(fin)}), quelle que soit la date de l’acceptation.`,
          cles: ['finReflexion', 'decision'],
          fondements: [GUIDE],
        },
  ),
  debutCsp,
  periodeReferenceAffiliation: siDonne((pra, c) => {
    const ans = age(c.dossier.dateNaissance, pra.fin);
    const { praAgeSenior, praMois, praMoisSenior } = c.parametres;
    const senior = ans >= praAgeSenior;
    return {
      regle: 'R4',
      phrase: `Les ${senior ? praMoisSenior : praMois} mois qui finissent avec le contrat, ${periode(pra)}, la personne ayant ${senior ? `au moins ${praAgeSenior} ans` : `moins de ${praAgeSenior} ans`} ce jour-là.`,
      dossier: ['dateNaissance'],
      cles: ['finContrat'],
      parametres: [senior ? 'praMoisSenior' : 'praMois', 'praAgeSenior'],
      doute: ageSenior(ans),
    };
  }),
  prescriptionContestation: siDonne((_, c) => {
    const { decision, dateDecision } = c.resultat;
    const depuis =
      decision === 'ACCEPTATION' && dateDecision ? `l’acceptation du ${le(dateDecision)}` : 'l’acceptation reçue';
    return {
      regle: 'R9',
      phrase: `12 mois après ${depuis}, de date à date.`,
      cles: ['dateDecision'],
      fondements: [L1233_67],
    };
  }),
};

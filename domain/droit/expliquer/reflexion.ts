import { age, ajouterJours, type DateCivile } from '../../calendrier/dates';
import { estOuvre, ouvreSuivantOuEgal } from '../../calendrier/jours-ouvres';
import type { NomParametre } from '../../dossier/parametres';
import type { Decision } from '../../dossier/resultat';
import { contratDejaFini } from '../regles/eligibilite';
import type { ContexteExplication } from './contexte';
import { reportEventuel, reportTolere } from './doutes';
import { type Famille, type Raison, siDonne, type Valeur } from './expliqueur';
import { jours, le, periode } from './mots';
import { CONTRAT_DE_CALCUL, CPC_641, GUIDE, L1233_67 } from './sources';

type Cles =
  | 'limiteRemiseMaternite'
  | 'finReflexion'
  | 'finReflexionToleree'
  | 'decision'
  | 'dateDecision'
  | 'finContrat'
  | 'debutCsp'
  | 'periodeReferenceAffiliation'
  | 'prescriptionContestation';

function finReflexion(fin: Valeur<'finReflexion'>, c: ContexteExplication): Raison {
  const { dateRemise, salarieProtege, residence } = c.dossier;
  const { delaiReflexionJours, reportFinReflexion } = c.parametres;
  const delai = `${jours(delaiReflexionJours)} après la remise du ${le(dateRemise)}`;
  const base = {
    regle: salarieProtege ? 'R7' : 'R6',
    dossier: ['dateRemise', 'salarieProtege'],
    parametres: ['delaiReflexionJours'],
    fondements: salarieProtege ? [c.convention('art. 4'), GUIDE] : [CPC_641],
  } satisfies Partial<Raison>;
  if (fin === null) {
    return {
      ...base,
      phrase: `Le salarié est protégé : le délai de ${jours(delaiReflexionJours)} ne finit pas avant le lendemain de la notification de l’autorisation, qui n’est pas connue.`,
    };
  }
  const echeance = ajouterJours(dateRemise, delaiReflexionJours);
  const ouvre = estOuvre(echeance, residence);
  const reporte = reportFinReflexion === 'OUVRE_SUIVANT';
  const { decision } = c.resultat;
  const silence =
    decision === 'EN_ATTENTE' || decision === 'REFUS_TACITE' ? ' ; sans réponse, le silence vaut refus' : '';
  if (fin > (reporte ? ouvreSuivantOuEgal(echeance, residence) : echeance)) {
    return {
      ...base,
      phrase: `Salarié protégé : lendemain de la notification à l’employeur (${le(ajouterJours(fin, -1))}), plus tardif que les ${delai}${silence}.`,
      ...siTolere(c, base.parametres),
    };
  }
  const sujet = salarieProtege ? 'Salarié protégé : ' : '';
  const notifiee = salarieProtege ? ', l’autorisation ayant été notifiée plus tôt' : '';
  if (ouvre) return { ...base, phrase: `${sujet}${delai}${notifiee}${silence}.` };
  const reports: Record<typeof reportFinReflexion, string> = {
    OUVRE_SUIVANT: `, soit le ${le(echeance)}, reportés au jour ouvré suivant`,
    AUCUN: ', sans report bien que ce jour ne soit pas ouvré',
    TOLERE: ', un jour non ouvré',
  };
  const report = reports[reportFinReflexion];
  return {
    ...base,
    phrase: `${sujet}${delai}${report}${notifiee}${silence}.`,
    parametres: ['delaiReflexionJours', 'reportFinReflexion'],
    doute: reportFinReflexion === 'TOLERE' ? reportTolere(c) : reportEventuel(echeance, c, 'le délai de réflexion'),
  };
}

/** What a date owes to a reflection that ends on a day off. */
function siTolere(
  c: ContexteExplication,
  parametres: readonly NomParametre[] = [],
): Pick<Raison, 'parametres' | 'doute'> {
  const { finReflexion, finReflexionToleree } = c.resultat;
  if (finReflexionToleree! <= finReflexion!) return { parametres };
  return { parametres: [...parametres, 'reportFinReflexion'], doute: reportTolere(c) };
}

/** How long an answer is taken, and silence waited for. @see R6, F9 */
function finToleree(toleree: NonNullable<Valeur<'finReflexionToleree'>>, c: ContexteExplication): Raison {
  const fin = c.resultat.finReflexion!;
  const base = { regle: 'R6', cles: ['finReflexion'], dossier: ['residence'] } satisfies Partial<Raison>;
  if (toleree === fin) {
    return {
      ...base,
      phrase: `Le dernier jour du délai de réflexion (${le(fin)}).`,
      parametres: ['delaiReflexionJours', 'reportFinReflexion'],
    };
  }
  return {
    ...base,
    phrase: `Le délai annoncé finit le ${le(fin)}, un jour non ouvré : une réponse est admise jusqu’au jour ouvré suivant, et le silence ne vaut refus qu’après.`,
    parametres: ['reportFinReflexion'],
    doute: reportTolere(c),
  };
}

/** What each decision means. */
function phraseDecision(decision: Decision, c: ContexteExplication): string {
  const { dateDecision: jour, finReflexion: fin, finReflexionToleree: toleree } = c.resultat;
  switch (decision) {
    case 'ACCEPTATION':
      if (fin && jour! > fin)
        return `Acceptation datée du ${le(jour!)}, après la fin du délai de réflexion (${le(fin)}), un jour non ouvré, et au plus tard le jour ouvré suivant.`;
      return `Acceptation datée du ${le(jour!)}, entre la remise du ${le(c.dossier.dateRemise)} et la fin du délai de réflexion${fin ? ` (${le(fin)})` : ', qui attend la décision sur le licenciement'}.`;
    case 'REFUS':
      return `Refus daté du ${le(jour!)} ; ${fin ? `il peut devenir une acceptation jusqu’au ${le(toleree!)}` : 'il peut encore devenir une acceptation tant que le délai court'}.`;
    case 'REFUS_TACITE':
      return toleree! > fin!
        ? `Aucune réponse valable au ${le(toleree!)}, jour ouvré qui suit la fin du délai (${le(fin!)}) : le silence vaut refus, daté du lendemain.`
        : `Aucune réponse valable au ${le(fin!)}, dernier jour du délai : le silence vaut refus, daté du lendemain.`;
    case 'AUTORISATION_REFUSEE':
      return `L’autorisation de licencier a été refusée, notification du ${le(jour!)} : la proposition est sans suite.`;
    case 'EN_ATTENTE':
      return fin
        ? `Aucune réponse valable n’est connue et le silence ne vaut pas refus avant le ${le(ajouterJours(toleree!, 1))}.`
        : 'Aucune réponse n’est connue et le délai attend la décision de l’inspection du travail.';
  }
}

/** What the day of a decision is. */
function jourDecision(decision: Exclude<Decision, 'EN_ATTENTE'>, date: DateCivile, c: ContexteExplication): string {
  switch (decision) {
    case 'ACCEPTATION':
      return `Date de l’acceptation retenue, le ${le(date)}.`;
    case 'REFUS':
      return `Date du refus retenu, le ${le(date)}.`;
    case 'REFUS_TACITE':
      return `Lendemain du dernier jour où une réponse est admise (${le(c.resultat.finReflexionToleree!)}).`;
    case 'AUTORISATION_REFUSEE':
      return `Notification à l’employeur du refus d’autorisation, le ${le(date)}, au plus tôt le jour de la remise.`;
  }
}

function debutCsp(debut: Valeur<'debutCsp'>, c: ContexteExplication): Raison {
  const { decision } = c.resultat;
  if (debut === null) {
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
  const { finReflexion, finReflexionToleree, dateDecision } = c.resultat;
  const reportee = dateDecision! > finReflexion!;
  const [finContrat, fin] = [c.resultat.finContrat!, reportee ? finReflexionToleree! : finReflexion!];
  const depuis =
    finContrat > fin
      ? `la fin du contrat (${le(finContrat)})`
      : `${reportee ? 'le dernier jour où une réponse est admise' : 'la fin du délai de réflexion'} (${le(fin)})`;
  return {
    regle: 'R9',
    phrase: `Le lendemain de ${depuis}, ${reportee ? 'l’acceptation étant venue après la fin du délai' : 'quelle que soit la date de l’acceptation'}.`,
    cles: [reportee ? 'finReflexionToleree' : 'finReflexion', 'finContrat'],
    ...siTolere(c),
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
  finReflexionToleree: siDonne(finToleree),
  decision: (decision, c) => ({
    regle: decision === 'AUTORISATION_REFUSEE' ? 'R7' : 'R8',
    phrase: phraseDecision(decision, c),
    dossier: ['dateRemise'],
    cles: ['finReflexion', 'dateDecision'],
    fondements: [GUIDE],
  }),
  dateDecision: siDonne((date, c) => {
    // While it is awaited it has no date.
    const decision = c.resultat.decision as Exclude<Decision, 'EN_ATTENTE'>;
    return {
      regle: decision === 'AUTORISATION_REFUSEE' ? 'R7' : 'R8',
      phrase: jourDecision(decision, date, c),
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
          phrase:
            fin > c.resultat.finReflexion!
              ? `Le dernier jour où une réponse est admise (${le(fin)}), l’acceptation étant venue après la fin du délai.`
              : `Le dernier jour du délai de réflexion (${le(fin)}), quelle que soit la date de l’acceptation.`,
          cles: ['finReflexion', 'finReflexionToleree', 'decision'],
          fondements: [GUIDE],
          ...siTolere(c),
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
    };
  }),
  prescriptionContestation: siDonne((_, c) => {
    const { decision, dateDecision } = c.resultat;
    // A refused authorisation overrides it: the date of the decision is no longer its own.
    const depuis = decision === 'ACCEPTATION' ? `l’acceptation du ${le(dateDecision!)}` : 'l’acceptation reçue';
    return {
      regle: 'R9',
      phrase: `12 mois après ${depuis}, de date à date.`,
      cles: ['dateDecision'],
      fondements: [L1233_67],
    };
  }),
};

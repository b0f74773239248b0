import { ok, strictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import {
  ajouterJours,
  type DateCivile,
  dateCivile,
  enChiffres,
  finPeriodeMois,
} from '../../../domain/calendrier/dates';
import { libellesEtats } from '../../../domain/dossier/etats';
import { evaluer } from '../../../domain/droit/calculer';
import { A_CONFIRMER } from '../../../domain/droit/doutes';
import { expliqueur } from '../../../domain/droit/expliquer';
import { resoudreParcours } from '../../../domain/droit/parcours-inscrit';
import { phrase } from '../../../domain/faits/erreurs';
import { previsualiserParcours } from '../../../domain/parcours/previsualiser';
import type { Echeance, Situation } from '../../../domain/parcours/situation';
import type { FaitVecu } from './faits-vecus';
import { evenement, vie, vieEnAvance } from './tirage';
import { RETENUE, type Vue, vivre } from './vies';

const UNE_DATE = String.raw`(\d{2}/\d{2}/\d{4})`;
const PHRASE = new RegExp(
  `^(?<etat>[^;]+?) depuis le ${UNE_DATE}(?: \\(repris le ${UNE_DATE}\\))?` +
    `(?:\u202f; refus du ${UNE_DATE}, une acceptation reste possible(?: jusqu’au ${UNE_DATE})?)?` +
    `(?:\u202f; (?<suite>prochaine échéance\u00a0: .+,|en retard\u00a0: .+, à faire pour) le ${UNE_DATE}(?<doute> \\(${A_CONFIRMER}\\))?|\u202f; (?<attente>en attente\u00a0: .+))?\\.$`,
);

/** Where the journey stands, in its one sentence, against the dates of the same page. */
function lireLaPhrase({ enUnePhrase, etat, observeLe, resultat, echeances }: Situation): void {
  const lue = PHRASE.exec(enUnePhrase);
  ok(lue, `phrase d’une autre forme : ${enUnePhrase}`);
  const [, nom, depuis, repris, refus, jusquau, suite, date, doute] = lue;
  strictEqual(nom, libellesEtats[etat]);
  const refuse = etat === 'EN_REFLEXION' && resultat.decision === 'REFUS';
  strictEqual(refus, refuse ? enChiffres(resultat.dateDecision!) : undefined, enUnePhrase);
  const toleree = refuse ? resultat.finReflexionToleree : null;
  strictEqual(jusquau, toleree ? enChiffres(toleree) : undefined, enUnePhrase);
  const suspensions = resultat.suspensions ?? [];
  if (etat === 'EN_CSP') {
    strictEqual(depuis, enChiffres(resultat.debutCsp!), enUnePhrase);
    const derniere = suspensions.filter(({ fin }) => fin < observeLe).at(-1);
    strictEqual(repris, derniere && enChiffres(ajouterJours(derniere.fin, 1)), enUnePhrase);
  }
  if (etat === 'SUSPENDU') {
    const debut = suspensions.find((s) => enChiffres(s.debut) === depuis);
    ok(debut && debut.debut <= observeLe, `${enUnePhrase} : aucune suspension ne commence ce jour-là`);
    const avant = suspensions.find((s) => ajouterJours(s.fin, 1) === debut.debut);
    strictEqual(avant, undefined, `${enUnePhrase} : déjà suspendu la veille`);
  }
  if (suite === undefined) return;
  const statut = suite.startsWith('en retard') ? 'PASSEE' : 'A_VENIR';
  const dites = echeances.filter((e) => e.statut === statut && enChiffres(e.date) === date);
  const laMeme = dites.find((e) => suite.toLowerCase().includes(e.libelle.toLowerCase()));
  ok(laMeme, `${enUnePhrase} : pas sur la page`);
  strictEqual(doute !== undefined, laMeme.aConfirmer === true, enUnePhrase);
}

/** Months after the start by which a plan is to be validated at the latest, in the set of these lives (R12). */
const PLAFOND_PSP = 2;

const ENTRETIENS_DU_CSP = ['PRE_BILAN', 'PSP', 'POINT_ETAPE'];

/** An échéance that is shown can still be met, and what is said of it is not over. */
function lireEcheance(e: Echeance, { observeLe, resultat, etat }: Situation): void {
  if (e.statut === 'A_VENIR') ok(e.date >= observeLe, `${e.cle} du ${e.date} est à venir le ${observeLe}`);
  if (e.statut === 'PASSEE') ok(e.date < observeLe, `${e.cle} du ${e.date} est passée le ${observeLe}`);
  if (e.faiteLe === null && ENTRETIENS_DU_CSP.includes(e.cle) && ['ROMPU', 'SUIVI_EMPLOI', 'CLOS'].includes(etat))
    ok(e.date <= resultat.dateFinCsp!, `${e.cle} au ${e.date}, après la fin du CSP`);
}

/** Verbs that say a thing done, or to come. */
const PASSE =
  /(?<!\p{L})(?:(?:a|ont|été) (?:eu|été|pris|validée?|tenue?|rompue?|demandée?)|s’est \p{L}+ée?|est passée?|était|faite? le)(?!\p{L})/u;
const FUTUR =
  /(?<!\p{L})(?:sera|seront|aura|auront|vaudra|prendra|partira|finira|pourra|se termine le|demain|aujourd’hui|dans \d+ jours?)(?!\p{L})/u;

/** Dates that a sentence names, a period of one year whole. */
function datesNommees(phrase: string): string[] {
  const entieres = [...phrase.matchAll(/\d{2}\/\d{2}\/\d{4}/g)].map(([date]) => date);
  const abregees = [...phrase.matchAll(/(\d{2}\/\d{2}) au \d{2}\/\d{2}(\/\d{4})/g)].map(
    ([, jour, an]) => `${jour}${an}`,
  );
  return [...entieres, ...abregees];
}

/** Every date of the page, and those that a reason counts to from them: the day before, the day after, the end of the months of a delay. */
function datesDeLaPage(page: object, { debutCsp }: Situation['resultat']): Set<string> {
  const jours = (JSON.stringify(page).match(/\d{4}-\d{2}-\d{2}/g) ?? []).map((jour) => dateCivile(jour));
  const plafonds = debutCsp ? [finPeriodeMois(debutCsp, PLAFOND_PSP)] : [];
  const autour = [...jours, ...plafonds].flatMap((jour) => [-1, 0, 1].map((ecart) => ajouterJours(jour, ecart)));
  return new Set(autour.map(enChiffres));
}

/** What is said of a day fits the moment at which it is read. */
function accorder(phrase: string, page: ReadonlySet<string>, observeLe: DateCivile): void {
  const dates = datesNommees(phrase);
  for (const date of dates) ok(page.has(date), `${phrase} : le ${date} n’est pas sur la page`);
  const jours = dates.map((date) => date.split('/').reverse().join('-'));
  if (PASSE.test(phrase))
    ok(
      jours.every((jour) => jour <= observeLe),
      `le ${observeLe}, dit au passé : ${phrase}`,
    );
  if (FUTUR.test(phrase))
    ok(
      jours.every((jour) => jour >= observeLe),
      `le ${observeLe}, dit au futur : ${phrase}`,
    );
}

/** Of an alert, the day of what it speaks of: the facts that it says done are. */
const SUJETS: Partial<Record<string, string>> = {
  PRE_BILAN_HORS_DELAI: 'PRE_BILAN',
  PSP_HORS_DELAI: 'PSP',
  PSP_SANS_PRE_BILAN: 'PSP',
  POINT_ETAPE_HORS_FENETRE: 'POINT_ETAPE',
  BILAN_HORS_FENETRE: 'BILAN',
};

function lireAlertes({ alertes, echeances, observeLe, resultat }: Situation): void {
  for (const code of alertes) {
    const dite = phrase(code);
    const visee = echeances.find(({ cle }) => cle === SUJETS[code]);
    const jour = visee ? visee.faiteLe! : code.startsWith('REINTEGRATION') ? resultat.terme! : null;
    if (jour !== null && PASSE.test(dite)) ok(jour <= observeLe, `le ${observeLe}, du ${jour} : ${dite}`);
  }
}

/** Labels and reasons, the whys of the two dates at the head of the page and of the alerts included, then the page of the engine. */
function lireMotifs({ situation, etat, reponse }: Vue): void {
  const { observeLe, echeances, resultat, faits, doutes = [] } = situation;
  const {
    dossier,
    faits: consignes,
    surcharge,
  } = resoudreParcours(etat.dossier, [...etat.journal, ...reponse.entrees]);
  const comptent = new Set(
    faits.filter(({ statut }) => statut !== 'A_CONFIRMER' && statut !== 'REFUSE').map(({ id }) => id),
  );
  const evenements = consignes.filter(({ id }) => comptent.has(id)).map(({ evenement }) => evenement);
  const page = datesDeLaPage({ dossier, evenements, resultat, echeances, doutes, observeLe }, resultat);
  const evaluation = evaluer(dossier, evenements, { surcharge, dateObservation: observeLe });
  const expliquer = expliqueur(evaluation, { dossier, evenements });
  const dites = [
    ...echeances.flatMap(({ libelle, pourquoi }) => [libelle, pourquoi]),
    ...['alertes', 'dateFinCsp', 'finReflexion', 'rejets'].flatMap((cle) => expliquer(cle).map((e) => e.phrase)),
    ...faits.flatMap(({ phrase: dite }) => (dite === null ? [] : [dite])),
    ...reponse.details.split('\n').flatMap((ligne) => (ligne.startsWith('|') ? ligne.split('|') : [])),
  ];
  for (const dite of dites) accorder(dite, page, observeLe);
}

/** Kept as it was deposited and read on any later day: no task tells time by the day it was written. */
function lireLibelles({ reponse: { taches }, situation: { observeLe } }: Vue): void {
  for (const { libelle } of taches)
    ok(!FUTUR.test(libelle), `le ${observeLe}, une tâche se lit plus tard : ${libelle}`);
}

/** "Rien n’est consigné" is said of what the page holds as not done, with the same date. */
function lireTaches({ reponse: { taches }, situation: { echeances } }: Vue): void {
  for (const { cle, libelle, echeance } of taches) {
    if (!libelle.includes('rien n’est consigné')) continue;
    const visee = echeances.find((e) => cle.includes(`/${e.cle}/`) && e.date === echeance);
    ok(visee && visee.faiteLe === null, `${libelle} : la page dit autre chose`);
    ok(libelle.includes(enChiffres(visee.date)), libelle);
  }
}

function examiner(faits: readonly FaitVecu[]): void {
  for (const vue of vivre(faits).vues) {
    lireLaPhrase(vue.situation);
    for (const e of vue.situation.echeances) lireEcheance(e, vue.situation);
    lireAlertes(vue.situation);
    lireMotifs(vue);
    lireLibelles(vue);
    lireTaches(vue);
  }
}

/** What an act takes the object of away is not explained by how its date was computed. */
function apercevoir(faits: readonly FaitVecu[], acte: object, part: number): void {
  const { vues } = vivre(faits);
  const { etat, quand } = vues[Math.floor(part * (vues.length - 1))]!;
  const contenu = { evenement: acte, auteur: 'un' };
  const message = { id: 'apercu', acte: 'consigner' as const, contenu, recuLe: quand };
  const options = { envoi: 'immediat' as const, sursisMinutes: RETENUE };
  const { echeances, apres } = previsualiserParcours(etat, message, quand, options);
  lireLaPhrase(apres);
  for (const e of echeances) {
    if (e.apres === null) ok(e.pourquoi !== e.avant!.pourquoi, `${e.cle} est sans objet, et se dit : ${e.pourquoi}`);
    else strictEqual(e.pourquoi, e.apres.pourquoi);
  }
}

/**
 * Random lives, every pass of each: the sentences that the situation shows, its alerts, its labels and its reasons, read against the dates
 * of the same page, and no past said of what is to come, nor the reverse; then what an act would change, read the same way.
 * @throws the smallest life with a sentence that does not fit its moment
 */
export function eprouverPhrases(numRuns: number, seed: number): void {
  fc.assert(fc.property(vie, examiner), { numRuns, seed });
  fc.assert(fc.property(vieEnAvance, examiner), { numRuns, seed });
  fc.assert(fc.property(vie, evenement, fc.double({ min: 0, max: 1, noNaN: true }), apercevoir), { numRuns, seed });
}

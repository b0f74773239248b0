import { ok, strictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { ajouterJours, enChiffres } from '../../../domain/calendrier/dates';
import { libellesEtats } from '../../../domain/dossier/etats';
import { A_CONFIRMER } from '../../../domain/droit/doutes';
import { previsualiserParcours } from '../../../domain/parcours/previsualiser';
import type { Echeance, Situation } from '../../../domain/parcours/situation';
import type { FaitVecu } from './faits-vecus';
import { evenement, vie } from './tirage';
import { RETENUE, type Vue, vivre } from './vies';

const UNE_DATE = String.raw`(\d{2}/\d{2}/\d{4})`;
const PHRASE = new RegExp(
  `^(?<etat>[^;]+?) depuis le ${UNE_DATE}(?: \\(repris le ${UNE_DATE}\\))?` +
    `(?:\u202f; (?<suite>prochaine échéance\u00a0: .+,|en retard\u00a0: .+, à faire pour) le ${UNE_DATE}(?<doute> \\(${A_CONFIRMER}\\))?|\u202f; (?<attente>en attente\u00a0: .+))?\\.$`,
);

/** Where the journey stands, in its one sentence, against the dates of the same page. */
function lireLaPhrase({ enUnePhrase, etat, observeLe, resultat, echeances }: Situation): void {
  const lue = PHRASE.exec(enUnePhrase);
  ok(lue, `phrase d’une autre forme : ${enUnePhrase}`);
  const [, nom, depuis, repris, suite, date, doute] = lue;
  strictEqual(nom, libellesEtats[etat]);
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

const ENTRETIENS_DU_CSP = ['PRE_BILAN', 'PSP', 'POINT_ETAPE'];

/** An échéance that is shown can still be met, and what is said of it is not over. */
function lireEcheance(e: Echeance, { observeLe, resultat, etat }: Situation): void {
  if (e.statut === 'A_VENIR') ok(e.date >= observeLe, `${e.cle} du ${e.date} est à venir le ${observeLe}`);
  if (e.statut === 'PASSEE') ok(e.date < observeLe, `${e.cle} du ${e.date} est passée le ${observeLe}`);
  if (e.faiteLe === null && ENTRETIENS_DU_CSP.includes(e.cle) && ['ROMPU', 'SUIVI_EMPLOI', 'CLOS'].includes(etat))
    ok(e.date <= resultat.dateFinCsp!, `${e.cle} au ${e.date}, après la fin du CSP`);
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
 * Random lives, every pass of each: the sentences that the situation shows, read against the dates of the same page; then what an act
 * would change, read the same way.
 * @throws the smallest life with a sentence that does not fit its moment
 */
export function eprouverPhrases(numRuns: number, seed: number): void {
  fc.assert(fc.property(vie, examiner), { numRuns, seed });
  fc.assert(fc.property(vie, evenement, fc.double({ min: 0, max: 1, noNaN: true }), apercevoir), { numRuns, seed });
}

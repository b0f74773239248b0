import { deepStrictEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { type DonneesCourrier, ecrire, rendreSms } from '../../../courriers';
import { personnesExemple } from '../../../courriers/exemples';
import { rendreTexte } from '../../../courriers/rendu-texte';
import { ajouterJours, dateCivile, enToutesLettres } from '../../../domain/calendrier/dates';
import { dateLocale, fuseau } from '../../../domain/calendrier/fuseaux';
import { type CodeCourrier, catalogue } from '../../../domain/catalogue/catalogue';
import { cleCourrier, lireBaseRectification } from '../../../domain/catalogue/cle-courrier';
import { finPrimeProche } from '../../../domain/droit/doutes-du-parcours';
import { choisirReglement } from '../../../domain/droit/reglements';
import { resoudreJournal } from '../../../domain/faits/resoudre-journal';
import type { EtatParcours, MemoireCourrier } from '../../../domain/parcours/parcours';
import type { Situation } from '../../../domain/parcours/situation';
import { enOrdre, type FaitVecu } from './faits-vecus';
import { vieSimple } from './tirage';
import { type LettrePartie, vivre } from './vies';

const enClair = (s: string) => s.replace(/[\u00a0\u202f]/g, ' ').replace(/’/g, "'");
const jourDe = (quand: string) => dateLocale(new Date(quand), fuseau('metropole'));

/** What a letter was made of the day it left. */
function donneesDe({ du, quand, situation }: LettrePartie, etat: EtatParcours): DonneesCourrier {
  const connus = etat.journal.filter((entree) => entree.enregistreLe <= quand);
  const { code, destinataire, cle, base, changement } = du;
  const { dossier, faits } = resoudreJournal(etat.dossier, connus);
  const ecarte = code === 'REJET' ? situation.faits.find(({ id }) => id === base) : undefined;
  const declare = faits.find(({ id }) => id === ecarte?.id);
  return {
    ...{ code: code as CodeCourrier, destinataire, cle, base, numero: etat.numero },
    ...{ jour: jourDe(quand), personnes: personnesExemple, dossier },
    resultat: situation.resultat,
    ...(declare && {
      declaration: { evenement: declare.evenement, code: ecarte!.code!, phrase: ecarte!.phrase! },
    }),
    ...(changement && { changement }),
    ...(situation.doutes && { doutes: situation.doutes }),
  };
}

/** Dates that a letter has in its table and that the one correcting it does not say. */
const tues = (avant: DonneesCourrier, texte: string): string[] =>
  ecrire(avant)
    .dates.flatMap(({ valeur }) => /\d+(?:er)? \p{L}+ \d{4}/u.exec(enClair(valeur)) ?? [])
    .filter((date) => !texte.includes(enClair(date)));

/** Of a letter that asks for something by a day: the day asked for, and whether that was done, or is no longer to be. */
function demandee(code: string, etat: EtatParcours, { resultat, faits, doutes = [] }: Situation) {
  const comptent = new Set(faits.filter(({ statut }) => statut === 'RETENU').map(({ id }) => id));
  const consignes = resoudreJournal(etat.dossier, etat.journal).faits;
  const tenu = (type: string) => consignes.some(({ id, evenement }) => evenement.type === type && comptent.has(id));
  switch (code) {
    case 'C06_CONVOCATION_PRE_BILAN':
      return { jour: resultat.echeancePreBilan, faite: tenu('PRE_BILAN_REALISE') };
    case 'C07_CONVOCATION_PSP':
      return { jour: resultat.echeancePsp, faite: tenu('PSP_VALIDE') };
    case 'PRIME_DERNIER_MOIS':
      return {
        jour: finPrimeProche(resultat, doutes, choisirReglement(etat.dossier)!.parametres),
        faite: resultat.motifFin !== 'TERME' || resultat.primes?.some(({ statut }) => statut === 'RECEVABLE'),
      };
    default:
      return null;
  }
}

/** Nothing of it is to be put right: what it asks for was done, or is still for the day that it said. */
function estSuperflu({ code, dit }: MemoireCourrier, etat: EtatParcours, finale: Situation): boolean {
  const demande = demandee(code, etat, finale);
  return demande !== null && (demande.faite === true || demande.jour === dit);
}

/** Whether the person was told, later, of each letter that left and became false. */
function examiner(faits: readonly FaitVecu[]): void {
  const { etat, parties, situation } = vivre(faits);
  const derniere = (cle: string) => parties.findLast(({ du }) => du.cle === cle)!;
  const decede = faits.some(({ evenement }) => evenement.motif === 'DECES');
  for (const [cle, memoire] of Object.entries(etat.courriers)) {
    const { code, destinataire, statut, rectification, remplacePar } = memoire;
    if (statut !== 'RECTIFIE' || destinataire === 'CONSEILLER' || catalogue[code as CodeCourrier].dit === null)
      continue;
    if (decede && destinataire === 'BENEFICIAIRE') continue;
    const cleRectification =
      rectification && cleCourrier(etat.numero, { code: 'RECTIFICATION', destinataire, base: rectification });
    const dite = parties.find(
      ({ du }) => du.cle === cleRectification || (du.cle === remplacePar && du.remplace?.includes(cle)),
    );
    if (!dite && estSuperflu(memoire, etat, situation)) continue;
    ok(dite, `${cle} est devenu faux et personne ne l’a su`);
    const faux = derniere(cle);
    const { jour: partiLe, ...avant } = { ...donneesDe(faux, etat) };
    const donnees = { ...avant, jour: partiLe };
    const cite = { donnees, partiLe };
    const dement: DonneesCourrier = {
      ...donneesDe(dite, etat),
      ...(lireBaseRectification(dite.du.base) ? { rectifie: cite } : { remplace: [cite] }),
    };
    const lettre = ecrire(dement);
    const texte = enClair(`${lettre.objet}\n${rendreTexte(lettre)}`);
    ok(
      texte.includes(enClair(`${enToutesLettres(partiLe)} (« ${ecrire(donnees).objet} »)`)),
      `${dite.du.cle} ne nomme pas ${cle}`,
    );
    if (dite.du.remplace) {
      deepStrictEqual(tues(donnees, texte), [], `${dite.du.cle} tait une date de ${cle}`);
      const sms = rendreSms(dement);
      ok(sms === null || sms.includes('Remplace notre message du'), `le SMS de ${dite.du.cle} ne nomme rien`);
    }
  }
}

/** The hand-over, corrected by a few days while the person reflects. */
const remiseCorrigee = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: -5, max: 5 })).map(
  ([n, ecart]): FaitVecu => ({
    le: ajouterJours(dateCivile('2025-03-03'), n),
    evenement: { type: 'OUVERTURE' },
    rectification: { dateRemise: ajouterJours(dateCivile('2025-03-03'), ecart) },
  }),
);

/**
 * Plain random lives (not those of `vie` yet), facts known late and a hand-over corrected: every letter that left and became false is named by one that the same
 * person gets later, with every date it gave; one that asked for something by a day too, unless that was done.
 * @throws the smallest life that shows one left uncorrected, or corrected by half
 */
export function eprouverDementis(numRuns: number, seed: number): void {
  fc.assert(
    fc.property(vieSimple, fc.array(remiseCorrigee, { maxLength: 2 }), (faits, remises) =>
      examiner(enOrdre([...faits, ...remises])),
    ),
    { numRuns, seed },
  );
}

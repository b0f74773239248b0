import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { type DateCivile, dateCivile } from '../../../domain/calendrier/dates';
import { fuseau, instantMinuit } from '../../../domain/calendrier/fuseaux';
import { entreeCatalogue } from '../../../domain/catalogue/catalogue';
import { evaluer } from '../../../domain/droit/calculer';
import { OUVERTURE } from '../../../domain/droit/regles/de-test/scenario';
import { resoudreJournal } from '../../../domain/faits/resoudre-journal';
import { etatInitial } from '../../../domain/parcours/etat-initial';
import type {
  CourrierDu,
  EtatParcours,
  MessageRecu,
  ModeEnvoi,
  ReponseSituer,
} from '../../../domain/parcours/parcours';
import type { CourrierSitue, Situation } from '../../../domain/parcours/situation';
import { situer } from '../../../domain/parcours/situer';
import { lettresDues } from '../../outils/lettres-dues';
import { actesDuFait, type FaitVecu } from './faits-vecus';
import { vie } from './tirage';

export const RETENUE = 60;

/** A letter that left, with what the rules said when it did. */
export interface LettrePartie {
  du: CourrierDu;
  quand: string;
  situation: Situation;
}

const neufHeures = (jour: DateCivile) =>
  new Date(instantMinuit(jour, fuseau('metropole')).getTime() + 9 * 3_600_000).toISOString();

/** What the workflow does with an answer, every letter due leaving at once. */
function appliquer(etat: EtatParcours, reponse: ReponseSituer, quand: string): EtatParcours {
  const partis = reponse.dus.map(({ cle, changement: _annonce, remplace: _corriges, ...lettre }) => {
    const { tentatives = 0 } = etat.courriers[cle] ?? {};
    return [cle, { ...lettre, statut: 'PARTI' as const, le: quand, tentatives: tentatives + 1 }];
  });
  const version = etat.version + 1;
  return {
    ...etat,
    recus: [],
    journal: [...etat.journal, ...reponse.entrees],
    issues: { ...etat.issues, ...Object.fromEntries(reponse.issues.map((i) => [i.id, { ...i, version }])) },
    courriers: { ...etat.courriers, ...reponse.memoires, ...Object.fromEntries(partis) },
    termeAnnonce: reponse.termeAnnonce,
    changements: reponse.changements,
    version,
  };
}

/** One pass: what the journey was asked of, and what people could read until the next. */
export interface Vue {
  quand: string;
  /** Before the pass, what it received taken away. */
  etat: EtatParcours;
  /** Some fact was received. */
  informee: boolean;
  situation: Situation;
  reponse: ReponseSituer;
}

/** The journey's own loop, without server: each fact recorded on its day, the clock going from one awaited instant to the next. */
export function vivre(
  faits: readonly FaitVecu[],
  envoi: ModeEnvoi = 'immediat',
  dossier: EtatParcours['dossier'] = OUVERTURE as unknown as EtatParcours['dossier'],
): {
  etat: EtatParcours;
  situation: Situation;
  vues: Vue[];
  parties: LettrePartie[];
} {
  const numero = '2025-000001-32';
  let etat = etatInitial({ numero, agence: 'a', referent: 'r', dossier, dateReprise: null, journal: [] });
  const aVenir = [...faits];
  const parties: LettrePartie[] = [];
  const vues: Vue[] = [];
  let quand = neufHeures(dossier.dateRemise);
  for (let tours = 1; ; tours += 1) {
    const recus = aVenir.filter(({ le }) => neufHeures(le) <= quand);
    aVenir.splice(0, recus.length);
    const premier = faits.length - aVenir.length - recus.length;
    etat.recus = recus.flatMap((_, n): MessageRecu[] =>
      actesDuFait(faits, premier + n).map((acte) => ({ ...acte, recuLe: quand })),
    );
    const options = { envoi, sursisMinutes: RETENUE };
    const { reponse, situation } = situer({ etat, enCours: [], maintenant: quand }, options);
    parties.push(...reponse.dus.map((du) => ({ du, quand, situation })));
    vues.push({ quand, etat: { ...etat, recus: [] }, informee: etat.recus.length > 0, situation, reponse });
    etat = appliquer(etat, reponse, quand);
    const suivant = [reponse.prochain?.quand, ...(aVenir[0] ? [neufHeures(aVenir[0].le)] : [])].filter(
      (q) => q !== undefined,
    );
    // Nothing gives a day to one that waits for an authority, whether the person refused meanwhile or not: she may still accept (R8).
    const attendue = situation.attente !== null || situation.resultat.decision === 'REFUS';
    const enSuspens = suivant.length === 0 && attendue && situation.resultat.finReflexion === null;
    const clos = reponse.clos && aVenir.length === 0;
    // What leaves is asked about once more.
    if ((clos || enSuspens) && reponse.dus.length > 0) continue;
    if (clos || enSuspens) return { etat, situation, vues, parties };
    if (suivant.length === 0 || tours > 500) throw new Error(`le parcours n’avance plus, le ${quand}`);
    quand = suivant.sort()[0]!;
  }
}

const ecrire = (c: { code: string; destinataire: string; date: string }) => `${c.date} ${c.code} ${c.destinataire}`;

/**
 * The end of a life and what `calculer` says of the journal it left, in the same terms; its letters on the days of the nearest end, where
 * there are two.
 * @param jour of its last fact
 */
export function comparer({ etat, situation }: { etat: EtatParcours; situation: Situation }, jour: DateCivile) {
  const { dossier, faits: consignes } = resoudreJournal(etat.dossier, etat.journal);
  // The one exception of R28: what would undo an effective re-registration counts for nothing.
  const effectifs = consignes.filter(({ id }) => etat.issues[id]?.code !== 'REINSCRIPTION_EFFECTIVE');
  const evaluation = evaluer(
    dossier,
    effectifs.map((f) => f.evenement),
    {},
  );
  const calcule = evaluation.resultat;
  const dues = lettresDues(evaluation, etat, dossier.residence, jour).map(ecrire);
  const voulues = new Set(dues);
  const siennes = situation.courriers.filter((c) => entreeCatalogue(c.code).origine === 'REGLES');
  const tient = ({ statut }: CourrierSitue) => !['RECTIFIE', 'ANNULE', 'PERIME'].includes(statut);
  // One that no longer holds, or that nobody got, still counts when the rules want it, unless another of that day took its place.
  const autres = new Set(siennes.filter((c) => !tient(c)).map(ecrire));
  const tenues = siennes.filter(tient).map(ecrire);
  const lettres = [...tenues, ...[...autres].filter((ecrite) => voulues.has(ecrite) && !tenues.includes(ecrite))];
  return {
    vecu: { resultat: situation.resultat, lettres: lettres.sort() },
    calcule: { resultat: calcule, lettres: dues.sort() },
    enAttente: situation.courriers
      .filter((c) => ['A_VENIR', 'A_REPRENDRE', 'RETENU'].includes(c.statut))
      .map((c) => c.cle),
  };
}

/** Of the last fact of a life; of its proposal, where nothing followed. */
export const dernierJour = (faits: readonly FaitVecu[]): DateCivile =>
  faits.at(-1)?.le ?? dateCivile(OUVERTURE.dateRemise);

/**
 * Random lives, late facts included, each lived by the journey's own loop without a server: at its end a life equals `calculer` on its
 * journal, date for date and letter for letter, and nothing is left to send.
 * @throws what differs, with the smallest life that shows it
 */
export function eprouverVies(numRuns: number, seed: number): void {
  fc.assert(
    fc.property(vie, (faits) => {
      const { vecu, calcule, enAttente } = comparer(vivre(faits), dernierJour(faits));
      deepStrictEqual(vecu, calcule);
      deepStrictEqual(enAttente, []);
    }),
    { numRuns, seed },
  );
}

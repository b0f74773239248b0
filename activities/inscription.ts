import { residenceDe } from '../domain/faits/residence-de';
import { causesRetirees } from '../domain/parcours/cause-de-tache';
import { prepareUneFormation, tachesDesFormations } from '../domain/parcours/formation-preparee';
import type { EtatConnu, EtatParcours, ReponseSituer, Suivi, TacheDue } from '../domain/parcours/parcours';
import { estDuDebut, piecesAttendues } from '../domain/parcours/pieces';
import type { Situation } from '../domain/parcours/situation';
import { TACHES_SUIVIES } from '../domain/parcours/taches-dues';
import { tachesDesPieces } from '../domain/parcours/taches-pieces';
import { avecJour, type RendezVousPrevu } from '../domain/rendez-vous/suspension';
import { annonceUnEntretien, sansEntretienPrevu, tachesADeplacer } from '../domain/rendez-vous/taches';
import {
  annulerRendezVous,
  cloreCauses,
  enregistrerSituation,
  etatPlusRecent,
  lirePersonnes,
  type PiecesEtFormations,
  type Registre,
  rendezVousPrevus,
  tenirTaches,
  toutOuRien,
} from '../registre';
import { cloreCourriers } from './clore-courriers';

/** What a pass of a journey leaves in the register. */
export interface Inscription extends Pick<ReponseSituer, 'taches' | 'memoires'> {
  /** The state, the answer taken into it. */
  etat: EtatParcours;
  situation: Situation;
  /** When the journey asked. */
  le: Date;
}

/** What the register answers to a pass. */
export interface Inscrite {
  /** What it knows when that is more than the journey does: nothing was then written. */
  retrouve: EtatConnu | null;
  /** Who follows the person; null when it wrote nothing. */
  suivi: Suivi | null;
}

/**
 * Writes the state, the situation seen from it, the letters closed without leaving and the tasks: all of it or nothing, idempotent. The
 * messages taken in wait no more.
 * @throws ErreurRegistre when the register is away, or refuses what it is given (`estMalformee`)
 */
export const inscrirePasse = (registre: Registre, inscription: Inscription): Promise<Inscrite> =>
  toutOuRien(registre, async (tx) => {
    const { etat, situation, memoires, taches, le } = inscription;
    const ecrite = await enregistrerSituation(tx, etat, situation, le);
    // Another answer of the same pass, or of a later one, is there already: a stale view writes no task.
    if (ecrite.suite === 'DEPASSEE') return { retrouve: await etatPlusRecent(tx, etat), suivi: null };
    await cloreCourriers(tx, etat.numero, memoires, le);
    const parErreur = situation.etat === 'OUVERT_PAR_ERREUR';
    if (situation.resultat.motifFin === 'DECES') await libererRendezVous(tx, etat.numero, le, le);
    if (parErreur) await libererRendezVous(tx, etat.numero, le, null);
    const prevus = await rendezVousUtiles(tx, etat, situation, taches);
    const deplacements = tachesADeplacer(prevus, situation.resultat.suspensions ?? [], le.toISOString());
    const { pieces, formations } = tachesDuDossier(etat, situation, ecrite.suite === 'APPLIQUEE' ? ecrite.connu : RIEN);
    const dues = [...sansEntretienPrevu(taches, prevus), ...deplacements, ...pieces.aDeposer, ...formations];
    // Of a dossier opened by mistake, nothing else is left to do; a message refused since is still to read.
    const suivies = parErreur
      ? { sauf: ['MESSAGE_REFUSE'] }
      : { parmi: [...TACHES_SUIVIES, 'RDV_A_DEPLACER', 'PIECE_ATTENDUE', 'FORMATION_A_SUIVRE'] };
    const point = {
      dues: dues.map((tache) => ({ ...tache, numero: etat.numero })),
      vivantes: pieces.vivantes,
      suivies,
    };
    await tenirTaches(tx, etat.numero, point, le);
    await cloreCauses(tx, etat.numero, causesRetirees(etat.numero, etat.journal), le);
    return { retrouve: null, suivi: ecrite.suite === 'APPLIQUEE' ? ecrite.suivi : null };
  });

/**
 * Nobody is expected any more, and the hours serve someone else: a death that is certain frees the appointments still to come; a dossier
 * opened by mistake, all those of which nobody said what became.
 */
async function libererRendezVous(
  registre: Registre,
  numero: EtatParcours['numero'],
  le: Date,
  apres: Date | null,
): Promise<void> {
  for (const { id, debut } of await rendezVousPrevus(registre, numero)) {
    if (apres === null || new Date(debut) > apres) await annulerRendezVous(registre, id, 'jalon', le);
  }
}

/**
 * What is to be asked for of the papers that the facts make expected, and what the trainings that the person prepares wait for: which papers
 * are there and which trainings, the register alone knows. Of a dossier opened by mistake, nothing.
 */
function tachesDuDossier(etat: EtatParcours, situation: Situation, connu: PiecesEtFormations) {
  const { numero, journal, dateReprise } = etat;
  const { observeLe } = situation;
  const parErreur = situation.etat === 'OUVERT_PAR_ERREUR';
  const attendues = parErreur ? [] : piecesAttendues({ journal, dateReprise, situation }, observeLe);
  const aRegarder = prepareUneFormation(situation) || !attendues.every(estDuDebut);
  const { recues, formations } = aRegarder ? connu : RIEN;
  return {
    pieces: tachesDesPieces(numero, attendues, new Set(recues), observeLe),
    formations: formations.length === 0 ? [] : tachesDesFormations(numero, formations, situation, residenceDe(etat)),
  };
}

const RIEN: PiecesEtFormations = { recues: [], formations: [] };

/** The appointments that tasks depend on, read only when some may: a suspension not over yet, or an interview soon due. */
async function rendezVousUtiles(
  registre: Registre,
  { numero, dossier, journal }: EtatParcours,
  { observeLe, resultat }: Situation,
  taches: readonly TacheDue[],
): Promise<RendezVousPrevu[]> {
  const suspendu = resultat.suspensions?.some(({ fin }) => fin >= observeLe) ?? false;
  if (!suspendu && !taches.some(annonceUnEntretien)) return [];
  const personnes = await lirePersonnes(registre, numero);
  if (!personnes) return [];
  const residence = residenceDe({ dossier, journal });
  return avecJour(await rendezVousPrevus(registre, numero), residence, personnes.agence);
}

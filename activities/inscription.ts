import { residenceDe } from '../domain/faits/residence-de';
import { causeDeTache, causesRetirees } from '../domain/parcours/cause-de-tache';
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
  cloreMemesCauses,
  enregistrerSituation,
  etatPlusRecent,
  lirePersonnes,
  type PiecesEtFormations,
  type Registre,
  rendezVousPrevus,
  type TachesDuPoint,
  tenirTaches,
  toutOuRien,
} from '../registre';
import { aClore, cloreCourriers } from './clore-courriers';

/** What a pass of a journey leaves in the register. */
export interface Inscription extends Pick<ReponseSituer, 'taches' | 'memoires'> {
  /** The state, the answer taken into it. */
  etat: EtatParcours;
  situation: Situation;
  /** What the register alone knew of the dossier when the law was asked. */
  connu: PiecesEtFormations;
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
 * messages taken in wait no more. Most passes are one statement; those that write elsewhere too, a transaction.
 * @throws ErreurRegistre when the register is away, or refuses what it is given (`estMalformee`)
 */
export async function inscrirePasse(registre: Registre, inscription: Inscription): Promise<Inscrite> {
  const { etat, situation, taches, memoires, le } = inscription;
  const causes = causesRetirees(etat.numero, etat.journal);
  const libres = rendezVousLiberes(situation, le);
  const aCauses = causes.length > 0 || taches.some(({ cle }) => causeDeTache(cle) !== null);
  const utiles = await rendezVousUtiles(registre, etat, situation, taches);
  const prevus = libres === null ? utiles : utiles.filter(({ debut }) => !libres(debut));
  const ecrire = (r: Registre) => inscrire(r, inscription, { prevus, libres, causes });
  return libres !== null || aCauses || aClore(memoires).length > 0 ? toutOuRien(registre, ecrire) : ecrire(registre);
}

interface AEcrire {
  /** Appointments that tasks depend on. */
  prevus: readonly RendezVousPrevu[];
  /** Which appointments are freed, by their beginning; null for none. */
  libres: ((debut: string) => boolean) | null;
  /** Of tasks, those that the journal has ended. */
  causes: readonly string[];
}

async function inscrire(
  registre: Registre,
  inscription: Inscription,
  { prevus, libres, causes }: AEcrire,
): Promise<Inscrite> {
  const { etat, situation, memoires, le, connu } = inscription;
  const { numero } = etat;
  const point = pointDesTaches(inscription, prevus, connu);
  const ecrite = await enregistrerSituation(registre, etat, situation, le, point);
  // Another answer of the same pass, or of a later one, is there already: a stale view writes no task.
  if (ecrite.suite !== 'APPLIQUEE') return { retrouve: await etatPlusRecent(registre, etat), suivi: null };
  await cloreCourriers(registre, numero, memoires, le);
  if (libres !== null) await libererRendezVous(registre, numero, le, libres);
  await cloreMemesCauses(registre, numero, ecrite.deposees, le);
  // A paper came, or a training was written down, while the law was asked.
  if (JSON.stringify(ecrite.connu) !== JSON.stringify(connu))
    await tenirTaches(registre, numero, pointDesTaches(inscription, prevus, ecrite.connu), le);
  await cloreCauses(registre, numero, causes, le);
  return { retrouve: null, suivi: ecrite.suivi };
}

/** What the pass says of the tasks. Of a dossier opened by mistake, nothing else is left to do; a message refused since is still to read. */
function pointDesTaches(
  { etat, situation, taches, le }: Inscription,
  prevus: readonly RendezVousPrevu[],
  connu: PiecesEtFormations,
): TachesDuPoint {
  const parErreur = situation.etat === 'OUVERT_PAR_ERREUR';
  const deplacements = tachesADeplacer(prevus, situation.resultat.suspensions ?? [], le.toISOString());
  const { pieces, formations } = tachesDuDossier(etat, situation, connu);
  const dues = [...sansEntretienPrevu(taches, prevus), ...deplacements, ...pieces.aDeposer, ...formations];
  return {
    dues: dues.map((tache) => ({ ...tache, numero: etat.numero })),
    vivantes: pieces.vivantes,
    suivies: parErreur
      ? { sauf: ['MESSAGE_REFUSE'] }
      : { parmi: [...TACHES_SUIVIES, 'RDV_A_DEPLACER', 'PIECE_ATTENDUE', 'FORMATION_A_SUIVRE'] },
  };
}

/**
 * Nobody is expected any more, and the hours serve someone else: a death that is certain frees the appointments still to come; a dossier
 * opened by mistake, all those of which nobody said what became.
 */
function rendezVousLiberes({ etat, resultat }: Situation, le: Date): AEcrire['libres'] {
  if (etat === 'OUVERT_PAR_ERREUR') return () => true;
  return resultat.motifFin === 'DECES' ? (debut) => new Date(debut) > le : null;
}

async function libererRendezVous(
  registre: Registre,
  numero: EtatParcours['numero'],
  le: Date,
  libres: (debut: string) => boolean,
): Promise<void> {
  for (const { id, debut } of await rendezVousPrevus(registre, numero)) {
    if (libres(debut)) await annulerRendezVous(registre, id, 'jalon', le);
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

import type { DateCivile } from '../calendrier/dates';
import { dateLocale, fuseau, instantEnvoi } from '../calendrier/fuseaux';
import { entreeCatalogue } from '../catalogue/catalogue';
import { numeroDeCle } from '../catalogue/cle-courrier';
import type { ModeEnvoi } from './parcours';
import type { CourrierSitue, StatutCourrier } from './situation';

/** Why a letter leaves on another day than its own, or on none that can be told; in French, for people. */
export const raisonsDepart = {
  RETARD: 'le jour prévu était déjà passé',
  FENETRE: 'les courriers partent les jours ouvrés, entre 8 h et 18 h',
  SURSIS: 'un délai est laissé pour reprendre une erreur de saisie',
  SILENCE: 'le refus par silence attend d’être confirmé, deux jours ouvrés au plus',
  INTERRUPTION: 'après une interruption de Jalon, ce qui engage attend d’avoir été vu',
  NOUVEL_ESSAI: 'le premier essai n’a pas abouti',
  RETENU: 'quelqu’un le retient',
  BLOQUE: 'un exploitant a suspendu ces courriers',
  DECES: 'un décès est signalé',
} as const satisfies Record<string, string>;
export type RaisonDepart = keyof typeof raisonsDepart;

const A_PARTIR: readonly (StatutCourrier | 'EN_REMISE')[] = ['A_VENIR', 'A_REPRENDRE', 'RETENU'];

/** Still to leave, held or not, by one of its channels at least. */
export const estAPartir = ({ statut }: { statut: StatutCourrier | 'EN_REMISE' }): boolean => A_PARTIR.includes(statut);

/** A letter still to leave, as the agenda of a journey or of an appointment has it. */
export type CourrierAttendu = Pick<
  CourrierSitue,
  'cle' | 'code' | 'destinataire' | 'date' | 'depart' | 'statut' | 'attente'
>;

/** From where it is looked at. */
export interface VueDepart {
  maintenant: Date;
  /** Of the person: her clock, her holidays. */
  residence: string;
  envoi: ModeEnvoi;
  /** What holds it that the journey does not know of. */
  tenu?: 'RETENU' | 'BLOQUE' | null;
  decesSignale?: boolean;
}

/** When a letter really leaves, if nobody does anything. */
export interface DepartReel {
  /** UTC instant, never before now; null while someone holds it. */
  quand: string | null;
  /** Its day where the person lives. */
  jour: DateCivile | null;
  /** Nothing makes it wait any more. */
  immediat: boolean;
  /** Why that is not the day of the law; null when it is. */
  raison: RaisonDepart | null;
}

/**
 * The real departure of a letter to come, retention, hours, holds, silence to confirm and new attempts included, and why it is not on its
 * day. Every display asks it: a date that is shown is a date that is kept.
 */
export function departReel(courrier: CourrierAttendu, vue: VueDepart): DepartReel {
  const arret = arretDe(courrier, vue);
  if (arret !== null) return { quand: null, jour: null, immediat: false, raison: arret };
  const { maintenant, residence } = vue;
  const zone = fuseau(residence);
  const quand = new Date(courrier.depart) > maintenant ? new Date(courrier.depart) : auPlusTot(courrier, vue);
  const jour = dateLocale(quand, zone);
  return {
    quand: quand.toISOString(),
    jour,
    immediat: quand <= maintenant,
    raison: jour === courrier.date ? null : raisonDe(courrier, jour, dateLocale(maintenant, zone), zone),
  };
}

function arretDe({ destinataire, statut }: CourrierAttendu, { tenu, decesSignale }: VueDepart): RaisonDepart | null {
  if (decesSignale && destinataire === 'BENEFICIAIRE') return 'DECES';
  return tenu ?? (statut === 'RETENU' ? 'RETENU' : null);
}

/** Its moment has come and it is still there: at once, or as the next window opens. */
function auPlusTot({ cle, code, date }: CourrierAttendu, { maintenant, residence, envoi }: VueDepart): Date {
  if (envoi === 'immediat') return maintenant;
  const { origine, decalage } = entreeCatalogue(code);
  const jourMeme = origine !== 'RENDEZ_VOUS' && decalage === 'AUCUN';
  return instantEnvoi(date, { residence }, numeroDeCle(cle), envoi, { jourMeme, auPlusTot: maintenant });
}

function raisonDe(
  { date, depart, statut, attente }: CourrierAttendu,
  jour: DateCivile,
  aujourdhui: DateCivile,
  zone: string,
): RaisonDepart {
  if (statut === 'A_REPRENDRE') return 'NOUVEL_ESSAI';
  const tenue = attente !== undefined && dateLocale(new Date(depart), zone) === jour;
  // Late already when the retention began, it would have left today without it.
  const dejaTard = attente === 'SURSIS' && date < aujourdhui && jour === aujourdhui;
  if (tenue && !dejaTard) return attente;
  return date < aujourdhui ? 'RETARD' : 'FENETRE';
}

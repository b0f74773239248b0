import type { DateCivile } from '../../../domain/calendrier/dates';
import type { Numero } from '../../../domain/dossier/numero';
import type { Personnes } from '../../../domain/dossier/personnes';
import { residenceDe } from '../../../domain/faits/residence-de';
import { type DepartReel, departReel } from '../../../domain/parcours/depart';
import type { Situation } from '../../../domain/parcours/situation';
import { agendaRendezVous, type CourrierRendezVous } from '../../../domain/rendez-vous/agenda';
import { estAnnonce } from '../../../domain/rendez-vous/cle';
import { type Controle, controlerRendezVous } from '../../../domain/rendez-vous/controle';
import { momentCivil, zoneRendezVous } from '../../../domain/rendez-vous/heure';
import type { EtatRendezVous } from '../../../domain/rendez-vous/question';
import type { ModeRendezVous, RendezVous } from '../../../domain/rendez-vous/rendez-vous';
import { remarque } from '../../../domain/rendez-vous/saisie';
import { suspenduLe } from '../../../domain/rendez-vous/suspension';
import {
  courriersDesRendezVous,
  type DossierInscrit,
  lireDossier,
  lirePersonnes,
  listerRendezVous,
  type RendezVousInscrit,
  rendezVousDuReferent,
} from '../../../registre';
import { instantEnClair } from '../../affichage/libelles';
import { lireTenus, type Tenu } from '../commun/a-partir';
import type { DepsApercu } from '../commun/deps';
import { Refus } from '../commun/refus';

/** All that an act on the appointments of a dossier is judged by. */
export interface ContexteRendezVous {
  inscrit: DossierInscrit;
  situation: Situation;
  personnes: Personnes;
  /** Zone of R2 where the person lives, rectifications included. */
  residence: string;
  rendezVous: RendezVousInscrit[];
  /** What is known of the letters of each appointment. */
  courriers: Map<string, EtatRendezVous['courriers']>;
  /** What holds a letter that nothing else makes wait. */
  tenu: Tenu;
}

/** A letter of an appointment, and when it really leaves. */
export interface CourrierVu extends CourrierRendezVous {
  reel: DepartReel;
}

/** @throws Refus when the dossier is unknown, or its journey has not started */
export async function lireContexte(
  { registre }: Pick<DepsApercu, 'registre'>,
  numero: Numero,
): Promise<ContexteRendezVous> {
  const [inscrit, personnes] = await Promise.all([lireDossier(registre, numero), lirePersonnes(registre, numero)]);
  return contexteDe({ registre }, inscrit, personnes);
}

/** The same for a dossier that was read already. @throws Refus when it is unknown, or its journey has not started */
export async function contexteDe(
  { registre }: Pick<DepsApercu, 'registre'>,
  inscrit: DossierInscrit | null,
  personnes: Personnes | null,
): Promise<ContexteRendezVous> {
  if (!inscrit || !personnes) throw Refus.de('DOSSIER_INCONNU');
  if (!inscrit.situation) throw Refus.de('RDV_OUVERTURE_EN_COURS');
  const residence = residenceDe(inscrit);
  const { numero, situation } = inscrit;
  const [rendezVous, courriers, tenu] = await Promise.all([
    listerRendezVous(registre, numero),
    courriersDesRendezVous(registre, numero),
    lireTenus(registre, inscrit),
  ]);
  return { inscrit, situation, personnes, residence, rendezVous, courriers, tenu };
}

/** The zone of an appointment's clock. */
export const zoneDe = ({ residence, personnes }: ContexteRendezVous, mode: ModeRendezVous): string =>
  zoneRendezVous(mode, residence, personnes.agence);

/** The day and time of an appointment on its own clock. */
export const momentDe = (contexte: ContexteRendezVous, rendezVous: RendezVous) =>
  momentCivil(rendezVous.debut, zoneDe(contexte, rendezVous.mode));

/** Where one meets, unless told otherwise: the agency. */
export function lieuUsuel({ personnes: { agence } }: ContexteRendezVous): string {
  const { nom, adresse } = agence;
  return [nom, ...adresse.lignes, `${adresse.codePostal} ${adresse.ville}`].join(', ');
}

/** An appointment as it is, or as an act would leave it. */
export type Projet = RendezVous & { fixeLe: string; closLe: string | null };

/** True when its day falls within a suspension of the CSP: the person was not expected. */
export const tombeEnSuspension = (contexte: ContexteRendezVous, rendezVous: RendezVous): boolean =>
  suspenduLe(contexte.situation.resultat.suspensions ?? [], momentDe(contexte, rendezVous).jour);

/** The letters that an appointment has sent and will send, in order of departure. */
export function courriersDe(
  { envoi, sursisMinutes = 0 }: DepsApercu,
  contexte: ContexteRendezVous,
  projet: Projet,
  maintenant: Date,
): CourrierVu[] {
  const { situation, residence, courriers, tenu } = contexte;
  const { courriers: voulus } = agendaRendezVous({
    rendezVous: projet,
    dossier: {
      etat: situation.etat,
      decesSignale: situation.decesSignale,
      residence,
      suspensions: situation.resultat.suspensions ?? [],
    },
    zone: zoneDe(contexte, projet.mode),
    courriers: courriers.get(projet.id) ?? {},
    enCours: [],
    relance: false,
    maintenant: maintenant.toISOString(),
    envoi,
    sursisMinutes,
  });
  const { decesSignale } = situation;
  const vu = (courrier: CourrierRendezVous): CourrierVu => ({
    ...courrier,
    reel: departReel(courrier, { maintenant, residence, envoi, decesSignale, tenu: tenu(courrier) }),
  });
  return voulus.sort((a, b) => (a.depart < b.depart ? -1 : 1)).map(vu);
}

const JOUR_MS = 24 * 3_600_000;

/** What speaks against a project, the calendars of the person and of the counsellor included. */
export async function controler(
  deps: DepsApercu,
  contexte: ContexteRendezVous,
  projet: Projet,
  maintenant: Date,
): Promise<Controle> {
  const { inscrit, personnes, residence, situation, rendezVous } = contexte;
  const debut = new Date(projet.debut);
  const entre = { debut: new Date(debut.getTime() - JOUR_MS), fin: new Date(debut.getTime() + JOUR_MS) };
  const agendaReferent = await rendezVousDuReferent(deps.registre, inscrit.referent, entre);
  const { jour, heure } = momentDe(contexte, projet);
  const controle = controlerRendezVous({
    projet,
    jour,
    heure,
    situation,
    residence,
    telephone: personnes.identite.telephone !== undefined,
    autres: rendezVous.filter((r) => r.id !== projet.id && r.statut === 'PREVU'),
    duReferent: agendaReferent.filter((r) => r.numero !== projet.numero),
    maintenant: maintenant.toISOString(),
  });
  const tardive = controle.refus.length === 0 ? annonceTardive(deps, contexte, projet, maintenant) : null;
  return tardive === null ? controle : { ...controle, avertissements: [...controle.avertissements, tardive] };
}

/** Less than a day's notice: a letter alone will not do. */
function annonceTardive(deps: DepsApercu, contexte: ContexteRendezVous, projet: Projet, maintenant: Date) {
  const annonce = courriersDe(deps, contexte, projet, maintenant).find((c) => estAnnonce(c.code));
  const part = annonce?.reel.quand ?? annonce?.depart;
  if (annonce === undefined || part === undefined || Date.parse(part) <= Date.parse(projet.debut) - JOUR_MS)
    return null;
  if (annonce.statut === 'PERIME') return remarque('RDV_ANNONCE_TARDIVE');
  const quand = instantEnClair(part, zoneDe(contexte, projet.mode));
  return remarque('RDV_ANNONCE_TARDIVE', {
    phrase: `Le courrier partira le ${quand}, moins d’un jour avant le rendez-vous : appelez la personne.`,
  });
}

/** The civil day of the person at an instant. */
export const jourDe = (contexte: ContexteRendezVous, maintenant: Date): DateCivile =>
  momentCivil(maintenant.toISOString(), zoneDe(contexte, 'TELEPHONE')).jour;

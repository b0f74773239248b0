import { ajouterJours, enChiffres } from '../calendrier/dates';
import { dateLocale, instantMinuit } from '../calendrier/fuseaux';
import { baseRendezVous, cleCourrier } from '../catalogue/cle-courrier';
import { etatsFinals } from '../dossier/etats';
import type { CourrierDu } from '../parcours/parcours';
import type { StatutCourrier } from '../parcours/situation';
import { arrive, attend, delaisser, type Famille, tentativeLe, vivre } from '../parcours/vie-courrier';
import { type CodeRendezVous, estAnnonce } from './cle';
import type { MemoireRendezVous, QuestionRendezVous } from './question';
import type { RendezVous } from './rendez-vous';
import { courriersVoulus, plusTard, type Voulu } from './voulus';

/** A letter that the appointment wants, with what became of it. */
export interface CourrierRendezVous extends CourrierDu {
  code: CodeRendezVous;
  /** UTC instant at which it leaves, or left. */
  depart: string;
  statut: StatutCourrier;
}

export interface AgendaRendezVous {
  courriers: CourrierRendezVous[];
  dus: CourrierDu[];
  /** Letters whose memory changes without a hand-off: too late to be useful, or no longer true. */
  memoires: Record<string, MemoireRendezVous>;
  /** The one timer: when, and what it waits for. */
  prochain: { quand: string; libelle: string } | null;
  /** Its day is over and nobody said whether it was held. */
  aClore: boolean;
  /** Nothing is left to send: the workflow may close. */
  clos: boolean;
}

const MINUTE_MS = 60_000;
/** A death that was reported by mistake gives the letters back within a day. */
const UN_JOUR_MS = 24 * 60 * MINUTE_MS;

/** One that never left is told by the task that asks to call the person; what an act cancelled is not said again by another. */
const LETTRES_DU_RENDEZ_VOUS: Famille = { echoue: 'PERIME', renait: false };

/**
 * What the mail of an appointment is due now, and when to ask again. Nothing is sent to someone whose death was reported or whose
 * journey is over; a cancellation alone still tells a person whose journey ended since she was convened.
 */
export function agendaRendezVous(question: QuestionRendezVous): AgendaRendezVous {
  const { rendezVous, dossier, zone, courriers, enCours, maintenant } = question;
  const { id, numero, sequence, statut } = rendezVous;
  const jour = dateLocale(new Date(rendezVous.debut), zone);
  const muet = seTaire(dossier, statut);
  const voulus = muet ? [] : courriersVoulus(question, jour);
  const agenda: AgendaRendezVous = { courriers: [], dus: [], memoires: {}, prochain: null, aClore: false, clos: false };
  const reveils: { quand: string; libelle: string }[] = [];
  const duJour = `du rendez-vous du ${enChiffres(jour)}`;
  const cles = new Set<string>();
  for (const voulu of voulus) situerCourrier(voulu);
  for (const [cle, memoire] of Object.entries(courriers)) {
    if (muet || cles.has(cle) || !attend(memoire) || enCours.includes(cle)) continue;
    agenda.memoires[cle] = { ...memoire, statut: delaisser(memoire), le: maintenant };
  }

  const finDuJour = instantMinuit(ajouterJours(jour, 1), zone).toISOString();
  agenda.aClore = statut === 'PREVU' && maintenant >= finDuJour;
  if (statut === 'PREVU' && !agenda.aClore) reveils.push({ quand: finDuJour, libelle: `Fin de la journée ${duJour}` });
  if (dossier.decesSignale && statut === 'PREVU' && !agenda.aClore) {
    const demain = new Date(Date.parse(maintenant) + UN_JOUR_MS).toISOString();
    reveils.push({ quand: demain, libelle: `Courriers retenus ${duJour}` });
  }
  agenda.prochain = reveils.sort((a, b) => (a.quand < b.quand ? -1 : 1))[0] ?? null;
  agenda.clos = agenda.prochain === null && agenda.dus.length === 0 && enCours.length === 0;
  return agenda;

  function situerCourrier({ code, rappel, date, depart, inutileLe }: Voulu): void {
    const base = baseRendezVous({ jour, id, sequence, rappel });
    const lettre = { code, destinataire: 'BENEFICIAIRE' as const, base };
    const cle = cleCourrier(numero, lettre);
    const annoncee = code === 'RDV_DEPLACE' ? derniereAnnonce(courriers, cle) : undefined;
    const courrier: CourrierDu = { cle, ...lettre, date, ...(annoncee === undefined ? {} : { remplace: [annoncee] }) };
    const memoire = courriers[cle];
    cles.add(cle);
    const tentative = tentativeLe(memoire, question.relance);
    const quand = (tentative === null ? depart : plusTard(depart, new Date(tentative))).toISOString();
    const limite = inutileLe.toISOString();
    const { suite, statut: devenu } = vivre(
      {
        vecu: memoire,
        vrai: true,
        enCours: enCours.includes(cle),
        arret: null,
        inutile: quand >= limite || maintenant >= limite ? 'TROP_TARD' : null,
        depart: quand,
        maintenant,
      },
      LETTRES_DU_RENDEZ_VOUS,
    );
    const regle = memoire !== undefined && !attend(memoire);
    agenda.courriers.push({ ...courrier, code, depart: regle ? memoire.le : quand, statut: devenu });
    if (suite === 'DEVIENT') {
      const tentatives = memoire?.tentatives ?? 0;
      agenda.memoires[cle] = { code, base, date, statut: devenu, le: maintenant, tentatives };
    } else if (suite === 'ATTEND') {
      reveils.push({ quand, libelle: `${LIBELLES[code]} ${duJour}` });
    } else if (suite === 'DU' && enCours.length === 0 && agenda.dus.length === 0) {
      // One at a time: an invitation never overtakes the one before it.
      agenda.dus.push(courrier);
    }
  }
}

/** Key of the last letter that told the person when to come: a new date says which one it takes the place of. */
const derniereAnnonce = (courriers: QuestionRendezVous['courriers'], sauf: string): string | undefined =>
  Object.entries(courriers)
    .filter(([cle, memoire]) => cle !== sauf && estAnnonce(memoire.code) && arrive(memoire))
    .sort(([, a], [, b]) => (a.le < b.le ? 1 : -1))[0]?.[0];

const LIBELLES: Record<CodeRendezVous, string> = {
  RDV_CONVOCATION: 'Convocation',
  ATELIER_INSCRIPTION: 'Inscription',
  RDV_DEPLACE: 'Nouvelle date',
  RDV_ANNULE: 'Annulation',
  RDV_RAPPEL: 'Rappel',
  RDV_MANQUE: 'Absence',
};

function seTaire({ etat, decesSignale }: QuestionRendezVous['dossier'], statut: RendezVous['statut']): boolean {
  if (decesSignale) return true;
  // Someone whose CSP was broken off still has her bilan to come (R22).
  const fini = etat === null || etat === 'INELIGIBLE' || (etatsFinals.includes(etat) && etat !== 'ROMPU');
  return fini && statut !== 'ANNULE';
}

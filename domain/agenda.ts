import type { Entretiens, Evaluation } from './calculer';
import { type CodeCourrier, catalogue } from './catalogue';
import type { CourrierPrevu } from './courrier-prevu';
import { type DateCivile, enChiffres } from './dates';
import { dateLocale, fuseau, instantEnvoi } from './fuseaux';
import { ajouterJoursOuvres } from './jours-ouvres';
import type { CourrierDu, DemandeSituer, EtatParcours, MemoireCourrier, ModeEnvoi } from './parcours';
import type { Resultat } from './resultat';
import type { CourrierSitue } from './situation';

/** Ouvrés days during which the refusal letters of a silent person are held (REGLES §7, *silence*). */
export const GRACE_REFUS_TACITE_JOURS = 2;

/** Minutes before the next attempt of a letter that could not leave: a short cut first, then every four hours. */
const REPRISES_MINUTES = [15, 60, 240];

export interface Agenda {
  courriers: CourrierSitue[];
  dus: CourrierDu[];
  memoires: Record<string, MemoireCourrier>;
  /** Letters to come, for the one timer. */
  aVenir: { quand: string; libelle: string }[];
}

export interface QuestionAgenda {
  /** Letters of the rules and of the events, with everything known today. */
  voulus: readonly CourrierPrevu[];
  evaluation: Pick<Evaluation, 'resultat' | 'entretiens'>;
  residence: string;
  demande: DemandeSituer;
  changements: EtatParcours['changements'];
  /** The refusal by silence was confirmed: its letters are no longer held. */
  silenceConfirme: boolean;
  envoi: ModeEnvoi;
}

export const cleCourrier = (numero: string, c: Pick<CourrierPrevu, 'code' | 'destinataire' | 'base'>): string =>
  `${numero}/${c.code}/${c.destinataire}/${c.base}`;

/** Day a letter leaves: the rule's own, but the refusal letters of a silent person are held (REGLES §7). */
function jourDepart(c: CourrierPrevu, { evaluation, residence, silenceConfirme }: QuestionAgenda): DateCivile {
  const silence = c.code === 'C05_REFUS' && evaluation.resultat.decision === 'REFUS_TACITE';
  return silence && !silenceConfirme ? ajouterJoursOuvres(c.date, GRACE_REFUS_TACITE_JOURS, residence) : c.date;
}

/** A letter that is late has nothing left to say once what it asks for was done. */
function estSansObjet(code: string, { decision, reinscription }: Resultat, entretiens: Entretiens): boolean {
  switch (code) {
    case 'C02_RAPPEL_REFLEXION':
      return decision === 'ACCEPTATION' || decision === 'REFUS';
    case 'C06_CONVOCATION_PRE_BILAN':
      return entretiens.preBilan !== null;
    case 'C07_CONVOCATION_PSP':
      return entretiens.psp !== null;
    case 'C08_CONVOCATION_POINT_ETAPE':
      return entretiens.pointEtape !== null;
    case 'C09_CONVOCATION_BILAN':
      return entretiens.bilan !== null;
    case 'C13_FIN_CSP':
    case 'C14_CESSATION_INSCRIPTION':
    case 'C15_RAPPEL_REINSCRIPTION':
      return reinscription?.dateDemande != null;
    default:
      return false;
  }
}

/** When a letter that could not leave is tried again. */
function repriseLe(memoire: MemoireCourrier): string {
  const minutes = REPRISES_MINUTES[Math.min(memoire.tentatives, REPRISES_MINUTES.length) - 1]!;
  return new Date(Date.parse(memoire.le) + minutes * 60_000).toISOString();
}

/**
 * Lays the letters that the rules want over what the journey remembers of them: which are due, which wait, which belong to the
 * past, lapsed, lost their cause or became false. What left stays as it left.
 * @see REGLES §7
 */
export function tenirAgenda(question: QuestionAgenda): Agenda {
  const { voulus, evaluation, residence, demande, changements, envoi } = question;
  const { resultat, entretiens } = evaluation;
  const { etat, enCours, maintenant } = demande;
  const jour = dateLocale(new Date(maintenant), fuseau(residence));
  const agenda: Agenda = { courriers: [], dus: [], memoires: {}, aVenir: [] };
  const cles = new Set<string>();
  for (const voulu of voulus) {
    const cle = cleCourrier(etat.numero, voulu);
    if (cles.has(cle)) continue;
    cles.add(cle);
    situerCourrier({ cle, voulu, memoire: etat.courriers[cle] });
  }
  for (const [cle, memoire] of Object.entries(etat.courriers)) {
    if (!cles.has(cle)) oublier(cle, memoire);
  }
  return agenda;

  function situerCourrier({
    cle,
    voulu,
    memoire,
  }: {
    cle: string;
    voulu: CourrierPrevu;
    memoire?: MemoireCourrier;
  }): void {
    const depart = instantEnvoi(jourDepart(voulu, question), { residence }, cle, envoi).toISOString();
    const { code, destinataire, base, date } = voulu;
    const utileJusquau = catalogue[code as CodeCourrier].utileJusquau(resultat, { base, date });
    const situe = (statut: CourrierSitue['statut'], le: string | null): void => {
      agenda.courriers.push({ cle, code, destinataire, base, date, depart, utileJusquau, statut, le });
    };
    const retenir = (statut: MemoireCourrier['statut']): void => {
      const tentatives = memoire?.tentatives ?? 0;
      agenda.memoires[cle] = { code, destinataire, base, date, statut, le: maintenant, tentatives };
      situe(statut, maintenant);
    };
    if (memoire?.statut === 'RECTIFIE') {
      // Its cause came back as it was: what the letter said is true again.
      retenir('PARTI');
      return;
    }
    if (memoire && memoire.statut !== 'A_REPRENDRE' && memoire.statut !== 'ANNULE') {
      situe(memoire.statut, memoire.le);
      return;
    }
    if (enCours.includes(cle)) {
      situe(memoire?.statut ?? 'A_VENIR', memoire?.le ?? null);
      return;
    }
    if (etat.dateReprise !== null && date < etat.dateReprise) {
      retenir('REPRIS');
      return;
    }
    const passe = utileJusquau !== null && jour > utileJusquau;
    if (passe || (date < jour && estSansObjet(code, resultat, entretiens))) {
      retenir('PERIME');
      return;
    }
    const quand = memoire?.statut === 'A_REPRENDRE' ? repriseLe(memoire) : depart;
    situe(memoire?.statut === 'A_REPRENDRE' ? 'A_REPRENDRE' : 'A_VENIR', memoire?.le ?? null);
    if (quand > maintenant) {
      agenda.aVenir.push({
        quand,
        libelle: `Envoi ${code} (${destinataire.toLowerCase()}), prévu le ${enChiffres(date)}`,
      });
      return;
    }
    const changement = changements[base];
    agenda.dus.push({ cle, code, destinataire, base, date, ...(changement ? { changement } : {}) });
  }

  /** A letter the rules no longer want: false if it left, cancelled if it waited or lay in someone's tasks. */
  function oublier(cle: string, memoire: MemoireCourrier): void {
    const devenus: Partial<Record<MemoireCourrier['statut'], MemoireCourrier['statut']>> = {
      PARTI: 'RECTIFIE',
      A_REPRENDRE: 'ANNULE',
      EN_TACHE: 'ANNULE',
    };
    const statut = devenus[memoire.statut] ?? memoire.statut;
    const { code, destinataire, base, date } = memoire;
    const change = statut !== memoire.statut;
    if (change) agenda.memoires[cle] = { ...memoire, statut, le: maintenant };
    const le = change ? maintenant : memoire.le;
    agenda.courriers.push({ cle, code, destinataire, base, date, depart: memoire.le, utileJusquau: null, statut, le });
  }
}

/**
 * PROLONGATION letters: those of the changes of term still to announce, and those that left. One that waits for a change since
 * replaced by another is no longer wanted.
 */
export function courriersDeProlongation(etat: EtatParcours, changements: EtatParcours['changements']): CourrierPrevu[] {
  const aAnnoncer = Object.keys(changements).flatMap((base) =>
    (['BENEFICIAIRE', 'CONSEILLER'] as const).map((destinataire) => ({
      code: 'PROLONGATION',
      destinataire,
      base,
      date: base.slice(0, 10) as DateCivile,
    })),
  );
  const partis = Object.values(etat.courriers)
    .filter((c) => c.code === 'PROLONGATION' && c.statut !== 'A_REPRENDRE')
    .map(({ code, destinataire, base, date }) => ({ code, destinataire, base, date }));
  return [...aAnnoncer, ...partis];
}

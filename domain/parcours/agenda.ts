import { type DateCivile, enChiffres, FIN_DES_TEMPS, ORIGINE } from '../calendrier/dates';
import { type ConditionsEnvoi, dateLocale, fuseau, instantEnvoi } from '../calendrier/fuseaux';
import { ajouterJoursOuvres } from '../calendrier/jours-ouvres';
import { type EntreeCatalogue, entreeCatalogue } from '../catalogue/catalogue';
import { cleCourrier } from '../catalogue/cle-courrier';
import type { CourrierPrevu } from '../catalogue/courrier-prevu';
import { libellesDestinataire, titreCourrier } from '../catalogue/titres';
import type { Evaluation } from '../droit/calculer';
import type { DouteDuParcours } from '../droit/doutes-du-parcours';
import { estSansObjet } from './demandes';
import { estDitAilleurs } from './dit-ailleurs';
import type { CourrierDu, DemandeSituer, EtatParcours, MemoireCourrier, ModeEnvoi } from './parcours';
import type { Portees } from './portees';
import { parPorteuse, parRemplacant } from './qui-dit-quoi';
import { ditAujourdhui, ditVrai, resteRectifie } from './rectifications';
import type { Attente, CourrierSitue } from './situation';
import { delaisser, type Famille, tentativeLe, vivre } from './vie-courrier';

/** What was tried and never left is not simply out of date: someone must know. A cause that comes back sends the letter again. */
const LETTRES_DU_PARCOURS: Famille = { echoue: 'EN_TACHE', renait: true };

/** Ouvrés days during which the refusal letters of a silent person are held (REGLES §7, *silence*). */
export const GRACE_REFUS_TACITE_JOURS = 2;

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
  evaluation: Pick<Evaluation, 'resultat' | 'parametres' | 'entretiens'>;
  /** Doubts on which its dates rest: by them too goes what a letter states. */
  doutes?: readonly DouteDuParcours[];
  residence: string;
  demande: DemandeSituer;
  changements: EtatParcours['changements'];
  /** The refusal by silence was confirmed: its letters are no longer held. */
  silenceConfirme: boolean;
  envoi: ModeEnvoi;
  /** Instants before which a letter may not leave, by key: the retention of what a fresh fact gave birth to. */
  planchers?: ReadonlyMap<string, string>;
  /** After a long interruption: the instant before which what binds may not leave. */
  veilleJusqua?: string | null;
  /** SIGNALE: nothing to the person leaves until a second one confirms; CONFIRME: nothing ever will. */
  deces?: 'AUCUN' | 'SIGNALE' | 'CONFIRME';
  /** Bases of the RECTIFICATION of the letters that became false just now, by key. */
  rectifications?: Readonly<Record<string, string>>;
  /** Keys of the letters about what former rules dealt with: nothing of ours is to be sent. */
  dejaReglees?: ReadonlySet<string>;
  /** Keys of the letters that take the place of those that became false just now, by key. */
  remplacements?: Readonly<Record<string, string>>;
  /** When the appointment of each interview was last fixed, by the code of the letter that asks for it: UTC instants. */
  entretiensFixes?: ReadonlyMap<string, string>;
  /** PROLONGATION letters that leave as a part of another. */
  portees?: Portees;
  /** Codes of the letters that the agency decides. */
  decidees?: ReadonlySet<string> | undefined;
  /** What the letter of an exclusion states of its facts: remembered with it once it leaves. */
  faitsCites?: string | null;
  /** Someone released what was held. */
  relance?: boolean;
}

/** Day a letter leaves: the rule's own, but the refusal letters of a silent person are held (REGLES §7). */
function jourDepart(c: CourrierPrevu, { evaluation, residence, silenceConfirme }: QuestionAgenda): DateCivile {
  const silence = c.code === 'C05_REFUS' && evaluation.resultat.decision === 'REFUS_TACITE';
  return silence && !silenceConfirme ? ajouterJoursOuvres(c.date, GRACE_REFUS_TACITE_JOURS, residence) : c.date;
}

const leDernier = (...instants: (string | null | undefined)[]): string | undefined =>
  instants
    .filter((instant) => instant != null)
    .sort()
    .at(-1);

const vide = (o: object): boolean => Object.keys(o).length === 0;

/**
 * Lays the letters that the rules want over what the journey remembers of them: which are due, which wait, which belong to the
 * past, lapsed, lost their cause or became false. What left stays as it left.
 * @see REGLES §7
 */
export function tenirAgenda(question: QuestionAgenda): Agenda {
  const { voulus, evaluation, residence, demande, changements, envoi } = question;
  const {
    planchers,
    veilleJusqua = null,
    deces = 'AUCUN',
    rectifications = {},
    remplacements = {},
    relance = false,
    dejaReglees = new Set(),
    entretiensFixes = new Map(),
    portees = new Map(),
  } = question;
  const { resultat } = evaluation;
  const connu = { ...evaluation, doutes: question.doutes ?? [] };
  const { etat, enCours, maintenant } = demande;
  const jour = dateLocale(new Date(maintenant), fuseau(residence));
  const agenda: Agenda = { courriers: [], dus: [], memoires: {}, aVenir: [] };
  const remplaces = parRemplacant(etat.courriers, remplacements);
  const porteesPar = parPorteuse(portees);
  const { decidees } = question;
  const ailleurs = { etat, voulus, resultat, residence, jour, portees, entretiensFixes, decidees, estRepris };
  const cles = new Set<string>();
  for (const voulu of voulus) {
    const cle = cleCourrier(etat.numero, voulu);
    if (cles.has(cle)) continue;
    cles.add(cle);
    situerCourrier(cle, voulu, etat.courriers[cle]);
  }
  for (const [cle, memoire] of Object.entries(etat.courriers)) {
    if (!cles.has(cle)) oublier(cle, memoire);
  }
  return agenda;

  function situerCourrier(cle: string, voulu: CourrierPrevu, memoire: MemoireCourrier | undefined): void {
    const { code, destinataire, base, date } = voulu;
    const entree = entreeCatalogue(code);
    const utileJusquau = entree.utileJusquau(resultat, { base, date });
    const { depart, ...attente } = quandPartir(cle, voulu, entree, memoire);
    const corriges = memoire?.statut === 'PARTI' ? undefined : remplaces.get(cle);
    const remplace = corriges === undefined ? {} : { remplace: corriges };
    const portee = porteesPar.get(cle);
    const annonce = portee === undefined ? {} : { annonce: portee.base };
    const situe = (statut: CourrierSitue['statut'], le: string | null): void => {
      const lettre = { cle, code, destinataire, base, date, depart, ...attente };
      const dit = statut === 'ANNULE' && estDitAilleurs(voulu, ailleurs) ? { ailleurs: true as const } : {};
      agenda.courriers.push({ ...lettre, utileJusquau, statut, le, ...remplace, ...annonce, ...dit });
    };
    const memoriser = (statut: MemoireCourrier['statut'], reste: Partial<MemoireCourrier>): void => {
      const { tentatives = 0, dit, annonce } = memoire ?? {};
      const ditAlors = { ...(dit === undefined ? {} : { dit }), ...(annonce === undefined ? {} : { annonce }) };
      agenda.memoires[cle] = {
        code,
        destinataire,
        base,
        date,
        statut,
        le: maintenant,
        tentatives,
        ...ditAlors,
        ...reste,
      };
      situe(statut, maintenant);
    };
    const passe = jour > (utileJusquau ?? FIN_DES_TEMPS);
    const fait = estSansObjet(voulu, jour, evaluation);
    const { suite, statut } = vivre(
      {
        vecu: memoire,
        vrai: memoire === undefined || (ditVrai(memoire, true, connu) && !resteRectifie(memoire, { etat, connu })),
        enCours: enCours.includes(cle),
        arret: arretDe(voulu),
        inutile: passe ? 'TROP_TARD' : fait ? 'FAIT' : null,
        depart,
        maintenant,
      },
      LETTRES_DU_PARCOURS,
    );
    const dite = avecRectification(cle);
    if (statut === 'RECTIFIE' && !vide(dite)) {
      memoriser(statut, dite);
      return;
    }
    if (suite === 'DEVIENT') {
      memoriser(statut, {});
      return;
    }
    situe(statut, memoire?.le ?? null);
    if (suite === 'ATTEND') {
      agenda.aVenir.push({
        quand: depart,
        libelle: `Envoi « ${titreCourrier(code)} » (${libellesDestinataire[destinataire]})${quandEnClair(depart, date)}`,
      });
    }
    if (suite !== 'DU') return;
    const dit = code === 'SORTIE_DECIDEE' ? question.faitsCites : ditAujourdhui(code, connu);
    const complements = { ...annonceAvec(cle, base, memoire), ...remplace, ...(dit ? { dit } : {}) };
    agenda.dus.push({ cle, code, destinataire, base, date, ...complements });
  }

  /** The change of term that a letter says: a PROLONGATION its own, a SUSPENSION the one it carries, on each of its channels. */
  function annonceAvec(
    cle: string,
    base: string,
    memoire: MemoireCourrier | undefined,
  ): Pick<CourrierDu, 'changement' | 'annonce'> {
    const annonce = porteesPar.get(cle)?.base ?? memoire?.annonce;
    const changement = changements[annonce ?? base];
    if (changement === undefined) return {};
    return { changement, ...(annonce === undefined ? {} : { annonce }) };
  }

  /** Told when the journey was taken over, or under former rules: what a later fact brings was told by nobody, whatever its date. */
  function estRepris(voulu: CourrierPrevu): boolean {
    const cle = cleCourrier(etat.numero, voulu);
    const connu = etat.courriers[cle]?.statut === 'REPRIS' || dejaReglees.has(cle);
    return connu || (etat.version === 0 && voulu.date < (etat.dateReprise ?? ORIGINE));
  }

  function arretDe(voulu: CourrierPrevu): 'REPRIS' | 'RETENU' | 'ANNULE' | null {
    const { destinataire } = voulu;
    if (estRepris(voulu)) return 'REPRIS';
    if (estDitAilleurs(voulu, ailleurs)) return 'ANNULE';
    if (destinataire !== 'BENEFICIAIRE' || deces === 'AUCUN') return null;
    return deces === 'SIGNALE' ? 'RETENU' : 'ANNULE';
  }

  /** "…, prévu le 24/03/2025", and the day it really leaves first when it is another. */
  function quandEnClair(depart: string, date: DateCivile): string {
    const reel = dateLocale(new Date(depart), fuseau(residence));
    const autrement = reel === date ? '' : ` le ${enChiffres(reel)}`;
    return `${autrement}, prévu le ${enChiffres(date)}`;
  }

  function quandPartir(
    cle: string,
    voulu: CourrierPrevu,
    entree: EntreeCatalogue,
    memoire: MemoireCourrier | undefined,
  ): Pick<CourrierSitue, 'depart' | 'attente'> {
    // What carries another waits for what holds that one too.
    const sursis = leDernier(planchers?.get(cle), planchers?.get(porteesPar.get(cle)?.cle ?? ''));
    const veille = entree.engage(resultat) ? veilleJusqua : null;
    // What is late leaves within working hours too.
    const plancher = leDernier(tentativeLe(memoire, relance), sursis, veille, envoi === 'fenetre' ? maintenant : null);
    const jourVoulu = jourDepart(voulu, question);
    const partir = (conditions: ConditionsEnvoi): string =>
      instantEnvoi(jourVoulu, { residence }, etat.numero, envoi, conditions).toISOString();
    const jourMeme = entree.decalage === 'AUCUN';
    const prevu = partir({ jourMeme });
    const depart = plancher === undefined ? prevu : partir({ jourMeme, auPlusTot: new Date(plancher) });
    const attente = causeDe(depart, prevu, jourVoulu !== voulu.date);
    return { depart, ...(attente === undefined ? {} : { attente }) };

    function causeDe(reel: string, sansPlancher: string, silence: boolean): Attente | undefined {
      const jourDe = (instant: string) => dateLocale(new Date(instant), fuseau(residence));
      if (reel === sansPlancher || jourDe(reel) === jourDe(sansPlancher)) return silence ? 'SILENCE' : undefined;
      if (plancher === veille) return 'INTERRUPTION';
      return plancher === sursis ? 'SURSIS' : undefined;
    }
  }

  /** Which letter says that it is false: a RECTIFICATION of its own, or one that takes its place. */
  function avecRectification(cle: string): Pick<MemoireCourrier, 'rectification' | 'remplacePar'> {
    const [rectification, remplacePar] = [rectifications[cle], remplacements[cle]];
    return {
      ...(rectification === undefined ? {} : { rectification }),
      ...(remplacePar === undefined ? {} : { remplacePar }),
    };
  }

  function oublier(cle: string, memoire: MemoireCourrier): void {
    const statut = delaisser(memoire);
    const { code, destinataire, base, date } = memoire;
    const { remplacePar: _, ...reste } = memoire;
    const dite = avecRectification(cle);
    const change = statut !== memoire.statut || !vide(dite);
    if (change) agenda.memoires[cle] = { ...reste, statut, le: maintenant, ...dite };
    const le = change ? maintenant : memoire.le;
    agenda.courriers.push({ cle, code, destinataire, base, date, depart: memoire.le, utileJusquau: null, statut, le });
  }
}

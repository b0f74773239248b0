import { ajouterJours, type DateCivile, enChiffres } from '../../../domain/calendrier/dates';
import { regleDite } from '../../../domain/droit/regle-dite';
import { type EntretienLegal, entretiensLegaux, estEntretienLegal } from '../../../domain/faits/entretiens';
import { type MoisActualisation, moisActualisation } from '../../../domain/flotte/actualisations';
import { reserveDite } from '../../../domain/parcours/reserve-dite';
import type { CourrierSitue, Situation } from '../../../domain/parcours/situation';
import type { Heure } from '../../../domain/rendez-vous/heure';
import { type ActionInscrite, actualisationsDe, listerActions, type RendezVousInscrit } from '../../../registre';
import {
  type ContexteRendezVous,
  type CourrierVu,
  contexteDe,
  courriersDe,
  momentDe,
  zoneDe,
} from '../../usages/rendez-vous/contexte';
import type { DossierTrouve } from '../commun/trouver-dossier';
import { aujourdhuiA, type DependancesWeb } from '../dependances';

/** An appointment as pages show it. */
export interface VueRendezVous {
  rendezVous: RendezVousInscrit;
  /** On its own clock. */
  jour: DateCivile;
  heure: Heure;
  fuseau: string;
  courriers: CourrierVu[];
  /** Its hour is past and nobody said what became of it. */
  aClore: boolean;
}

/** An interview that the law wants and that was not held. */
export interface EntretienAPlanifier {
  sorte: EntretienLegal;
  libelle: string;
  /** First day of its window, or its deadline. */
  des: DateCivile;
  /** Last day to hold it. */
  limite: DateCivile;
  delai: string;
}

/** The accompaniment of a dossier: appointments, shared plan, actualisations. */
export interface SuiviDossier {
  rendezVous: VueRendezVous[];
  aPlanifier: EntretienAPlanifier[];
  actions: ActionInscrite[];
  actualisations: MoisActualisation[];
}

export function vueRendezVous(
  deps: DependancesWeb,
  contexte: ContexteRendezVous,
  rendezVous: RendezVousInscrit,
): VueRendezVous {
  const maintenant = deps.maintenant();
  return {
    rendezVous,
    ...momentDe(contexte, rendezVous),
    fuseau: zoneDe(contexte, rendezVous.mode),
    courriers: courriersDe(deps.actes, contexte, rendezVous, maintenant),
    aClore: rendezVous.statut === 'PREVU' && rendezVous.debut <= maintenant.toISOString(),
  };
}

/** Null while the journey has not started, or once its person is erased. */
export async function lireSuivi(
  deps: DependancesWeb,
  { inscrit, personnes, residence }: DossierTrouve,
): Promise<SuiviDossier | null> {
  const { numero, situation, dateReprise } = inscrit;
  if (situation === null || personnes === null) return null;
  const contexte = await contexteDe(deps, inscrit, personnes);
  const connues = await actualisationsDe(deps.registre, numero);
  const aujourdhui = aujourdhuiA(deps, residence);
  return {
    rendezVous: contexte.rendezVous.map((r) => vueRendezVous(deps, contexte, r)),
    aPlanifier: entretiensAPlanifier(situation, contexte.rendezVous, aujourdhui, deps.maintenant()),
    actions: await listerActions(deps.registre, numero),
    actualisations: moisActualisation(situation.resultat, connues, aujourdhui, dateReprise),
  };
}

/** The letters of the appointments, among those of the journey: they are held back in the same way. */
export const courriersAVenir = (suivi: Pick<SuiviDossier, 'rendezVous'> | null): CourrierSitue[] =>
  (suivi?.rendezVous ?? []).flatMap((vue) => vue.courriers.map((c) => ({ ...c, utileJusquau: null, le: null })));

const ACCOMPAGNES: readonly string[] = ['ACCEPTE', 'EN_CSP', 'SUSPENDU', 'ROMPU'];

/** Days ahead at which an interview is worth an appointment: before its window opens, or before its deadline. */
const HORIZON_JOURS = 45;

/** The interviews still to hold, the nearest first, with their delays. */
export function entretiensAttendus({ etat, echeances }: Pick<Situation, 'etat' | 'echeances'>): EntretienAPlanifier[] {
  if (!ACCOMPAGNES.includes(etat)) return [];
  return echeances.flatMap((e) => {
    const { cle, libelle, debut, date, statut, regle } = e;
    if (!estEntretienLegal(cle) || statut === 'FAITE' || statut === 'REPRISE') return [];
    const fenetre = entretiensLegaux[cle].fenetre ? debut : null;
    const quand = fenetre ? `du ${enChiffres(fenetre)} au ${enChiffres(date)}` : `au plus tard le ${enChiffres(date)}`;
    const delai = `${quand}${reserveDite(e)} (${regleDite(regle)})`;
    return [{ sorte: cle, libelle, des: fenetre ?? date, limite: date, delai }];
  });
}

/** Those to plan now or soon, without those that have an appointment to come: one that is past, not closed, leaves its interview to plan. */
export function entretiensAPlanifier(
  situation: Pick<Situation, 'etat' | 'echeances'>,
  rendezVous: readonly Pick<RendezVousInscrit, 'sorte' | 'statut' | 'debut'>[],
  aujourdhui: DateCivile,
  maintenant: Date,
): EntretienAPlanifier[] {
  const aVenir = ({ statut, debut }: (typeof rendezVous)[number]) =>
    statut === 'PREVU' && debut > maintenant.toISOString();
  const prevues = rendezVous.filter(aVenir).map((r) => r.sorte);
  const horizon = ajouterJours(aujourdhui, HORIZON_JOURS);
  return entretiensAttendus(situation).filter(({ sorte, des }) => !prevues.includes(sorte) && des <= horizon);
}

import { ajouterJours, type DateCivile } from '../../domain/calendrier/dates';
import type { Vocabulaire } from '../../domain/droit/reglements';
import { finPrime } from '../../domain/droit/regles/emploi';
import { estEntretienLegal } from '../../domain/faits/entretiens';
import { reserveDite } from '../../domain/parcours/reserve-dite';
import type { Echeance } from '../../domain/parcours/situation';
import { avecJourOuvre, jourLong } from '../contexte';
import { fort, type Texte, t } from '../texte';
import type { Bloc } from './bloc';
import { type ContexteDocument, jourDe } from './contexte';

const LIBELLES: Record<string, (v: Vocabulaire) => string> = {
  FIN_REFLEXION: (v) => `Répondre à la proposition ${v.du}`,
  PSP: (v) => `Plan d’action (${v.plan.sigle}) à valider`,
  FIN_CSP: (v) => `Dernier jour ${v.du}`,
  REINSCRIPTION: () => 'Réinscription à France Travail',
};

/** What the person reads of an échéance, in the words of its règlement. */
export function libelleEcheance({ cle, libelle }: Pick<Echeance, 'cle' | 'libelle'>, v: Vocabulaire): string {
  if (cle.startsWith('ACTUALISATION')) return 'Prochaine actualisation';
  if (cle.startsWith('SUIVI_')) return 'Suivi dans l’emploi';
  return LIBELLES[cle]?.(v) ?? libelle;
}

/** A window while it is to come, its last day once it has begun. */
export function quandEcheance(e: Echeance, jour: DateCivile): Texte {
  const { cle, debut, date, dernierJourUtile } = e;
  if (cle === 'FIN_CSP' || cle.startsWith('SUIVI_')) return t`${fort(jourLong(date))}${reserveDite(e)}`;
  const fin = t`${avecJourOuvre(date, dernierJourUtile ?? date)}${reserveDite(e)}`;
  if (debut !== null && debut > jour && debut < date) return t`du ${fort(jourLong(debut))} au ${fin}`;
  return t`au plus tard le ${fin}`;
}

/** Day of the appointment made for an interview, when it comes after the law's last day: two dates side by side want a word. */
function rendezVousApres({ cle, date }: Echeance, c: ContexteDocument): DateCivile | null {
  if (!estEntretienLegal(cle)) return null;
  const jours = c.rendezVousDe(cle).flatMap((rdv) => (rdv.statut === 'PREVU' ? [jourDe(c, rdv)] : []));
  const prochain = jours.find((jour) => jour >= c.jour);
  return prochain !== undefined && prochain > date ? prochain : null;
}

/** "fait le …", "à venir", "à faire sans attendre". */
export function etatEcheance(e: Echeance, c: ContexteDocument): Texte {
  const { cle, statut, faiteLe, date } = e;
  const { jour, enCours } = c;
  if (faiteLe) return t`☑ ${cle === 'REINSCRIPTION' ? 'demandée' : 'fait'} le ${jourLong(faiteLe)}`;
  if (statut === 'REPRISE') return t`avant la reprise du dossier`;
  const tardif = rendezVousApres(e, c);
  if (tardif) return t`rendez-vous le ${jourLong(tardif)} : plus tard que prévu, mais maintenu`;
  if (date >= jour) return t`à venir`;
  return enCours && estEntretienLegal(cle) ? fort('à faire sans attendre') : t`passé`;
}

interface Repere {
  date: DateCivile;
  cellules: Texte[][];
}

/** Marks that the rules give and that nobody has to act on by themselves. @see R9, R10 */
function reperes({ r, v, p, jour, dossier }: ContexteDocument): Repere[] {
  const repere = (libelle: string, date: DateCivile | null | undefined, avant = 'jusqu’au'): Repere[] =>
    date
      ? [
          {
            date,
            cellules: [[t`${libelle}`], [t`${avant} ${fort(jourLong(date))}`], [date < jour ? t`passé` : t`à venir`]],
          },
        ]
      : [];
  const prime =
    p.primeMois !== null &&
    (dossier.ancienneteMois ?? 0) >= p.primeAncienneteMois &&
    (r.dateFinCsp == null || r.dateFinCsp >= jour);
  const dernierJourPrime = finPrime({ finDixiemeMois: r.finDixiemeMois ?? null }, r.totalProlongationJours ?? 0, p);
  const demandes = (r.primes ?? []).filter(({ refus, statut }) => refus.length === 0 && statut === 'NON_DEMANDEE');
  return [
    ...(r.debutCsp
      ? [
          {
            date: r.debutCsp,
            cellules: [
              [t`Premier jour ${v.du}`],
              [fort(jourLong(r.debutCsp))],
              [r.debutCsp <= jour ? t`passé` : t`à venir`],
            ],
          },
        ]
      : []),
    ...(prime ? repere('Prime de reclassement : embauche possible', dernierJourPrime) : []),
    ...demandes.flatMap(({ limiteDemande }) => repere('Prime de reclassement : la demander', limiteDemande)),
    ...repere('Contester la rupture du contrat de travail', r.prescriptionContestation),
  ];
}

/** Every date of the person's own, in order, and where each stands. */
export function tableauEcheances(c: ContexteDocument): Bloc {
  const echeances = c.situation.echeances.map((e) => ({
    date: e.date,
    cellules: [[t`${libelleEcheance(e, c.v)}`], [quandEcheance(e, c.jour)], [etatEcheance(e, c)]],
  }));
  return {
    genre: 'tableau',
    colonnes: [
      { titre: 'Échéance', part: 5 },
      { titre: 'Quand', part: 6 },
      { titre: 'Où j’en suis', part: 5 },
    ],
    rangees: [...echeances, ...reperes(c)]
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
      .map((x) => x.cellules),
    vides: 0,
  };
}

/** The days of the end, as the Carnet de suivi counts them (R25). */
export function joursDeFin(c: ContexteDocument) {
  const fin = c.r.dateFinCsp ?? c.echeance('FIN_CSP')?.date ?? null;
  if (fin === null) return null;
  const lendemain = ajouterJours(fin, 1);
  return {
    fin,
    lendemain,
    lienActif: ajouterJours(fin, c.p.courrierCessationMaxJours),
    limite: c.r.reinscription?.limite ?? c.echeance('REINSCRIPTION')?.date ?? null,
  };
}

/** A titled list, left out when it is empty. */
export const enListe = (titre: string, points: Texte[]): Bloc[] =>
  points.length === 0
    ? []
    : [
        { genre: 'partie', titre, nouvellePage: false },
        { genre: 'liste', numerotee: false, points },
      ];

/** Those of these échéances that are still to come, on their days of now. */
export const etapesSuivantes = (c: ContexteDocument, cles: readonly string[]): Bloc[] =>
  enListe(
    'Les étapes suivantes',
    cles.flatMap((cle) => {
      const e = c.echeance(cle);
      return e?.statut === 'A_VENIR' ? [t`${libelleEcheance(e, c.v)} : ${quandEcheance(e, c.jour)}`] : [];
    }),
  );

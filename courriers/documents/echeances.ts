import { ajouterJours, type DateCivile } from '../../domain/calendrier/dates';
import { ouvrePrecedentOuEgal } from '../../domain/calendrier/jours-ouvres';
import { A_CONFIRMER } from '../../domain/droit/doutes';
import { finPrimeProche } from '../../domain/droit/doutes-du-parcours';
import type { Vocabulaire } from '../../domain/droit/reglements';
import { estEntretienLegal } from '../../domain/faits/entretiens';
import type { Echeance } from '../../domain/parcours/situation';
import { avecJourOuvre, dernierJourPrime, jourLong } from '../contexte';
import { type AvecTerme, bilanAuTerme, siDouteux } from '../doutes';
import { finsDites, joursDits, joursSeuls, reinscriptionsDites } from '../fins';
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

/** What is added to a date that rests on a doubt. @see REGLES §9 */
const reserve = ({ aConfirmer }: Echeance): Texte => (aConfirmer ? t` (${A_CONFIRMER})` : []);

/** What the end of the CSP, and what moves with it, are read with. */
export const avecDoutes = ({ jour, r, situation: { doutes } }: ContexteDocument): AvecTerme => ({
  jour,
  resultat: r,
  doutes,
});

/** An échéance that rests on a doubtful term, by its nearest reading; the others as they are. @see REGLES §9 */
function auPlusProche(e: Echeance, c: ContexteDocument): Echeance {
  const bilan = e.cle === 'BILAN' && e.faiteLe === null ? bilanAuTerme(avecDoutes(c)) : null;
  if (bilan === null || bilan.fin === e.date) return e;
  return {
    ...e,
    debut: bilan.debut,
    date: bilan.fin,
    dernierJourUtile: ouvrePrecedentOuEgal(bilan.fin, c.dossier.residence),
  };
}

/** A window while it is to come, its last day once it has begun; of two ends that readings give, both. */
export function quandEcheance(de: Echeance, c: ContexteDocument): Texte {
  const { jour } = c;
  const e = auPlusProche(de, c);
  const { cle, debut, date, dernierJourUtile } = e;
  const d = avecDoutes(c);
  const fins = e.aConfirmer === undefined ? [] : finsDites(d);
  if (cle === 'FIN_CSP' && fins.length > 1)
    return joursSeuls(
      d,
      fins.map(({ fin }) => fin),
    );
  if (cle === 'REINSCRIPTION' && fins.length > 1)
    return t`au plus tard ${joursDits(
      d,
      reinscriptionsDites(d).map(({ limite }) => limite),
    )}`;
  if (cle === 'FIN_CSP' || cle.startsWith('SUIVI_')) return t`${fort(jourLong(date))}${reserve(e)}`;
  const fin = t`${avecJourOuvre(date, dernierJourUtile ?? date)}${reserve(e)}`;
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

/** The last day to be hired with a prime, by the nearest reading, and what it has of doubtful: the other day, when another reading gives one. @see R17 */
export function jourDeLaPrime(c: ContexteDocument): { jour: DateCivile | null; reserve: Texte } {
  const { r, p, jour, situation } = c;
  const doutes = situation.doutes ?? [];
  const dit = dernierJourPrime({ p, jour, resultat: r, doutes });
  const retenu = finPrimeProche(r, [], p);
  const change = finPrimeProche(r, doutes, p) !== retenu;
  if (dit === null || retenu === null || !change) return { jour: dit, reserve: [] };
  const autre = dit === retenu ? [] : t` ; ${jourLong(retenu)} si la fin prolongée est confirmée`;
  return { jour: dit, reserve: t`${siDouteux({ doutes }, 'TERME')}${autre}` };
}

/** Marks that the rules give and that nobody has to act on by themselves. @see R9, R10 */
function reperes(c: ContexteDocument): Repere[] {
  const { r, v, p, jour, dossier } = c;
  const repere = (libelle: string, date: DateCivile | null | undefined, reserve: Texte = []): Repere[] =>
    date
      ? [
          {
            date,
            cellules: [
              [t`${libelle}`],
              [t`jusqu’au ${fort(jourLong(date))}${reserve}`],
              [date < jour ? t`passé` : t`à venir`],
            ],
          },
        ]
      : [];
  const prime =
    p.primeMois !== null &&
    (dossier.ancienneteMois ?? 0) >= p.primeAncienneteMois &&
    (r.dateFinCsp == null || r.dateFinCsp >= jour);
  const dit = jourDeLaPrime(c);
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
    ...(prime ? repere('Prime de reclassement : embauche possible', dit.jour, dit.reserve) : []),
    ...demandes.flatMap(({ limiteDemande }) => repere('Prime de reclassement : la demander', limiteDemande)),
    ...repere('Contester la rupture du contrat de travail', r.prescriptionContestation),
  ];
}

/** Every date of the person's own, in order, and where each stands. */
export function tableauEcheances(c: ContexteDocument): Bloc {
  const echeances = c.situation.echeances.map((e) => ({
    date: e.date,
    cellules: [[t`${libelleEcheance(e, c.v)}`], [quandEcheance(e, c)], [etatEcheance(e, c)]],
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

/** The days of the end, as the Carnet de suivi counts them, by each reading that is to come (R25); null while there is no end. */
export function joursDeFin(c: ContexteDocument) {
  const d = avecDoutes(c);
  const fins = finsDites(d);
  const { fin } = fins.at(-1) ?? {};
  if (fin === undefined) return null;
  const reinscriptions = reinscriptionsDites(d);
  return {
    d,
    fin,
    fins: fins.map((dite) => dite.fin),
    lendemains: reinscriptions.map(({ lendemain }) => lendemain),
    limites: reinscriptions.map(({ limite }) => limite),
    lienActif: ajouterJours(fin, c.p.courrierCessationMaxJours),
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
      return e?.statut === 'A_VENIR' ? [t`${libelleEcheance(e, c.v)} : ${quandEcheance(e, c)}`] : [];
    }),
  );

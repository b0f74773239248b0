import { comparer, type DateCivile, enChiffres } from '../../domain/calendrier/dates';
import { dateLocale, fuseau } from '../../domain/calendrier/fuseaux';
import { titreCourrier } from '../../domain/catalogue/titres';
import { libellesEtats } from '../../domain/dossier/etats';
import type { Numero } from '../../domain/dossier/numero';
import type { Resultat } from '../../domain/dossier/resultat';
import { evaluer } from '../../domain/droit/calculer';
import { resoudreParcours } from '../../domain/droit/parcours-inscrit';
import { parametresDe } from '../../domain/droit/reglements/parametres-de';
import type { EntreeJournal } from '../../domain/faits/journal';
import { type DossierInscrit, lireDossier, listerTaches } from '../../registre';
import { entreeEnClair } from '../affichage/evenement';
import { libelleCause, libellesDestinataire } from '../affichage/libelles';
import type { Simulation } from './simulation';
import type { CourrierEcrit } from './simuler-courriers';

/** One line of a simulated journey. */
export interface Moment {
  date: DateCivile;
  genre: 'ETAPE' | 'FAIT' | 'COURRIER' | 'TACHE';
  /** French. */
  texte: string;
}

/** A moment with its place among those of its day: what came with the day, each fact with what it brought, letters, tasks. */
interface MomentSitue extends Moment {
  rang: number;
}
const AVEC_LE_JOUR = -1;
const COURRIERS = Number.MAX_SAFE_INTEGER - 1;
const TACHES = Number.MAX_SAFE_INTEGER;

/** What happened to a simulated journey, day after day: étapes, facts, letters, tasks of the counsellor; a cause before its effects. */
export async function chronologie(
  { registre }: Simulation,
  numero: Numero,
  courriers: readonly CourrierEcrit[],
): Promise<Moment[]> {
  const inscrit = (await lireDossier(registre, numero))!;
  const zone = fuseau(inscrit.dossier.residence);
  const lettres = courriers.map(({ code, destinataire, date, statut }) => ({
    date,
    genre: 'COURRIER' as const,
    texte: `${titreCourrier(code)} → ${libellesDestinataire[destinataire]}${SUITES[statut] ?? ''}`,
    rang: COURRIERS,
  }));
  const taches = (await listerTaches(registre, { numero })).map((tache) => ({
    date: dateLocale(tache.creeLe, zone),
    genre: 'TACHE' as const,
    texte: tache.libelle,
    rang: TACHES,
  }));
  return [...etapes(inscrit, zone), ...faits(inscrit, zone), ...lettres, ...taches]
    .sort((a, b) => comparer(a.date, b.date) || a.rang - b.rang)
    .map(({ date, genre, texte }) => ({ date, genre, texte }));
}

type Etape = NonNullable<Resultat['chronologie']>[number];

/** The day an entry was recorded; what was known at the opening was recorded with it. */
const jourDe = ({ creeLe }: DossierInscrit, entree: EntreeJournal, zone: string): DateCivile =>
  dateLocale(entree.ouverture ? creeLe : new Date(entree.enregistreLe), zone);

/** An étape known in advance comes with its day; one that a later fact revealed comes right after that fact, and says since when. */
function etapes(inscrit: DossierInscrit, zone: string): MomentSitue[] {
  const { dossier, journal } = inscrit;
  const parametres = parametresDe(resoudreParcours(dossier, journal));
  const savoirs = journal.map((_, n) => etapesSelon(inscrit, n + 1));
  const sansRien = etapesSelon(inscrit, 0);
  return inscrit.situation!.resultat.chronologie!.map((etape) => {
    const { date, etat, cause } = etape;
    const libelle = cause && libelleCause(cause, parametres);
    const texte = libellesEtats[etat] + (libelle ? ` (${libelle})` : '');
    const rang = contient(sansRien, etape) ? -1 : savoirs.findIndex((connues) => contient(connues, etape));
    const revele = rang < 0 ? null : jourDe(inscrit, journal[rang]!, zone);
    if (revele === null || revele < date) return { date, genre: 'ETAPE', texte, rang: AVEC_LE_JOUR };
    const depuis = revele === date ? '' : `, depuis le ${enChiffres(date)}`;
    return { date: revele, genre: 'ETAPE', texte: texte + depuis, rang: rang + 0.5 };
  });
}

/** The étapes that the first entries of the journal give. */
function etapesSelon({ dossier, journal }: DossierInscrit, combien: number): Etape[] {
  const resolu = resoudreParcours(dossier, journal.slice(0, combien));
  const { resultat } = evaluer(
    resolu.dossier,
    resolu.faits.map(({ evenement }) => evenement),
    { surcharge: resolu.surcharge },
  );
  return resultat.chronologie ?? [];
}

const contient = (etapes: readonly Etape[], visee: Etape): boolean =>
  etapes.some((e) => e.date === visee.date && e.etat === visee.etat && e.cause === visee.cause);

function faits(inscrit: DossierInscrit, zone: string): MomentSitue[] {
  const situes = new Map(inscrit.situation!.faits.map((fait) => [fait.id, fait]));
  return inscrit.journal.map((entree, rang) => {
    const fait = situes.get(entree.id);
    const ecarte = fait?.statut === 'ECARTE' ? ` — écarté : ${fait.phrase}` : '';
    const texte = entreeEnClair(entree, inscrit.journal) + ecarte;
    return { date: jourDe(inscrit, entree, zone), genre: 'FAIT', texte, rang };
  });
}

const SUITES: Record<string, string> = { EN_TACHE: ' (confié au conseiller)', RECTIFIE: ' (rectifié depuis)' };

import { type CodeCourrier, catalogue } from '../../domain/catalogue';
import type { DateCivile } from '../../domain/dates';
import { libellesEtats } from '../../domain/etats';
import { dateLocale, fuseau } from '../../domain/fuseaux';
import type { Numero } from '../../domain/numero';
import { lireDossier, listerTaches } from '../../registre';
import { entreeEnClair } from '../affichage/evenement';
import { libellesCause, libellesDestinataire, libellesMotifFin } from '../affichage/libelles';
import type { Simulation } from './simulation';
import type { CourrierEcrit } from './simuler-courriers';

/** One line of a simulated journey. */
export interface Moment {
  date: DateCivile;
  genre: 'ETAPE' | 'FAIT' | 'COURRIER' | 'TACHE';
  /** French. */
  texte: string;
}

const ORDRE: Moment['genre'][] = ['ETAPE', 'FAIT', 'COURRIER', 'TACHE'];
const libelles: Record<string, string> = { ...libellesCause, ...libellesMotifFin };

/** What happened to a simulated journey, day after day: étapes, facts, letters, tasks of the counsellor. */
export async function chronologie(
  { registre }: Simulation,
  numero: Numero,
  courriers: readonly CourrierEcrit[],
): Promise<Moment[]> {
  const inscrit = (await lireDossier(registre, numero))!;
  const zone = fuseau(inscrit.dossier.residence);
  const ouverture = dateLocale(inscrit.creeLe, zone);
  const faits = new Map(inscrit.situation!.faits.map((fait) => [fait.id, fait]));
  const etapes = inscrit.situation!.resultat.chronologie!.map(({ date, etat, cause }) => ({
    date,
    genre: 'ETAPE' as const,
    texte: libellesEtats[etat] + (cause && cause in libelles ? ` (${libelles[cause]})` : ''),
  }));
  const entrees = inscrit.journal.map((entree) => {
    const fait = faits.get(entree.id);
    const ecarte = fait?.statut === 'ECARTE' ? ` — écarté : ${fait.phrase}` : '';
    return {
      // What was known at the opening was recorded with it.
      date: entree.id.startsWith('ouverture-') ? ouverture : dateLocale(new Date(entree.enregistreLe), zone),
      genre: 'FAIT' as const,
      texte: entreeEnClair(entree, inscrit.journal) + ecarte,
    };
  });
  const lettres = courriers.map(({ code, destinataire, date, statut }) => ({
    date,
    genre: 'COURRIER' as const,
    texte: `${catalogue[code as CodeCourrier].titre} → ${libellesDestinataire[destinataire]}${SUITES[statut] ?? ''}`,
  }));
  const taches = (await listerTaches(registre, { numero })).map((tache) => ({
    date: dateLocale(tache.creeLe, zone),
    genre: 'TACHE' as const,
    texte: tache.libelle,
  }));
  return [...etapes, ...entrees, ...lettres, ...taches].sort(
    (a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) || ORDRE.indexOf(a.genre) - ORDRE.indexOf(b.genre),
  );
}

const SUITES: Record<string, string> = { EN_TACHE: ' (confié au conseiller)', RECTIFIE: ' (rectifié depuis)' };

import { enChiffres } from '../domain/calendrier/dates';
import { fuseau } from '../domain/calendrier/fuseaux';
import { residenceDe } from '../domain/faits/residence-de';
import type { CourrierDu, ModeEnvoi } from '../domain/parcours/parcours';
import { agendaRendezVous } from '../domain/rendez-vous/agenda';
import { momentCivil, zoneRendezVous } from '../domain/rendez-vous/heure';
import type { EtatRendezVous, MemoireRendezVous } from '../domain/rendez-vous/question';
import { libellesStatutRendezVous, type RendezVous } from '../domain/rendez-vous/rendez-vous';
import { tachesRendezVous, tachesSansObjet } from '../domain/rendez-vous/taches';
import {
  cloreTaches,
  deposerTache,
  lireDossier,
  lirePersonnes,
  lireRendezVous,
  listerTaches,
  type Registre,
  suivreRendezVous,
} from '../registre';
import { cloreCourriers } from './clore-courriers';
import type { EnSonTemps } from './parcours';

export interface DepsRendezVous {
  registre: Registre;
  envoi: ModeEnvoi;
  /** Minutes during which a letter born of an act is held; none when absent. */
  sursisMinutes?: number;
  /** The clock of a question that had to wait: the real one, or that of a simulation. */
  horloge?: () => Promise<Date>;
}

export interface DemandeRendezVous {
  etat: EtatRendezVous;
  /** Keys of the letters whose attempt is under way. */
  enCours: string[];
  /** An act or a release came since the last question. */
  relance: boolean;
  /** UTC instant, ISO 8601. */
  maintenant: string;
}

/** The compact answer that the history keeps. */
export interface ReponseRendezVous {
  dus: CourrierDu[];
  memoires: Record<string, MemoireRendezVous>;
  prochain: { quand: string; libelle: string } | null;
  clos: boolean;
  /** French Markdown for the Temporal UI: a number and dates, nobody's name. */
  details: string;
}

export interface ActivitesRendezVous {
  /**
   * Asks what the mail of an appointment is due, and writes what that changes: letters that will not leave, and the counsellor's
   * tasks. Idempotent. An appointment that was erased is over.
   */
  situerRendezVous(demande: EnSonTemps<DemandeRendezVous>): Promise<ReponseRendezVous>;
}

export function creerActivitesRendezVous({
  registre,
  envoi,
  sursisMinutes = 0,
  horloge = async () => new Date(),
}: DepsRendezVous): ActivitesRendezVous {
  return {
    async situerRendezVous({ etat, enCours, relance, ...demande }) {
      const maintenant = demande.maintenant ?? (await horloge()).toISOString();
      const { id, numero, courriers } = etat;
      const rendezVous = await lireRendezVous(registre, id);
      const inscrit = await lireDossier(registre, numero);
      const personnes = await lirePersonnes(registre, numero);
      if (!rendezVous || !inscrit || !personnes) {
        return { dus: [], memoires: {}, prochain: null, clos: enCours.length === 0, details: '' };
      }
      const residence = residenceDe(inscrit);
      const zone = zoneRendezVous(rendezVous.mode, residence, personnes.agence);
      const dossier = {
        etat: inscrit.situation?.etat ?? null,
        decesSignale: inscrit.situation?.decesSignale ?? false,
        residence,
        suspensions: inscrit.situation?.resultat.suspensions ?? [],
      };
      const question = { rendezVous, dossier, zone, courriers, enCours, relance, maintenant, envoi, sursisMinutes };
      const agenda = agendaRendezVous(question);
      const le = new Date(maintenant);
      await cloreCourriers(registre, numero, agenda.memoires, le);
      for (const tache of tachesRendezVous(rendezVous, zone, agenda, maintenant))
        await deposerTache(registre, tache, le);
      const ouvertes = await listerTaches(registre, { numero, statut: 'A_FAIRE' });
      const perdues = tachesSansObjet(ouvertes, rendezVous, momentCivil(rendezVous.debut, zone).jour);
      await cloreTaches(registre, perdues, le);
      await suivreRendezVous(registre, id, rendezVous.version);
      const { dus, memoires, prochain, clos } = agenda;
      return { dus, memoires, prochain, clos, details: details(rendezVous, residence, prochain) };
    },
  };
}

/** The day, and neither the kind nor the place: they say too much of someone. */
function details(
  { numero, debut, statut }: RendezVous,
  residence: string,
  prochain: ReponseRendezVous['prochain'],
): string {
  const { jour } = momentCivil(debut, fuseau(residence));
  const suite = prochain ? `Prochain réveil : ${prochain.libelle}` : 'Plus rien à envoyer';
  return `**Rendez-vous du ${enChiffres(jour)}**, dossier ${numero} (${libellesStatutRendezVous[statut]})\n\n${suite}.`;
}

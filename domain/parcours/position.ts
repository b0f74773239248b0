import { ajouterJours, type DateCivile, dateCivile, min } from '../calendrier/dates';
import { dateLocale, fuseau } from '../calendrier/fuseaux';
import { type Etape, etatsFinals } from '../dossier/etats';
import type { Resultat } from '../dossier/resultat';
import type { Evaluation } from '../droit/calculer';
import { type DouteDuParcours, doutesDuParcours } from '../droit/doutes-du-parcours';
import { phrase } from '../faits/erreurs';
import type { Fait } from '../faits/resoudre-journal';
import { echeances } from './echeances';
import type { Entendu } from './entendre';
import { situerFaits } from './issues';
import type { QuestionSituer } from './question';
import { CODE_REINSCRIPTION_EFFECTIVE } from './reinscription-acquise';
import type { Echeance, FaitSitue } from './situation';

/** Days a journey listens to late facts once it is in its last state (R28). */
const ECOUTE_JOURS = 90;

/** The entry into a state. */
type Passage = NonNullable<Resultat['chronologie']>[number];

/** The étape a journey is in, since when and why. */
type Etat = Omit<Passage, 'etat'> & { etat: Etape };

/** Where a journey stands on a civil day of its zone. */
export interface Position {
  zone: string;
  jour: DateCivile;
  /** As seen on the day (F39). */
  observe: Evaluation;
  /** With everything known, whatever its day. */
  projete: Evaluation;
  faits: FaitSitue[];
  /** Doubts on which its dates rest (REGLES §9). */
  doutes: DouteDuParcours[];
  echeances: Echeance[];
  /** The state it is in, and since when. */
  dernier: Etat;
  /** States it will enter if nobody does anything. */
  aVenir: Passage[];
  deces: 'AUCUN' | 'SIGNALE' | 'CONFIRME';
  /** Last day Jalon listens to late facts; null while the journey goes on. */
  ecouteJusquau: DateCivile | null;
}

/** Where does it stand: the rules asked as of today and with what is to come. */
export function seSituer(question: QuestionSituer, entendu: Entendu): Position {
  const position = selonLesRegles(question, entendu);
  const { fermeture } = entendu.resolu;
  if (fermeture === null) return position;
  const date = dateLocale(new Date(fermeture.enregistreLe), position.zone);
  const dernier = { date, etat: 'OUVERT_PAR_ERREUR' as const, cause: null };
  // Opened by mistake: the rules say nothing of it that still counts, and nobody listens for more, not even where it is still the day before.
  const ecouteJusquau = min(date, dateCivile(fermeture.enregistreLe.slice(0, 10)));
  return { ...position, dernier, aVenir: [], echeances: [], doutes: [], ecouteJusquau };
}

function selonLesRegles({ demande, evaluer }: QuestionSituer, entendu: Entendu): Position {
  const { dossier, surcharge, evenements, admis, aConfirmer, contraires } = entendu;
  const zone = fuseau(dossier.residence);
  const jour = dateLocale(new Date(demande.maintenant), zone);
  const observe = evaluer(dossier, evenements, { surcharge, dateObservation: jour });
  const projete = evaluer(dossier, evenements, { surcharge });
  const dernier = observe.resultat.chronologie!.at(-1)!;
  const aVenir = projete.resultat.chronologie!.filter((passage) => passage.date > jour);
  const fini = aVenir.length === 0 && etatsFinals.includes(dernier.etat);
  return {
    zone,
    jour,
    observe,
    projete,
    faits: [
      ...situerFaits(admis, observe),
      ...[...contraires].map((id) => ecarter(id, 'ECARTE', CODE_REINSCRIPTION_EFFECTIVE)),
      ...[...aConfirmer.keys()].map((id) => ecarter(id, 'A_CONFIRMER', 'SECONDE_PERSONNE_REQUISE')),
    ],
    doutes: doutesDuParcours(projete),
    echeances: echeances(dossier, projete, jour, demande.etat.dateReprise),
    dernier,
    aVenir,
    deces: decesDe(projete.resultat, aConfirmer),
    ecouteJusquau: fini ? ajouterJours(dernier.date, ECOUTE_JOURS) : null,
  };
}

const ecarter = (id: string, statut: FaitSitue['statut'], code: string): FaitSitue => ({
  id,
  statut,
  code,
  phrase: phrase(code),
});

function decesDe({ motifFin }: Resultat, aConfirmer: ReadonlyMap<string, Fait>): Position['deces'] {
  if (motifFin === 'DECES') return 'CONFIRME';
  const signale = [...aConfirmer.values()].some(({ evenement }) => 'motif' in evenement && evenement.motif === 'DECES');
  return signale ? 'SIGNALE' : 'AUCUN';
}

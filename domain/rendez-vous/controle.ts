import { type DateCivile, enChiffres } from '../calendrier/dates';
import { estOuvre } from '../calendrier/jours-ouvres';
import { etatsFinals } from '../dossier/etats';
import type { Resultat } from '../dossier/resultat';
import { regleDite } from '../droit/regle-dite';
import { entretiensLegaux, estEntretienLegal } from '../faits/entretiens';
import { reserveDite } from '../parcours/reserve-dite';
import type { Echeance, Situation } from '../parcours/situation';
import { type Heure, minutesDe } from './heure';
import type { RendezVous } from './rendez-vous';
import { type RemarqueRendezVous, remarque } from './saisie';
import { type SorteRendezVous, sortes } from './sortes';
import { suspenduLe } from './suspension';

export interface QuestionControle {
  /** The appointment as it would be. */
  projet: Pick<RendezVous, 'id' | 'sorte' | 'mode' | 'debut' | 'dureeMinutes'>;
  /** Its day and its hour, on its own clock. */
  jour: DateCivile;
  heure: Heure;
  situation: Pick<Situation, 'etat' | 'decesSignale' | 'resultat' | 'echeances'>;
  residence: string;
  /** A phone number of the person is known. */
  telephone: boolean;
  /** The other appointments of the dossier, still to come. */
  autres: readonly RendezVous[];
  /** Those of the same counsellor with other people. */
  duReferent: readonly RendezVous[];
  /** UTC instant. */
  maintenant: string;
}

export interface Controle {
  /** Nothing is recorded. */
  refus: RemarqueRendezVous[];
  /** To be seen and confirmed. */
  avertissements: RemarqueRendezVous[];
}

/** Before 8 h and after 20 h, a slip is likelier than an appointment; an evening workshop ends within them. */
const [PREMIERE_MINUTE, DERNIERE_MINUTE] = [8 * 60, 20 * 60];

/** What speaks against an appointment: what makes it senseless, and what someone may have good reasons for. */
export function controlerRendezVous(question: QuestionControle): Controle {
  const { projet, jour, heure, situation, residence, autres, duReferent } = question;
  const refus = motifsDeRefus(question);
  const avertissements: RemarqueRendezVous[] = [];
  if (!estOuvre(jour, residence)) avertissements.push(remarque('RDV_JOUR_NON_OUVRE', { champ: 'jour' }));
  const debut = minutesDe(heure);
  if (debut < PREMIERE_MINUTE || debut + projet.dureeMinutes > DERNIERE_MINUTE)
    avertissements.push(remarque('RDV_HEURE_INHABITUELLE', { champ: 'heure' }));
  if (suspenduLe(situation.resultat.suspensions ?? [], jour))
    avertissements.push(remarque('RDV_PENDANT_SUSPENSION', { champ: 'jour' }));
  const delai = horsDelai(projet.sorte, jour, situation.echeances);
  if (delai !== null) avertissements.push(delai);
  if (estEntretienLegal(projet.sorte) && autres.some((r) => r.sorte === projet.sorte))
    avertissements.push(remarque('RDV_EN_DOUBLE', { champ: 'sorte' }));
  if (autres.some((r) => seChevauchent(r, projet))) avertissements.push(remarque('RDV_CHEVAUCHE', { champ: 'heure' }));
  if (!sortes[projet.sorte].collectif && duReferent.some((r) => !sortes[r.sorte].collectif && seChevauchent(r, projet)))
    avertissements.push(remarque('RDV_REFERENT_OCCUPE', { champ: 'heure' }));
  return { refus, avertissements };
}

function motifsDeRefus({ projet, jour, situation, telephone, maintenant }: QuestionControle): RemarqueRendezVous[] {
  const refus: RemarqueRendezVous[] = [];
  if (projet.debut <= maintenant) refus.push(remarque('RDV_PASSE', { champ: 'jour' }));
  if (projet.mode === 'TELEPHONE' && !telephone) refus.push(remarque('RDV_TELEPHONE_MANQUANT', { champ: 'mode' }));
  const insense = horsDuParcours(projet.sorte, jour, situation);
  if (insense !== null) refus.push(remarque(insense, { champ: 'sorte' }));
  return refus;
}

/** An appointment that the journey leaves no room for. */
function horsDuParcours(
  sorte: SorteRendezVous,
  jour: DateCivile,
  { etat, decesSignale, resultat }: QuestionControle['situation'],
): string | null {
  if (decesSignale) return 'RDV_DECES';
  if (etat === 'EN_REFLEXION') return sortes[sorte].avantAcceptation ? null : 'RDV_AVANT_ACCEPTATION';
  const { debutCsp, dateFinCsp } = resultat;
  if (etat === 'INELIGIBLE' || !debutCsp) return 'RDV_SANS_CSP';
  if (estEntretienLegal(sorte) && jour < debutCsp) return 'RDV_AVANT_CSP';
  if (sorte === 'BILAN') return etatsFinals.includes(etat) && !dansLeBilan(jour, resultat) ? 'RDV_HORS_CSP' : null;
  if (estEntretienLegal(sorte) && dateFinCsp && jour > dateFinCsp) return 'RDV_HORS_CSP';
  return etatsFinals.includes(etat) ? 'RDV_SANS_CSP' : null;
}

const dansLeBilan = (jour: DateCivile, { bilan }: Resultat): boolean =>
  bilan != null && jour >= bilan.debut && jour <= bilan.fin;

/** Outside the delay of the law: the rule is said, the counsellor decides. */
function horsDelai(
  sorte: SorteRendezVous,
  jour: DateCivile,
  echeances: readonly Echeance[],
): RemarqueRendezVous | null {
  if (!estEntretienLegal(sorte)) return null;
  const echeance = echeances.find((e) => e.cle === sorte);
  if (!echeance) return null;
  const fenetre = entretiensLegaux[sorte].fenetre ? echeance.debut : null;
  if (jour <= echeance.date && (fenetre === null || jour >= fenetre)) return null;
  const quand =
    fenetre === null
      ? `au plus tard le ${enChiffres(echeance.date)}`
      : `entre le ${enChiffres(fenetre)} et le ${enChiffres(echeance.date)}`;
  return remarque('RDV_HORS_DELAI', {
    champ: 'jour',
    phrase: `Cet entretien est attendu ${quand}${reserveDite(echeance)} (${regleDite(echeance.regle)}).`,
  });
}

type Plage = Pick<RendezVous, 'id' | 'debut' | 'dureeMinutes'>;
const fin = ({ debut, dureeMinutes }: Plage): number => Date.parse(debut) + dureeMinutes * 60_000;

/** Two appointments that share a minute; one with itself does not. */
export const seChevauchent = (a: Plage, b: Plage): boolean =>
  a.id !== b.id && Date.parse(a.debut) < fin(b) && Date.parse(b.debut) < fin(a);

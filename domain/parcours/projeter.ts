import { comparer, type DateCivile } from '../calendrier/dates';
import { dateLocale, fuseau } from '../calendrier/fuseaux';
import { entreeCatalogue } from '../catalogue/catalogue';
import { titreCourrier, versDestinataire } from '../catalogue/titres';
import { libellePassage } from '../dossier/etats';
import type { Etat } from '../dossier/resultat';
import { residenceDe } from '../faits/residence-de';
import { appliquer, memoriserRemise } from './appliquer';
import { actualisationsAVenir } from './echeances-du-jour';
import type { EtatParcours } from './parcours';
import { reserveDite } from './reserve-dite';
import type { Echeance, Situation } from './situation';
import { type OptionsSituer, situer } from './situer';

export type GenreProjete = 'ETAT' | 'COURRIER' | 'ECHEANCE' | 'TACHE' | 'FIN_ECOUTE';

/** Something that will happen if nobody does anything. */
export interface Projete {
  date: DateCivile;
  genre: GenreProjete;
  /** French, for people. */
  libelle: string;
  /** Rule of REGLES behind it, when one gives the date. */
  regle?: string;
}

/** Of things of one day: what begins, what leaves, whose turn it is, what ends. */
const ORDRE: readonly GenreProjete[] = ['ETAT', 'COURRIER', 'TACHE', 'ECHEANCE', 'FIN_ECOUTE'];

/**
 * What happens from now on if nobody does anything: the journey's own loop run dry, every letter leaving at its first attempt,
 * until the journey closes. So it says what the live journey would do, not what another reading of the rules would.
 * @param etat the journey's state, as the register holds it; left as it is
 * @param maintenant UTC instant, ISO 8601
 * @returns in order of date
 */
export function projeter(etat: EtatParcours, maintenant: string, options: OptionsSituer): Projete[] {
  const courant = copier(etat);
  const zone = fuseau(residenceDe(etat));
  const depuis = dateLocale(new Date(maintenant), zone);
  const projetes: Projete[] = [];
  const echeances = new Map<string, Echeance>();
  // A journey that was never asked has no task yet; those of any other are deposited.
  const taches = new Set<string>();
  let quand: string | null = maintenant;
  let situation: Situation | null = null;
  let premiere = etat.version > 0;
  while (quand !== null) {
    const jour = dateLocale(new Date(quand), zone);
    const demande = { etat: courant, enCours: [], maintenant: quand };
    const { reponse, situation: vue }: ReturnType<typeof situer> = situer(demande, options);
    for (const tache of reponse.taches) {
      if (!premiere && !taches.has(tache.cle)) projetes.push({ date: jour, genre: 'TACHE', libelle: tache.libelle });
      taches.add(tache.cle);
    }
    for (const { code, destinataire } of reponse.dus) {
      const { regle } = entreeCatalogue(code);
      const libelle = `${titreCourrier(code)}, ${versDestinataire[destinataire]}`;
      projetes.push({ date: jour, genre: 'COURRIER', libelle, regle });
    }
    for (const e of vue.echeances) echeances.set(e.cle, e);
    appliquer(courant, reponse, courant.recus.length);
    const parti = { statut: 'PARTI' as const, le: quand };
    for (const courrier of reponse.dus) memoriserRemise(courant, { courrier, issue: parti });
    situation = vue;
    premiere = false;
    quand = reponse.clos ? null : (reponse.prochain?.quand ?? null);
  }
  const mois = actualisationsAVenir(situation!, depuis);
  projetes.push(...passages(situation!, depuis), ...passees([...echeances.values(), ...mois], depuis));
  const { ecouteJusquau, etat: etape } = situation!;
  if (etape !== 'OUVERT_PAR_ERREUR' && ecouteJusquau !== null && ecouteJusquau >= depuis) {
    const libelle = 'Dernier jour d’écoute : le parcours se referme';
    projetes.push({ date: ecouteJusquau, genre: 'FIN_ECOUTE', libelle, regle: 'R28' });
  }
  return projetes.sort((a, b) => comparer(a.date, b.date) || ORDRE.indexOf(a.genre) - ORDRE.indexOf(b.genre));
}

/** What `situer` changes of it, copied: the caller's state is not ours to move. */
const copier = (etat: EtatParcours): EtatParcours => ({
  ...etat,
  journal: [...etat.journal],
  recus: [...etat.recus],
  issues: { ...etat.issues },
  courriers: { ...etat.courriers },
});

/** Rules by which an état is entered (REGLES §6). */
const REGLES_ETATS: Partial<Record<Etat, string>> = {
  ACCEPTE: 'R8',
  REFUSE: 'R8',
  SANS_SUITE: 'R7',
  EN_CSP: 'R9, R24',
  SUSPENDU: 'R24',
  TERMINE: 'R10, R15',
  ROMPU: 'R14, R27',
  SUIVI_EMPLOI: 'R19',
  CLOS: 'R19',
  REINSCRIT: 'R25',
  NON_REINSCRIT: 'R25',
};

/** Entries into an état still to come; a return to the CSP is said as such. */
function passages({ resultat }: Situation, depuis: DateCivile): Projete[] {
  const chronologie = resultat.chronologie!;
  return chronologie.flatMap((passage, rang): Projete[] => {
    const { date, etat } = passage;
    if (date <= depuis) return [];
    const reprise = chronologie[rang - 1]?.etat === 'SUSPENDU';
    const libelle = etat === 'EN_CSP' ? (reprise ? 'Reprise du CSP' : 'Début du CSP') : libellePassage(passage);
    const regle = REGLES_ETATS[etat];
    return [{ date, genre: 'ETAT', libelle, ...(regle === undefined ? {} : { regle }) }];
  });
}

/** Deadlines that nobody met. */
const passees = (echeances: readonly Echeance[], depuis: DateCivile): Projete[] =>
  echeances
    .filter((e) => e.statut !== 'FAITE' && e.date >= depuis)
    .map((e) => ({ date: e.date, genre: 'ECHEANCE', libelle: `${e.libelle}${reserveDite(e)}`, regle: e.regle }));

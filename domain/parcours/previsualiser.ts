import { fuseau } from '../calendrier/fuseaux';
import { lireBaseRectification } from '../catalogue/cle-courrier';
import { type EntreeJournal, evenementDe, type Issue } from '../faits/journal';
import { resoudreJournal } from '../faits/resoudre-journal';
import { type Avertissement, avertir } from './avertissements';
import { type DepartReel, departReel, estAPartir, type VueDepart } from './depart';
import { echeancesDuJour } from './echeances-du-jour';
import { evaluerUneFois } from './evaluations';
import type { EtatParcours, MessageRecu } from './parcours';
import { sansObjet } from './sans-objet';
import type { CourrierSitue, Echeance, FaitSitue, Situation } from './situation';
import { type OptionsSituer, situer } from './situer';

/** A deadline that moves, appears or disappears. */
export interface EcheanceDeplacee {
  cle: string;
  libelle: string;
  avant: Echeance | null;
  apres: Echeance | null;
  /** Of the new date, or of there being none any more. */
  regle: string;
  pourquoi: string;
}

/** A letter still to leave, and when it really does. */
export interface CourrierAPartir extends CourrierSitue {
  reel: DepartReel;
}

export interface OptionsApercu extends OptionsSituer {
  /** What holds a letter that the journey does not know of. */
  tenu?(courrier: CourrierSitue): VueDepart['tenu'];
}

/** What an act would change in the journey, before anyone records it. */
export interface ApercuParcours {
  issue: Omit<Issue, 'version'>;
  /** The line that the journal would get; null when the act is refused. */
  entree: EntreeJournal | null;
  avant: Situation;
  apres: Situation;
  /** The person's clock. */
  fuseau: string;
  echeances: EcheanceDeplacee[];
  courriersNouveaux: CourrierAPartir[];
  courriersAnnules: CourrierAPartir[];
  /** Letters that left and would become false. */
  courriersFaux: CourrierSitue[];
  /** Code of the letter that would say so to the same person, by the key of each of them; absent when none would. */
  corrections: Record<string, string>;
  /** Facts that count today and no longer would. */
  faitsRepousses: FaitSitue[];
  alertesNouvelles: string[];
  avertissements: Avertissement[];
}

/** Which letter, still to leave, takes the place of each false one or corrects it. */
function correctionsDe(faux: readonly CourrierSitue[], courriers: readonly CourrierSitue[]): Record<string, string> {
  const corrige = (c: CourrierSitue, { cle, code, base, destinataire }: CourrierSitue): boolean => {
    if (c.remplace?.includes(cle)) return true;
    const vise = c.code === 'RECTIFICATION' && c.destinataire === destinataire ? lireBaseRectification(c.base) : null;
    return vise?.code === code && vise.base === base;
  };
  return Object.fromEntries(
    faux.flatMap((f) => {
      const par = courriers.find((c) => estAPartir(c) && corrige(c, f));
      return par === undefined ? [] : [[f.cle, par.code]];
    }),
  );
}

/**
 * The effect of an act on a journey, nothing being recorded: the same `situer` asked with and without it.
 * @param etat the journey's state, as the register holds it
 */
export function previsualiserParcours(
  etat: EtatParcours,
  message: MessageRecu,
  maintenant: string,
  { tenu = () => null, ...options }: OptionsApercu,
): ApercuParcours {
  const demande = (recus: MessageRecu[]) => ({ etat: { ...etat, recus }, enCours: [], maintenant });
  const partagees = { ...options, loi: evaluerUneFois(options.loi) };
  const avant = situer(demande([]), partagees).situation;
  const { situation: apres, reponse } = situer(demande([message]), partagees);
  const issue = reponse.issues.find((i) => i.id === message.id)!;
  const entree = reponse.entrees[0] ?? null;

  const [datesAvant, datesApres] = [datesDe(avant), datesDe(apres)];
  const cles = [...new Set([...datesAvant, ...datesApres].map((e) => e.cle))];
  const trouver = (dates: readonly Echeance[], cle: string) => dates.find((e) => e.cle === cle) ?? null;
  const echeances = cles
    .map((cle) => ({ cle, avant: trouver(datesAvant, cle), apres: trouver(datesApres, cle) }))
    .filter(({ avant: a, apres: b }) => a?.date !== b?.date || a?.debut !== b?.debut || a?.statut !== b?.statut)
    .map((e): EcheanceDeplacee => {
      const { libelle } = (e.apres ?? e.avant)!;
      const { regle, pourquoi } = e.apres ?? sansObjet(e.avant!, apres);
      return { ...e, libelle, regle, pourquoi };
    });

  const lettres = (s: Situation) => new Map(s.courriers.map((c) => [c.cle, c]));
  const [lettresAvant, lettresApres] = [lettres(avant), lettres(apres)];
  const { envoi } = options;
  const { residence } = resoudreJournal(etat.dossier, [...etat.journal, ...reponse.entrees]).dossier;
  const aPartir =
    ({ decesSignale }: Situation) =>
    (c: CourrierSitue) => ({
      ...c,
      reel: departReel(c, {
        ...{ maintenant: new Date(maintenant), residence, envoi, decesSignale },
        tenu: tenu(c),
      }),
    });
  const statutAvant = new Map(avant.faits.map((fait) => [fait.id, fait.statut]));
  const courriersFaux = apres.courriers.filter(
    (c) => c.statut === 'RECTIFIE' && lettresAvant.get(c.cle)?.statut === 'PARTI',
  );
  return {
    issue,
    entree,
    avant,
    apres,
    fuseau: fuseau(residence),
    echeances,
    courriersNouveaux: apres.courriers.filter((c) => estAPartir(c) && !lettresAvant.has(c.cle)).map(aPartir(apres)),
    courriersAnnules: avant.courriers
      .filter((c) => {
        const devenu = lettresApres.get(c.cle);
        // One that the act has held, for a reported death, leaves no more than one that it cancels.
        const tenu = devenu?.statut === 'RETENU' && c.statut !== 'RETENU';
        return estAPartir(c) && (tenu || devenu === undefined || !estAPartir(devenu));
      })
      .map(aPartir(avant)),
    courriersFaux,
    corrections: correctionsDe(courriersFaux, apres.courriers),
    faitsRepousses: apres.faits.filter((f) => f.statut === 'ECARTE' && statutAvant.get(f.id) === 'RETENU'),
    avertissements: avertissementsDe(etat, entree, avant),
    alertesNouvelles: apres.alertes.filter((a) => !avant.alertes.includes(a)),
  };
}

const datesDe = (situation: Situation): Echeance[] => echeancesDuJour(situation, situation.observeLe);

/** What is likely a slip in the fact that an entry states; nothing when the act states none, or is refused. */
function avertissementsDe(etat: EtatParcours, entree: EntreeJournal | null, avant: Situation): Avertissement[] {
  const evenement = evenementDe(entree);
  if (!evenement) return [];
  const { dossier, faits, vivants } = resoudreJournal(etat.dossier, etat.journal);
  const corrige = entree?.acte === 'corriger' ? vivants.get(entree.remplace)?.id : undefined;
  return avertir(evenement, {
    faits: faits.filter(({ id }) => id !== corrige),
    ecartes: new Set(avant.faits.filter(({ statut }) => statut === 'ECARTE').map(({ id }) => id)),
    remise: dossier.dateRemise,
    aujourdhui: avant.observeLe,
  });
}

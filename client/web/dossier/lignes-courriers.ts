import { decisionDe } from '../../../courriers/decision';
import { comparer } from '../../../domain/calendrier/dates';
import { adressage, planRemise } from '../../../domain/catalogue/canaux';
import { canauxDe, estCodeCourrier } from '../../../domain/catalogue/catalogue';
import type { Canal, Personnes } from '../../../domain/dossier/personnes';
import { type DepartReel, departReel, estAPartir, type VueDepart } from '../../../domain/parcours/depart';
import type { CourrierSitue } from '../../../domain/parcours/situation';
import { corrigeLeReste } from '../../../domain/parcours/successeur';
import type { CourrierAvecEnvois, Retenue } from '../../../registre';
import { type libellesStatutCourrier, titreCourrier } from '../../affichage/libelles';
import type { Tenu } from '../../usages/commun/a-partir';
import type { DossierTrouve } from '../commun/trouver-dossier';
import type { DependancesWeb } from '../dependances';

export type StatutLigne = keyof typeof libellesStatutCourrier;

/** A letter as the page shows it: what the rules want, what the register holds of it, who holds it back. */
export interface LigneCourrier {
  cle: string;
  code: string;
  titre: string;
  destinataire: CourrierSitue['destinataire'];
  date: CourrierSitue['date'];
  /** When it really leaves; null for one that does not wait to. */
  reel: DepartReel | null;
  statut: StatutLigne;
  /** Another letter says it. */
  ailleurs: boolean;
  inscrit: CourrierAvecEnvois | null;
  retenue: Retenue | null;
  /** Held because a death was reported: nobody holds or frees it, the death is confirmed or cancelled. */
  deces: boolean;
  /** How it would leave now; empty for a counsellor, or when no address is known. */
  canaux: readonly Canal[];
  recommande: boolean;
}

export interface Sources {
  prevus: readonly CourrierSitue[];
  inscrits: readonly CourrierAvecEnvois[];
  retenues: readonly Retenue[];
  personnes: Personnes | null;
  /** A death was reported on this dossier. */
  decesSignale: boolean;
  /** From where departures are looked at. */
  vue: Pick<VueDepart, 'maintenant' | 'residence' | 'envoi'>;
  tenu: Tenu;
  /** What the author of an exclusion holds against the person; null without. */
  faits: string | null;
}

/** Now, where the person lives. */
export const vueDepart = (
  { actes: { envoi }, maintenant }: DependancesWeb,
  { residence }: Pick<DossierTrouve, 'residence'>,
): Sources['vue'] => ({ maintenant: maintenant(), residence, envoi });

/** The letters of a dossier, those of the register and those still to be prepared, by date. */
export function lignesCourriers(sources: Sources): LigneCourrier[] {
  const { prevus, inscrits, retenues, personnes, decesSignale, vue, tenu, faits } = sources;
  const parCle = new Map(inscrits.map((c) => [c.cle, c]));
  const tenues = new Map(retenues.map((r) => [r.cle, r]));
  const connues = new Set(prevus.map((p) => p.cle));
  const reel = (c: CourrierSitue): DepartReel | null => {
    if (!estAPartir(c)) return null;
    return departReel(c, { ...vue, tenu: tenu(c), decesSignale });
  };
  const seuls = inscrits
    .filter((c) => !connues.has(c.cle))
    .map((c) => ({
      ...{ ...c, date: c.datePrevue, reel: null },
      annonce: undefined,
      remplace: undefined,
      ailleurs: undefined,
    }));
  return [...prevus.map((c) => ({ ...c, reel: reel(c) })), ...seuls]
    .map(({ cle, code, destinataire, date, statut, reel, annonce, remplace, ailleurs }) => ({
      ...{ cle, code, destinataire, date, reel, titre: titreCourrier(code, annonce !== undefined) },
      statut: estAPartir({ statut }) && tenues.has(cle) ? ('RETENU' as const) : statut,
      ailleurs: ailleurs === true,
      inscrit: parCle.get(cle) ?? null,
      retenue: tenues.get(cle) ?? null,
      deces: decesSignale && statut === 'RETENU' && destinataire === 'BENEFICIAIRE' && !tenues.has(cle),
      ...chemin(
        { code, destinataire, porte: annonce !== undefined || corrigeLeReste(code, remplace) },
        personnes,
        faits,
      ),
    }))
    .sort((a, b) => comparer(a.date, b.date) || comparer(a.cle, b.cle));
}

/** A task of the counsellor leaves no one's hands: only what goes to someone else is held. */
export const retenable = (ligne: Pick<LigneCourrier, 'statut' | 'destinataire' | 'deces'>): boolean =>
  estAPartir(ligne) && ligne.destinataire !== 'CONSEILLER' && !ligne.deces;

function chemin(
  { code, destinataire, porte }: Pick<CourrierSitue, 'code' | 'destinataire'> & { porte: boolean },
  personnes: Personnes | null,
  faits: string | null,
): Pick<LigneCourrier, 'canaux' | 'recommande'> {
  if (personnes === null || !estCodeCourrier(code)) return { canaux: [], recommande: false };
  const plan = planRemise({
    canaux: canauxDe(code, porte),
    destinataire,
    prefere: personnes.identite.canalPrefere,
    decide: decisionDe({ code, ...(faits === null ? {} : { faits }) }, personnes.agence) !== null,
    joignable: new Set(Object.keys(adressage(destinataire, personnes).adresses) as Canal[]),
  });
  return { canaux: plan.niveaux[0] ?? [], recommande: plan.recommande };
}

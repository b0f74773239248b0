import { type DateCivile, lireDate } from '../calendrier/dates';
import type { CodeForme } from './erreurs';
import {
  decisionsAutorisation,
  type Evenement,
  estTypeEvenement,
  motifsFinContrat,
  motifsSortie,
  motifsSuspension,
  naturesContrat,
  type TypeEvenement,
} from './schemas-evenement';

export type Forme = { ok: true; evenement: Evenement } | { ok: false; code: CodeForme };

const CHAMPS_DATE = ['debut', 'fin', 'date', 'essaiJusquau'] as const;
type ChampDate = (typeof CHAMPS_DATE)[number];

const JOUR: readonly ChampDate[] = ['date'];
const DEBUT: readonly ChampDate[] = ['debut'];
const PERIODE: readonly ChampDate[] = ['debut', 'fin'];

/** Dates that an event cannot do without; those absent from this table need `date`. @see F6 */
const DATES_REQUISES: Partial<Record<TypeEvenement, readonly ChampDate[]>> = {
  ARRET_MALADIE: PERIODE,
  CONGE_MATERNITE: PERIODE,
  CONGE_PATERNITE: PERIODE,
  CONGE_ADOPTION: PERIODE,
  PROCHE_AIDANT: PERIODE,
  AJPP: PERIODE,
  FORMATION: PERIODE,
  CONGES: PERIODE,
  SUSPENSION: DEBUT,
  REPRISE_EMPLOI: DEBUT,
  CREATION_ENTREPRISE: DEBUT,
};

const MOTIFS: Partial<Record<TypeEvenement, Readonly<Record<string, string>>>> = {
  SUSPENSION: motifsSuspension,
  SORTIE: motifsSortie,
  FIN_CONTRAT: motifsFinContrat,
};

const figure = (valeur: unknown, liste: Readonly<Record<string, string>>): boolean =>
  typeof valeur === 'string' && Object.hasOwn(liste, valeur);

const texte = (valeur: unknown): string | undefined =>
  typeof valeur === 'string' ? valeur : typeof valeur === 'number' ? String(valeur) : undefined;

/**
 * Checks the form of an event that comes from outside, first failure wins, and gives it back without what its type does not use.
 * @see F6
 */
export function verifierForme(brut: unknown): Forme {
  if (typeof brut !== 'object' || brut === null || Array.isArray(brut)) return { ok: false, code: 'TYPE_INCONNU' };
  const champs = brut as Readonly<Record<string, unknown>>;
  const { type } = champs;
  if (!estTypeEvenement(type)) return { ok: false, code: 'TYPE_INCONNU' };

  const dates: Partial<Record<ChampDate, DateCivile>> = {};
  for (const champ of CHAMPS_DATE) {
    const valeur = champs[champ] ?? null;
    if (valeur === null) continue;
    const date = lireDate(valeur);
    if (date === null) return { ok: false, code: 'DATE_INVALIDE' };
    dates[champ] = date;
  }
  for (const champ of DATES_REQUISES[type] ?? JOUR) {
    if (dates[champ] === undefined) return { ok: false, code: 'CHAMP_MANQUANT' };
  }
  const code = verifierValeurs(type, champs, dates);
  return code === null ? { ok: true, evenement: garder(type, champs, dates) } : { ok: false, code };
}

function verifierValeurs(
  type: TypeEvenement,
  champs: Readonly<Record<string, unknown>>,
  { debut, fin }: Partial<Record<ChampDate, DateCivile>>,
): CodeForme | null {
  if (debut !== undefined && fin !== undefined && fin < debut) return 'PERIODE_INVERSEE';
  const motifs = MOTIFS[type];
  if (motifs !== undefined && !figure(champs.motif, motifs)) return 'MOTIF_INCONNU';
  if (type === 'DECISION_AUTORISATION' && !figure(champs.decision, decisionsAutorisation)) return 'REPONSE_INCONNUE';
  if (type !== 'REPRISE_EMPLOI') return null;
  if (!figure(champs.nature, naturesContrat)) return 'NATURE_INCONNUE';
  if (champs.nature === 'CDI') return fin === undefined ? null : 'CDI_AVEC_TERME';
  return fin === undefined ? 'CHAMP_MANQUANT' : null;
}

/** The event with the fields of its type only; a duration that is no whole number of days counts as absent. */
function garder(
  type: TypeEvenement,
  champs: Readonly<Record<string, unknown>>,
  { debut, fin, date, essaiJusquau }: Partial<Record<ChampDate, DateCivile>>,
): Evenement {
  const contratId = texte(champs.contratId ?? undefined);
  switch (type) {
    case 'REPONSE_SALARIE':
      return { type, date, reponse: texte(champs.reponse) ?? '' } as Evenement;
    case 'DECISION_AUTORISATION':
      return { type, date, decision: champs.decision } as Evenement;
    case 'ARRET_MALADIE':
    case 'CONGE_MATERNITE':
    case 'CONGE_PATERNITE':
    case 'CONGE_ADOPTION':
    case 'PROCHE_AIDANT':
    case 'AJPP': {
      const duree = champs.dureeLegaleJours;
      const legale = Number.isInteger(duree) && (duree as number) > 0 ? { dureeLegaleJours: duree } : {};
      return { type, debut, fin, ...legale } as Evenement;
    }
    case 'SUSPENSION':
      return { type, debut, ...(fin && { fin }), motif: champs.motif } as Evenement;
    case 'REPRISE_EMPLOI':
      return {
        type,
        ...(contratId !== undefined && { contratId }),
        nature: champs.nature,
        debut,
        ...(fin && { fin }),
        ...(essaiJusquau && { essaiJusquau }),
        ...(champs.remunerationInferieure === true && { remunerationInferieure: true }),
      } as Evenement;
    case 'FIN_CONTRAT':
      return { type, ...(contratId !== undefined && { contratId }), date, motif: champs.motif } as Evenement;
    case 'DEMANDE_PRIME':
      return { type, ...(contratId !== undefined && { contratId }), date } as Evenement;
    case 'CREATION_ENTREPRISE':
      return { type, debut } as Evenement;
    case 'FORMATION':
    case 'CONGES':
      return { type, debut, fin } as Evenement;
    case 'SORTIE':
      return { type, date, motif: champs.motif } as Evenement;
    case 'PRE_BILAN_REALISE':
    case 'PSP_VALIDE':
    case 'POINT_ETAPE_REALISE':
    case 'BILAN_REALISE':
    case 'FIN_SUSPENSION':
    case 'DEMANDE_REINSCRIPTION':
      return { type, date } as Evenement;
  }
}

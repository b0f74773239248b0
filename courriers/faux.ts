import { ajouterJours } from '../domain/calendrier/dates';
import { annonceDeFin, codesAnnoncesDeFin } from '../domain/catalogue/annonces-de-fin';
import { type CodeCourrier, catalogue } from '../domain/catalogue/catalogue';
import { basePeriode, jourDeBase } from '../domain/catalogue/cle-courrier';
import { type Contenu, type LigneDate, sansPrecision } from './contenu';
import type { ContexteCourrier } from './contexte';
import type { DonneesCourrier } from './donnees';

type Dite = Pick<DonneesCourrier, 'dossier' | 'resultat'>;

/** Letters born of the journey, and whether the facts of today still give one: what its key says is in none of them for the others. */
const duParcours: Partial<Record<CodeCourrier, (d: Dite, base: string) => boolean>> = {
  SUSPENSION: ({ resultat: r }, base) => r.suspensions?.some(({ debut }) => debut === jourDeBase(base)) ?? false,
  RETOUR: ({ resultat: r }, base) =>
    r.suspensions?.some(({ fin }) => ajouterJours(fin, 1) === jourDeBase(base)) ?? false,
  REINTEGRATION: ({ resultat: r }, base) => r.reintegrations?.some(({ date }) => date === jourDeBase(base)) ?? false,
  PRIME_DERNIER_MOIS: ({ resultat: r }) => r.finDixiemeMois != null,
  CONTRIBUTION_RAPPEL: ({ resultat: r }) => r.echeanceContributionEmployeur != null,
  DECISION_INSPECTION: ({ dossier, resultat: r }) =>
    dossier.salarieProtege === true && (r.finReflexion != null || r.decision === 'AUTORISATION_REFUSEE'),
  NOUVEAU_REFERENT: () => true,
};

/** Whether the facts of today still give a letter: by the rules, or by the period, the end or the day it speaks of. */
export function vaut(d: Dite, { code, destinataire, base }: DonneesCourrier): boolean {
  const { resultat: r } = d;
  if (catalogue[code].origine === 'REGLES')
    return r.courriers?.some((x) => x.code === code && x.destinataire === destinataire) ?? false;
  if (codesAnnoncesDeFin.includes(code)) return annonceDeFin(r.motifFin) === code;
  return duParcours[code]?.(d, base) ?? false;
}

/** The base of a SUSPENSION holds its end, which is what may have changed. */
function baseActuelle({ resultat: { suspensions } }: ContexteCourrier, { code, base }: DonneesCourrier): string {
  const periode = code === 'SUSPENSION' ? suspensions?.find((s) => s.debut === jourDeBase(base)) : undefined;
  return periode ? basePeriode(periode) : base;
}

/** What a letter that left would say today; null when the facts of today no longer give it. */
export function relireAujourdhui(c: ContexteCourrier, donnees: DonneesCourrier): Contenu | null {
  const memes = avecLesFaits(c, donnees);
  return vaut(c, memes) ? c.relire(memes) : null;
}

/** A letter that left, on the facts of today. */
export function avecLesFaits(c: ContexteCourrier, donnees: DonneesCourrier): DonneesCourrier {
  const { changement: _, doutes: __, ...reste } = donnees;
  const { jour, dossier, resultat, personnes, parametres, doutes } = c;
  return {
    ...reste,
    base: baseActuelle(c, donnees),
    jour,
    dossier,
    resultat,
    personnes,
    ...(parametres && { parametres }),
    ...(doutes && { doutes }),
  };
}

/** What it said, line by line, against what is true today: its lines that changed say both. */
export function comparer(avant: LigneDate[], apres: LigneDate[]): LigneDate[] {
  return apres.map(({ libelle, valeur }) => {
    const ancienne = avant.find((x) => x.libelle === libelle)?.valeur;
    const change = ancienne !== undefined && ancienne !== valeur;
    return { libelle, valeur, ...(change && { avant: sansPrecision(ancienne) }) };
  });
}

/** Each line once, the first that has it winning. */
export const uneFois = (lignes: LigneDate[]): LigneDate[] =>
  lignes.filter(({ libelle }, rang) => lignes.findIndex((x) => x.libelle === libelle) === rang);

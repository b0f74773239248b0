import { annonceDeFin, codesAnnoncesDeFin } from '../domain/catalogue/annonces-de-fin';
import { catalogue } from '../domain/catalogue/catalogue';
import { basePeriode, jourDeBase } from '../domain/catalogue/cle-courrier';
import type { Contenu, LigneDate } from './contenu';
import type { ContexteCourrier } from './contexte';
import type { DonneesCourrier } from './donnees';

/** Whether the facts of today still give a letter: by the rules, or by the period or the return it speaks of. */
export function vaut(
  { resultat: r }: Pick<DonneesCourrier, 'resultat'>,
  { code, destinataire, base }: DonneesCourrier,
): boolean {
  if (catalogue[code].origine === 'REGLES')
    return r.courriers?.some((x) => x.code === code && x.destinataire === destinataire) ?? false;
  if (code === 'SUSPENSION') return r.suspensions?.some((s) => s.debut === jourDeBase(base)) ?? false;
  if (code === 'REINTEGRATION') return r.reintegrations?.some((x) => x.date === jourDeBase(base)) ?? false;
  if (code === 'PRIME_DERNIER_MOIS') return r.finDixiemeMois != null;
  if (codesAnnoncesDeFin.includes(code)) return annonceDeFin(r.motifFin) === code;
  return true;
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
    return { libelle, valeur, ...(change && { avant: ancienne.replace(/ \(.*\)$/, '') }) };
  });
}

/** In place of the value of a line that no longer stands. */
export const NE_S_APPLIQUE_PLUS = 'ne s’applique plus';

/** Its lines that today's letter no longer has. */
export const disparues = (avant: LigneDate[], apres: LigneDate[]): LigneDate[] =>
  avant
    .filter(({ libelle }) => !apres.some((x) => x.libelle === libelle))
    .map(({ libelle, valeur }) => ({ libelle, valeur: NE_S_APPLIQUE_PLUS, avant: valeur }));

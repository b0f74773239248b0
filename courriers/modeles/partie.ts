import { ajouterJours, FIN_DES_TEMPS } from '../../domain/calendrier/dates';
import { ouvrePrecedentOuEgal } from '../../domain/calendrier/jours-ouvres';
import { type CodeCourrier, entreeCatalogue } from '../../domain/catalogue/catalogue';
import type { Contenu, Section } from '../contenu';
import type { ContexteCourrier } from '../contexte';
import { decisionDe } from '../decision';
import { bilanAuTerme } from '../doutes';
import { CONVOCATIONS, sien } from '../entretien-prevu';
import { finsDites } from '../fins';

/**
 * Another letter as it would be written today for the same reader: one of its parts, when this one says it. What this one corrects or announces
 * is its own; so is its appointment, unless it is for the interview that the other asks for.
 */
function ecrireAussi(c: ContexteCourrier, code: CodeCourrier): Contenu {
  const { remplace: _, rectifie: __, changement: ___, rendezVous, rendezVousDits: ____, ...donnees } = c;
  return c.relire({ ...donnees, ...sien(code, rendezVous), code, base: c.jour });
}

/**
 * What a letter of the rules would say, when its day has come and the reader has this one instead; null before, once it is of no use, and when the
 * agency decides it: an act of its own leaves by itself.
 * @see REGLES §7, domain/parcours/dit-le-jour-meme.ts
 */
export function partie(c: ContexteCourrier, code: CodeCourrier): Contenu | null {
  const { resultat, destinataire, jour, personnes } = c;
  const prevu = resultat.courriers?.find((x) => x.code === code && x.destinataire === destinataire);
  if (prevu === undefined || prevu.date > jour || decisionDe({ code }, personnes.agence) !== null) return null;
  const jusquau = entreeCatalogue(code).utileJusquau(resultat, { base: prevu.date, date: prevu.date });
  return jour <= (jusquau ?? FIN_DES_TEMPS) ? ecrireAussi(c, code) : null;
}

/** Its news and what it asks for, under one title. */
export const enSection = (titre: string, { accroche, aFaire }: Pick<Contenu, 'accroche' | 'aFaire'>): Section => ({
  titre,
  paragraphes: [...accroche, ...aFaire],
});

type Convocation = keyof typeof CONVOCATIONS;

/** The title of each letter that asks for an interview, as a part of another. */
const TITRES: Record<Convocation, (c: ContexteCourrier) => string> = {
  C06_CONVOCATION_PRE_BILAN: () => 'Votre entretien de pré-bilan',
  C07_CONVOCATION_PSP: ({ v }) => `Votre plan d’action (${v.plan.sigle})`,
  C08_CONVOCATION_POINT_ETAPE: () => 'Votre point d’étape',
  C09_CONVOCATION_BILAN: () => 'Votre entretien de bilan',
};

/** Those that ask for the first two interviews; the letter of a return asks for the others itself. */
export const PREMIERS_ENTRETIENS: readonly Convocation[] = ['C06_CONVOCATION_PRE_BILAN', 'C07_CONVOCATION_PSP'];

const TOUS_LES_ENTRETIENS = Object.keys(TITRES) as Convocation[];

/** The day on which its own letter asks for it has come; that of the bilan, by the nearest reading of the term (R22, REGLES §9). */
function demander(c: ContexteCourrier, code: Convocation): Contenu | null {
  const bilan = code === 'C09_CONVOCATION_BILAN' && c.resultat.motifFin === 'TERME' ? bilanAuTerme(c) : null;
  if (bilan === null) return partie(c, code);
  const demande = ouvrePrecedentOuEgal(ajouterJours(bilan.debut, -c.p.convocationJoursAvant), c.dossier.residence);
  return demande <= c.jour && c.jour <= bilan.fin ? ecrireAussi(c, code) : null;
}

/** The interviews to ask for that day, not held and without an appointment. @see domain/parcours/dit-le-jour-meme.ts */
export const convocations = (c: ContexteCourrier, codes: readonly Convocation[] = TOUS_LES_ENTRETIENS): Section[] =>
  codes.flatMap((code) => {
    const sorte = CONVOCATIONS[code];
    if (c.tenus?.includes(sorte) || c.rendezVous?.sorte === sorte) return [];
    const demande = demander(c, code);
    return demande === null ? [] : [enSection(TITRES[code](c), demande)];
  });

/** What the letter on the end says once its day has come, by the nearest reading of the term; null before. @see R25, REGLES §9 */
export function finProche(c: ContexteCourrier): Contenu | null {
  const { resultat: r, jour, p, dossier } = c;
  const fin = finsDites(c)[0]?.fin;
  if (r.motifFin !== 'TERME' || !fin || !r.dateFinCsp || r.reinscription?.dateDemande) return null;
  const veille = ouvrePrecedentOuEgal(ajouterJours(fin, -p.courrierFinJoursAvant), dossier.residence);
  return veille <= jour && jour <= r.dateFinCsp ? ecrireAussi(c, 'C13_FIN_CSP') : null;
}

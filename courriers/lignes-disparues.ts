import type { DateCivile } from '../domain/calendrier/dates';
import { type LigneDate, sansPrecision } from './contenu';
import { type ContexteCourrier, jourLong } from './contexte';
import type { DonneesCourrier } from './donnees';
import { siDouteux } from './doutes';
import { brut, t } from './texte';

type Jour = DateCivile | null | undefined;

/** What a line is about, by its label: the days of the journey that it may say, and what puts them in doubt. */
const SUJETS: readonly [RegExp, 'DEBUT' | 'TERME', (d: Pick<DonneesCourrier, 'dossier' | 'resultat'>) => Jour[]][] = [
  [/^début .*SIGLE/i, 'DEBUT', ({ resultat: r }) => [r.debutCsp]],
  [/^(fin|dernier jour) .*SIGLE/i, 'TERME', ({ resultat: r }) => [r.dateFinCsp]],
  [/contrat/i, 'DEBUT', ({ resultat: r }) => [r.finContrat]],
  [/pré-bilan/i, 'DEBUT', ({ resultat: r }) => [r.echeancePreBilan]],
  [/bilan/i, 'TERME', ({ resultat: r }) => [r.bilan?.debut, r.bilan?.fin]],
  [/plan d’action/i, 'DEBUT', ({ resultat: r }) => [r.echeancePsp]],
  [/étape/i, 'TERME', ({ resultat: r }) => [r.pointEtape?.debut, r.pointEtape?.fin]],
  [/réinscri/i, 'TERME', ({ resultat: { reinscription: r } }) => [r?.requise ? r.limite : null]],
  [/remise/i, 'DEBUT', ({ dossier }) => [dossier.dateRemise]],
  [/répondre|réflexion/i, 'DEBUT', ({ resultat: r }) => [r.finReflexion]],
  [/contribution|verser/i, 'DEBUT', ({ resultat: r }) => [r.echeanceContributionEmployeur]],
];

const JOURS = /\p{L}+\s\d+(?:er)?\s\p{L}+\s\d{4}/gu;

/** In place of the value of a line that no longer stands. */
export const NE_S_APPLIQUE_PLUS = 'ne s’applique plus';

/** Of a line that today's letter no longer has: the same day, which stands, the one that took its place, or none. */
function aujourdhui(c: ContexteCourrier, donnees: DonneesCourrier, { libelle, valeur }: LigneDate): string {
  const nom = libelle.replaceAll(c.v.sigle, 'SIGLE');
  const [, sur, jours] = SUJETS.find(([sujet]) => sujet.test(nom)) ?? [];
  const dits = sansPrecision(valeur);
  const [avant, apres] = jours ? [jours(donnees), jours(c)] : [[], []];
  const rangs = (dits.match(JOURS) ?? []).map((dit) => avant.findIndex((jour) => jour && dit === jourLong(jour)));
  if (sur === undefined || rangs.length === 0 || !rangs.every((rang) => apres[rang])) return NE_S_APPLIQUE_PLUS;
  const neufs = rangs.map((rang) => jourLong(apres[rang]!));
  const neuve = dits.replace(JOURS, () => neufs.shift()!);
  return neuve === dits ? valeur : brut(t`${neuve}${siDouteux(c, sur)}`);
}

/** Its lines that today's letter no longer has, and that no longer stand as they were. */
export const disparues = (
  c: ContexteCourrier,
  donnees: DonneesCourrier,
  avant: LigneDate[],
  apres: LigneDate[],
): LigneDate[] =>
  lignesPerdues(avant, apres)
    .filter((ligne) => aujourdhui(c, donnees, ligne) !== ligne.valeur)
    .map(({ libelle, valeur }) => ({ libelle, valeur: NE_S_APPLIQUE_PLUS, avant: valeur }));

/** The same, with the day that took the place of each, where there is one: no other letter says it. */
export const devenues = (...question: Parameters<typeof disparues>): LigneDate[] => {
  const [c, donnees, avant, apres] = question;
  return lignesPerdues(avant, apres)
    .map((ligne) => ({ ...ligne, valeur: aujourdhui(c, donnees, ligne), avant: ligne.valeur }))
    .filter((ligne) => ligne.valeur !== ligne.avant)
    .map((ligne) => ({ ...ligne, avant: sansPrecision(ligne.avant) }));
};

const lignesPerdues = (avant: LigneDate[], apres: LigneDate[]): LigneDate[] =>
  avant.filter(({ libelle }) => !apres.some((ligne) => ligne.libelle === libelle));

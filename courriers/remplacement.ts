import { codesAnnoncesDeFin } from '../domain/catalogue/annonces-de-fin';
import { type CodeCourrier, catalogue } from '../domain/catalogue/catalogue';
import { jourDeBase } from '../domain/catalogue/cle-courrier';
import { type Contenu, type LigneDate, sansPrecision } from './contenu';
import { type ContexteCourrier, jourCourt, jourLong } from './contexte';
import type { CourrierFaux, DonneesCourrier } from './donnees';
import { avecLesFaits, comparer, relireAujourdhui, uneFois, vaut } from './faux';
import { disparues, NE_S_APPLIQUE_PLUS } from './lignes-disparues';
import type { Redaction } from './modele';
import { estFinReflexion } from './modeles/commun';
import { arreterLaProcedure, ligneReponse, type ReponseChangee, reponseChangee } from './reponse-changee';
import { fort, type Texte, t } from './texte';

/** A letter that another takes the place of: how it was named, and its lines as they are today, those that changed with both values. */
interface Remplace extends Pick<CourrierFaux, 'partiLe'> {
  objet: string;
  redite: boolean;
  reponse: ReponseChangee | null;
  lignes: LigneDate[];
  /** What it held against the person, when it is issued again with that corrected. */
  faits: string | null;
}

/** Its new date takes the place of the first, whatever letter told that one. */
const deRendezVous = (code: CodeCourrier): boolean => catalogue[code].origine === 'RENDEZ_VOUS';

const deFin = (code: CodeCourrier): boolean => codesAnnoncesDeFin.includes(code);

/** Another suspension than the one that begins today as the first told it did: both are, and its end alone moved. */
const autreSuspension = (c: ContexteCourrier, ancien: DonneesCourrier): boolean =>
  ancien.code === 'SUSPENSION' && jourDeBase(c.base) !== jourDeBase(ancien.base) && vaut(c, ancien);

/** One tells again what the other told: the same letter, another date of the appointment, another end of the CSP. */
const redit = (c: ContexteCourrier, ancien: DonneesCourrier): boolean =>
  (c.code === ancien.code && !autreSuspension(c, ancien)) ||
  [deRendezVous, deFin].some((sorte) => sorte(c.code) && sorte(ancien.code));

/** What its lines are today: in the letter that tells it again, else in itself; none when the facts no longer give it. */
function datesDAujourdhui(c: ContexteCourrier, donnees: DonneesCourrier, redite: Contenu | null): LigneDate[] {
  // The days to answer that a refusal gave are those in which the acceptance came.
  if (reponseChangee(donnees.code, c.code) === 'ACCEPTE') {
    if (c.resultat.finReflexion) return c.relire(avecLesFaits(c, donnees)).dates;
    // The inspector's decision was cancelled: the last day waits for another, what else that letter said stands.
    return c.relire(donnees).dates.filter((ligne) => !estFinReflexion(ligne));
  }
  return (redite ?? relireAujourdhui(c, donnees))?.dates ?? [];
}

function lire(c: ContexteCourrier, contenu: Contenu): Remplace[] {
  // What the letter still says as it was said stands.
  const tient = (libelle: string, valeur?: string) =>
    contenu.dates.some((ligne) => ligne.libelle === libelle && ligne.valeur === valeur);
  return (c.remplace ?? []).map(({ donnees, partiLe }) => {
    const avant = c.relire(donnees);
    const reponse = reponseChangee(donnees.code, c.code);
    const redite = reponse !== null || redit(c, donnees);
    const apres = datesDAujourdhui(c, donnees, redite ? contenu : null);
    const lignes = [
      ...(reponse === null ? [] : [ligneReponse(c, reponse, avant.dates)]),
      ...comparer(avant.dates, apres),
      ...disparues(c, donnees, avant.dates, apres).filter(({ libelle, avant: dite }) => !tient(libelle, dite)),
    ];
    const corriges = donnees.code === c.code && donnees.faits !== undefined && donnees.faits !== c.faits;
    return { partiLe, objet: avant.objet, redite, reponse, lignes, faits: corriges ? donnees.faits! : null };
  });
}

const changees = (remplaces: Remplace[]): LigneDate[] =>
  uneFois(remplaces.flatMap(({ lignes }) => lignes.filter(({ avant }) => avant !== undefined)));

const tombe = ({ valeur }: LigneDate): boolean => valeur === NE_S_APPLIQUE_PLUS;

const tombee = ({ libelle, avant = '' }: LigneDate): Texte => t`« ${libelle} : ${avant} »`;

const enClair = (ligne: LigneDate): Texte =>
  tombe(ligne)
    ? t`Ne compte plus : ${tombee(ligne)}`
    : t`${ligne.libelle} : ${fort(ligne.valeur)}, au lieu de : ${ligne.avant ?? ''}`;

const aLaSuite = (textes: Texte[]): Texte => textes.flatMap((texte, rang) => [...(rang === 0 ? [] : t` ; `), ...texte]);

/** Changes that a sentence holds; more are left to the table of dates, where each line says both values. */
const CHANGES_EN_PHRASE = 4;

const enTableau = (changes: LigneDate[]): boolean =>
  changes.filter((ligne) => !tombe(ligne)).length > CHANGES_EN_PHRASE;

/** A line of the letter itself, with what it was in one that it takes the place of. */
const changee = (ligne: LigneDate, changes: LigneDate[]): LigneDate =>
  changes.find(({ libelle, valeur }) => libelle === ligne.libelle && valeur === ligne.valeur) ?? ligne;

/** The changed lines whose values the letter does not say already, both of them, under another name. */
function nonRedites(siennes: LigneDate[], changes: LigneDate[]): LigneDate[] {
  const dites = new Set(siennes.flatMap(({ valeur, avant = valeur }) => [valeur, avant].map(sansPrecision)));
  const redite = ({ valeur, avant = valeur }: LigneDate) =>
    [valeur, avant].every((dite) => dites.has(sansPrecision(dite)));
  return changes.filter((ligne) => !tombe(ligne) && !redite(ligne));
}

/** What has a new value, then what has none any more. */
function ceQuiChange(lignes: LigneDate[]): Texte[] {
  const neuves = lignes.filter((ligne) => !tombe(ligne)).map(enClair);
  const tombees = lignes.filter(tombe).map(tombee);
  const dites = enTableau(lignes)
    ? t`${fort('Plusieurs dates changent')} : la liste des dates, plus bas, dit les nouvelles et les anciennes.`
    : t`Ce qui change : ${aLaSuite(neuves)}.`;
  return [
    ...(neuves.length > 0 ? [dites] : []),
    ...(tombees.length > 0
      ? [t`${fort(tombees.length > 1 ? 'Ne comptent plus' : 'Ne compte plus')} : ${aLaSuite(tombees)}.`]
      : []),
  ];
}

/** Told by a line of the letter itself under another name, or no longer standing: nothing to note of it in the table. */
const sansObjet =
  (dates: LigneDate[]) =>
  (ligne: LigneDate): boolean =>
    tombe(ligne) || dates.some(({ valeur }) => valeur.includes(sansPrecision(ligne.valeur)));

/** "Votre CSP…" after a colon; a word in capitals stays as it is. */
const apresDeuxPoints = (objet: string): string =>
  objet.replace(/^\p{Lu}(?=\p{Ll})/u, (initiale) => initiale.toLowerCase());

/**
 * A letter issued again names, before anything else, each letter it takes the place of, the day that one left and what changes, old
 * value and new. One that replaces nothing stays as it is.
 * @see docs/decisions/006
 */
export function direRemplacements(c: ContexteCourrier, contenu: Contenu): Contenu {
  const remplaces = lire(c, contenu);
  if (remplaces.length === 0) return contenu;
  const changes = changees(remplaces);
  if (c.code === 'RECTIFICATION') return rectifierAussi(contenu, remplaces, changes);
  const memes = remplaces.filter(({ redite }) => redite).flatMap(({ lignes }) => lignes);
  const siennes = enTableau(changes) ? contenu.dates.map((ligne) => changee(ligne, changes)) : contenu.dates;
  const autres = enTableau(changes)
    ? nonRedites(siennes, changes)
    : changes.filter((x) => !sansObjet(contenu.dates)(x));
  return {
    ...contenu,
    objet: deRendezVous(c.code) ? contenu.objet : `Rectifié : ${apresDeuxPoints(contenu.objet)}`,
    accroche: [
      ...remplaces.map(
        ({ partiLe, objet }) =>
          t`${fort('Ce courrier remplace')} celui du ${fort(jourLong(partiLe))} (« ${objet} ») : n'en tenez plus compte.`,
      ),
      ...ceQuiChange(changes),
      ...(remplaces.some(({ faits }) => faits !== null)
        ? [t`${fort('Les faits retenus ont été corrigés')} : seuls ceux que dit cette lettre comptent.`]
        : []),
      ...contenu.accroche,
    ],
    aFaire: [
      ...(remplaces.some(({ reponse }) => reponse === 'ACCEPTE') ? arreterLaProcedure(c) : []),
      ...contenu.aFaire,
    ],
    sections: [
      ...contenu.sections,
      ...remplaces.flatMap(({ partiLe, faits }) =>
        faits === null
          ? []
          : [
              {
                titre: `Ce que disait le courrier du ${jourCourt(partiLe)}, et qui ne compte plus`,
                paragraphes: [t`${faits}`],
              },
            ],
      ),
    ],
    dates: uneFois([
      ...memes.filter((ligne) => ligne.avant !== undefined && !tombe(ligne)),
      ...siennes,
      ...autres,
      ...memes.filter((ligne) => !tombe(ligne)),
    ]),
  };
}

/** One RECTIFICATION for all that its reader holds and that became false at once: each named, then every line that changed. */
function rectifierAussi(contenu: Contenu, remplaces: Remplace[], changes: LigneDate[]): Contenu {
  const [premier = [], ...suite] = contenu.accroche;
  return {
    ...contenu,
    objet: `Rectification de ${remplaces.length + 1} de nos courriers`,
    accroche: [
      premier,
      ...remplaces.map(
        ({ partiLe, objet }) =>
          t`Celui du ${jourLong(partiLe)} (« ${objet} ») n'est plus exact non plus : ${fort('n’en tenez plus compte')}.`,
      ),
      ...suite,
    ],
    dates: uneFois([...contenu.dates, ...changes]),
  };
}

/** The same at the head of a text message, then in fewer words; nothing when it replaces nothing. */
export function remplacementSms(c: ContexteCourrier, rediger: Redaction): { long: Texte; court: Texte } {
  const remplaces = c.remplace === undefined ? [] : lire(c, rediger(c));
  const [premier] = remplaces;
  if (premier === undefined) return { long: [], court: [] };
  const court = t`Remplace notre message du ${jourCourt(premier.partiLe)}. `;
  const [ligne] = changees(remplaces);
  return { court, long: ligne === undefined ? court : t`${court}${enClair(ligne)}. ` };
}

import type { DateCivile } from '../../domain/calendrier/dates';
import { dateLocale } from '../../domain/calendrier/fuseaux';
import type { Numero } from '../../domain/dossier/numero';
import type { ModeEnvoi } from '../../domain/parcours/parcours';
import { listerAgences, listerReferents, type Registre } from '../../registre';
import { type LignePortefeuille, lirePortefeuille } from '../saisie/csv';
import { cheminDe, type Erreur, erreur } from '../saisie/erreur';
import type { TexteLu } from '../saisie/texte';
import { changerCoordonnees, type Ecart } from './changer-coordonnees';
import type { DepsParcours } from './commun/deps';
import { Refus } from './commun/refus';
import { type Connues, connuesDe, reconnaitre, retenir } from './ouverture/reconnaitre';
import { ouvrirParcours, reprendreOuverture } from './ouvrir';
import {
  type CadreOuverture,
  type OuverturePrevue,
  type Projet,
  previsualiserOuverture,
} from './previsualiser-ouverture';

export interface LigneAnalysee {
  ligne: number;
  /** Who the row speaks of, for the report. */
  nom: string;
  reference: string | null;
  /** Number of the dossier already open for this row. */
  numero: Numero | null;
  statut: 'A_OUVRIR' | 'DEJA_OUVERT' | 'REFUSEE';
  projet: Projet | null;
  erreurs: Erreur[];
  /** Of a row already open: what it says of the person that her dossier does not. */
  ecarts: Ecart[];
}

/** The report made before anything happens. */
export interface Analyse {
  lignes: LigneAnalysee[];
  /** What refuses the whole file. */
  erreurs: Erreur[];
  avertissements: string[];
}

export interface DependancesAnalyse {
  registre: Registre;
  envoi: ModeEnvoi;
  maintenant: Date;
  auteur: string;
}

export interface OptionsAnalyse {
  /** Cells such as `J-12` are days counted from today: for the example portfolio. */
  datesRelatives?: boolean;
  /** The day that relative dates count from; by default today in Paris. */
  aujourdhui?: DateCivile;
}

/** Per row: the étape it will be in, its next échéance, what leaves in the next 7 days, or all that refuses it. */
export async function analyserPortefeuille(
  deps: DependancesAnalyse,
  texte: TexteLu,
  options: OptionsAnalyse = {},
): Promise<Analyse> {
  const aujourdhui = options.aujourdhui ?? dateLocale(deps.maintenant, 'Europe/Paris');
  const lu = lirePortefeuille(texte, { relativesA: options.datesRelatives ? aujourdhui : null });
  const [agences, referents] = await Promise.all([listerAgences(deps.registre), listerReferents(deps.registre)]);
  const { maintenant, envoi, auteur } = deps;
  const contexte: CadreOuverture = { agences, referents, maintenant, envoi, auteur };
  const examinees = lu.lignes.map((ligne) => ({ ligne, examen: previsualiserOuverture(ligne.document, contexte) }));
  const demandes = examinees.flatMap(({ examen }) => (examen.ok ? [examen.projet.demande] : []));
  const connues = await connuesDe(deps.registre, demandes);
  const lignes = examinees.map(({ ligne, examen }) => analyserLigne(ligne, examen, connues));
  return { lignes, erreurs: lu.erreurs, avertissements: lu.avertissements };
}

function analyserLigne(
  { ligne, document, erreurs: illisibles }: LignePortefeuille,
  examen: OuverturePrevue,
  connues: Connues,
): LigneAnalysee {
  const base = { ligne, nom: nomDe(document), reference: referenceDe(document) };
  const refuser = (erreurs: Erreur[]): LigneAnalysee => ({
    ...base,
    numero: null,
    statut: 'REFUSEE',
    projet: null,
    erreurs,
    ecarts: [],
  });
  if (!examen.ok || illisibles.length > 0) return refuser(fusionner(illisibles, examen.ok ? [] : examen.erreurs));
  const { projet } = examen;
  const reconnue = reconnaitre(connues, projet.demande);
  const { numero, refus, avertissements, ecarts } = reconnue;
  if (refus !== null) return refuser([refus]);
  retenir(connues, reconnue, projet.demande, ligne);
  const dits = [...projet.avertissements, ...avertissements, ...arrondie(base.reference)];
  const statut = numero === null ? 'A_OUVRIR' : 'DEJA_OUVERT';
  return { ...base, numero, statut, projet: { ...projet, avertissements: dits }, erreurs: [], ecarts };
}

/** `2,60112E+12`: what a spreadsheet makes of a long number. */
const arrondie = (reference: string | null): Erreur[] =>
  /^\d(?:[.,]\d+)?E\+?\d+$/i.test(reference ?? '') ? [erreur('REFERENCE_ARRONDIE')] : [];

/** A cell that cannot be read is not said to be missing as well. */
function fusionner(illisibles: Erreur[], autres: Erreur[]): Erreur[] {
  const champs = new Set(illisibles.map((e) => cheminDe(e.code)));
  return [
    ...illisibles,
    ...autres.filter((e) => !(e.code.startsWith('CHAMP_MANQUANT:') && champs.has(cheminDe(e.code)))),
  ];
}

function nomDe(document: Record<string, unknown>): string {
  const { prenom, nom } = (document.identite ?? {}) as Record<string, unknown>;
  return [prenom, nom].filter((p) => typeof p === 'string').join(' ');
}

const referenceDe = ({ reference }: Record<string, unknown>): string | null =>
  typeof reference === 'string' ? reference : null;

/** What became of one row once the import was confirmed. */
export interface LigneImportee {
  ligne: number;
  nom: string;
  /** Null when the row failed: `erreur` says why. */
  numero: Numero | null;
  nouveau: boolean;
  erreur: Erreur | null;
  /** Coordinates that the dossier took from the row. */
  reprises: string[];
}

export interface OptionsImport {
  /** Dossiers already open take the coordinates of their row. */
  coordonnees?: boolean;
  /** Told of each row once it is done. */
  avancement?: (faites: number, total: number) => void;
}

/** Rows failing one after the other are no longer about rows: the register or the engine is away, the rest would fail as well. */
const PANNES_DE_SUITE = 5;

/**
 * Opens every row that the analysis accepted, in the order of the file. Running it again opens nothing twice: a row already
 * open answers with its number. What fails on one row is that row's; the import goes on.
 */
export async function importerPortefeuille(
  deps: DepsParcours,
  analyse: Analyse,
  maintenant: Date,
  { coordonnees = false, avancement = () => {} }: OptionsImport = {},
): Promise<LigneImportee[]> {
  const acceptees = analyse.lignes.filter((l) => l.projet !== null);
  const importees: LigneImportee[] = [];
  let pannes = 0;
  for (const analysee of acceptees) {
    const importee =
      pannes < PANNES_DE_SUITE
        ? await importerLigne(deps, analysee, maintenant, coordonnees)
        : { ...echec(analysee), erreur: erreur('IMPORT_ARRETE') };
    pannes = importee.numero === null ? pannes + 1 : 0;
    importees.push(importee);
    avancement(importees.length, acceptees.length);
  }
  return importees;
}

const echec = ({ ligne, nom }: LigneAnalysee) => ({ ligne, nom, numero: null, nouveau: false, reprises: [] });

async function importerLigne(
  deps: DepsParcours,
  analysee: LigneAnalysee,
  maintenant: Date,
  coordonnees: boolean,
): Promise<LigneImportee> {
  const { ligne, nom, numero, projet, ecarts } = analysee;
  try {
    if (numero === null) {
      const ouvert = await ouvrirParcours(deps, projet!.demande, maintenant);
      return { ligne, nom, ...ouvert, erreur: null, reprises: [] };
    }
    await reprendreOuverture(deps, numero);
    if (!coordonnees || ecarts.length === 0) return { ligne, nom, numero, nouveau: false, erreur: null, reprises: [] };
    const saisie = Object.fromEntries(ecarts.map((e) => [e.nom, e.voulu]));
    const qui = { auteur: projet!.demande.auteur, vus: null };
    const { changes } = await changerCoordonnees(deps.registre, numero, saisie, qui, maintenant);
    const reprises = changes.map((c) => c.libelle.toLocaleLowerCase('fr'));
    return { ligne, nom, numero, nouveau: false, erreur: null, reprises };
  } catch (cause) {
    return { ...echec(analysee), erreur: direPanne(cause) };
  }
}

/** The reason of a refusal, or the first words of what was not foreseen: they name a table or a server, never a person. */
function direPanne(cause: unknown): Erreur {
  if (cause instanceof Refus && cause.erreurs[0] !== undefined) return cause.erreurs[0];
  const { name, code } = cause as { name?: string; code?: unknown };
  const precision = [name, code].filter((p) => typeof p === 'string').join(' ');
  return erreur('LIGNE_EN_PANNE', `${erreur('LIGNE_EN_PANNE').phrase}${precision === '' ? '' : ` (${precision})`}`);
}

import type { DateCivile } from '../../domain/calendrier/dates';
import { dateLocale } from '../../domain/calendrier/fuseaux';
import type { ModeEnvoi } from '../../domain/parcours/parcours';
import { listerAgences, listerReferents, numeroDeLEmpreinte, type Registre } from '../../registre';
import { type LignePortefeuille, lirePortefeuille } from '../saisie/csv';
import { type Erreur, erreur } from '../saisie/erreur';
import type { DepsParcours } from './commun/deps';
import { empreinteOuverture, ouvrirParcours } from './ouvrir';
import { type CadreOuverture, type Projet, previsualiserOuverture } from './previsualiser-ouverture';

export interface LigneAnalysee {
  ligne: number;
  /** Who the row speaks of, for the report. */
  nom: string;
  reference: string | null;
  /** Number of the dossier already open for this row. */
  numero: string | null;
  statut: 'A_OUVRIR' | 'DEJA_OUVERT' | 'REFUSEE';
  projet: Projet | null;
  erreurs: Erreur[];
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
  texte: string,
  options: OptionsAnalyse = {},
): Promise<Analyse> {
  const aujourdhui = options.aujourdhui ?? dateLocale(deps.maintenant, 'Europe/Paris');
  const lu = lirePortefeuille(texte, { relativesA: options.datesRelatives ? aujourdhui : null });
  const [agences, referents] = await Promise.all([listerAgences(deps.registre), listerReferents(deps.registre)]);
  const contexte: CadreOuverture = {
    agences,
    referents,
    maintenant: deps.maintenant,
    envoi: deps.envoi,
    auteur: deps.auteur,
  };
  const dejaVues = new Map<string, number>();
  const lignes: LigneAnalysee[] = [];
  for (const ligne of lu.lignes) lignes.push(await analyserLigne(deps.registre, ligne, contexte, dejaVues));
  return { lignes, erreurs: lu.erreurs, avertissements: lu.avertissements };
}

async function analyserLigne(
  registre: Registre,
  { ligne, document, erreurs: illisibles }: LignePortefeuille,
  contexte: CadreOuverture,
  dejaVues: Map<string, number>,
): Promise<LigneAnalysee> {
  const examen = previsualiserOuverture(document, contexte);
  const base = { ligne, nom: nomDe(document), reference: referenceDe(document) };
  const refuser = (erreurs: Erreur[]): LigneAnalysee => ({
    ...base,
    numero: null,
    statut: 'REFUSEE',
    projet: null,
    erreurs,
  });
  if (!examen.ok || illisibles.length > 0) return refuser(fusionner(illisibles, examen.ok ? [] : examen.erreurs));
  const cle = empreinteOuverture(examen.projet.demande);
  const premiere = dejaVues.get(cle);
  if (premiere !== undefined) {
    return refuser([erreur('LIGNE_EN_DOUBLE', `Le même dossier est déjà à la ligne ${premiere} du fichier.`)]);
  }
  dejaVues.set(cle, ligne);
  const numero = await numeroDeLEmpreinte(registre, cle);
  return { ...base, numero, statut: numero === null ? 'A_OUVRIR' : 'DEJA_OUVERT', projet: examen.projet, erreurs: [] };
}

/** A cell that cannot be read is not said to be missing as well. */
function fusionner(illisibles: Erreur[], autres: Erreur[]): Erreur[] {
  const champs = new Set(illisibles.map((e) => e.code.slice(e.code.indexOf(':'))));
  return [
    ...illisibles,
    ...autres.filter((e) => !(e.code.startsWith('CHAMP_MANQUANT:') && champs.has(e.code.slice(e.code.indexOf(':'))))),
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
  numero: string;
  nouveau: boolean;
}

/**
 * Opens every row that the analysis accepted, in the order of the file. Running it again opens nothing twice: a row already
 * open answers with its number.
 * @param avancement told of each row once it is open
 */
export async function importerPortefeuille(
  deps: DepsParcours,
  analyse: Analyse,
  maintenant: Date,
  avancement: (faites: number, total: number) => void = () => {},
): Promise<LigneImportee[]> {
  const aOuvrir = analyse.lignes.filter((l) => l.projet !== null);
  const importees: LigneImportee[] = [];
  for (const { ligne, nom, projet } of aOuvrir) {
    importees.push({ ligne, nom, ...(await ouvrirParcours(deps, projet!.demande, maintenant)) });
    avancement(importees.length, aOuvrir.length);
  }
  return importees;
}

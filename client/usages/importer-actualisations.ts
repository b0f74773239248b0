import { lireNumero } from '../../domain/dossier/numero';
import { surUneLigne } from '../../domain/dossier/valeurs';
import { lireSuiveurs, type Registre } from '../../registre';
import { dateSaisie } from '../saisie/date';
import { colonnesManquantes, decouper, direAvant } from '../saisie/decouper';
import { type Erreur, erreur } from '../saisie/erreur';
import type { TexteLu } from '../saisie/texte';
import { Refus } from './commun/refus';
import { declarerActualisation } from './declarer-actualisation';

/** What became of one line of the list. */
export interface LigneActualisation {
  /** Line of the file, the header being line 1. */
  ligne: number;
  numero: string;
  /** Null when it was refused. */
  suite: 'CONSIGNEE' | 'CORRIGEE' | 'DEJA_CONSIGNEE' | null;
  erreur: Erreur | null;
}

export interface ListeActualisations {
  lignes: LigneActualisation[];
  /** What stands above the header and is not read. */
  avertissements: string[];
}

const COLONNES = ['numero', 'mois', 'date'] as const;

/**
 * Records the actualisations of a CSV list (numero, mois, date; other columns are not read). A line that cannot be recorded is
 * refused alone; the others count.
 * @param agence when given, dossiers of another agency are unknown
 * @throws Refus when the file as a whole is no such list
 */
export async function importerActualisations(
  registre: Registre,
  texte: TexteLu,
  auteur: string,
  maintenant: Date,
  agence?: string,
): Promise<ListeActualisations> {
  const tableau = decouper(texte, COLONNES);
  if ('code' in tableau) throw new Refus([tableau]);
  const noms = tableau.noms.map((nom) => nom.toLowerCase());
  const mauvaises = [
    ...COLONNES.filter((nom) => noms.indexOf(nom) !== noms.lastIndexOf(nom)).map((nom) =>
      erreur(`COLONNE_EN_DOUBLE:${nom}`),
    ),
    ...colonnesManquantes(
      tableau,
      COLONNES.filter((nom) => !noms.includes(nom)),
      COLONNES,
    ),
  ];
  if (mauvaises.length > 0) throw new Refus(mauvaises);
  const lignes: LigneActualisation[] = [];
  for (const { ligne, cellules } of tableau.suite) {
    const cellule = (nom: (typeof COLONNES)[number]) => surUneLigne(cellules[noms.indexOf(nom)] ?? '');
    const lu = lireNumero(cellule('numero'));
    if (!lu.ok) {
      const refusee = erreur('CHAMP_INVALIDE:numero', lu.erreur);
      lignes.push({ ligne, numero: cellule('numero'), suite: null, erreur: refusee });
      continue;
    }
    const demande = { numero: lu.numero, mois: cellule('mois'), le: dateSaisie(cellule('date')) };
    if (agence !== undefined && (await lireSuiveurs(registre, lu.numero))?.agence !== agence) {
      lignes.push({ ligne, numero: lu.numero, suite: null, erreur: erreur('DOSSIER_INCONNU') });
      continue;
    }
    const issue = await declarerActualisation(registre, demande, auteur, maintenant);
    const refus = issue.ok ? null : { code: issue.code, phrase: issue.phrase };
    lignes.push({ ligne, numero: lu.numero, suite: issue.ok ? issue.suite : null, erreur: refus });
  }
  return { lignes, avertissements: direAvant(tableau) };
}

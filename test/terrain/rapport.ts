import type { Numero } from '../../domain/dossier/numero';

interface Dit {
  code: string;
  phrase: string;
}

/** What `jalon importer --json` answers, as far as it is looked at here. */
export interface Rapport {
  lignes: { ligne: number; nom: string; statut: string; erreurs: Dit[]; avertissements: Dit[] }[];
  importees: {
    ligne: number;
    numero: Numero | null;
    nouveau: boolean;
    erreur: Dit | null;
    reprises: string[];
  }[];
}

/** The code that refuses each row, by its line; who else holds a reference is not part of it. */
export const codesRefuses = ({ lignes }: Rapport): Map<number, string> =>
  new Map(
    lignes.flatMap(({ ligne, erreurs: [premiere] }) =>
      premiere === undefined ? [] : [[ligne, premiere.code.replace(/^(REFERENCE_AUTRE_PERSONNE):.*/, '$1')]],
    ),
  );

import { nomsColonnes } from '../../client/saisie/colonnes';
import { ajouterJours, type DateCivile } from '../../domain/calendrier/dates';

export interface FichierInvente {
  combien: number;
  /** Of their references: the same file twice would open nothing. */
  prefixe: string;
  aujourdhui: DateCivile;
  /** Whether the proposition handed over yesterday is still to be written to each, or belongs to the past. */
  lettre: boolean;
}

/** A portfolio of invented people of the example agencies, each proposed a CSP yesterday. */
export function fichierInvente({ combien, prefixe, aujourdhui, lettre }: FichierInvente): string {
  const lignes = Array.from({ length: combien }, (_, rang) => {
    const cellules: Record<string, string> = {
      reference: `${prefixe}-${rang}`,
      'identite.civilite': 'MADAME',
      'identite.prenom': `Alix ${enLettres(rang)}`,
      'identite.nom': `Vœu ${prefixe} ${enLettres(rang * 7)}`,
      'identite.email': `${prefixe}-${rang}@example.org`,
      'identite.telephone': `06 39 98 ${String(rang % 10_000).padStart(4, '0')}`,
      'identite.adresse': '12 rue des Lilas',
      'identite.codePostal': '59000',
      'identite.ville': 'LILLE',
      agence: 'lille',
      referent: 'l-vasseur',
      dateRemise: ajouterJours(aujourdhui, -1),
      modeProposition: 'ENTRETIEN_PREALABLE',
      motifRupture: 'LICENCIEMENT_ECONOMIQUE',
      effectifEntreprise: '240',
      dateNaissance: `19${60 + (rang % 40)}-0${1 + (rang % 9)}-1${rang % 10}`,
      residence: 'metropole',
      joursAffiliation: '420',
      dateReprise: lettre ? '' : aujourdhui,
    };
    return nomsColonnes.map((nom) => cellules[nom] ?? '').join(';');
  });
  return [nomsColonnes.join(';'), ...lignes].join('\n');
}

/** A number in letters: a name of nobody. */
const enLettres = (n: number): string => [...String(n)].map((c) => 'abcdefghij'[Number(c)]).join('');

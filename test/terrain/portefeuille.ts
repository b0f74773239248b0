import { nomsColonnes } from '../../client/saisie/colonnes';

/** Cells of a row, by column. */
type Cellules = Record<string, string>;

/** What the field does to a row, and the code that names it; `precedente` is the sound row above. */
const FAUTES: readonly { code: string; gater(ligne: Cellules, precedente: Cellules): Cellules }[] = [
  { code: 'CHAMP_DOUTEUX:identite.telephone', gater: () => ({ 'identite.telephone': '639980101' }) },
  { code: 'CHAMP_INVALIDE:identite.telephone', gater: () => ({ 'identite.telephone': '06 39 98 01 1' }) },
  { code: 'CHAMP_DOUTEUX:identite.adresse.codePostal', gater: () => ({ 'identite.codePostal': '1000' }) },
  { code: 'CHAMP_INVALIDE:identite.adresse.codePostal', gater: () => ({ 'identite.codePostal': '590000' }) },
  { code: 'CHAMP_INVALIDE:identite.email', gater: () => ({ 'identite.email': 'éloïse@example.org' }) },
  { code: 'CHAMP_DOUTEUX:effectifEntreprise', gater: () => ({ effectifEntreprise: '1.240' }) },
  { code: 'CHAMP_INVALIDE:effectifEntreprise', gater: () => ({ effectifEntreprise: '48,5' }) },
  { code: 'CHAMP_INVALIDE:dateNaissance', gater: () => ({ dateNaissance: '01/01/2015' }) },
  { code: 'TEXTE_DOUTEUX:identite.prenom', gater: () => ({ 'identite.prenom': 'HÃ©lÃ¨ne' }) },
  { code: 'TEXTE_DOUTEUX:identite.nom', gater: () => ({ 'identite.nom': 'Le C\u009cur' }) },
  { code: 'REFERENCE_AUTRE_PERSONNE', gater: (_, { reference }) => ({ reference: reference! }) },
  {
    code: 'LIGNE_EN_DOUBLE',
    gater: (_, precedente) => ({ ...precedente, 'identite.nom': precedente['identite.nom']!.replace('œ', 'OE') }),
  },
];

const saine = (rang: number): Cellules => ({
  reference: `T-${rang}`,
  'identite.civilite': 'MADAME',
  'identite.prenom': `Alix ${lettres(rang)}`,
  'identite.nom': `Vœu ${lettres(rang * 7)}`,
  'identite.telephone': `06 39 98 ${String(rang % 10_000).padStart(4, '0')}`,
  'identite.adresse': 'Bâtiment B\n12 rue des Lilas',
  'identite.codePostal': '59 000',
  'identite.ville': 'LILLE',
  agence: 'lille',
  referent: 'l-vasseur',
  dateRemise: '2026-11-25',
  modeProposition: 'ENTRETIEN_PREALABLE',
  motifRupture: 'LICENCIEMENT_ECONOMIQUE',
  effectifEntreprise: '240',
  dateNaissance: `19${60 + (rang % 40)}-0${1 + (rang % 9)}-1${rang % 10}`,
  residence: 'metropole',
  joursAffiliation: '420',
});

/** A number in letters: a name of nobody. */
const lettres = (n: number): string => [...String(n)].map((c) => 'abcdefghij'[Number(c)]).join('');

export interface PortefeuilleDeTerrain {
  csv: string;
  /** Codes of the rows that must be refused, by line of the file. */
  refus: Map<number, string>;
}

/** A portfolio of `lignes` rows of which `fautes`, evenly spread, carry one fault of the field each. */
export function portefeuilleDeTerrain(lignes: number, fautes: number): PortefeuilleDeTerrain {
  const pas = Math.floor(lignes / fautes);
  const refus = new Map<number, string>();
  const rangs: Cellules[] = [];
  for (let rang = 0; rang < lignes; rang += 1) {
    const ligne = saine(rang);
    const numero = Math.floor(rang / pas);
    const faute = rang % pas === pas - 1 && numero < fautes ? FAUTES[numero % FAUTES.length] : undefined;
    rangs.push(faute === undefined ? ligne : { ...ligne, ...faute.gater(ligne, rangs[rang - 1]!) });
    // Each row takes two lines of the file: the address has one of its own.
    if (faute !== undefined) refus.set(2 + 2 * rang, faute.code);
  }
  const cellule = (texte = '') => (/[;\n"]/.test(texte) ? `"${texte.replaceAll('"', '""')}"` : texte);
  const csv = rangs.map((ligne) => nomsColonnes.map((nom) => cellule(ligne[nom])).join(';'));
  return { csv: [nomsColonnes.join(';'), ...csv].join('\n'), refus };
}

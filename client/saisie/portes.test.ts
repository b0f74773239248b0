import { dateCivile } from '../../domain/calendrier/dates';
import { champsDossier } from '../../domain/dossier/dossier';
import { dossierInvente, personnesInventees } from '../../test/outils/ouvertures';
import { enTextes, lireCoordonnees } from '../usages/changer-coordonnees';
import { lireCellule } from './cellule';
import { colonnes, nomsColonnes } from './colonnes';
import { lirePortefeuille } from './csv';
import { lireDocument } from './document';
import { lireSaisie, nomSaisi } from './formulaire';
import { jugerRectification } from './rectification';

/** What a door makes of a value: the code that refuses it without the place of its field, else the form in which it is kept. */
type Sort = unknown;
const RESIDENCE = 'la-reunion';
const nominal = {
  ...dossierInvente,
  dateRemise: dateCivile('2026-11-25'),
  residence: RESIDENCE,
  agence: 'lille',
  referent: 'l-vasseur',
  identite: { prenom: 'Alix', nom: 'Essai' },
};
const adresse = { lignes: ['3 rue des Saules'], codePostal: '59000', ville: 'LILLE' };

const sortDe = (erreurs: readonly { code: string }[], nom: string, valeur: () => unknown): Sort => {
  const [premiere] = erreurs.filter(({ code }) => code.split('.').at(-1)!.split(':').at(-1) === nom);
  return premiere === undefined ? valeur() : premiere.code.split(':')[0];
};
const bout = (nom: string) => nom.split('.').at(-1)!;
const lireEn = (objet: unknown, chemin: string): unknown =>
  chemin.split('.').reduce<unknown>((o, cle) => (o as Record<string, unknown>)[cle], objet);
/** Where a document keeps a column: the parts of an address are in it. */
const chemin = (nom: string) =>
  nom.replace(/^(identite|employeur)\.(codePostal|ville)$/, '$1.adresse.$2').replace(/\.adresse$/, '.adresse.lignes');

function parCsv(nom: string, texte: string): Sort {
  const valeurs: Record<string, string> = {
    'identite.prenom': 'Alix',
    'identite.nom': 'Essai',
    'identite.adresse': '3 rue des Saules',
    'identite.codePostal': '59000',
    'identite.ville': 'LILLE',
    ...Object.fromEntries(champsDossier.map((c) => [c.nom, String(nominal[c.nom as keyof typeof nominal] ?? '')])),
    agence: 'lille',
    referent: 'l-vasseur',
    [nom]: texte,
  };
  const cellules = nomsColonnes.map((n) => `"${(valeurs[n] ?? '').replaceAll('"', '""')}"`);
  const csv = `${nomsColonnes.join(';')}\n${cellules.join(';')}\n`;
  const [ligne] = lirePortefeuille({ texte: csv, codage: 'UTF-8' }, { relativesA: null }).lignes;
  const lu = lireDocument(ligne!.document);
  return sortDe(
    [...ligne!.erreurs, ...(lu.ok ? [] : lu.erreurs)],
    bout(nom),
    () => lu.ok && lireEn({ ...lu.document, ...lu.document.dossier }, chemin(nom)),
  );
}

function parDocument(nom: string, valeur: unknown): Sort {
  const document: Record<string, unknown> = structuredClone({ ...nominal, identite: { ...nominal.identite, adresse } });
  const noms = chemin(nom).split('.');
  const dernier = noms.pop()!;
  (lireEn({ racine: document }, ['racine', ...noms].join('.')) as Record<string, unknown>)[dernier] =
    dernier === 'lignes' ? [valeur] : valeur;
  const lu = lireDocument(document);
  return sortDe(
    lu.ok ? [] : lu.erreurs,
    bout(nom),
    () => lu.ok && lireEn({ ...lu.document, ...lu.document.dossier }, chemin(nom)),
  );
}

/** The form of a dossier's people, and the command `coordonnees`. */
function parCoordonnees(nom: string, texte: string): Sort {
  const connues = { ...personnesInventees, identite: { ...nominal.identite, adresse } };
  const lues = lireCoordonnees(enTextes(connues), { [nom]: texte }, RESIDENCE);
  return sortDe(lues.ok ? [] : lues.erreurs, bout(nom), () => lues.ok && lireEn(lues.coordonnees, chemin(nom)));
}

describe('une valeur est la même par toutes les portes : fichier CSV, document, formulaire et commande des coordonnées', () => {
  it.each<[string, string, Sort]>([
    ['identite.telephone', '639980101', 'CHAMP_DOUTEUX'],
    ['identite.telephone', '33639980102', 'CHAMP_DOUTEUX'],
    ['identite.telephone', '+33 692 00 12 12', 'CHAMP_DOUTEUX'],
    ['identite.telephone', '0000000000', 'CHAMP_INVALIDE'],
    ['identite.telephone', '06 39 98 01 1', 'CHAMP_INVALIDE'],
    ['identite.telephone', '06\u00a039\u00a098\u00a001\u00a003', '06 39 98 01 03'],
    ['identite.telephone', '0033 (0)6.39.98.01.03', '06 39 98 01 03'],
    ['identite.telephone', '0692 00 12 12', '+262 692 00 12 12'],
    ['identite.telephone', '0262 00 12 12', '+262 262 00 12 12'],
    ['identite.codePostal', '1000', 'CHAMP_DOUTEUX'],
    ['identite.codePostal', '1000,0', 'CHAMP_DOUTEUX'],
    ['identite.codePostal', '590000', 'CHAMP_INVALIDE'],
    ['identite.codePostal', '59\u202f000', '59000'],
    ['identite.codePostal', 'b-1000', 'B-1000'],
    ['identite.email', 'éloïse@example.org', 'CHAMP_INVALIDE'],
    ['identite.email', 'alix@société-exemple.fr', 'alix@xn--socit-exemple-ehbb.fr'],
    ['identite.prenom', 'HÃ©lÃ¨ne', 'TEXTE_DOUTEUX'],
    ['identite.nom', 'Le C\u009cur', 'TEXTE_DOUTEUX'],
    ['identite.nom', 'Cr\ufffdpey', 'TEXTE_DOUTEUX'],
    ['identite.nom', 'Mi\u0000lieu', 'CARACTERE_INTERDIT'],
    ['identite.nom', '\u200bE\u0301va\ufeff', 'Éva'],
    ['identite.nom', 'n'.repeat(107), 'CHAMP_INVALIDE'],
    ['identite.adresse', 'Bâtiment B\r\n12 rue des Lilas', ['Bâtiment B', '12 rue des Lilas']],
    ['identite.ville', 'Villeneuve\nd’Ascq', 'Villeneuve d’Ascq'],
  ])('%s : %j', (nom, texte, attendu) => {
    expect([parCsv(nom, texte), parDocument(nom, texte), parCoordonnees(nom, texte)]).toEqual(Array(3).fill(attendu));
  });
});

describe('une valeur du dossier est la même par fichier CSV, formulaire et commande de rectification', () => {
  /** The form: its text is read, then judged; the command judges the value of its document. */
  function parFormulaire(nom: string, texte: string): string {
    const champ = champsDossier.find((c) => c.nom === nom)!;
    const { valeurs, erreurs } = lireSaisie([champ], { [nomSaisi(nom)]: texte });
    return erreurs[nom] ?? parRectification(nom, valeurs[nom]);
  }
  const parRectification = (nom: string, valeur: unknown): string =>
    jugerRectification({ [nom]: valeur }, nominal)[0]?.phrase ?? String(valeur);
  function parCellule(nom: string, texte: string): string {
    const { valeur, erreur } = lireCellule(colonnes.find((c) => c.nom === nom)!, texte, { relativesA: null });
    return erreur?.phrase ?? parRectification(nom, valeur);
  }

  it.each([
    ['effectifEntreprise', '1.240', 'se lit de deux façons : écrivez 1 240, ou 1,24'],
    ['effectifEntreprise', '48,5', '« 48,5 » n’est pas un nombre entier de salariés'],
    ['effectifEntreprise', '0', '« 0 » n’est pas un nombre entier de salariés'],
    ['effectifEntreprise', 'mille', '« mille » n’est pas un nombre'],
    ['effectifEntreprise', '1\u00a0240', '1240'],
    ['dateNaissance', '01/01/2030', 'n’est pas avant la remise du 25/11/2026'],
    ['dateNaissance', '01/01/2015', 'donne 11 ans à la remise du 25/11/2026'],
    ['dateNaissance', '01/01/1900', 'donne 126 ans à la remise du 25/11/2026'],
    ['dateNaissance', '17/05/1984', '1984-05-17'],
    ['bassinEmploi', 'BÃ©thune', '« BÃ©thune » : il a été lu deux fois, c’était sans doute « Béthune »'],
    ['bassinEmploi', 'Bé\u0000thune', 'contient un caractère invisible'],
  ])('%s : %j', (nom, texte, attendu) => {
    const dits = [parCellule(nom, texte), parFormulaire(nom, texte)];
    expect(dits).toEqual(Array(2).fill(expect.stringContaining(attendu)));
  });

  it('la commande, qui reçoit un nombre, le juge comme les deux autres une fois lu', () => {
    expect(parRectification('effectifEntreprise', 1.24)).toContain('« 1,24 » n’est pas un nombre entier de salariés');
    expect(parDocument('effectifEntreprise', 1.24)).toBe('CHAMP_INVALIDE');
    expect(parDocument('effectifEntreprise', '1.240')).toBe('CHAMP_INVALIDE');
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { encode } from 'iconv-lite';
import { racine } from '../../commun/racine';
import { mobile } from '../../domain/catalogue/canaux';
import type { Numero } from '../../domain/dossier/numero';
import type { Identite } from '../../domain/dossier/personnes';
import { compterDossiers, lirePersonnes } from '../../registre';
import { exemple, lancer } from '../cli/jalon';
import { monterPileDeTest, type PileDeTest } from '../outils/pile';
import { portefeuilleDeTerrain } from './portefeuille';
import { codesRefuses, type Rapport } from './rapport';

jest.setTimeout(180_000);

/** The day after the hand-over that the files tell of. */
const MAINTENANT = new Date('2026-11-26T10:00:00Z');

// Without a worker: a journey starts as soon as the engine has it.
let pile: PileDeTest;
beforeAll(async () => {
  pile = await monterPileDeTest({ JALON_JOURNAL: 'silent' });
  await jalon('agences', exemple('organisation.json'));
});
afterAll(() => pile?.fermer());

const jalon = (...ligne: string[]) => lancer(ligne, { env: pile.env, maintenant: MAINTENANT });
const ouvrir = async (fichier: string, ...options: string[]): Promise<Rapport> =>
  JSON.parse((await jalon('importer', fichier, '--oui', '--json', ...options)).texte) as Rapport;
const terrain = (nom: string) => join(racine, 'test', 'terrain', `${nom}.csv`);
const deposer = (nom: string, csv: string | Uint8Array): string => {
  const chemin = join(pile.reglages.donnees, nom);
  writeFileSync(chemin, csv);
  return chemin;
};
/** What became of each row: the codes that refuse it, else what the register keeps of the person. */
async function suites({ lignes, importees }: Rapport, garde: (identite: Identite) => unknown): Promise<unknown[]> {
  const numeros = new Map(importees.map(({ ligne, numero }) => [ligne, numero]));
  return Promise.all(
    lignes.map(async ({ ligne, erreurs }) => {
      if (erreurs.length > 0) return erreurs.map((e) => e.code).join(' ');
      return garde((await lirePersonnes(pile.registre, numeros.get(ligne)!))!.identite);
    }),
  );
}

const qui = ({ prenom, nom }: Identite) => `${prenom} ${nom}`;

it.each<[string, (identite: Identite) => unknown, unknown[]]>([
  ['cp1252', (i) => `${qui(i)}, ${i.adresse!.lignes}`, ['Maëlle Vœu, 4 allée de l’Étang – lot 2']],
  ['macintosh', qui, ['Hélène Crépey']],
  ['utf16be', qui, ['Alix Essai']],
  ['texte-unicode-excel', qui, ['Alix Essai']],
  ['sep', qui, ['Alix Essai']],
  ['utf8-lu-deux-fois', qui, ['TEXTE_DOUTEUX:identite.prenom TEXTE_DOUTEUX:identite.nom']],
  ['reference-ecrasee', qui, ['Alix Un', 'REFERENCE_AUTRE_PERSONNE:1,8403E+12']],
  ['doublons-lettres', qui, ['Lœtitia Essai', 'LIGNE_EN_DOUBLE', 'Đạt Essai', 'LIGNE_EN_DOUBLE']],
  [
    'telephones',
    (i) => i.telephone,
    [
      'CHAMP_DOUTEUX:identite.telephone',
      'CHAMP_DOUTEUX:identite.telephone',
      'CHAMP_INVALIDE:identite.telephone',
      'CHAMP_INVALIDE:identite.telephone',
      '06 39 98 01 03',
    ],
  ],
  ['telephone-reunion', (i) => [i.telephone, mobile(i.telephone)], [['+262 692 00 12 12', '+262692001212']]],
  [
    'codes-postaux',
    (i) => i.adresse!.codePostal,
    [
      'CHAMP_DOUTEUX:identite.adresse.codePostal',
      'CHAMP_DOUTEUX:identite.adresse.codePostal',
      'CHAMP_INVALIDE:identite.adresse.codePostal',
      '59000',
    ],
  ],
  ['naissances', qui, Array(3).fill('CHAMP_INVALIDE:dateNaissance')],
  ['effectif-mille', qui, ['CHAMP_DOUTEUX:effectifEntreprise']],
  ['domaine-accentue', (i) => i.email, ['alix@xn--socit-exemple-ehbb.fr']],
  ['adresse-deux-lignes', (i) => i.adresse!.lignes, [['Bâtiment B', '12 rue des Lilas']]],
  ['caractere-nul', qui, ['Alix Avant', 'Alix Milieu', 'Alix Apres']],
])('%s.csv', async (nom, garde, attendu) => {
  expect(await suites(await ouvrir(terrain(nom)), garde)).toEqual(attendu);
});

describe('les mêmes valeurs, par la commande', () => {
  const base = JSON.parse(readFileSync(exemple('dossiers', 'annee-nominale.json'), 'utf8')) as {
    identite: { adresse: object };
  };
  const identite = (champs: object) => ({ identite: { ...base.identite, ...champs } });
  const adresse = (champs: object) => identite({ adresse: { ...base.identite.adresse, ...champs } });
  const document = (champs: object) =>
    deposer(
      'document.json',
      JSON.stringify({ ...base, reference: 'CLI', dateRemise: '2026-11-25', evenements: [], ...champs }),
    );

  it.each<[object, string]>([
    [identite({ telephone: '639980101' }), 'CHAMP_DOUTEUX:identite.telephone'],
    [identite({ telephone: '0000000000' }), 'CHAMP_INVALIDE:identite.telephone'],
    [adresse({ codePostal: '1000' }), 'CHAMP_DOUTEUX:identite.adresse.codePostal'],
    [adresse({ codePostal: '590000' }), 'CHAMP_INVALIDE:identite.adresse.codePostal'],
    [identite({ email: 'éloïse@example.org' }), 'CHAMP_INVALIDE:identite.email'],
    [identite({ prenom: 'HÃ©lÃ¨ne' }), 'TEXTE_DOUTEUX:identite.prenom'],
    [identite({ nom: 'Mi\u0000lieu' }), 'CARACTERE_INTERDIT:identite.nom'],
    [{ effectifEntreprise: 1.24 }, 'CHAMP_INVALIDE:effectifEntreprise'],
    [{ dateNaissance: '2030-01-01' }, 'CHAMP_INVALIDE:dateNaissance'],
  ])('ouvrir %j : %s', async (champs, code) => {
    const { statut, erreurs } = await jalon('ouvrir', document(champs));
    expect([statut, erreurs]).toEqual([1, expect.stringContaining(`(${code})`)]);
  });

  it('ouvrir prend sous leur bonne forme ce qui ne fait pas de doute', async () => {
    const champs = { telephone: '0692\u00a000 12 12', email: 'alix@société-exemple.fr', nom: ' Milieu\u200b' };
    const ouvert = await jalon('ouvrir', document({ ...identite(champs), residence: 'la-reunion' }), '--json');
    const { numero } = JSON.parse(ouvert.texte) as { numero: Numero };
    expect((await lirePersonnes(pile.registre, numero))!.identite).toMatchObject({
      telephone: '+262 692 00 12 12',
      email: 'alix@xn--socit-exemple-ehbb.fr',
      nom: 'Milieu',
    });
    const rectifier = (valeur: object) => jalon('rectifier', numero, deposer('champs.json', JSON.stringify(valeur)));
    expect((await rectifier({ effectifEntreprise: 1.24 })).erreurs).toContain('CHAMP_INVALIDE:effectifEntreprise');
    expect((await rectifier({ dateNaissance: '1900-01-01' })).erreurs).toContain('CHAMP_INVALIDE:dateNaissance');
  });
});

it('les deux personnes d’une référence sont nommées', async () => {
  const { texte } = await jalon('importer', terrain('reference-ecrasee'));
  expect(texte.replace(/\s+/g, ' ')).toMatch(/de Alix Un .*dossier \d{4}-.*à Sacha Deux/);
  expect(texte).toContain('REFERENCE_ARRONDIE');
});

it('la même personne sous une autre clé, ou née un jour plus tôt, est dite avec les deux numéros', async () => {
  const { csv } = portefeuilleDeTerrain(1, 0);
  await ouvrir(deposer('premiere.csv', csv));
  const autre = csv.replace('T-0', 'T-AUTRE').replace('Vœu', 'VOEU').replace('1960-01-10', '1960-01-09');
  const { lignes } = JSON.parse((await jalon('importer', deposer('autre.csv', autre), '--json')).texte) as Rapport;
  expect(lignes.map((l) => [l.statut, l.avertissements.map((a) => a.code)])).toEqual([
    ['A_OUVRIR', ['PERSONNE_DEJA_CONNUE']],
  ]);
  expect(lignes[0]!.avertissements[0]!.phrase).toMatch(/dossier \d{4}-.*« T-AUTRE »/);
});

it('jalon doublons trouve une personne qui a deux dossiers, et elle seule', async () => {
  const { csv } = portefeuilleDeTerrain(2, 0);
  const double = csv
    .replace('T-0', 'T-DOUBLE')
    .replace('1960-01-10', '10/01/1960')
    .replace('Alix a;Vœu a', 'VOEU A;alix a');
  const premiers = await ouvrir(deposer('deux.csv', csv));
  const ensuite = await ouvrir(deposer('double.csv', double));
  const numeros = [premiers.importees[0]!.numero, ensuite.importees[0]!.numero];
  expect(new Set(numeros).size).toBe(2);
  const groupes = JSON.parse((await jalon('doublons', '--json')).texte) as { numero: string }[][];
  expect(groupes.map((g) => g.map((d) => d.numero))).toContainEqual(numeros);
  expect(groupes.flat().map((d) => d.numero)).not.toContain(premiers.importees[1]!.numero);
  expect((await jalon('doublons')).texte).toMatch(new RegExp(`${numeros[0]} .*Alix a Vœu a`));
});

it('un dossier connu dit ce qui diffère, et ne le prend que si on le demande', async () => {
  const { csv } = portefeuilleDeTerrain(1, 0);
  const change = deposer('change.csv', csv.replace('06 39 98 0000', '07 39 98 00 01').replace('LILLE', 'ROUBAIX'));
  const rapport = await jalon('importer', change);
  expect(rapport.texte.replace(/\s+/g, ' ')).toContain('--coordonnees');
  const sans = await ouvrir(change);
  expect(await suites(sans, (i) => i.telephone)).toEqual(['06 39 98 00 00']);
  expect(sans.lignes[0]!.avertissements[0]!.phrase).toContain(
    'téléphone (06 39 98 00 00 au dossier, 07 39 98 00 01 ici)',
  );
  const avec = await ouvrir(change, '--coordonnees');
  expect(avec.importees[0]!.reprises).toEqual(['téléphone', 'ville du bénéficiaire']);
  expect(await suites(avec, (i) => [i.telephone, i.adresse!.ville])).toEqual([['07 39 98 00 01', 'ROUBAIX']]);
});

it('200 lignes dont 24 fautives et une en panne : les 175 autres s’ouvrent, chaque raison est nommée', async () => {
  const { db } = pile.registre;
  await db.execute(sql`CREATE FUNCTION panne() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.identite ->> 'prenom' = 'Alix bab' THEN RAISE EXCEPTION 'panne'; END IF; RETURN NEW; END $$`);
  await db.execute(sql`CREATE TRIGGER panne BEFORE INSERT ON identites FOR EACH ROW EXECUTE FUNCTION panne()`);
  const avant = await compterDossiers(pile.registre);
  const { csv, refus } = portefeuilleDeTerrain(200, 24);
  const rapport = await ouvrir(deposer('deux-cents.csv', csv.replaceAll('T-', 'U-')));
  const { importees } = rapport;
  expect(codesRefuses(rapport)).toEqual(refus);
  expect(importees.filter((i) => i.erreur !== null).map((i) => i.erreur!.code)).toEqual(['LIGNE_EN_PANNE']);
  expect(importees.filter((i) => i.nouveau)).toHaveLength(175);
  expect((await compterDossiers(pile.registre)) - avant).toBe(175);
});

describe('actualiser lit comme importer', () => {
  /** A list as each file of the field is written: a line that counts, and one that nobody could keep. */
  const LISTE =
    'numero;nom;mois;date\n2020-000001-70;"Vœu\nÉléonore";2026-11;28/11/2026\n2026-0000é1-05;Crépey;2026-11;28/11/2026\n';
  const enLignes = (fin: string) => LISTE.replaceAll('\n', fin);
  const actualiser = (chemin: string, ...options: string[]) => jalon('actualiser', '--fichier', chemin, ...options);

  it.each<[string, Buffer, number[]]>([
    ['cp1252', encode(enLignes('\r\n'), 'win1252'), [2, 4]],
    ['macintosh', encode(enLignes('\r'), 'macintosh'), [2, 4]],
    ['utf16be', Buffer.from(`\ufeff${LISTE}`, 'utf16le').swap16(), [2, 4]],
    ['texte-unicode-excel', Buffer.from(`\ufeff${enLignes('\r\n').replaceAll(';', '\t')}`, 'utf16le'), [2, 4]],
    ['sep', Buffer.from(`\ufeffsep=;\r\n${enLignes('\r\n')}`), [3, 5]],
    ['utf8-lu-deux-fois', encode(Buffer.from(LISTE).toString('latin1'), 'utf8'), [2, 4]],
    ['caractere-nul', Buffer.from(LISTE.replace('Vœu', 'V\u0000œu')), [2, 4]],
    ['un titre au-dessus', Buffer.from(`Liste de Lille, le 29;;;\n${LISTE}`), [3, 5]],
  ])('une liste écrite comme %s', async (nom, octets, lignes) => {
    const { statut, texte } = await actualiser(deposer(`${nom}-liste.csv`, octets), '--json');
    const lues = JSON.parse(texte) as { ligne: number; numero: string; erreur: { code: string } }[];
    expect(statut).toBe(1);
    expect(lues.map((l) => [l.ligne, l.erreur.code])).toEqual([
      [lignes[0], 'DOSSIER_INCONNU'],
      [lignes[1], 'CHAMP_INVALIDE:numero'],
    ]);
    // What is refused is shown as it was understood, letters of the file included.
    const deuxFois = nom === 'utf8-lu-deux-fois';
    expect(lues[1]!.numero).toBe(deuxFois ? '2026-0000Ã©1-05' : '2026-0000é1-05');
  });

  it.each([
    ['cp1252', 'Windows-1252, séparateur « ; », en-tête à la ligne 1'],
    ['macintosh', 'Macintosh, séparateur « ; », en-tête à la ligne 1'],
    ['utf16be', 'UTF-16, séparateur « ; », en-tête à la ligne 1'],
    ['texte-unicode-excel', 'UTF-16, séparateur la tabulation, en-tête à la ligne 1'],
    ['sep', 'UTF-8, séparateur « ; », en-tête à la ligne 2'],
    ['utf8-lu-deux-fois', 'UTF-8, séparateur « ; », en-tête à la ligne 1'],
  ])('%s.csv, un portefeuille et non une liste, est refusé en disant comment il a été lu', async (nom, compris) => {
    const { statut, erreurs } = await actualiser(terrain(nom));
    expect([statut, erreurs.replace(/\s+/g, ' ')]).toEqual([1, expect.stringContaining(compris)]);
    expect(erreurs).toContain('COLONNE_MANQUANTE:numero');
  });

  it('un titre au-dessus de l’en-tête est dit, une colonne en double refusée', async () => {
    const titre = await actualiser(deposer('titre.csv', `Liste de Lille;;;\n${LISTE}`));
    expect(titre.texte).toContain('Attention : La ligne 1 (« Liste de Lille ») est au-dessus de l’en-tête');
    const double = await actualiser(deposer('double.csv', 'numero;mois;date;date\n1;2;3;4\n'));
    expect([double.statut, double.erreurs]).toEqual([1, expect.stringContaining('COLONNE_EN_DOUBLE:date')]);
  });
});

it('un en-tête incomplet dit comment le fichier a été lu', async () => {
  const { erreurs } = await jalon('importer', deposer('court.csv', 'Prénom;identite.nome\nAlix;Essai\n'));
  expect(erreurs).toContain('séparateur « ; », en-tête à la ligne 1');
  expect(erreurs).toContain('« Prénom » pour « identite.prenom », « identite.nome » pour « identite.nom »');
  const liste = await jalon('actualiser', '--fichier', deposer('liste.csv', 'numéro,moi\n1,2\n'));
  expect(liste.erreurs).toContain('Noms proches : « numéro » pour « numero », « moi » pour « mois »');
  const classeur = await jalon('actualiser', '--fichier', deposer('classeur.csv', 'PK\u0003\u0004'));
  expect(classeur.erreurs).toContain('(FICHIER_CLASSEUR)');
});

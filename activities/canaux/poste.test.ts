import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { LettreAPoster } from './port-postal';
import { creerPosteEnFichiers } from './poste';

let dossier: string;
beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'jalon-poste-'));
});
afterEach(() => rmSync(dossier, { recursive: true, force: true }));

const PDF = Buffer.from('%PDF-1.7 trois pages');
const lettre = (reste: Partial<LettreAPoster> = {}): LettreAPoster => ({
  cle: '2026-000001-01/C01_PROPOSITION/BENEFICIAIRE/2026-03-24',
  destinataire: ['Éloïse Œuvrard', '3 rue des Essais', '99000 Villeneuve'],
  recommande: false,
  pdf: PDF,
  pages: 3,
  date: new Date('2026-03-24T08:00:00Z'),
  ...reste,
});
const index = (jour = '2026-03-24') =>
  parse<Record<string, string>>(readFileSync(join(dossier, jour, 'index.csv')), {
    bom: true,
    columns: true,
    delimiter: ';',
  });
const pdfs = (jour = '2026-03-24') => readdirSync(join(dossier, jour)).filter((nom) => nom.endsWith('.pdf'));

it('chaque lettre est un PDF et une ligne, que seul le propriétaire lit', async () => {
  const { fichier, sha256 } = await creerPosteEnFichiers(dossier).deposer(lettre({ recommande: true }));
  expect(readFileSync(join(dossier, fichier))).toEqual(PDF);
  expect(statSync(join(dossier, fichier)).mode & 0o077).toBe(0);
  expect(statSync(join(dossier, '2026-03-24')).mode & 0o077).toBe(0);
  expect(sha256).toBe(createHash('sha256').update(PDF).digest('hex'));
  expect(index()).toEqual([
    {
      fichier: fichier.slice('2026-03-24/'.length),
      destinataire: 'Éloïse Œuvrard, 3 rue des Essais, 99000 Villeneuve',
      recommande: 'oui',
      pages: '3',
      cle: lettre().cle,
      sha256,
    },
  ]);
});

it('la même lettre deux fois est un fichier et une ligne, un autre jour aussi, et dit ce qui est posé', async () => {
  const poste = creerPosteEnFichiers(dossier);
  const premiere = await poste.deposer(lettre());
  const autre = lettre({ pdf: Buffer.from('%PDF un jour plus tard'), date: new Date('2026-03-25T08:00:00Z') });
  expect(await poste.deposer(autre)).toEqual(premiere);
  expect(readdirSync(dossier)).toEqual(['2026-03-24']);
  expect([index().length, pdfs().length]).toEqual([1, 1]);
});

it('le jour est celui de Paris', async () => {
  const { fichier } = await creerPosteEnFichiers(dossier).deposer(lettre({ date: new Date('2026-03-24T23:30:00Z') }));
  expect(fichier.slice(0, 10)).toBe('2026-03-25');
});

it('deux processus qui écrivent à la fois ne perdent aucune ligne', async () => {
  const postes = [1, 2, 3].map(() => creerPosteEnFichiers(dossier));
  await Promise.all(
    Array.from({ length: 60 }, (_, i) =>
      postes[i % 3]!.deposer(lettre({ cle: `n/C01_PROPOSITION/BENEFICIAIRE/${i}` })),
    ),
  );
  expect(new Set(index().map((ligne) => ligne.cle)).size).toBe(60);
  expect(pdfs()).toHaveLength(60);
  expect(readdirSync(join(dossier, '2026-03-24')).filter((nom) => nom.endsWith('.part'))).toEqual([]);
});

it('mort entre le fichier et la ligne, ou entre la ligne et l’index : la tentative suivante complète', async () => {
  const poste = creerPosteEnFichiers(dossier);
  const { fichier } = await poste.deposer(lettre());
  const nom = fichier.slice('2026-03-24/'.length, -'.pdf'.length);
  rmSync(join(dossier, '2026-03-24', 'index.csv'));
  await poste.deposer(lettre());
  expect(index()).toHaveLength(1);
  rmSync(join(dossier, '2026-03-24', '.lignes', `${nom}.csv`));
  writeFileSync(join(dossier, fichier), 'une moitié de PDF');
  await poste.deposer(lettre());
  expect(readFileSync(join(dossier, fichier))).toEqual(PDF);
  expect(index()).toHaveLength(1);
});

it('le brouillon d’un processus mort est caché, puis balayé ; celui qu’on écrit ne l’est pas', async () => {
  const jour = join(dossier, '2026-03-24');
  mkdirSync(jour);
  const [mort, vivant] = [join(jour, '.a.pdf.0123456789ab.part'), join(jour, '.b.pdf.0123456789ab.part')];
  for (const brouillon of [mort, vivant]) writeFileSync(brouillon, 'une moitié');
  utimesSync(mort, new Date('2026-03-24T08:00:00Z'), new Date('2026-03-24T08:00:00Z'));
  // The disk's clock is not always ours (tests at other dates).
  utimesSync(vivant, new Date(), new Date());
  await creerPosteEnFichiers(dossier).deposer(lettre());
  expect(readdirSync(jour).filter((nom) => nom.endsWith('.part'))).toEqual(['.b.pdf.0123456789ab.part']);
});

it('un nom qui ressemble à une formule ou à une ligne de plus reste un nom', async () => {
  const piege = ['=HYPERLINK("http://exemple")', '1 rue;"x"\r\nfaux.pdf;oui'];
  await creerPosteEnFichiers(dossier).deposer(lettre({ destinataire: piege }));
  expect(index()).toHaveLength(1);
  expect(index()[0]!.destinataire).toMatch(/^'=HYPERLINK/);
});

it('une adresse saisie sur plusieurs lignes tient sur une ligne de l’index, chaque champ entre guillemets', async () => {
  const destinataire = ['Éloïse Œuvrard', 'Bâtiment B\n12 rue\u0000 des Lilas', '99000 Villeneuve'];
  await creerPosteEnFichiers(dossier).deposer(lettre({ destinataire }));
  expect(index()[0]!.destinataire).toBe('Éloïse Œuvrard, Bâtiment B, 12 rue des Lilas, 99000 Villeneuve');
  const lignes = readFileSync(join(dossier, '2026-03-24', 'index.csv'), 'utf8')
    .trimEnd()
    .split(/[\r\n]+/);
  expect(lignes).toHaveLength(2);
  for (const ligne of lignes) expect(ligne).toMatch(/^\ufeff?"[^"]*"(?:;"[^"]*"){5}$/);
});

it('une clé ne sort pas du dossier', async () => {
  await creerPosteEnFichiers(dossier).deposer(lettre({ cle: '../../evade/C01' }));
  expect(readdirSync(dossier)).toEqual(['2026-03-24']);
});

it('un dossier où l’on ne peut écrire : échec net, dit sans nommer personne', async () => {
  mkdirSync(join(dossier, '2026-03-24'));
  writeFileSync(join(dossier, '2026-03-24', '.lignes'), 'pas un dossier');
  const erreur = await creerPosteEnFichiers(dossier)
    .deposer(lettre())
    .catch((e: unknown) => e);
  expect(erreur).toMatchObject({
    name: 'RemiseEchouee',
    genre: 'PAS_PARTI',
    message: expect.stringMatching(/EEXIST|ENOTDIR/),
  });
  expect(pdfs()).toEqual([]);
});

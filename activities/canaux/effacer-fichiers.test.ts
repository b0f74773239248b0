import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dateCivile } from '../../domain/calendrier/dates';
import { effacerFichiers, jeterJours, joursAvant } from './effacer-fichiers';
import { creerPosteEnFichiers } from './poste';
import { creerSmsEnFichiers } from './sms';

let dossier: string;
beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'jalon-effacer-'));
});
afterEach(() => rmSync(dossier, { recursive: true, force: true }));

const [ELLE, AUTRE] = ['2026-000001-05', '2026-000002-04'];
const poster = (numero: string, jour: string, nom: string) =>
  creerPosteEnFichiers(dossier).deposer({
    ...{ cle: `${numero}/C01_PROPOSITION/BENEFICIAIRE/${jour}`, destinataire: [nom], recommande: false },
    ...{ pdf: Buffer.from(`%PDF ${nom}`), pages: 1, date: new Date(`${jour}T08:00:00Z`) },
  });
/** Everything that a folder holds, names and words. */
const tout = (chemin: string): string =>
  readdirSync(chemin, { recursive: true, withFileTypes: true })
    .map((e) => (e.isFile() ? `${e.name}\n${readFileSync(join(e.parentPath, e.name), 'utf8')}` : e.name))
    .join('\n');

it('le courrier posté d’une personne disparaît, sa ligne de l’index aussi ; celui des autres reste', async () => {
  for (const jour of ['2026-03-24', '2026-03-25']) {
    await poster(ELLE, jour, 'Zyxwvut Élise');
    await poster(AUTRE, jour, 'Autre Personne');
  }
  writeFileSync(join(dossier, '2026-03-24', `.${ELLE}-c01.pdf.0123456789ab.part`), 'Zyxwvut, à moitié');
  expect(await effacerFichiers(dossier, ELLE)).toBe(2);
  expect(tout(dossier)).not.toMatch(/Zyxwvut|2026-000001/);
  expect(readFileSync(join(dossier, '2026-03-25', 'index.csv'), 'utf8')).toContain('Autre Personne');
  expect(await effacerFichiers(dossier, ELLE)).toBe(0);
});

it('un SMS de même, et un dossier de sortie qui n’existe pas n’a rien à perdre', async () => {
  const cle = `${ELLE}/C02_RAPPEL_REFLEXION/BENEFICIAIRE/2026-03-24`;
  await creerSmsEnFichiers(dossier).envoyer({ cle, numero: '+33639980001', texte: 'x', date: new Date('2026-03-24') });
  expect(await effacerFichiers(dossier, ELLE)).toBe(1);
  expect(await effacerFichiers(join(dossier, 'absent'), ELLE)).toBe(0);
});

it('les jours anciens s’en vont entiers, sauf ce que Jalon n’y a pas mis', async () => {
  for (const jour of ['2026-01-05', '2026-01-06', '2026-03-24']) await poster(ELLE, jour, 'Zyxwvut');
  mkdirSync(join(dossier, 'a-garder'));
  writeFileSync(join(dossier, '2026-01-06', 'note.docx'), 'du service courrier');
  const anciens = await joursAvant(dossier, dateCivile('2026-03-01'));
  expect(anciens).toEqual(['2026-01-05', '2026-01-06']);
  await jeterJours(dossier, anciens);
  expect(readdirSync(dossier).sort()).toEqual(['2026-01-06', '2026-03-24', 'a-garder']);
  expect(readdirSync(join(dossier, '2026-01-06'))).toEqual(['note.docx']);
});

import { closeSync, mkdtempSync, openSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { executer } from './main';

interface Fait {
  statut: number;
  sortie: string;
  erreurs: string;
}

const lancer = (...ligne: string[]): Promise<Fait> =>
  lancerAvec(Readable.from([Buffer.from('{\n  "a": 1\n  "b": 2\n}')]), ...ligne);

async function lancerAvec(entree: Readable, ...ligne: string[]): Promise<Fait> {
  const [sortie, erreurs] = [new PassThrough({ encoding: 'utf8' }), new PassThrough({ encoding: 'utf8' })];
  const statut = await executer(ligne, { entree, sortie, erreurs, env: {}, maintenant: () => new Date() });
  return { statut, sortie: sortie.read() ?? '', erreurs: erreurs.read() ?? '' };
}

it.each(['--help', '--aide', '-h'])('%s donne l’aide, en français', async (option) => {
  const generale = await lancer(option);
  expect([generale.statut, generale.erreurs]).toEqual([0, '']);
  expect(generale.sortie).toContain('Utilisation\u00a0: jalon <commande> [options]');
  expect(generale.sortie).not.toMatch(/Usage|Options:|display help/);
  const importer = await lancer('importer', option);
  expect([importer.statut, importer.erreurs]).toEqual([0, '']);
  expect(importer.sortie).toContain('jalon importer');
});

it('l’aide ne laisse pas un signe double commencer une ligne', async () => {
  const { sortie } = await lancer('importer', '--aide');
  expect(sortie).not.toMatch(/ [;:!?»]|« |'/);
});

it('un JSON mal écrit est montré du doigt en français', async () => {
  const { statut, erreurs } = await lancer('previsualiser', '2026-000001-05', '-');
  expect(statut).toBe(2);
  expect(erreurs).toContain('L’entrée standard n’est pas du JSON bien écrit\u00a0: voir ligne 3, colonne 3.');
});

it('un fichier trop gros, ou une entrée sans fin, est refusé avec la limite', async () => {
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-gros-'));
  const chemin = join(dossier, 'gros.csv');
  closeSync(openSync(chemin, 'w'));
  truncateSync(chemin, 65 * 1024 * 1024);
  const fichier = await lancer('actualiser', '--fichier', chemin);
  rmSync(dossier, { recursive: true });
  expect([fichier.statut, fichier.erreurs]).toEqual([1, expect.stringMatching(/64 Mo au plus, 65 ici/)]);
  let donnes = 0;
  const sansFin = Readable.from(
    (function* () {
      for (;;) {
        donnes += 1;
        yield Buffer.alloc(16 * 1024 * 1024);
      }
    })(),
  );
  const entree = await lancerAvec(sansFin, 'actualiser', '--fichier', '-');
  expect([entree.statut, entree.erreurs]).toEqual([1, expect.stringContaining('FICHIER_TROP_GROS')]);
  expect(donnes).toBeLessThan(10);
});

it('un mot tapé qui ne peut pas être gardé est refusé par son nom, avant toute autre chose', async () => {
  for (const [nom, ...ligne] of [
    ['cherche', 'liste', '--cherche', 'a\u0007'],
    ['motif', 'annuler', '2026-000001-05', 'f1', '--motif', 'a\ud83d'],
    ['numero', 'voir', '2026\u001b'],
  ] as const) {
    const { statut, erreurs } = await lancer(...ligne);
    expect([ligne, statut, erreurs]).toEqual([
      ligne,
      1,
      expect.stringMatching(new RegExp(`^Le champ «\\s${nom}\\s» contient un caractère invisible`)),
    ]);
  }
});

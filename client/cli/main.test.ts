import { PassThrough, Readable } from 'node:stream';
import { executer } from './main';

async function lancer(...ligne: string[]): Promise<{ statut: number; sortie: string; erreurs: string }> {
  const [sortie, erreurs] = [new PassThrough({ encoding: 'utf8' }), new PassThrough({ encoding: 'utf8' })];
  const entree = Readable.from([Buffer.from('{\n  "a": 1\n  "b": 2\n}')]);
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

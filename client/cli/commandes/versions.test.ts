import { PassThrough, Readable } from 'node:stream';
import { executer } from '../main';

async function lancer(...ligne: string[]) {
  const [sortie, erreurs] = [new PassThrough({ encoding: 'utf8' }), new PassThrough({ encoding: 'utf8' })];
  // Where no engine is asked for, none has to be there.
  const env = { JALON_TEMPORAL_ADRESSE: '127.0.0.1:1' };
  const statut = await executer(ligne, {
    entree: Readable.from([]),
    sortie,
    erreurs,
    env,
    maintenant: () => new Date(),
  });
  return `${statut} ${erreurs.read() ?? ''}`.replace(/\s+/g, ' ');
}

it.each([
  [['versions', 'promouvoir'], 'Donnez une version, ou --aucune.'],
  [['versions', 'promouvoir', 'n1', '--aucune'], 'Donnez une version, ou --aucune.'],
  [['versions', 'promouvoir', 'n1', '--part', '101'], '--part attend un nombre de 0 à 100, pas « 101 ».'],
  [['versions', 'promouvoir', 'n1', '--part', 'tout'], '--part attend un nombre de 0 à 100, pas « tout ».'],
])('%j est refusé avant que le moteur soit demandé', async (ligne, phrase) => {
  expect(await lancer(...ligne)).toBe(`2 ${phrase} `);
});

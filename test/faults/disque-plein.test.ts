import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { racine } from '../../commun/racine';
import { type BancDeRemise, monterBancDeRemise } from '../outils/remise';
import type { RemiseEnfant } from '../outils/remise-enfant';

let banc: BancDeRemise;
beforeAll(async () => {
  banc = await monterBancDeRemise();
});
afterAll(() => banc?.fermer());

const QUAND = '2025-03-03T09:00:00.000Z';
const DEMAIN = '2025-03-04T09:00:00.000Z';
const C01 = { code: 'C01_PROPOSITION', base: '2025-03-03' };

/**
 * One attempt in a process to which the system lets write no file longer than that: it gets EFBIG in the middle of a write, as it
 * would get ENOSPC on a full disk.
 * @param blocs of 512 bytes
 */
async function remettreSousLimite(numero: string, blocs: number): Promise<string> {
  const enfant: RemiseEnfant = {
    registre: banc.base.url,
    relais: banc.relais.url,
    poste: banc.dossierPoste,
    sms: banc.dossierSms,
    demande: banc.demande(numero, C01, QUAND),
  };
  const lancer = [join(racine, 'client/local/lancer.mjs'), 'test/outils/remise-enfant.ts', JSON.stringify(enfant)];
  const sous = ['-c', 'ulimit -f "$1"; shift; exec "$@"', 'sh', String(blocs), process.execPath, ...lancer];
  return (await promisify(execFile)('sh', sous, { cwd: racine })).stdout.trim();
}

const fichiers = (): string[] =>
  existsSync(banc.dossierPoste)
    ? readdirSync(banc.dossierPoste, { recursive: true, withFileTypes: true })
        .filter((entree) => entree.isFile())
        .map((entree) => entree.name)
        .sort()
    : [];
const indexDuJour = () => join(banc.dossierPoste, '2025-03-03', 'index.csv');

it.each([
  // A letter weighs some 35 kB.
  ['au milieu du PDF', 40],
  ['dès le premier octet', 0],
])(
  'le dossier de la poste est plein %s : rien d’à moitié, l’e-mail part, le courrier revient à l’agenda',
  async (_quoi, blocs) => {
    await banc.remettre(await banc.ouvrir(QUAND), C01, QUAND);
    const laisses = fichiers();
    const index = readFileSync(indexDuJour(), 'utf8');

    const numero = await banc.ouvrir(QUAND);
    expect(await remettreSousLimite(numero, blocs)).toBe('dossier de sortie indisponible (EFBIG)');
    expect(fichiers()).toEqual(laisses);
    expect(readFileSync(indexDuJour(), 'utf8')).toBe(index);
    expect(await banc.lire(numero, C01)).toMatchObject({ statut: 'A_REPRENDRE' });
    expect(await banc.envois(numero, C01)).toEqual(['COURRIER ECHEC', 'EMAIL PARTI']);

    expect(await banc.remettre(numero, C01, DEMAIN)).toMatchObject({ statut: 'PARTI' });
    expect(await banc.envois(numero, C01)).toEqual(['COURRIER PARTI', 'EMAIL PARTI']);
    expect(banc.poste().filter(({ cle }) => cle.startsWith(numero))).toMatchObject([{ jour: '2025-03-04' }]);
    expect(banc.relais.recus.filter(({ source }) => source.includes(`X-Jalon-Courrier: ${numero}`))).toHaveLength(1);
  },
);

it('plein au moment de l’index : le PDF et sa ligne sont retirés, l’index d’avant reste', async () => {
  await banc.remettre(await banc.ouvrir(QUAND), C01, QUAND);
  // A day of many letters: the index alone is longer than the limit.
  const longue = join(banc.dossierPoste, '2025-03-03', '.lignes', 'zz.csv');
  writeFileSync(longue, 'x;'.repeat(50_000));
  const laisses = fichiers();
  const index = readFileSync(indexDuJour(), 'utf8');
  const numero = await banc.ouvrir(QUAND);
  expect(await remettreSousLimite(numero, 150)).toBe('dossier de sortie indisponible (EFBIG)');
  expect(fichiers()).toEqual(laisses);
  expect(readFileSync(indexDuJour(), 'utf8')).toBe(index);
  rmSync(longue);
});

it('une commande qui ne peut plus écrire le dit en une phrase', async () => {
  const jalon = `"${process.execPath}" client/local/lancer.mjs client/cli/main.ts`;
  const fin = await promisify(execFile)('sh', ['-c', `${jalon} aide > /dev/full; echo "statut $?"`], { cwd: racine });
  expect(fin.stderr.replaceAll('\u00a0', ' ')).toMatch(
    /^Le disque est plein : faites de la place, puis recommencez\.\n$/,
  );
  expect(fin.stdout).toBe('statut 1\n');
});

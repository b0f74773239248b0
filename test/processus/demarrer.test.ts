import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { racine } from '../../commun/racine';
import { laisses } from '../outils/laisses';
import { portsLibres } from '../outils/ports-libres';

let donnees: string;
beforeEach(() => {
  donnees = mkdtempSync(join(tmpdir(), 'jalon-demarrer-'));
});
afterEach(() => rmSync(donnees, { recursive: true, force: true }));

/** `npm start` without npm: it must refuse by itself, at once. */
function demarrer(env: Record<string, string>): Promise<{ statut: number | null; erreurs: string }> {
  const enfant = spawn(process.execPath, [join(racine, 'client/local/lancer.mjs'), 'client/local/demarrer.ts'], {
    env: { ...process.env, JALON_DONNEES: donnees, ...env },
  });
  let erreurs = '';
  enfant.stderr.on('data', (bout) => {
    erreurs += bout;
  });
  return new Promise((rendre) => enfant.on('close', (statut) => rendre({ statut, erreurs: erreurs.trim() })));
}

it('un port pris est dit avec le réglage à changer, et rien n’est démarré', async () => {
  const voisin = createServer().listen(0, '127.0.0.1');
  await new Promise((pret) => voisin.once('listening', pret));
  const { port } = voisin.address() as { port: number };
  const fin = await demarrer({ ...(await portsLibres()), JALON_PORT: String(port) });
  voisin.close();
  expect(fin).toEqual({
    statut: 1,
    erreurs: expect.stringMatching(
      new RegExp(`^Le port ${port}, prévu pour le serveur web, est déjà occupé .* JALON_PORT=${port + 1}\\)\\.$`),
    ),
  });
});

it.each([
  ['avant le registre', 'Jalon démarre'],
  ['avant le moteur', '  Registre '],
  ['avant le worker', '  Moteur Temporal '],
])('arrêté pendant qu’il démarre, %s : rien n’est démarré ensuite, et rien ne reste', async (_, etape) => {
  const enfant = spawn(process.execPath, [join(racine, 'client/local/lancer.mjs'), 'client/local/demarrer.ts'], {
    env: { ...process.env, JALON_DONNEES: donnees, ...(await portsLibres()) },
  });
  let dit = '';
  let demande = 0;
  enfant.stdout.on('data', (bout) => {
    dit += bout;
    if (demande > 0 || !dit.includes(etape)) return;
    demande = Date.now();
    enfant.kill('SIGINT');
  });
  await new Promise((fini) => enfant.on('close', fini));
  expect(dit).toContain('Jalon est arrêté.');
  expect(Date.now() - demande).toBeLessThan(20_000);
  expect(laisses(donnees)).toEqual([]);
});

it('les réglages faux sont nommés avec ce qui est attendu', async () => {
  const fin = await demarrer({ JALON_PORT: 'trois-mille', JALON_ENVOI: 'bientot' });
  expect(fin.statut).toBe(1);
  expect(fin.erreurs.split('\n')).toEqual([
    'JALON_PORT vaut « trois-mille » : on attend un numéro de port entre 1 et 65535.',
    'JALON_ENVOI vaut « bientot » : on attend « immediat » ou « fenetre ».',
  ]);
});

it('« npm start » refuse le profil production, et dit ce qui l’y remplace', async () => {
  const fin = await demarrer({
    JALON_PROFIL: 'production',
    JALON_TEMPORAL_ADRESSE: 'temporal:7233',
    JALON_REGISTRE_URL: 'postgresql://jalon:x@registre:5432/jalon',
    JALON_SMTP_URL: 'smtp://relais:25',
    JALON_CLES: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
  });
  expect(fin).toEqual({ statut: 1, erreurs: expect.stringContaining('l’outil web (npm run web)') });
});

it('un second lanceur sur les mêmes données le dit et ne touche à rien', async () => {
  const premier = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)', 'client/local/demarrer.ts']);
  writeFileSync(join(donnees, 'jalon.pid'), JSON.stringify({ pid: premier.pid, adresse: 'http://127.0.0.1:3000' }));
  const fin = await demarrer(await portsLibres());
  premier.kill();
  expect(fin.statut).toBe(1);
  expect(fin.erreurs).toContain(`Jalon tourne déjà sur ces données (${donnees}), à l’adresse http://127.0.0.1:3000`);
});

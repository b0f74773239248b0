import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lireReglages } from '../../commun/reglages';
import { PORTS, portsLibres } from '../../test/outils/ports-libres';
import { exigerPortsLibres } from './ports-reglages';

const occuper = (port: number): Promise<Server> =>
  new Promise((pret, refuser) => {
    const serveur = createServer().once('error', refuser);
    serveur.listen({ port, host: '127.0.0.1' }, () => pret(serveur));
  });

let donnees: string;
let env: Record<string, string>;
let occupes: Server[] = [];
beforeEach(async () => {
  donnees = mkdtempSync(join(tmpdir(), 'jalon-ports-'));
  env = { ...(await portsLibres()), JALON_DONNEES: donnees };
});
afterEach(async () => {
  for (const serveur of occupes) await new Promise((fini) => serveur.close(fini));
  occupes = [];
  rmSync(donnees, { recursive: true });
});

const prendre = async (...noms: (typeof PORTS)[number][]) => {
  occupes = await Promise.all(noms.map((nom) => occuper(Number(env[nom]))));
};
const dit = () =>
  exigerPortsLibres(lireReglages(env)).then(
    () => '',
    (erreur: Error) => erreur.message,
  );

it('tous les ports occupés sont nommés d’un coup, chacun avec son réglage', async () => {
  expect(await dit()).toBe('');
  await prendre(...PORTS);
  const phrases = (await dit()).split('\n');
  expect(phrases.map((phrase) => /avec (JALON_\w+)/.exec(phrase)?.[1])).toEqual([...PORTS]);
});

it('un serveur laissé par un lancement interrompu n’est pas un autre programme', async () => {
  await prendre('JALON_REGISTRE_PORT', 'JALON_TEMPORAL_PORT', 'JALON_PORT');
  mkdirSync(join(donnees, 'registre', 'base'), { recursive: true });
  writeFileSync(join(donnees, 'registre', 'base', 'postmaster.pid'), '1');
  writeFileSync(join(donnees, 'temporal.pid'), '{}');
  expect((await dit()).split('\n')).toEqual([expect.stringContaining('JALON_PORT')]);
});

it('ce qui est donné d’ailleurs n’a besoin d’aucun port ici', async () => {
  await prendre('JALON_SMTP_PORT', 'JALON_REGISTRE_PORT', 'JALON_TEMPORAL_UI_PORT');
  env.JALON_SMTP_URL = 'smtp://relais.example.org:25';
  env.JALON_REGISTRE_URL = 'postgresql://u:p@base.example.org/jalon';
  env.JALON_TEMPORAL_ADRESSE = 'temporal.example.org:7233';
  expect(await dit()).toBe('');
});

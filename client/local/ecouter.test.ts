import { once } from 'node:events';
import { connect } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { econduire, ecouter } from './ecouter';
import { empechement, portLibre } from './ports';

const options = { disabledCommands: ['STARTTLS'], disableReverseLookup: true };
const fermer = (serveur: SMTPServer) => new Promise<void>((fini) => serveur.close(() => fini()));

it('un port pris entre-temps est une erreur, jamais une attente sans fin', async () => {
  const [premier, second] = [new SMTPServer(options), new SMTPServer(options)];
  const port = await ecouter(premier, 0);
  await expect(ecouter(second, port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await fermer(premier);
});

it('un client qui raccroche ne touche pas le serveur', async () => {
  const serveur = new SMTPServer(options);
  const port = await ecouter(serveur, await portLibre());
  const prise = connect(port, '127.0.0.1');
  await new Promise((recu) => prise.once('data', recu));
  prise.resetAndDestroy();
  await new Promise((ferme) => prise.once('close', ferme));
  expect(serveur.server.listening).toBe(true);
  await fermer(serveur);
});

it('un port libre n’est jamais de ceux que le système donne aux clients, ni donné deux fois', async () => {
  const ports: number[] = [];
  for (let i = 0; i < 50; i++) ports.push(await portLibre());
  expect(new Set(ports).size).toBe(ports.length);
  for (const port of ports) expect(port).toBeLessThan(32_768);
});

it('un port tenu éconduit qui vient, n’est à personne d’autre, et se rend', async () => {
  const port = await portLibre();
  const rendre = await econduire(port);
  const prise = connect(port, '127.0.0.1');
  const [dit] = await once(prise, 'data');
  expect(String(dit)).toMatch(/^421 /);
  prise.destroy();
  await expect(ecouter(new SMTPServer(options), port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await rendre();
  expect(await empechement(port)).toBeNull();
});

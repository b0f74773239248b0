import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { portLibre } from '../../client/local/ports';
import { lancer } from './jalon';

/** Takes whoever comes and never says a word, as a frozen process does. */
async function trouNoir(): Promise<{ port: number; fermer(): Promise<void> }> {
  const prises = new Set<Socket>();
  const serveur: Server = createServer((prise) => {
    prises.add(prise.on('error', () => undefined));
  });
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret));
  return {
    port: (serveur.address() as AddressInfo).port,
    fermer: () => {
      for (const prise of prises) prise.destroy();
      return new Promise((fini) => serveur.close(() => fini()));
    },
  };
}

const env = (registre: number, moteur: number, relais: number) => ({
  JALON_REGISTRE_URL: `postgresql://jalon@127.0.0.1:${registre}/jalon`,
  JALON_TEMPORAL_ADRESSE: `127.0.0.1:${moteur}`,
  JALON_SMTP_URL: `smtp://127.0.0.1:${relais}`,
  JALON_CLES: `essai:${Buffer.alloc(32, 7).toString('base64')}`,
});

const LIMITE_MS = 10_000;

it('tout est éteint : chaque partie est dite, en une fois et vite, et le statut le dit aussi', async () => {
  const debut = Date.now();
  const [registre, moteur, relais] = [await portLibre(), await portLibre(), await portLibre()];
  const { texte, statut } = await lancer(['sante'], { env: env(registre, moteur, relais) });
  expect(Date.now() - debut).toBeLessThan(LIMITE_MS);
  expect(statut).toBe(1);
  expect(texte).toContain('Le registre ne répond pas');
  expect(texte).toContain('Le moteur Temporal ne répond pas');
  expect(texte).toMatch(/Le relais des e-mails ne répond pas \(.*ECONNREFUSED/);
  expect(texte).toContain('ne peuvent pas être relevés');
});

it('tout est figé, et prend sans jamais répondre : de même', async () => {
  const [registre, moteur, relais] = [await trouNoir(), await trouNoir(), await trouNoir()];
  const debut = Date.now();
  const { texte, statut } = await lancer(['sante', '--json'], { env: env(registre.port, moteur.port, relais.port) });
  expect(Date.now() - debut).toBeLessThan(LIMITE_MS);
  for (const trou of [registre, moteur, relais]) await trou.fermer();
  expect(statut).toBe(1);
  expect(JSON.parse(texte)).toMatchObject({
    etat: 'en panne',
    parties: { registre: 'muet', moteur: 'muet', relais: 'muet' },
    raisons: { relais: 'Greeting never received' },
    releve: null,
  });
});

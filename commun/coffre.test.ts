import { creerCoffre } from './coffre';
import { lireTrousseau } from './trousseau';

const cle = (id: string, octet: number) => `${id}:${Buffer.alloc(32, octet).toString('base64')}`;
const secret = Buffer.from('un secret');

it('ce qui est fermé s’ouvre avec sa clé, courante ou non, et avec elle seule', async () => {
  const ferme = await creerCoffre(lireTrousseau(cle('k.1', 1))).fermer(secret);
  expect(ferme).toMatch(/^k\.1\.[A-Za-z0-9+/]+=*$/);
  expect(await creerCoffre(lireTrousseau(`${cle('k2', 2)},${cle('k.1', 1)}`)).ouvrir(ferme)).toEqual(secret);
  await expect(creerCoffre(lireTrousseau(cle('k2', 2))).ouvrir(ferme)).rejects.toThrow('« k.1 » manque');
  const altere = ferme.replace(/.{8}$/, 'AAAAAAA=');
  await expect(creerCoffre(lireTrousseau(cle('k.1', 1))).ouvrir(altere)).rejects.toThrow();
});

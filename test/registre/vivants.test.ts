import { dateCivile } from '../../domain/calendrier/dates';
import { situer } from '../../domain/parcours/situer';
import { enregistrerSituation, etatParcours, inscrireOuverture, lireDossier, parcoursVivants } from '../../registre';
import { ouverture } from '../outils/ouvertures';
import { ouvrirRegistreDeTest, type RegistreDeTest } from '../outils/registre';

const maintenant = new Date('2026-01-12T08:00:00Z');
let banc: RegistreDeTest;
beforeAll(async () => {
  banc = await ouvrirRegistreDeTest();
});
afterAll(() => banc?.fermer());

it('rend les parcours qui vivent encore, chacun une fois, page par page', async () => {
  const numeros: string[] = [];
  for (let n = 1; n <= 5; n += 1)
    numeros.push((await inscrireOuverture(banc.registre, ouverture(`v${n}`), maintenant)).numero);
  const pages = async (jour: string, page?: number) => {
    const lues: string[][] = [];
    for await (const lot of parcoursVivants(banc.registre, dateCivile(jour), page)) lues.push(lot.map((p) => p.numero));
    return lues;
  };
  expect(await pages('2026-01-12', 2)).toEqual([numeros.slice(0, 2), numeros.slice(2, 4), numeros.slice(4)]);
  expect(await pages('2026-01-12', 5)).toEqual([numeros]);
  expect(await pages('2026-01-12')).toEqual([numeros]);

  // One of them said nothing: refused, it listens for ninety days, then lives no more.
  const etat = { ...etatParcours((await lireDossier(banc.registre, numeros[2]!))!), version: 1 };
  const instant = new Date('2026-07-01T08:00:00Z');
  const { situation } = situer({ etat, enCours: [], maintenant: instant.toISOString() }, { envoi: 'immediat' });
  await enregistrerSituation(banc.registre, etat, situation, instant);
  const fin = situation.ecouteJusquau!;
  expect(fin).toEqual(expect.any(String));
  expect((await pages(fin)).flat()).toEqual(numeros);
  expect((await pages('2027-01-01', 2)).flat()).toEqual(numeros.filter((_, n) => n !== 2));
});

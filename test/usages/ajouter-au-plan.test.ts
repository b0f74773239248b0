import { ajouterAuPlan } from '../../client/usages/ajouter-au-plan';
import { listerActions } from '../../registre';
import { type Banc, MAINTENANT, ouvrirBanc } from '../web/banc';

let banc: Banc;
let numero: string;
beforeAll(async () => {
  banc = await ouvrirBanc();
  numero = await banc.ouvrir('plan');
});
afterAll(() => banc?.fermer());

const ajouter = (id: string, quoi: string, pourLe: string) =>
  ajouterAuPlan(banc.registre, numero, { id, quoi, pourLe }, 'conseillere-1', MAINTENANT);
const plan = async () => (await listerActions(banc.registre, numero)).map(({ quoi, pourLe }) => [quoi, pourLe]);

it.each([
  ['CHAMP_INVALIDE:quoi', '  ', ''],
  ['CHAMP_INVALIDE:quoi', 'x'.repeat(301), ''],
  ['DATE_INVALIDE:pourLe', 'Envoyer trois CV', '31/02/2025'],
])('%s : rien n’est ajouté', async (code, quoi, pourLe) => {
  await expect(ajouter('a1', quoi, pourLe)).rejects.toMatchObject({ erreurs: [{ code }] });
  expect(await plan()).toEqual([]);
});

it('une ligne s’ajoute une fois, avec ou sans date', async () => {
  for (let fois = 0; fois < 2; fois++) await ajouter('a1', ' Envoyer trois CV ', '2025-07-20');
  await ajouter('a2', 'Rappeler', '');
  expect((await plan()).sort()).toEqual([
    ['Envoyer trois CV', '2025-07-20'],
    ['Rappeler', null],
  ]);
});

import { reglerLesRappelsActualisation } from '../../client/usages/regler-rappels-actualisation';
import type { DateCivile } from '../../domain/calendrier/dates';
import type { MomentFlotte } from '../../domain/flotte/flotte';
import { listerAgences, pageManques, restants } from '../../registre';
import { peuplerFlotte } from '../outils/flotte';
import { personnesInventees } from '../outils/ouvertures';
import { ouvrirRegistreDeTest, type RegistreDeTest } from '../outils/registre';

const MOIS = '2026-01';
const MAINTENANT = new Date('2026-01-25T09:00:00Z');
const agence = personnesInventees.agence.id;

let banc: RegistreDeTest;
beforeAll(async () => {
  banc = await ouvrirRegistreDeTest();
  await peuplerFlotte(banc.registre, { combien: 2, jour: '2026-01-20' });
});
afterAll(() => banc?.fermer());

const regler = (rappels: boolean) =>
  reglerLesRappelsActualisation(banc.registre, { agence, rappels }, 'essai', MAINTENANT);
const aServir = async (moment: MomentFlotte) =>
  (await restants(banc.registre, { moment, mois: MOIS })).get('metropole');
const manques = async () =>
  (await pageManques(banc.registre, MOIS, '2026-02-15' as DateCivile, { apres: null, taille: 10 })).lignes.length;

it('une agence qui n’enregistre pas les actualisations n’en rappelle ni n’en réclame aucune, et annonce leur ouverture', async () => {
  expect([await aServir('OUVERTURE'), await aServir('RAPPEL'), await manques()]).toEqual([2, 2, 2]);
  await regler(false);
  expect([await aServir('OUVERTURE'), await aServir('RAPPEL'), await manques()]).toEqual([2, undefined, 0]);
  expect((await listerAgences(banc.registre))[0]).toMatchObject({ id: agence, rappelsActualisation: false });
  await regler(true);
  expect([await aServir('RAPPEL'), await manques()]).toEqual([2, 2]);
});

it('une agence inconnue est refusée', async () => {
  const reglage = { agence: 'nulle-part', rappels: false };
  await expect(reglerLesRappelsActualisation(banc.registre, reglage, 'essai', MAINTENANT)).rejects.toThrow(
    'L’agence « nulle-part » n’est pas connue de Jalon.',
  );
});

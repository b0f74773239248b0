import { dateCivile } from '../../domain/calendrier/dates';
import { catalogue, codesCourrier } from '../../domain/catalogue/catalogue';
import {
  blocagesRappelsEnCours,
  bloquerRappels,
  creerRendezVous,
  debloquerRappels,
  tracesDuDossier,
} from '../../registre';
import { rappelsBloques } from '../../registre/blocages-rappels';
import { type BancDeRemise, monterBancDeRemise } from '../outils/remise';

let banc: BancDeRemise;
beforeAll(async () => {
  banc = await monterBancDeRemise();
});
afterAll(() => banc?.fermer());

const LE_3_MARS = '2025-03-03T09:00:00.000Z';
const LE_17_MARS = '2025-03-17T09:00:00.000Z';
const LE_19_MARS = '2025-03-19T09:00:00.000Z';
const C01 = { code: 'C01_PROPOSITION', base: '2025-03-03' };
const C02 = { code: 'C02_RAPPEL_REFLEXION', base: '2025-03-24-7' };
const bloquer = (numero: string) =>
  bloquerRappels(
    banc.base.registre,
    { numero, jusquau: dateCivile('2025-03-18'), motif: 'elle l’a demandé', par: 'conseillere' },
    new Date(LE_3_MARS),
  );

it('les rappels à une personne attendent jusqu’au jour dit, inclus, puis partent ; le reste part', async () => {
  const { registre } = banc.base;
  const numero = await banc.ouvrir(LE_3_MARS);
  expect(await bloquer(numero)).toBe(true);
  expect(await banc.remettre(numero, C01, LE_3_MARS)).toMatchObject({ statut: 'PARTI' });
  expect(await banc.remettre(numero, C02, LE_17_MARS)).toMatchObject({ statut: 'RETENU' });
  expect(await blocagesRappelsEnCours(registre, new Date(LE_17_MARS))).toMatchObject([
    { numero, par: 'conseillere', motif: 'elle l’a demandé' },
  ]);
  expect(await blocagesRappelsEnCours(registre, new Date(LE_19_MARS))).toEqual([]);
  expect(await banc.remettre(numero, C02, LE_19_MARS)).toMatchObject({ statut: 'PARTI' });
  expect((await tracesDuDossier(registre, numero)).map((t) => t.acte)).toContain('BLOQUER_RAPPELS');
});

it('de tous les courriers, ceux que le catalogue dit être des rappels attendent, et eux seuls', async () => {
  const { registre } = banc.base;
  const numero = await banc.ouvrir(LE_3_MARS);
  await bloquer(numero);
  const codes = codesCourrier.map((code) => ({ code, cle: `${numero}/${code}/BENEFICIAIRE/2025-03-17` }));
  const tenus = await rappelsBloques(
    registre,
    codes.map(({ cle }) => cle),
    new Date(LE_17_MARS),
  );
  expect(codes.filter(({ cle }) => tenus.has(cle)).map(({ code }) => code)).toEqual(
    codesCourrier.filter((code) => catalogue[code].rappel),
  );
});

it('le rappel d’un rendez-vous attend, sa convocation part', async () => {
  const { registre } = banc.base;
  const numero = await banc.ouvrir(LE_3_MARS);
  await bloquer(numero);
  const cadre = { mode: 'PRESENTIEL', lieu: null, lien: null, intitule: null, dureeMinutes: 60 } as const;
  const rdv = { id: 'fedcba9876543210', numero, sorte: 'SUIVI', debut: '2025-03-18T09:00:00.000Z', ...cadre } as const;
  await creerRendezVous(registre, rdv, 'essai', new Date(LE_3_MARS));
  const base = `2025-03-18-${rdv.id}-0`;
  expect(await banc.remettre(numero, { code: 'RDV_CONVOCATION', base }, LE_3_MARS)).toMatchObject({ statut: 'PARTI' });
  expect(await banc.remettre(numero, { code: 'RDV_RAPPEL', base: `${base}-1` }, LE_17_MARS)).toMatchObject({
    statut: 'RETENU',
  });
});

it('repris avant, ils repartent ; personne d’autre n’est concerné', async () => {
  const { registre } = banc.base;
  const [numero, autre] = [await banc.ouvrir(LE_3_MARS), await banc.ouvrir(LE_3_MARS)];
  await bloquer(numero);
  await bloquer(numero);
  expect(await banc.remettre(autre, C02, LE_17_MARS)).toMatchObject({ statut: 'PARTI' });
  expect(await banc.remettre(numero, C02, LE_17_MARS)).toMatchObject({ statut: 'RETENU' });
  expect(await debloquerRappels(registre, numero, 'conseillere', new Date(LE_17_MARS))).toBe(true);
  expect(await debloquerRappels(registre, numero, 'conseillere', new Date(LE_17_MARS))).toBe(false);
  expect(await banc.remettre(numero, C02, LE_17_MARS)).toMatchObject({ statut: 'PARTI' });
  expect(await bloquer('2026-999999-99')).toBe(false);
});

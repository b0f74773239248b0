import { dateCivile } from '../../domain/calendrier/dates';
import {
  confierDossiers,
  deposerTache,
  enregistrerAgence,
  enregistrerReferent,
  faitsDuPoint,
  inscrireOuverture,
  lireCirconstances,
  lireDossier,
  listerDossiers,
  tracesDuDossier,
} from '../../registre';
import { ouverture, personnesInventees } from '../outils/ouvertures';
import { ouvrirRegistreDeTest, type RegistreDeTest } from '../outils/registre';

const t0 = new Date('2026-01-12T08:00:00Z');
const jour = new Date('2026-01-13T06:30:00Z');
const { agence, referent } = personnesInventees;
const ailleurs = { ...agence, id: 'ailleurs', nom: 'Agence d’ailleurs' };
const neuf = { ...referent, id: 'neuf', agence: 'ailleurs' };
const qui = { a: 'neuf', auteur: 'responsable' };

let banc: RegistreDeTest;
beforeAll(async () => {
  banc = await ouvrirRegistreDeTest();
  await enregistrerAgence(banc.registre, ailleurs);
  await enregistrerReferent(banc.registre, neuf);
});
afterAll(() => banc?.fermer());

const ouvrir = async (cle: string) => (await inscrireOuverture(banc.registre, ouverture(cle), t0)).numero;

it('un dossier confié suit son nouveau référent : l’ancien ne reçoit plus rien', async () => {
  const { registre } = banc;
  const numero = await ouvrir('confie');
  await deposerTache(registre, { cle: `${numero}/x`, numero, type: 'X', libelle: 'Appeler', echeance: null }, t0);
  const periode = { jour: dateCivile('2026-01-13'), fin: dateCivile('2026-01-19'), depuis: t0 };
  const lus = async (id: string) =>
    (await faitsDuPoint(registre, id, periode)).filter((f) => f.numero === numero && f.sorte === 'TACHE').length;
  expect([await lus(referent.id), await lus('neuf')]).toEqual([1, 0]);
  expect((await lireCirconstances(registre, numero)).changementReferent).toBeUndefined();
  expect(await confierDossiers(registre, { numeros: [numero] }, qui, jour)).toEqual({
    suite: 'CONFIES',
    numeros: [numero],
  });
  expect([await lus(referent.id), await lus('neuf')]).toEqual([0, 1]);
  const change = { premier: referent.id, le: jour.toISOString() };
  expect(await lireDossier(registre, numero)).toMatchObject({
    ...{ referent: 'neuf', agence: 'ailleurs', changementReferent: change },
  });
  expect((await lireCirconstances(registre, numero)).changementReferent).toEqual({ ...change, referent: 'neuf' });
  expect((await tracesDuDossier(registre, numero)).at(-1)).toMatchObject({
    acte: 'CONFIER',
    auteur: 'responsable',
    details: { de: referent.id, a: 'neuf', agence: 'ailleurs' },
  });
  expect(await confierDossiers(registre, { numeros: [numero] }, qui, jour)).toEqual({ suite: 'CONFIES', numeros: [] });
});

it('tous ceux d’un référent d’un coup ; un inconnu ne change rien', async () => {
  const { registre } = banc;
  const siens = [await ouvrir('lot-1'), await ouvrir('lot-2')].sort();
  expect(await confierDossiers(registre, { numeros: [siens[0]!, '2026-999999-99'] }, qui, jour)).toEqual({
    suite: 'DOSSIER_INCONNU',
    inconnus: ['2026-999999-99'],
  });
  expect(await confierDossiers(registre, { de: 'personne' }, qui, jour)).toMatchObject({ inconnu: 'personne' });
  expect(await confierDossiers(registre, { numeros: siens }, { ...qui, a: 'nul' }, jour)).toMatchObject({
    inconnu: 'nul',
  });
  expect(await lireDossier(registre, siens[0]!)).toMatchObject({ referent: referent.id });
  expect(await confierDossiers(registre, { de: referent.id }, qui, jour)).toEqual({ suite: 'CONFIES', numeros: siens });
});

it('un dossier se retrouve par le téléphone de la personne, comme on le tape', async () => {
  const { registre } = banc;
  const o = ouverture('telephone');
  const { identite } = o.personnes;
  const personnes = { ...o.personnes, identite: { ...identite, telephone: '+33 (0)6 39 98 12 34' } };
  const { numero } = await inscrireOuverture(registre, { ...o, personnes }, t0);
  for (const recherche of ['0639981234', '06.39.98.12.34', '+33 6 39 98 12 34', '0033639981234', '98 12 34']) {
    expect((await listerDossiers(registre, { recherche })).map((d) => d.numero)).toEqual([numero]);
  }
  expect(await listerDossiers(registre, { recherche: '06 39 98 12 35' })).toEqual([]);
});

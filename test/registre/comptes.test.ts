import {
  changerEmpreinte,
  compteDeLAdresse,
  creerCompte,
  creerLienEntree,
  desactiverCompte,
  enregistrerAgence,
  fermerSession,
  lireLienEntree,
  lireSession,
  listerComptes,
  ouvrirSession,
} from '../../registre';
import { personnesInventees } from '../outils/ouvertures';
import { ouvrirRegistreDeTest, type RegistreDeTest } from '../outils/registre';

const MINUTE = 60_000;
const debut = new Date('2026-01-12T08:00:00Z');
const apres = (minutes: number) => new Date(debut.getTime() + minutes * MINUTE);
const maude = {
  id: 'm-lescot',
  nom: 'Maude Lescot',
  adresse: 'Maude.Lescot@example.org',
  role: 'CONSEILLER',
  agence: 'agence-inventee',
} as const;

let banc: RegistreDeTest;
beforeAll(async () => {
  banc = await ouvrirRegistreDeTest();
  await enregistrerAgence(banc.registre, personnesInventees.agence);
  expect(await creerCompte(banc.registre, maude, 'cli', debut)).toBe('CREE');
});
afterAll(() => banc?.fermer());

it('un identifiant, une adresse ne servent qu’une fois, majuscules ou non ; l’agence doit exister', async () => {
  const { registre } = banc;
  const creer = (plus: object) => creerCompte(registre, { ...maude, ...plus }, 'cli', debut);
  expect(await creer({ adresse: 'autre@example.org' })).toBe('COMPTE_EN_DOUBLE');
  expect(await creer({ id: 'autre', adresse: ' maude.lescot@EXAMPLE.org ' })).toBe('ADRESSE_EN_DOUBLE');
  expect(await creer({ id: 'autre', adresse: 'autre@example.org', agence: 'nulle-part' })).toBe('AGENCE_INCONNUE');
  // A role of an agency without one, and the other way round: the table itself refuses.
  await expect(creer({ id: 'autre', adresse: 'autre@example.org', agence: null })).rejects.toMatchObject({
    code: '23514',
  });
  expect((await listerComptes(registre)).map(({ id, motDePasse }) => [id, motDePasse])).toEqual([['m-lescot', false]]);
});

describe('une session', () => {
  const etat = async (jeton: string, minutes: number) =>
    (await lireSession(banc.registre, jeton, apres(minutes)))?.etat ?? null;

  it('dure tant qu’on s’en sert, jusqu’à dix heures ; seule une demi-heure, elle est finie', async () => {
    const jeton = await ouvrirSession(banc.registre, maude.id, debut);
    for (let minutes = 29; minutes < 600; minutes += 29)
      expect([minutes, await etat(jeton, minutes)]).toEqual([minutes, 'OUVERTE']);
    expect(await etat(jeton, 600)).toBe('FINIE');
    const seule = await ouvrirSession(banc.registre, maude.id, debut);
    expect(await etat(seule, 30)).toBe('FINIE');
    expect(await lireSession(banc.registre, seule, apres(29))).toMatchObject({
      etat: 'OUVERTE',
      compte: { id: maude.id },
    });
  });

  it('le registre n’en garde pas le jeton, et ne la connaît plus une fois fermée', async () => {
    const jeton = await ouvrirSession(banc.registre, maude.id, debut);
    const { rows } = await banc.registre.pool.query('SELECT * FROM sessions');
    expect(JSON.stringify(rows)).not.toContain(jeton);
    await fermerSession(banc.registre, jeton);
    expect(await etat(jeton, 1)).toBeNull();
    expect(await etat('', 1)).toBeNull();
  });

  it('celles d’hier s’oublient à la suivante', async () => {
    const jeton = await ouvrirSession(banc.registre, maude.id, debut);
    await ouvrirSession(banc.registre, maude.id, apres(25 * 60));
    expect(await etat(jeton, 1)).toBeNull();
  });
});

it('un lien vaut jusqu’à son heure, jusqu’au suivant, jusqu’au mot de passe', async () => {
  const { registre } = banc;
  const lien = () => creerLienEntree(registre, { compte: maude.id, expireLe: apres(60) });
  const lire = (jeton: string, minutes: number) => lireLienEntree(registre, jeton, apres(minutes));
  const premier = await lien();
  expect(await lire(premier, 59)).toMatchObject({ id: maude.id });
  expect(await lire(premier, 60)).toBeNull();
  const second = await lien();
  expect(await lire(premier, 1)).toBeNull();
  const session = await ouvrirSession(registre, maude.id, debut);
  expect(await changerEmpreinte(registre, { id: maude.id, empreinte: '$argon2id$…' }, maude.id, debut)).toBe(true);
  expect(await lire(second, 1)).toBeNull();
  expect(await lireSession(registre, session, debut)).toBeNull();
  expect(await compteDeLAdresse(registre, 'MAUDE.lescot@example.org')).toMatchObject({ empreinte: '$argon2id$…' });
});

it('un compte désactivé n’entre plus, ses sessions finissent aussitôt ; tout cela se trace', async () => {
  const { registre } = banc;
  const session = await ouvrirSession(registre, maude.id, debut);
  const lien = await creerLienEntree(registre, { compte: maude.id, expireLe: apres(60) });
  expect(await desactiverCompte(registre, maude.id, 'cli', apres(1))).toBe(true);
  expect(await desactiverCompte(registre, maude.id, 'cli', apres(2))).toBe(false);
  expect(await desactiverCompte(registre, 'inconnu', 'cli', apres(2))).toBe(false);
  expect(await lireSession(registre, session, apres(2))).toBeNull();
  expect(await lireLienEntree(registre, lien, apres(2))).toBeNull();
  expect(await compteDeLAdresse(registre, maude.adresse)).toBeNull();
  expect(await changerEmpreinte(registre, { id: maude.id, empreinte: 'x' }, 'cli', apres(2))).toBe(false);
  const { rows } = await registre.pool.query('SELECT acte FROM audit ORDER BY id');
  expect(rows.map(({ acte }) => acte)).toEqual(['CREER_COMPTE', 'CHOISIR_MOT_DE_PASSE', 'DESACTIVER_COMPTE']);
});

import { dateCivile } from '../../domain/calendrier/dates';
import { direAdresseManquante, direAdresseRejetee, lirePersonnes, listerTaches, tracesDuDossier } from '../../registre';
import { lancer as jalon } from '../cli/jalon';
import { type Banc, lirePage, MAINTENANT, ouvrirBanc, texteDe } from './banc';

let banc: Banc;
let numero: string;
beforeAll(async () => {
  banc = await ouvrirBanc();
  numero = await banc.ouvrir('coordonnees');
});
afterAll(() => banc?.fermer());
afterEach(() => expect(banc.erreurs).toEqual([]));

const page = () => `/dossiers/${numero}/coordonnees`;
const poster = (champs: Record<string, string>) =>
  banc.poster(page(), Object.fromEntries(Object.entries(champs).map(([nom, v]) => [`champ.${nom}`, v])));
const identite = async () => (await lirePersonnes(banc.registre, numero))!.identite;

it('le dossier dit comment joindre la personne, et mène à ses coordonnées', async () => {
  const { html, texte } = await lirePage(banc, `/dossiers/${numero}`);
  expect(texte).toContain('01 99 00 00 01');
  expect(html).toContain('href="mailto:eloise.oeuvrard@example.org"');
  expect(html).toContain(`href="${page()}"`);
  const formulaire = await lirePage(banc, page());
  expect(formulaire.html).toContain('value="eloise.oeuvrard@example.org"');
  expect(formulaire.html).toMatch(/<textarea[^>]*>3 rue des Essais<\/textarea>/);
});

it('une adresse demandée puis donnée ferme la tâche qui la demandait, et elle seule', async () => {
  const { registre } = banc;
  const lettre = { numero, destinataire: 'BENEFICIAIRE', datePrevue: dateCivile('2025-07-10') } as const;
  await direAdresseManquante(registre, lettre, 'SMS', MAINTENANT);
  await direAdresseRejetee(
    registre,
    lettre,
    { canal: 'EMAIL', adresse: 'eloise.oeuvrard@example.org', tort: 'ADRESSE' },
    MAINTENANT,
  );
  const ouvertes = async () =>
    (await listerTaches(registre, { numero, statut: 'A_FAIRE' })).map((t) => t.type).filter((t) => /ADRESSE/.test(t));
  expect((await ouvertes()).sort()).toEqual(['ADRESSE_MANQUANTE', 'ADRESSE_REJETEE']);
  expect((await lirePage(banc, `/dossiers/${numero}`)).texte).toContain('Compléter les coordonnées');
  const change = await poster({ 'identite.email': 'eloise.neuve@example.org' });
  expect([change.status, change.headers.get('location')]).toEqual([303, `/dossiers/${numero}?rdv=coordonnees`]);
  expect(await ouvertes()).toEqual(['ADRESSE_MANQUANTE']);
  await poster({ 'identite.telephone': '06 39 98 00 01', 'identite.adresse': '3 rue des Essais\r\nBâtiment B' });
  expect(await ouvertes()).toEqual([]);
  expect(await identite()).toMatchObject({
    prenom: 'Éloïse',
    email: 'eloise.neuve@example.org',
    telephone: '06 39 98 00 01',
    adresse: { lignes: ['3 rue des Essais', 'Bâtiment B'], codePostal: '99000' },
  });
  const traces = (await tracesDuDossier(registre, numero)).filter((t) => t.acte === 'COORDONNEES');
  expect(traces.map((t) => t.details)).toEqual([
    { champs: ['identite.email'] },
    { champs: ['identite.telephone', 'identite.adresse'] },
  ]);
});

it('ce qui ne convient pas est dit champ par champ, et rien ne change', async () => {
  const avant = await identite();
  const refus = await poster({
    'identite.email': 'eloise',
    'identite.nom': ' ',
    'identite.ville': '',
    'employeur.nom': '',
  });
  const html = await refus.text();
  expect(refus.status).toBe(400);
  for (const dit of [
    'Le champ « Adresse e-mail » ne convient pas : « eloise » n’est pas une adresse e-mail (forme acceptée : prenom.nom@exemple.fr).',
    'Nom : à remplir.',
    'Ville du bénéficiaire : à remplir.',
    'Nom de l’employeur : à remplir.',
  ])
    expect(texteDe(html)).toContain(dit);
  expect(html).toContain('value="eloise"');
  expect(await identite()).toEqual(avant);
  expect((await lirePage(banc, '/dossiers/2026-000001-05/coordonnees')).statut).toBe(404);
});

it('une valeur de forme connue est jugée au formulaire comme dans un fichier', async () => {
  const dits = async (champs: Record<string, string>) => texteDe(await (await poster(champs)).text());
  expect(await dits({ 'identite.telephone': '639980101' })).toContain(
    '« 639980101 » a perdu son zéro : vouliez-vous écrire 06 39 98 01 01 ?',
  );
  expect(await dits({ 'identite.codePostal': '1000' })).toContain('vouliez-vous écrire 01000 ?');
  expect(await dits({ 'identite.nom': 'CrÃ©pey' })).toContain('c’était sans doute « Crépey »');
  const fixe = await poster({ 'identite.telephone': '03\u00a020.00 12 12' });
  expect([fixe.status, fixe.headers.get('location')]).toEqual([303, `/dossiers/${numero}?rdv=sansSms`]);
  expect((await lirePage(banc, `/dossiers/${numero}?rdv=sansSms`)).texte).toContain('ne reçoit pas de SMS');
  const nul = { 'identite.email': 'eloise@société-exemple.fr', 'identite.prenom': 'Éloïse\u0000' };
  expect(await dits(nul)).toContain('Le champ « Prénom » contient un caractère invisible');
  await poster({ ...nul, 'identite.prenom': ' E\u0301loïse\u200b' });
  expect(await identite()).toMatchObject({
    prenom: 'Éloïse',
    telephone: '03 20 00 12 12',
    email: 'eloise@xn--socit-exemple-ehbb.fr',
  });
});

describe('jalon coordonnees', () => {
  const lancer = (...ligne: string[]) => jalon(['coordonnees', ...ligne], { env: { JALON_REGISTRE_URL: banc.url } });

  it('montre, change, retire, et refuse en nommant le champ', async () => {
    expect((await lancer(numero)).texte).toContain('Éloïse');
    const change = await lancer(numero, '--canal-prefere', 'sms', '--email', '');
    expect(change).toMatchObject({ statut: 0, texte: 'Enregistré : adresse e-mail, moyen de contact préféré.\n' });
    const { email, canalPrefere } = await identite();
    expect([email, canalPrefere]).toEqual([undefined, 'SMS']);
    expect((await lancer(numero, '--canal-prefere', 'SMS')).texte).toContain('Rien à changer');
    const refus = await lancer(numero, '--telephone', 'zéro six');
    expect(refus.statut).toBe(1);
    expect(refus.erreurs).toContain('Le champ « Téléphone » ne convient pas');
    expect(refus.erreurs).toContain('(CHAMP_INVALIDE:identite.telephone)');
    expect(await lancer('2026-000001-05')).toMatchObject({ statut: 1 });
  });
});

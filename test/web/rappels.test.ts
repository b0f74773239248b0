import { blocagesRappelsEnCours, tracesDuDossier } from '../../registre';
import { type Banc, lirePage, MAINTENANT, ouvrirBanc, texteDe } from './banc';

let banc: Banc;
beforeAll(async () => {
  banc = await ouvrirBanc();
});
afterAll(() => banc?.fermer());
afterEach(() => expect(banc.erreurs).toEqual([]));

const bloquer = (numero: string, jusquau: string, motif: string) =>
  banc.poster(`/dossiers/${numero}/rappels`, { 'champ.jusquau': jusquau, 'champ.motif': motif });
const enCours = (numero: string) => blocagesRappelsEnCours(banc.registre, MAINTENANT, numero);
const lire = (adresse: string) => lirePage(banc, adresse);

it('les rappels à une personne s’arrêtent : qui, pourquoi, jusqu’à quand se lisent sur son dossier', async () => {
  const numero = await banc.ouvrir('rappels');
  expect((await lire(`/dossiers/${numero}`)).html).toContain(`href="/dossiers/${numero}/rappels"`);
  const reponse = await bloquer(numero, '31/07/2025', ' Hospitalisée ');
  expect(reponse.headers.get('location')).toBe(`/dossiers/${numero}?rdv=rappelsBloques`);
  expect(await enCours(numero)).toMatchObject([
    { numero, jusquau: '2025-07-31', motif: 'Hospitalisée', par: 'conseillere-1' },
  ]);
  const { texte } = await lire(`/dossiers/${numero}?rdv=rappelsBloques`);
  expect(texte).toContain('Les rappels à la personne sont bloqués.');
  expect(texte).toContain('jusqu’au 31/07/2025 inclus, par conseillere-1 : Hospitalisée');
  const actes = (await tracesDuDossier(banc.registre, numero)).map(({ acte }) => acte);
  expect(actes.filter((acte) => acte !== 'VOIR')).toEqual(['BLOQUER_RAPPELS']);

  await bloquer(numero, '2025-08-15', 'Prolongée');
  expect((await enCours(numero)).map((b) => b.jusquau)).toEqual(['2025-08-15']);
  const page = await lire(`/dossiers/${numero}/rappels`);
  expect(page.texte).toContain('Bloqués jusqu’au 15/08/2025 inclus par conseillere-1');
  const libres = await banc.poster(`/dossiers/${numero}/rappels/debloquer`, {});
  expect(libres.headers.get('location')).toBe(`/dossiers/${numero}?rdv=rappelsLibres`);
  expect(await enCours(numero)).toEqual([]);
  expect((await banc.poster(`/dossiers/${numero}/rappels/debloquer`, {})).status).toBe(400);
});

it.each([
  ['un jour passé', '2025-07-09', 'x', 'Le dernier jour sans rappel est déjà passé.'],
  ['un jour qui n’existe pas', '2025-02-30', 'x', 'Cette date n’existe pas : il n’y a pas de 30 en février 2025'],
  ['aucun motif', '2025-07-31', '  ', 'Dites pourquoi les rappels s’arrêtent.'],
  ['un motif trop long', '2025-07-31', 'm'.repeat(612), 'Le motif est trop long : 500 caractères au plus, 612 ici.'],
])('%s : la phrase est à son champ, rien n’est enregistré', async (_, jusquau, motif, attendu) => {
  const numero = await banc.ouvrir(`refus-${attendu}`);
  const reponse = await bloquer(numero, jusquau, motif);
  const html = await reponse.text();
  expect([reponse.status, texteDe(html).replace(/[\u00a0\u202f]/g, ' ')]).toEqual([
    400,
    expect.stringContaining(attendu),
  ]);
  expect(html).toContain('aria-invalid="true"');
  expect(await enCours(numero)).toEqual([]);
});

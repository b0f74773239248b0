import { dateCivile } from '../../domain/calendrier/dates';
import { enregistrerAgence, enregistrerReferent, lireDossier, tracesDuDossier } from '../../registre';
import { personnesInventees } from '../outils/ouvertures';
import { type Banc, champsDuFormulaire, lirePage, ouvrirBanc, texteDe } from './banc';

const { agence, referent } = personnesInventees;

const accepte = { type: 'REPONSE_SALARIE', date: dateCivile('2025-03-10'), reponse: 'ACCEPTATION' } as const;

let banc: Banc;
/** Journeys that were told. */
let reveilles: string[] = [];
beforeAll(async () => {
  banc = await ouvrirBanc();
  banc.deps.confier.reveiller = async (numeros) => {
    reveilles.push(...numeros);
    return true;
  };
  await enregistrerAgence(banc.registre, { ...agence, id: 'ailleurs', nom: 'Agence d’ailleurs' });
  await enregistrerReferent(banc.registre, { ...referent, id: 'neuf', prenom: 'Noé', nom: 'Neuf', agence: 'ailleurs' });
});
afterAll(() => banc?.fermer());
beforeEach(() => {
  reveilles = [];
});
afterEach(() => expect(banc.erreurs).toEqual([]));

const lire = (adresse: string) => lirePage(banc, adresse);
const suivi = async (numero: string) => {
  const { referent: a, agence: ou } = (await lireDossier(banc.registre, numero))!;
  return [a, ou];
};

it('un dossier change de référent et d’agence par sa page', async () => {
  const numero = await banc.ouvrir('un', [accepte]);
  expect((await lire(`/dossiers/${numero}`)).html).toContain(`href="/dossiers/${numero}/referent"`);
  const page = await lire(`/dossiers/${numero}/referent`);
  expect(page.texte).toContain('Suivi aujourd’hui par Maude Lescot (Agence inventée)');
  expect(page.html).not.toContain(`<option value="${referent.id}"`);
  const vue = await (await banc.poster(`/dossiers/${numero}/referent/apercu`, { a: 'neuf' })).text();
  const dit = texteDe(vue);
  expect(dit).toContain('1 dossier à confier à Noé Neuf (Agence d’ailleurs)');
  expect(dit).toMatch(
    /« Nouveau référent » partira le 10\/07\/2025.*ne reçoit plus rien. La lettre dit à la personne .*Ce dossier change d’agence : vous ne le verrez plus/,
  );
  expect([await suivi(numero), reveilles]).toEqual([[referent.id, agence.id], []]);
  const [, modifier] = /href="([^"]+)">Modifier/.exec(vue) ?? [];
  const choisi = await lire(modifier!);
  expect([choisi.statut, /<option value="neuf" selected/.test(choisi.html)]).toEqual([200, true]);
  const confirmation = champsDuFormulaire(vue, `/dossiers/${numero}/referent`);
  const reponse = await banc.poster(`/dossiers/${numero}/referent`, confirmation);
  expect([reponse.status, reponse.headers.get('location')]).toEqual([303, '/dossiers?confies=1']);
  expect((await lire(`/dossiers/${numero}`)).statut).toBe(404);
  const labas = await banc.comme({ role: 'CONSEILLER', id: 'conseiller-d-ailleurs', agence: 'ailleurs' });
  expect((await lirePage(labas, `/dossiers/${numero}`)).texte).toContain('Agence d’ailleurs, suivi par Noé Neuf');
  expect(await suivi(numero)).toEqual(['neuf', 'ailleurs']);
  expect((await tracesDuDossier(banc.registre, numero)).filter(({ acte }) => acte !== 'VOIR')).toMatchObject([
    { acte: 'CONFIER', auteur: 'conseillere-1' },
  ]);
  expect(reveilles).toEqual([numero]);
  expect((await banc.poster(`/dossiers/${numero}/referent`, { a: 'neuf' })).status).toBe(404);
  expect(reveilles).toEqual([numero]);
});

it('ceux que la liste coche changent ensemble, les autres non', async () => {
  const [a, b, c] = [await banc.ouvrir('lot-a', [accepte]), await banc.ouvrir('lot-b'), await banc.ouvrir('lot-c')];
  expect((await lire('/dossiers')).html).toContain(`name="dossier.${a}"`);
  const coches = { [`dossier.${a}`]: 'oui', [`dossier.${c}`]: 'oui', a: 'neuf' };
  const apercu = await (await banc.poster('/confier/apercu', coches)).text();
  const dit = texteDe(apercu);
  expect(dit).toContain('2 dossiers à confier à Noé Neuf (Agence d’ailleurs)');
  expect([dit.includes(a), dit.includes(b), dit.includes(c)]).toEqual([true, false, true]);
  expect(dit).toContain('Ces dossiers changent d’agence : vous ne les verrez plus');
  // The second never answered: her journey is over, and nobody is written to.
  expect(dit).toMatch(/« Nouveau référent » partira le 10\/07\/2025.*aucune lettre/);
  // Seen, and nothing done yet.
  expect([await suivi(a), reveilles]).toEqual([[referent.id, agence.id], []]);
  const reponse = await banc.poster('/confier', champsDuFormulaire(apercu, '/confier'));
  const suite = await lire(reponse.headers.get('location')!);
  expect(suite.texte).toContain('2 dossiers confiés à Noé Neuf (Agence d’ailleurs).');
  expect([await suivi(a), await suivi(b), await suivi(c)].map(([r]) => r)).toEqual(['neuf', referent.id, 'neuf']);
  expect(reveilles).toEqual([a, c].sort());
});

it('un dossier ouvert par erreur se confie encore', async () => {
  const numero = await banc.ouvrir('par-erreur', [accepte]);
  const ferme = { id: 'par-erreur', auteur: 'conseillere-1', motif: 'Homonyme' };
  expect(await banc.envoyer(numero, 'fermerParErreur', ferme)).toMatchObject({ statut: 'RETENU' });
  const vue = await (await banc.poster(`/dossiers/${numero}/referent/apercu`, { a: 'neuf' })).text();
  const dit = texteDe(vue);
  expect(dit).toContain('1 dossier à confier à Noé Neuf (Agence d’ailleurs)');
  expect([dit.includes(': aucune lettre'), dit.includes('La lettre dit à la personne')]).toEqual([true, false]);
  await banc.poster(`/dossiers/${numero}/referent`, champsDuFormulaire(vue, `/dossiers/${numero}/referent`));
  expect(await suivi(numero)).toEqual(['neuf', 'ailleurs']);
});

it.each([
  ['sans référent', { a: '' }, 'Choisissez à quel référent confier'],
  ['à un inconnu', { a: 'personne' }, 'Le référent « personne » n’est pas connu'],
])('%s, rien ne change', async (_, champs, attendu) => {
  const numero = await banc.ouvrir(`refus-${champs.a}`);
  const siennes = [`/dossiers/${numero}/referent`, `/dossiers/${numero}/referent/apercu`];
  for (const adresse of [...siennes, '/confier/apercu', '/confier']) {
    const reponse = await banc.poster(adresse, { ...champs, [`dossier.${numero}`]: 'oui' });
    const texte = texteDe(await reponse.text()).replace(/[\u00a0\u202f]/g, ' ');
    expect([reponse.status, texte.includes(attendu)]).toEqual([400, true]);
    expect(texte).toContain(adresse.startsWith('/confier') ? 'Confier les dossiers cochés' : 'Suivi aujourd’hui par');
  }
  expect([await suivi(numero), reveilles]).toEqual([[referent.id, agence.id], []]);
});

it('sans dossier coché, ou avec un dossier qui n’existe pas, rien ne change', async () => {
  const vide = await banc.poster('/confier/apercu', { a: 'neuf' });
  const html = await vide.text();
  expect([vide.status, texteDe(html)]).toEqual([400, expect.stringContaining('Cochez d’abord')]);
  expect(html).toMatch(/<option value="neuf" selected/);
  const numero = await banc.ouvrir('avec-inconnu');
  const champs = { [`dossier.${numero}`]: 'oui', 'dossier.2025-999999-99': 'oui', a: 'neuf' };
  for (const adresse of ['/confier/apercu', '/confier']) expect((await banc.poster(adresse, champs)).status).toBe(400);
  expect(await suivi(numero)).toEqual([referent.id, agence.id]);
});

it('refusé, on retrouve sa liste et ce qu’on y avait coché ; fait, on revient à la même liste', async () => {
  const numero = await banc.ouvrir('liste-gardee');
  const { html } = await lire('/dossiers?etape=REFUSE');
  const champs = { ...champsDuFormulaire(html, '/confier/apercu'), [`dossier.${numero}`]: 'oui' };
  const refus = await (await banc.poster('/confier/apercu', { ...champs, a: '' })).text();
  expect(refus).toMatch(new RegExp(`name="dossier.${numero}" value="oui" checked`));
  expect(refus).toMatch(/<option value="REFUSE" selected/);
  const fait = await banc.poster('/confier', { ...champs, a: 'neuf' });
  expect(fait.headers.get('location')).toBe('/dossiers?etape=REFUSE&confies=1&a=neuf');
  const second = { [`dossier.${await banc.ouvrir('liste-etrangere')}`]: 'oui', _liste: 'https://example.org/?x=1' };
  const ailleurs = await banc.poster('/confier', { a: 'neuf', ...second });
  expect(ailleurs.headers.get('location')).toMatch(/^\/dossiers\?/);
});

it('une liste se confie entière, ses autres pages comprises ; trop longue pour un aperçu, elle se borne d’abord', async () => {
  await enregistrerReferent(banc.registre, { ...referent, id: 'partante', prenom: 'Pia', nom: 'Partante' });
  const siens = await Promise.all(
    Array.from({ length: 51 }, (_, i) =>
      banc.ouvrir(`entiere-${i}`, [], {
        personnes: { ...personnesInventees, referent: { ...referent, id: 'partante' } },
      }),
    ),
  );
  const autre = await banc.ouvrir('entiere-autre');
  const { html, texte } = await lire('/dossiers?referent=partante');
  expect(texte).toContain('Toute cette liste (51 dossiers)');
  const champs = { ...champsDuFormulaire(html, '/confier/apercu'), _toute: 'oui', a: 'neuf' };
  const apercu = await (await banc.poster('/confier/apercu', champs)).text();
  expect(texteDe(apercu)).toContain('51 dossiers à confier à Noé Neuf');
  const fait = await banc.poster('/confier', champsDuFormulaire(apercu, '/confier'));
  expect(fait.headers.get('location')).toBe('/dossiers?referent=partante&confies=51&a=neuf');
  expect(new Set((await Promise.all(siens.map(suivi))).map(([r]) => r))).toEqual(new Set(['neuf']));
  expect(await suivi(autre)).toEqual([referent.id, agence.id]);
  await banc.registre.pool.query(
    `INSERT INTO dossiers (numero, empreinte, statut, agence, referent, dossier, journal, version, cree_le, maj_le)
     SELECT '2024-' || n, 'foule-' || n, 'OUVERTURE', $1, $2, '{}', '[]', 0, now(), now() FROM generate_series(1, 200) n`,
    [agence.id, referent.id],
  );
  const trop = await banc.poster('/confier/apercu', { _liste: '/dossiers', _toute: 'oui', a: 'neuf' });
  expect([trop.status, texteDe(await trop.text())]).toEqual([
    400,
    expect.stringContaining('200 dossiers au plus se confient à la fois'),
  ]);
}, 60_000);

import { METHOD_NAME_ALL } from 'hono/router';
import { acces, accesDe } from '../../client/web/porte/acces';
import { dateCivile } from '../../domain/calendrier/dates';
import { peut } from '../../domain/comptes/politique';
import { roles } from '../../domain/comptes/roles';
import { personnesInventees } from '../outils/ouvertures';
import { type Banc, ouvrirBanc, texteDe } from './banc';

const LOCAL = 'http://127.0.0.1:3000';
const { agence, referent } = personnesInventees;
const labas = {
  ...personnesInventees,
  agence: { ...agence, id: 'ailleurs' },
  referent: { ...referent, id: 'r', agence: 'ailleurs' },
};

let banc: Banc;
let sien: string;
let autre: string;
beforeAll(async () => {
  banc = await ouvrirBanc({ listerBloques: async () => ({ nombre: 0, bloques: [] }) });
  const accord = [{ type: 'REPONSE_SALARIE', date: dateCivile('2025-03-12'), reponse: 'ACCEPTATION' }] as const;
  sien = await banc.ouvrir('sien', [...accord]);
  autre = await banc.ouvrir('autre', [...accord], { personnes: labas });
});
afterAll(() => banc?.fermer());

/** Every page, as its module declares it. */
const pages = () => [
  ...new Set(banc.nu.routes.filter(({ method }) => method !== METHOD_NAME_ALL).map((r) => `${r.method} ${r.path}`)),
];
const aller = (page: string, numero: string): [string, string] => {
  const [methode, chemin] = page.split(' ') as [string, string];
  return [
    methode,
    chemin
      .replace(':numero', numero)
      .replace(/:sha\{.*?\}\}|:sha\{[^}]*\}\}?/, 'a'.repeat(64))
      .replace(/:fichier\{.*\}/, 'mes-dates.pdf')
      .replace(/:rang\{.*\}\}?/, '0')
      .replace(/:id|:jeton/, 'aaaaaaaaaaaaaaa1'),
  ];
};
const demander = async ({ app }: Pick<Banc, 'app'>, page: string, numero: string) => {
  const [method, chemin] = aller(page, numero);
  const headers = { Origin: LOCAL, 'Sec-Fetch-Site': 'same-origin' };
  const corps =
    method === 'POST' ? { body: new URLSearchParams({ [`dossier.${numero}`]: 'oui', a: referent.id }) } : {};
  const recue = await app.request(`${LOCAL}${chemin}`, { method, headers, ...corps });
  const brouillon = recue.headers.get('location')?.includes('brouillon=') ? recue.headers.get('location') : null;
  const reponse = brouillon === null ? recue : await app.request(`${LOCAL}${brouillon}`);
  const pdf = reponse.headers.get('content-type')?.includes('pdf');
  const html = pdf ? '' : await reponse.text();
  const titre = /<title>(.*?)<\/title>/.exec(html)?.[1] ?? '';
  return { statut: reponse.status, vers: reponse.headers.get('location'), titre, texte: texteDe(html) };
};

it('chaque page est dans la table des accès, et la table n’en invente aucune', () => {
  const connues = pages().filter((page) => !page.startsWith('GET /statique/'));
  expect(connues.length).toBeGreaterThan(50);
  expect(connues.sort()).toEqual(Object.keys(acces).sort());
  expect(() => accesDe('GET /oubliee')).toThrow('manque à la table des accès');
});

it('un inconnu ne voit rien : il est mené à l’entrée', async () => {
  for (const page of pages().filter((p) => accesDe(p) !== 'PUBLIC')) {
    const { statut, vers, texte } = await demander({ app: banc.nu as never }, page, sien);
    const machine = page.endsWith('.json') || page.includes(' /codec/');
    expect([page, machine ? statut : vers]).toEqual([
      page,
      machine ? 401 : expect.stringMatching(/^\/entree(\?suite=|$)/),
    ]);
    expect(texte).not.toContain('Éloïse');
  }
});

describe.each(roles)('%s', (role) => {
  it('ouvre les pages de ce qu’il peut, et celles-là seules ; un dossier d’une autre agence n’existe pas', async () => {
    const compte = await banc.comme({ role });
    for (const page of pages()) {
      const permis = accesDe(page);
      if (permis === 'PUBLIC') continue;
      const chezSoi = await demander(compte, page, sien);
      if (!peut(role, permis)) {
        expect([page, chezSoi.statut, chezSoi.texte]).toEqual([
          page,
          403,
          expect.stringContaining('ne permet pas cela'),
        ]);
        continue;
      }
      expect([page, chezSoi.statut, chezSoi.vers]).not.toEqual([page, 403, expect.anything()]);
      expect([page, chezSoi.statut < 500, chezSoi.texte.includes('Aucun dossier ne porte')]).toEqual([
        page,
        true,
        false,
      ]);
      // A browser keeps the titles of its pages.
      expect([page, chezSoi.titre]).toEqual([page, expect.not.stringContaining('Éloïse')]);
      if (!page.includes(':numero') && page !== 'POST /confier') continue;
      const ailleurs = await demander(compte, page, autre);
      expect([page, ailleurs.statut, ailleurs.texte]).toEqual([
        page,
        page === 'POST /confier' ? 400 : 404,
        expect.stringMatching(/Aucun dossier ne porte (le|ce) numéro/),
      ]);
      // The list that comes back with the refusal is that of one's own agency.
      if (page !== 'POST /confier') expect(ailleurs.texte).not.toContain('Éloïse');
    }
    expect(banc.erreurs).toEqual([]);
  });
});

it('un dossier d’une autre agence n’est dans aucune liste', async () => {
  const { app } = await banc.comme({ role: 'LECTURE_SEULE' });
  for (const chemin of ['/', `/?q=${autre}`, '/?q=eloise', '/?referent=r', '/taches']) {
    const html = await (await app.request(`${LOCAL}${chemin}`)).text();
    expect([chemin, html.includes(`/dossiers/${autre}`)]).toEqual([chemin, false]);
  }
  expect(await (await app.request(`${LOCAL}/`)).text()).toContain(`/dossiers/${sien}`);
});

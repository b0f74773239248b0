import { METHOD_NAME_ALL } from 'hono/router';
import { acces, accesDe } from '../../client/web/porte/acces';
import { dateCivile } from '../../domain/calendrier/dates';
import { peut } from '../../domain/comptes/politique';
import { roles } from '../../domain/comptes/roles';
import type { Evenement } from '../../domain/faits/evenements';
import {
  ajouterAction,
  creerRendezVous,
  deposerTache,
  lireDossier,
  lireTache,
  listerActions,
  listerRendezVous,
  retenuesEnCours,
} from '../../registre';
import { personnesInventees } from '../outils/ouvertures';
import { type Banc, MAINTENANT, ouvrirBanc, texteDe } from './banc';

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
      const liste = page.startsWith('POST /confier');
      if (!page.includes(':numero') && !liste) continue;
      const ailleurs = await demander(compte, page, autre);
      expect([page, ailleurs.statut, ailleurs.texte]).toEqual([
        page,
        liste ? 400 : 404,
        expect.stringMatching(/Aucun dossier ne porte (le|ce) numéro/),
      ]);
      // The list that comes back with the refusal is that of one's own agency.
      if (!liste) expect(ailleurs.texte).not.toContain('Éloïse');
    }
    expect(banc.erreurs).toEqual([]);
  });
});

/** What a link or a form of a page leads to, as the table of accesses names it; null for what leads out of Jalon or stays on the page. */
const visee = (methode: string, adresse: string): string | null => {
  const chemin = adresse.replaceAll('&amp;', '&').split(/[?#]/)[0]!;
  if (!chemin.startsWith('/') || chemin.startsWith('/statique/')) return null;
  const trouvee = Object.keys(acces).find((page) => {
    const [verbe, motif] = page.split(' ') as [string, string];
    return (
      verbe === methode &&
      new RegExp(`^${motif.replace(/:\w+\{(.*?)\}(?=\/|$)|:\w+/g, (_, re) => re ?? '[^/]+')}$`).test(chemin)
    );
  });
  if (trouvee === undefined) throw new Error(`${methode} ${adresse} ne mène à aucune page`);
  return trouvee;
};

it('une page n’offre à chacun que ce qui lui est permis, refus compris', async () => {
  const { registre } = banc;
  const numero = await banc.ouvrir('offert', [
    { type: 'REPONSE_SALARIE', date: dateCivile('2025-03-12'), reponse: 'ACCEPTATION' },
    { type: 'ARRET_MALADIE', debut: dateCivile('2025-07-14'), fin: dateCivile('2025-07-25') },
  ]);
  const tache = { numero, libelle: 'Appeler', echeance: dateCivile('2025-07-11') };
  for (const type of ['ESSAI', 'RDV_A_CLORE/aaaaaaaaaaaaaaa4', 'ECHEANCE_PROCHE/PSP', 'ADRESSE_MANQUANTE'])
    await deposerTache(registre, { ...tache, cle: `${numero}/${type}`, type: type.split('/')[0]! }, MAINTENANT);
  const action = { id: 'aaaaaaaaaaaaaaa5', numero, rendezVous: null, quoi: 'Écrire', pourLe: null };
  await ajouterAction(registre, action, 'essai', MAINTENANT);
  const rendezVous = { id: 'aaaaaaaaaaaaaaa4', numero, sorte: 'SUIVI', mode: 'PRESENTIEL', dureeMinutes: 30 } as const;
  const cadre = { debut: '2025-07-09T07:30:00.000Z', lieu: null, lien: null, intitule: null };
  await creerRendezVous(registre, { ...rendezVous, ...cadre }, 'essai', MAINTENANT);
  const offerts: Record<string, number> = {};
  for (const role of roles) {
    const { app } = await banc.comme({ role });
    for (const chemin of ['/', '/dossiers', '/compte', '/nulle-part', `/dossiers/${numero}`, '/exploitation']) {
      const html = await (await app.request(`${LOCAL}${chemin}`)).text();
      const liens = [...html.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, a]) => visee('GET', a!));
      const formulaires = [...html.matchAll(/<form ([^>]*)>/g)].flatMap(([, attributs]) => {
        const de = (nom: string) => new RegExp(`\\b${nom}="([^"]*)"`).exec(attributs!)?.[1];
        const action = de('action');
        return action === undefined ? [] : [visee(de('method')!.toUpperCase(), action)];
      });
      for (const page of [...liens, ...formulaires]) {
        const permis = page === null ? 'PUBLIC' : accesDe(page);
        expect([role, chemin, page, permis === 'PUBLIC' || peut(role, permis)]).toEqual([role, chemin, page, true]);
      }
      if (chemin.includes(numero)) offerts[role] = new Set([...liens, ...formulaires]).size;
    }
  }
  // What a counsellor is offered there is much more than what a reader is.
  expect(offerts.CONSEILLER).toBeGreaterThan(20);
  expect(offerts.LECTURE_SEULE).toBeLessThan(12);
});

it('ce qui est à un dossier d’une autre agence n’existe pas sous le numéro d’un dossier à soi', async () => {
  const { registre } = banc;
  const cle = `${autre}/essai`;
  const numero = autre;
  await deposerTache(registre, { cle, numero, type: 'ESSAI', libelle: 'Appeler', echeance: null }, MAINTENANT);
  const action = { id: 'aaaaaaaaaaaaaaa2', numero, rendezVous: null, quoi: 'Écrire', pourLe: null };
  await ajouterAction(registre, action, 'essai', MAINTENANT);
  const rendezVous = { id: 'aaaaaaaaaaaaaaa3', numero, sorte: 'SUIVI', mode: 'PRESENTIEL', dureeMinutes: 30 } as const;
  const cadre = { debut: '2025-07-29T07:30:00.000Z', lieu: null, lien: null, intitule: null };
  await creerRendezVous(registre, { ...rendezVous, ...cadre }, 'essai', MAINTENANT);
  const conges: Evenement = { type: 'CONGES', debut: dateCivile('2025-08-04'), fin: dateCivile('2025-08-08') };
  const fait = { id: 'conges-labas', auteur: 'essai', evenement: conges };
  expect(await banc.envoyer(autre, 'consigner', fait)).toMatchObject({ statut: 'RETENU' });
  const { situation } = (await lireDossier(registre, autre))!;
  const lettre = situation!.courriers.find(({ statut }) => statut === 'A_VENIR')!.cle;
  const de = `/dossiers/${sien}`;
  const { app, poster } = await banc.comme({ role: 'CONSEILLER' });
  for (const [chemin, champs] of [
    ['taches', { cle, motif: 'm' }],
    ['taches/reporter', { cle, au: '2025-07-30', motif: 'm' }],
    ['taches/confier', { cle, a: '' }],
    ['courriers/retenir', { cle: lettre, motif: 'm' }],
    ['courriers/liberer', { cle: lettre }],
    ['actions/faite', { id: action.id }],
    ['actions/modifier', { id: action.id, quoi: 'Autre', vuQuoi: action.quoi, vuPourLe: '' }],
    ...['deplacer', 'annuler', 'manque', 'tenu'].map((geste) => [`rendez-vous/${rendezVous.id}/${geste}`, {}] as const),
  ] as const)
    expect(`${chemin} ${(await poster(`${de}/${chemin}`, champs)).status}`).toMatch(/ 40[04]$/);
  // Of a line that is not there, nothing is left to take out.
  await poster(`${de}/actions/retirer`, { id: action.id, vuQuoi: action.quoi, vuPourLe: '' });
  for (const page of [
    `tache?cle=${encodeURIComponent(cle)}`,
    `actions/modifier?action=${action.id}`,
    `rendez-vous/${rendezVous.id}/annuler`,
    `evenement?corrige=${fait.id}`,
    `annulation?entree=${fait.id}`,
  ])
    expect([page, (await app.request(`${LOCAL}${de}/${page}`)).status]).toEqual([page, 404]);
  expect(await lireTache(registre, cle)).toMatchObject({ statut: 'A_FAIRE', reporteeAu: null, confieeA: null });
  expect(await retenuesEnCours(registre)).toEqual([]);
  expect(await listerActions(registre, autre)).toMatchObject([{ quoi: action.quoi, faiteLe: null }]);
  expect(await listerRendezVous(registre, autre)).toMatchObject([{ statut: 'PREVU', sequence: 0 }]);
});

it('un dossier d’une autre agence n’est dans aucune liste', async () => {
  const { app } = await banc.comme({ role: 'LECTURE_SEULE' });
  for (const chemin of ['/', `/?q=${autre}`, '/?q=eloise', '/?referent=r', '/taches']) {
    const html = await (await app.request(`${LOCAL}${chemin}`)).text();
    expect([chemin, html.includes(`/dossiers/${autre}`)]).toEqual([chemin, false]);
  }
  expect(await (await app.request(`${LOCAL}/`)).text()).toContain(`/dossiers/${sien}`);
});

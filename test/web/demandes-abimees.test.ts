import { acces } from '../../client/web/porte/acces';
import type { Role } from '../../domain/comptes/roles';
import { enregistrerAgence, enregistrerReferent } from '../../registre';
import { personnesInventees } from '../outils/ouvertures';
import { LOCAL } from './arpenter';
import { contenuDuRegistre } from './balayage';
import { type Banc, ORIGINE_UI, ouvrirBanc, texteDe } from './banc';

let banc: Banc;
let numero: string;
beforeAll(async () => {
  banc = await ouvrirBanc({ listerBloques: async () => ({ nombre: 0, bloques: [] }) });
  numero = await banc.ouvrir('abimees', []);
});
afterAll(() => banc?.fermer());
afterEach(() => expect(banc.erreurs).toEqual([]));

/** Every address that takes a form. */
const formulaires = Object.keys(acces)
  .filter((route) => route.startsWith('POST ') && !route.includes('/codec/'))
  .map((route) => route.slice('POST '.length));
const adresseDe = (route: string): string => route.replace(':numero', numero).replace(/:id|:jeton/, 'a'.repeat(16));

const ICI = { Origin: LOCAL, 'Sec-Fetch-Site': 'same-origin' };
const FORMULAIRE = { ...ICI, 'Content-Type': 'application/x-www-form-urlencoded' };
const unMo = 'x'.repeat(1 << 20);
/** A body of which nobody says the length beforehand. */
const sansLongueur = () =>
  new ReadableStream({
    start(flux) {
      for (let i = 0; i < 20; i++) flux.enqueue(Buffer.from('x'.repeat(4096)));
      flux.close();
    },
  });

const demandes: [string, number, () => RequestInit & { duplex?: 'half' }][] = [
  ['du JSON', 415, () => ({ headers: { ...ICI, 'Content-Type': 'application/json' }, body: '{"motif":"essai"}' })],
  ['du texte', 415, () => ({ headers: { ...ICI, 'Content-Type': 'text/plain' }, body: 'motif=essai' })],
  ['un type inventé', 415, () => ({ headers: { ...ICI, 'Content-Type': 'multipart' }, body: 'motif=essai' })],
  ['un mégaoctet', 413, () => ({ headers: { ...FORMULAIRE, 'Content-Length': `${unMo.length}` }, body: unMo })],
  ['80 ko dont la longueur n’est pas dite', 413, () => ({ headers: FORMULAIRE, body: sansLongueur(), duplex: 'half' })],
  [
    'un formulaire d’ailleurs',
    403,
    () => ({
      headers: { ...FORMULAIRE, Origin: 'https://x.example.org', 'Sec-Fetch-Site': 'cross-site' },
      body: 'motif=x',
    }),
  ],
];
/** What only an address that reads a form can refuse: these read none. */
const SANS_CHAMP = ['/sortie', '/dossiers/:numero/rappels/debloquer'];
const abimes: [string, () => RequestInit][] = [
  ['sans séparateur', () => ({ headers: { ...ICI, 'Content-Type': 'multipart/form-data' }, body: '--x\r\n' })],
  [
    'coupé',
    () => ({ headers: { ...ICI, 'Content-Type': 'multipart/form-data; boundary=x' }, body: '--x\r\nContent-Disp' }),
  ],
  ['qui répète un champ', () => ({ headers: FORMULAIRE, body: 'motif=essai&motif=autre&quoi=a&quoi=b&a=1&a=2' })],
];

it.each(demandes)(
  '%s est refusé (%i) partout où l’on envoie un formulaire, et rien ne change',
  async (_, statut, envoi) => {
    const avant = await contenuDuRegistre(banc);
    for (const route of formulaires) {
      const reponse = await banc.app.request(`${LOCAL}${adresseDe(route)}`, { method: 'POST', ...envoi() });
      expect([route, reponse.status, texteDe(await reponse.text())]).toEqual([
        route,
        statut,
        expect.stringContaining('ien n’a été enregistré'),
      ]);
    }
    expect(await contenuDuRegistre(banc)).toBe(avant);
  },
);

it.each(abimes)('un formulaire %s est refusé partout où on le lit', async (_, envoi) => {
  for (const route of formulaires.filter((route) => !SANS_CHAMP.includes(route))) {
    const reponse = await banc.app.request(`${LOCAL}${adresseDe(route)}`, { method: 'POST', ...envoi() });
    expect([route, reponse.status]).toEqual([
      route,
      route.includes(':id') || route.includes(':jeton') ? expect.any(Number) : 400,
    ]);
    expect([route, reponse.status >= 400 && reponse.status < 500]).toEqual([route, true]);
  }
});

it('une adresse abîmée ou démesurée est refusée en une phrase', async () => {
  const lire = async (adresse: string) => {
    const reponse = await banc.app.request(`${LOCAL}${adresse}`);
    return [reponse.status, texteDe(await reponse.text())];
  };
  for (const abimee of ['/?q=%', '/?q=%E9', '/dossiers?q=%C0%AF', '/entree?suite=%ZZ', '/?%FF=a'])
    expect([abimee, ...(await lire(abimee))]).toEqual([
      abimee,
      400,
      expect.stringContaining('un de ses caractères ne se lit pas'),
    ]);
  for (const longue of [`/?q=${'x'.repeat(9_000)}`, `/dossiers/${'9'.repeat(9_000)}`])
    expect(await lire(longue)).toEqual([
      414,
      expect.stringMatching(/trop longue : 8\s000 caractères au plus, 9\s0\d\d ici/),
    ]);
  for (const perdue of [
    '/%',
    '/%00',
    '/dossiers/%FF',
    '/..%2f..%2fetc',
    '//',
    '/dossiers//evenement',
    `/dossiers/${numero}/%E9`,
  ])
    expect([perdue, (await lire(perdue))[0]]).toEqual([perdue, 404]);
});

describe('une liste ne se montre pas autre que celle demandée', () => {
  const filtres = { etape: 'EN_CSP', referent: 'conseillere-1', alerte: 'oui' };
  const portefeuille = { echeance: 'SEPT_JOURS', reglement: 'csp-2015-v2025', courrier: 'REVENU', tri: 'NOM' };
  /** Each list, who reads it, and what it may be asked for, with a value that it knows. */
  const listes: Record<string, { role: Role; connues: Record<string, string> }> = {
    '/': { role: 'CONSEILLER', connues: filtres },
    '/dossiers': { role: 'CONSEILLER', connues: { ...filtres, ...portefeuille, page: '1' } },
    '/dossiers.csv': { role: 'CONSEILLER', connues: { ...filtres, ...portefeuille } },
    '/taches': { role: 'CONSEILLER', connues: { ...filtres, quand: 'PLUS_TARD', page: '1' } },
    '/taches/laissees': { role: 'RESPONSABLE', connues: { ...filtres, page: '1' } },
    '/exploitation/parcours': { role: 'EXPLOITATION', connues: { page: '1' } },
    '/boite': { role: 'CONSEILLER', connues: { page: '1' } },
    '/boite.json': { role: 'CONSEILLER', connues: {} },
  };
  /** Pages that list nothing. */
  const AUTRES = [
    ...['/entree', '/entree/identite', '/entree/identite/retour', '/reprendre', '/compte', '/exploitation'],
    '/confier/apercu',
  ];
  const noms = [...new Set(Object.values(listes).flatMap(({ connues }) => Object.keys(connues))), 'q', 'agence'];

  beforeAll(async () => {
    const { agence, referent } = personnesInventees;
    await enregistrerAgence(banc.registre, { ...agence, id: 'ailleurs' });
    await enregistrerReferent(banc.registre, { ...referent, id: 'conseillere-1' });
    await enregistrerReferent(banc.registre, { ...referent, id: 'lointaine', agence: 'ailleurs' });
  });

  it('chaque page sans dossier à elle est une liste de la table, ou n’en est pas une', () => {
    const pages = Object.keys(acces).flatMap((route) => /^GET (\/[a-z./]*)$/.exec(route)?.[1] ?? []);
    const sante = pages.filter((page) => page.startsWith('/sante'));
    expect([...Object.keys(listes), ...AUTRES, ...sante].sort()).toEqual(pages.sort());
  });

  it.each(Object.entries(listes))('%s', async (liste, { role, connues }) => {
    const { app } = role === 'CONSEILLER' ? banc : await banc.comme({ role, id: `liste-${role.toLowerCase()}` });
    const demander = (demande: string) => app.request(`${LOCAL}${liste}?${demande}`);
    for (const [nom, valeur] of Object.entries(connues)) {
      expect([nom, (await demander(`${nom}=${valeur}`)).status]).toEqual([nom, 200]);
      expect([nom, (await demander(`${nom}=`)).status]).toEqual([nom, 200]);
    }
    const avant = await contenuDuRegistre(banc);
    const inconnues = noms.flatMap((nom) =>
      nom in connues
        ? ['XYZ', `${connues[nom]}x`, 'lointaine', '-1', '0'].map((valeur) => [
            `${nom}=${valeur}`,
            /la valeur donnée à « /,
          ])
        : [[`${nom}=${nom === 'q' ? 'x'.repeat(107) : 'XYZ'}`, /que cette liste ne connaît pas|trop longue/]],
    );
    const doubles = Object.entries(connues).map(([nom, v]) => [`${nom}=${v}&${nom}=${v}`, /donne deux valeurs à « /]);
    for (const [demande, phrase] of [...inconnues, ...doubles] as [string, RegExp][]) {
      const reponse = await demander(demande);
      expect([demande, reponse.status, texteDe(await reponse.text())]).toEqual([
        demande,
        400,
        expect.stringMatching(phrase),
      ]);
      expect([demande, reponse.headers.get('set-cookie')]).toEqual([demande, null]);
    }
    expect(await contenuDuRegistre(banc)).toBe(avant);
  });
});

describe('le serveur de codec', () => {
  const envoyer = async (corps: string | Uint8Array<ArrayBuffer>, entetes: Record<string, string> = {}) => {
    const operateur = await exploitant;
    const reponse = await operateur.app.request(`${LOCAL}/codec/decode`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: ORIGINE_UI, ...entetes },
      body: corps,
    });
    return [reponse.status, JSON.parse(await reponse.text())];
  };
  let exploitant: ReturnType<Banc['comme']>;
  beforeAll(() => {
    exploitant = banc.comme({ role: 'EXPLOITATION' });
  });

  it.each([
    ['vide', ''],
    ['qui n’est pas du JSON', '{'],
    ['sans payloads', '{"payloads":null}'],
    ['de listes emboîtées', '['.repeat(200_000)],
    ['de payloads emboîtés', `{"payloads":${'['.repeat(5_000)}${']'.repeat(5_000)}}`],
    ['qui n’est pas de la base64', '{"payloads":[{"data":"é"}]}'],
    ['d’octets', Buffer.from([0xff, 0xfe, 0x00])],
  ])('refuse en une phrase un corps %s', async (_, corps) => {
    expect(await envoyer(corps)).toEqual([400, { erreur: expect.stringContaining('On attend') }]);
  });

  it('refuse ce qui est démesuré, et un espace qui n’en est pas un', async () => {
    expect(await envoyer('{}', { 'Content-Length': `${17 << 20}` })).toEqual([
      413,
      { erreur: expect.stringContaining('16 384 ko au plus'.replace(' ', '\u202f')) },
    ]);
    expect(await envoyer('{"payloads":[]}', { 'X-Namespace': 'x; DROP TABLE audit' })).toEqual([
      400,
      { erreur: expect.stringContaining('X-Namespace') },
    ]);
    expect((await envoyer('{"payloads":[]}', { 'X-Namespace': 'default' }))[0]).toBe(200);
  });
});

it('la santé répond la même chose, quoi qu’on lui demande', async () => {
  for (const demande of ['', '?q=essai', '?releve=oui&releve=non', '?__proto__=x']) {
    const reponse = await banc.nu.request(`${LOCAL}/sante${demande}`);
    expect([demande, reponse.status, await reponse.json()]).toEqual([
      demande,
      200,
      expect.objectContaining({ etat: 'ok' }),
    ]);
  }
});

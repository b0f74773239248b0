import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPayloadConverter } from '@temporalio/common';
import { createTransport } from 'nodemailer';
import type { MessageBoite } from '../../client/local/boite';
import { creerApplication } from '../../client/web/application';
import { creerPorte } from '../../client/web/porte/creer-porte';
import { type Banc, lirePage, ORIGINE_UI, ouvrirBanc, texteDe } from './banc';

let banc: Banc;
beforeAll(async () => {
  banc = await ouvrirBanc();
});
afterAll(() => banc?.fermer());

const LOCAL = 'http://127.0.0.1:3000';

describe('ce que les pages refusent', () => {
  it('une méthode que l’adresse ne connaît pas, en disant lesquelles elle connaît', async () => {
    const demander = async (method: string, chemin: string) => {
      const entetes = { Origin: LOCAL, 'Sec-Fetch-Site': 'same-origin' };
      const { status, headers } = await banc.app.request(`${LOCAL}${chemin}`, { method, headers: entetes });
      return [status, headers.get('Allow')];
    };
    expect(await demander('GET', '/dossiers/2025-000001-00/actions')).toEqual([405, 'POST']);
    expect(await demander('DELETE', '/dossiers/2025-000001-00/evenement')).toEqual([405, 'GET, HEAD, POST']);
    expect(await demander('POST', '/sante')).toEqual([405, 'GET, HEAD']);
    expect(await demander('GET', '/nulle-part')).toEqual([404, null]);
  });

  it('un autre nom de machine, fût-il redirigé ici', async () => {
    const ailleurs = await banc.app.request('http://jalon.example.org:3000/', {
      headers: { Host: 'jalon.example.org:3000' },
    });
    expect([ailleurs.status, texteDe(await ailleurs.text())]).toEqual([403, expect.stringContaining('127.0.0.1')]);
    const nomme = creerApplication({
      ...banc.deps,
      porte: creerPorte({ ...banc.deps.porte, tls: true, hotes: ['127.0.0.1', 'Jalon.example.org'] }),
    });
    const ici = await nomme.request('http://jalon.example.org/entree');
    expect([ici.status, ici.headers.get('strict-transport-security')]).toEqual([
      200,
      'max-age=31536000; includeSubDomains',
    ]);
    expect((await nomme.request('http://autre.example.org/entree')).status).toBe(403);
    // The browser says https, the proxy asks over http.
    const envoyer = (Origin: string) =>
      nomme.request('http://jalon.example.org/sortie', {
        method: 'POST',
        headers: { Origin },
        body: new URLSearchParams(),
      });
    expect((await envoyer('https://jalon.example.org')).status).toBe(303);
    expect((await envoyer('http://jalon.example.org')).status).toBe(403);
    for (const hote of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000']) {
      expect((await banc.app.request(`${LOCAL}/sante`, { headers: { Host: hote } })).status).toBe(200);
    }
  });

  it('un formulaire venu d’ailleurs', async () => {
    const entetes: Record<string, string>[] = [
      { Origin: 'http://127.0.0.1:8233', 'Sec-Fetch-Site': 'same-site' },
      { Origin: 'https://malveillant.example.org', 'Sec-Fetch-Site': 'cross-site' },
      {},
    ];
    for (const headers of entetes) {
      const reponse = await banc.app.request(`${LOCAL}/dossiers/2025-000001-00/evenement`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ _acte: 'annuler' }),
      });
      expect([reponse.status, texteDe(await reponse.text())]).toEqual([
        403,
        expect.stringContaining('rien n’a été enregistré'),
      ]);
    }
  });

  it('un formulaire démesuré ou qui n’est pas des nôtres', async () => {
    const numero = await banc.ouvrir('gardes');
    expect((await banc.poster(`/dossiers/${numero}/evenement`, { _motif: 'x'.repeat(70_000) })).status).toBe(413);
    const incompris = await banc.poster(`/dossiers/${numero}/evenement`, { _acte: 'consigner' });
    expect([incompris.status, texteDe(await incompris.text())]).toEqual([
      400,
      expect.stringContaining(`Reprendre depuis le dossier ${numero}`),
    ]);
    const longue = await lirePage(banc, `/?q=${'x'.repeat(107)}`);
    expect([longue.statut, longue.texte]).toEqual([400, expect.stringContaining('100 caractères au plus, 107 ici')]);
    expect(
      (
        await banc.poster(`/dossiers/${numero}/evenement/apercu`, {
          _acte: 'consigner',
          _type: '__proto__',
          _id: '00000000-0000-0000-0000-000000000000',
          _version: '1',
        })
      ).status,
    ).toBe(400);
  });

  it('une adresse qui ne mène nulle part, en français', async () => {
    const reponse = await banc.app.request(`${LOCAL}/rien`);
    expect([reponse.status, texteDe(await reponse.text())]).toEqual([404, expect.stringContaining('Page introuvable')]);
  });

  it('une panne est dite sans détail, et signalée', async () => {
    const numero = await banc.ouvrir('panne');
    const casse = await ouvrirBanc();
    casse.deps.registre = { ...banc.registre, db: null as never };
    const reponse = await casse.app.request(`${LOCAL}/dossiers/${numero}`);
    expect([reponse.status, texteDe(await reponse.text())]).toEqual([500, expect.stringContaining('Rien n’est perdu')]);
    expect(casse.erreurs).toHaveLength(1);
    await casse.fermer();
  });
});

it('chaque page interdit les scripts, les cadres d’ailleurs et la mise en mémoire', async () => {
  const { headers } = await banc.app.request(`${LOCAL}/`);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('content-security-policy')).not.toContain('script');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('same-origin');
  expect(headers.get('strict-transport-security')).toBeNull();
});

it('les feuilles de style viennent de cette machine et se gardent', async () => {
  const html = await (await banc.app.request(`${LOCAL}/`)).text();
  const feuilles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((m) => m[1]!);
  expect(feuilles).toHaveLength(2);
  for (const feuille of feuilles) {
    const reponse = await banc.app.request(LOCAL + feuille);
    expect([reponse.status, reponse.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    expect(reponse.headers.get('cache-control')).toContain('immutable');
  }
});

describe('la santé', () => {
  it('répond 200 quand tout répond, 503 sinon, partie par partie', async () => {
    const bonne = await banc.app.request(`${LOCAL}/sante`);
    expect([bonne.status, await bonne.json()]).toEqual([
      200,
      expect.objectContaining({ etat: 'ok', parties: { registre: 'repond' }, releve: null }),
    ]);
    const muet = await ouvrirBanc({
      sondes: {
        registre: async () => true,
        moteur: async () => false,
        worker: () => Promise.reject(new Error('mort')),
      },
    });
    const panne = await muet.app.request(`${LOCAL}/sante`);
    expect([panne.status, await panne.json()]).toEqual([
      503,
      expect.objectContaining({ etat: 'en panne', parties: { registre: 'repond', moteur: 'muet', worker: 'muet' } }),
    ]);
    await muet.fermer();
  });
});

describe('la boîte locale', () => {
  beforeAll(() => {
    const message = [
      'From: Agence <agence@example.org>',
      'To: =?UTF-8?Q?=C3=89lo=C3=AFse?= <eloise@example.org>',
      'Subject: =?UTF-8?Q?Votre_d=C3=A9lai?=',
      'Date: Thu, 10 Jul 2025 08:00:00 +0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p style="color:red">Bonjour</p>',
      '--b',
      'Content-Type: application/pdf; name="lettre.pdf"',
      'Content-Disposition: attachment; filename="lettre.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('%PDF-1.7').toString('base64'),
      '--b--',
      '',
    ];
    writeFileSync(join(banc.boite, '20250710-essai.eml'), message.join('\r\n'));
  });

  it('se lit comme une page et comme un tableau JSON', async () => {
    const json = (await (await banc.app.request(`${LOCAL}/boite.json`)).json()) as MessageBoite[];
    expect(json).toMatchObject([
      {
        subject: 'Votre délai',
        date: '2025-07-10T08:00:00.000Z',
        attachments: [{ filename: 'lettre.pdf', contentType: 'application/pdf', size: 8 }],
      },
    ]);
    expect(json[0]!.to).toContain('eloise@example.org');
    expect(json[0]!.from).toContain('agence@example.org');
    const page = texteDe(await (await banc.app.request(`${LOCAL}/boite?q=delai`)).text());
    expect(page).toContain('Votre délai');
    expect(texteDe(await (await banc.app.request(`${LOCAL}/boite?q=rien`)).text())).toContain(
      'Aucun message ne répond',
    );
  });

  it('nomme chaque pièce, et l’invitation une seule fois bien qu’elle voyage deux fois', async () => {
    const transport = createTransport({ streamTransport: true, buffer: true });
    const ecrire = async (id: string, plus: object) => {
      const { message } = await transport.sendMail({
        ...{ from: 'agence@example.org', to: 'eloise@example.org', subject: `Invitation ${id}`, text: 'Bonjour' },
        attachments: [{ filename: 'jalon-lettre.pdf', content: '%PDF-1.7' }],
        ...plus,
      });
      writeFileSync(join(banc.boite, `${id}.eml`), message as Buffer);
      return texteDe(
        await (await banc.app.request(`${LOCAL}/boite?q=${encodeURIComponent(`Invitation ${id}`)}`)).text(),
      );
    };
    const content = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
    const nommee = await ecrire('nommee', { icalEvent: { method: 'REQUEST', filename: 'invitation.ics', content } });
    expect(nommee).toMatch(/ (jalon-lettre\.pdf, invitation\.ics|invitation\.ics, jalon-lettre\.pdf) /);
    const seule = await ecrire('seule', { alternatives: [{ contentType: 'text/calendar; method=REQUEST', content }] });
    expect(seule).toMatch(/ invitation \(\.ics\), jalon-lettre\.pdf /);
    for (const id of ['nommee', 'seule']) rmSync(join(banc.boite, `${id}.eml`));
  });

  it('montre un message dans un cadre fermé, et rend ses pièces', async () => {
    const [{ id }] = (await (await banc.app.request(`${LOCAL}/boite.json`)).json()) as [MessageBoite];
    expect(await (await banc.app.request(`${LOCAL}/boite/${id}`)).text()).toContain('<iframe class="message"');
    const html = await banc.app.request(`${LOCAL}/boite/${id}/html`);
    expect(html.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    expect(await html.text()).toContain('Bonjour');
    const piece = await banc.app.request(`${LOCAL}/boite/${id}/pieces/0`);
    expect([piece.headers.get('content-type'), await piece.text()]).toEqual(['application/pdf', '%PDF-1.7']);
    expect((await banc.app.request(`${LOCAL}/boite/${id}/pieces/7`)).status).toBe(404);
    expect((await banc.app.request(`${LOCAL}/boite/..%2Fcles-codec`)).status).toBe(404);
    expect((await banc.app.request(`${LOCAL}/boite/${id}/source`)).headers.get('content-type')).toBe('message/rfc822');
  });

  it('n’existe pas hors du profil local', async () => {
    const nu = await ouvrirBanc({ boite: null, codec: null });
    expect((await nu.app.request(`${LOCAL}/boite`)).status).toBe(404);
    expect(
      (
        await nu.app.request(`${LOCAL}/codec/decode`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: '{}',
        })
      ).status,
    ).toBe(404);
    await nu.fermer();
  });
});

describe('le serveur de codec', () => {
  let operateur: Pick<Banc, 'app'>;
  beforeAll(async () => {
    operateur = await banc.comme({ role: 'EXPLOITATION' });
  });
  const appeler = (chemin: string, corps: unknown, { app }: Pick<Banc, 'app'> = operateur) =>
    app.request(LOCAL + chemin, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: ORIGINE_UI, 'X-Namespace': 'default' },
      body: JSON.stringify(corps),
    });
  const payload = defaultPayloadConverter.toPayload({ numero: '2025-000001-05' })!;
  const enJson = {
    metadata: { encoding: Buffer.from(payload.metadata!.encoding!).toString('base64') },
    data: Buffer.from(payload.data!).toString('base64'),
  };

  it('chiffre et déchiffre ce que l’interface lui donne, et en garde trace', async () => {
    const chiffre = (await (await appeler('/codec/encode', { payloads: [enJson] })).json()) as {
      payloads: [typeof enJson];
    };
    expect(Buffer.from(chiffre.payloads[0].metadata.encoding, 'base64').toString()).toBe('binary/encrypted');
    const clair = await appeler('/codec/decode', chiffre);
    expect(await clair.json()).toEqual({ payloads: [enJson] });
    expect(clair.headers.get('access-control-allow-origin')).toBe(ORIGINE_UI);
    const { rows } = await banc.registre.pool.query(`SELECT auteur, details FROM audit WHERE acte = 'DECHIFFRER'`);
    expect(rows).toEqual([{ auteur: 'exploitation', details: { payloads: 1, espace: 'default' } }]);
  });

  it('ne déchiffre que pour l’exploitation ; l’interface de cette machine-ci, sans session', async () => {
    const rien = { payloads: [] };
    expect((await appeler('/codec/decode', rien, { app: banc.nu as never })).status).toBe(401);
    expect((await appeler('/codec/decode', rien, banc)).status).toBe(403);
    const essai = creerApplication({ ...banc.deps, codec: { ...banc.deps.codec!, sansSession: true } });
    expect((await appeler('/codec/decode', rien, { app: essai as never })).status).toBe(200);
    const { rows } = await banc.registre.pool.query(
      `SELECT auteur FROM audit WHERE acte = 'DECHIFFRER' ORDER BY id DESC`,
    );
    expect(rows[0]).toEqual({ auteur: 'local' });
  });

  it('ne laisse lire que l’interface de Temporal', async () => {
    const prealable = (Origin: string) =>
      banc.app.request(`${LOCAL}/codec/decode`, {
        method: 'OPTIONS',
        headers: { Origin, 'Access-Control-Request-Method': 'POST' },
      });
    expect((await prealable(ORIGINE_UI)).headers.get('access-control-allow-origin')).toBe(ORIGINE_UI);
    expect((await prealable('https://ailleurs.example.org')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('refuse ce qu’il ne sait pas lire', async () => {
    expect((await appeler('/codec/decode', { autre: 1 })).status).toBe(400);
    const abime = {
      metadata: { encoding: Buffer.from('binary/encrypted').toString('base64'), 'encryption-key-id': 'ZXNzYWk=' },
      data: 'AAAA',
    };
    expect((await appeler('/codec/decode', { payloads: [abime] })).status).toBe(400);
  });
});

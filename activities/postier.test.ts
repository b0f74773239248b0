import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { ecouter } from '../client/local/ecouter';
import { portLibre } from '../client/local/ports';
import { creerAutorite } from '../test/outils/certificats';
import type { Message } from './message';
import { creerPostier, RemiseEchouee } from './postier';
import { raisonDuRelais } from './relais';

const message = (reste: Partial<Message> = {}): Message => ({
  messageId: '<abc@example.org>',
  a: { nom: 'Éloïse', adresse: 'eloise@example.org' },
  agence: { nom: 'Agence inventée', email: 'agence@example.org' },
  objet: 'Votre rendez-vous',
  texte: 'Bonjour',
  html: '<p>Bonjour</p>',
  pdf: { nom: 'lettre.pdf', contenu: Buffer.from('%PDF-1.7') },
  date: new Date('2026-03-24T08:00:00Z'),
  cle: '2026-000001-01/C01_PROPOSITION/BENEFICIAIRE/2026-03-24',
  ...reste,
});

/** A real server for the time of one test. */
async function avecServeur<T>(
  options: SMTPServerOptions,
  travail: (url: string, recus: { contenu: string; retour: string }[]) => Promise<T>,
): Promise<T> {
  const recus: { contenu: string; retour: string }[] = [];
  const serveur = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData(flux, session, fini) {
      const morceaux: Buffer[] = [];
      flux.on('data', (m: Buffer) => morceaux.push(m));
      flux.on('end', () => {
        const { mailFrom } = session.envelope;
        recus.push({ contenu: Buffer.concat(morceaux).toString(), retour: mailFrom ? mailFrom.address : '' });
        fini();
      });
    },
    ...options,
  });
  const port = await ecouter(serveur, 0);
  try {
    return await travail(`smtp://127.0.0.1:${port}`, recus);
  } finally {
    await new Promise<void>((fini) => serveur.close(() => fini()));
  }
}

async function echec(url: string): Promise<RemiseEchouee> {
  const postier = creerPostier({ url }, 'jalon@example.org');
  try {
    const erreur = await postier.remettre(message()).catch((e: unknown) => e);
    expect(erreur).toBeInstanceOf(RemiseEchouee);
    return erreur as RemiseEchouee;
  } finally {
    postier.fermer();
  }
}

const refuser = (responseCode: number, mots = 'non') => Object.assign(new Error(mots), { responseCode });

describe('ce que le serveur répond', () => {
  it.each([
    [550, 'REFUSE'],
    [451, 'PAS_PARTI'],
  ] as const)('au destinataire, %i : %s', async (code, genre) => {
    const onRcptTo: SMTPServerOptions['onRcptTo'] = (_a, _s, fini) => fini(refuser(code));
    await avecServeur({ onRcptTo }, async (url) => {
      const erreur = await echec(url);
      expect(erreur).toMatchObject({ genre, message: `réponse SMTP ${code} à RCPT TO` });
    });
  });

  it.each([
    [554, 'REFUSE'],
    [452, 'PAS_PARTI'],
  ] as const)('au contenu, %i : %s', async (code, genre) => {
    const onData: SMTPServerOptions['onData'] = (flux, _s, fini) => {
      flux.resume();
      flux.on('end', () => fini(refuser(code)));
    };
    await avecServeur({ onData }, async (url) => expect(await echec(url)).toMatchObject({ genre }));
  });

  it.each([
    ['5.7.26 DKIM failed for eloise@example.org', 'PAS_PARTI', 'NOUS', 'réponse SMTP 550 5.7.26 à RCPT TO'],
    ['blocked using zen.spamhaus.org', 'PAS_PARTI', 'NOUS', 'réponse SMTP 550 à RCPT TO'],
    ['5.2.2 mailbox full', 'REFUSE', 'BOITE', 'réponse SMTP 550 5.2.2 à RCPT TO'],
    ['5.1.1 unknown', 'REFUSE', 'ADRESSE', 'réponse SMTP 550 5.1.1 à RCPT TO'],
  ] as const)('« %s » : %s, la faute à %s, et rien de ses mots', async (mots, genre, tort, dit) => {
    const onRcptTo: SMTPServerOptions['onRcptTo'] = (_a, _s, fini) => fini(refuser(550, mots));
    await avecServeur({ onRcptTo }, async (url) => {
      expect(await echec(url)).toMatchObject({ genre, tort, message: dit });
    });
  });

  it('un relais qui ne veut pas de nous n’a rien dit du destinataire', async () => {
    const onMailFrom: SMTPServerOptions['onMailFrom'] = (_a, _s, fini) => fini(refuser(550));
    await avecServeur({ onMailFrom }, async (url) =>
      expect(await echec(url)).toMatchObject({ genre: 'PAS_PARTI', tort: 'NOUS' }),
    );
  });
});

describe('ce que le serveur ne dit pas', () => {
  it('personne à l’adresse du relais : le message n’est pas parti', async () => {
    expect(await echec(`smtp://127.0.0.1:${await portLibre()}`)).toMatchObject({ genre: 'PAS_PARTI' });
  });

  it.each([
    ['après le contenu, avant sa réponse : parti peut-être', '.', 'INCONNU'],
    ['avant de demander le contenu : pas parti', 'DATA', 'PAS_PARTI'],
  ] as const)('coupe la connexion %s', async (_quoi, sur, genre) => {
    const serveur = createServer((prise) => dialogue(prise, sur));
    serveur.listen(0, '127.0.0.1');
    await once(serveur, 'listening');
    const { port } = serveur.address() as { port: number };
    expect(await echec(`smtp://127.0.0.1:${port}`)).toMatchObject({ genre });
    serveur.close();
  });
});

describe('un relais dont l’autorité est donnée', () => {
  const nous = creerAutorite('Autorité d’essai');
  const autre = creerAutorite('Autre autorité');
  const { certificat: cert, cle: key } = nous.certifier('relais', { noms: ['127.0.0.1'] });
  const chiffre: SMTPServerOptions = { disabledCommands: ['AUTH'], cert, key };

  it('reçoit par TLS, dès le premier mot ou après STARTTLS', async () => {
    for (const secure of [true, false])
      await avecServeur({ ...chiffre, secure }, async (url, recus) => {
        const relais = { url: secure ? url.replace('smtp', 'smtps') : url, autorite: nous.certificat };
        expect(await raisonDuRelais(relais)).toBeNull();
        const postier = creerPostier(relais, 'jalon@example.org');
        await postier.remettre(message());
        postier.fermer();
        expect(recus).toHaveLength(1);
      });
  });

  it('ne reçoit rien quand une autre l’a certifié, ou quand il ne parle qu’en clair', async () => {
    for (const [options, autorite, dit] of [
      [chiffre, autre.certificat, /self-signed|unable to/],
      [{}, nous.certificat, /STARTTLS/],
    ] as const)
      await avecServeur(options, async (url, recus) => {
        expect(await raisonDuRelais({ url, autorite })).toMatch(dit);
        const postier = creerPostier({ url, autorite }, 'jalon@example.org');
        await expect(postier.remettre(message())).rejects.toMatchObject({ genre: 'PAS_PARTI' });
        postier.fermer();
        expect(recus).toEqual([]);
      });
  });
});

/** Speaks SMTP by hand, and hangs up on a line. */
function dialogue(prise: Socket, sur: 'DATA' | '.'): void {
  prise.on('error', () => undefined);
  prise.write('220 essai\r\n');
  let reste = '';
  let contenu = false;
  prise.on('data', (octets) => {
    const lignes = (reste + octets.toString('latin1')).split('\r\n');
    reste = lignes.pop() ?? '';
    for (const ligne of lignes) {
      if (ligne === sur) prise.destroy();
      else if (ligne === 'DATA') {
        contenu = true;
        prise.write('354 allez\r\n');
      } else if (!contenu) prise.write('250 bien\r\n');
    }
  });
}

describe('ce qui part', () => {
  it('revient à l’adresse des retours, sous le nom de l’agence', async () => {
    await avecServeur({}, async (url, recus) => {
      const postier = creerPostier({ url }, 'Jalon <jalon@example.org>', 'retours@example.org');
      // A whole letter, then one of text alone, which is written apart.
      await postier.remettre(message());
      await postier.remettre(message({ pdf: null }));
      postier.fermer();
      expect(recus.map((m) => m.retour)).toEqual(['retours@example.org', 'retours@example.org']);
      for (const { contenu } of recus) verifier(await simpleParser(contenu));
    });
    function verifier(lu: Awaited<ReturnType<typeof simpleParser>>): void {
      expect(lu.from?.value[0]).toEqual({ address: 'jalon@example.org', name: 'Agence inventée' });
      expect(lu.messageId).toBe('<abc@example.org>');
      expect(lu.headers.get('x-auto-response-suppress')).toBe('All');
      expect(lu.headers.get('auto-submitted')).toBe('auto-generated');
      expect(lu.headers.get('x-jalon-courrier')).toBe('2026-000001-01/C01_PROPOSITION/BENEFICIAIRE/2026-03-24');
    }
  });

  it('une invitation est une variante du texte et une pièce jointe, avec sa méthode', async () => {
    const ics = 'BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n';
    await avecServeur({}, async (url, recus) => {
      const postier = creerPostier({ url }, 'jalon@example.org');
      await postier.remettre(message({ invitation: { methode: 'CANCEL', ics } }));
      postier.fermer();
      const { contenu } = recus[0]!;
      expect(contenu).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=CANCEL/i);
      const { attachments } = await simpleParser(contenu);
      const calendriers = attachments.filter((a) => /calendar|ics/.test(a.contentType));
      expect(calendriers.map((a) => a.content.toString())).toContain(ics);
      expect(attachments.map((a) => a.filename)).toContain('lettre.pdf');
    });
  });

  it('des dates à mettre dans un agenda sont une pièce jointe seule : personne n’est invité', async () => {
    const calendrier = 'BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n';
    await avecServeur({}, async (url, recus) => {
      const postier = creerPostier({ url }, 'jalon@example.org');
      await postier.remettre(message({ calendrier }));
      postier.fermer();
      const { attachments, text } = await simpleParser(recus[0]!.contenu);
      expect(attachments.map((a) => a.filename)).toEqual(['lettre.pdf', 'vos-dates.ics']);
      expect(attachments[1]!.content.toString()).toBe(calendrier);
      expect(text).toBeTruthy();
    });
  });
});

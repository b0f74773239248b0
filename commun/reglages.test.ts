import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { refusDeReglage } from '../test/outils/refus-de-reglage';
import { racine } from './racine';
import { lireReglages } from './reglages';
import { variables } from './variables';

const CLE = `k1:${Buffer.alloc(32, 7).toString('base64')}`;

const refus = (env: Record<string, string>): string => refusDeReglage(() => lireReglages(env));

describe('réglages par défaut', () => {
  it('le profil local n’a besoin de rien et envoie quand c’est dû', () => {
    const r = lireReglages({});
    expect([r.port, r.temporal.port, r.temporal.portUi, r.smtp.port, r.registre.port]).toEqual([
      3000, 7233, 8233, 1025, 5433,
    ]);
    expect(r.envoi).toBe('immediat');
    expect(r.donnees).toBe(`${racine}/var`);
    expect(r.temporal.adresse).toBe('127.0.0.1:7233');
    expect(r.avertissements).toEqual([]);
  });

  it('les adresses locales suivent les ports choisis', () => {
    const r = lireReglages({ JALON_TEMPORAL_PORT: '7300', JALON_SMTP_PORT: '2525' });
    expect(r.temporal.adresse).toBe('127.0.0.1:7300');
    expect(r.smtp.url).toBe('smtp://127.0.0.1:2525');
  });

  it('ce qui a une adresse n’est pas démarré par Jalon', () => {
    expect(lireReglages({ JALON_SMTP_URL: 'smtp://relais:25' }).embarques).toEqual({
      moteur: true,
      registre: true,
      boite: false,
    });
  });

  it('une variable vide compte comme absente', () => {
    expect(lireReglages({ JALON_PORT: ' ' }).port).toBe(3000);
  });
});

describe('réglage faux', () => {
  it('la phrase nomme la variable, sa valeur et ce qui est attendu', () => {
    expect(refus({ JALON_PORT: 'trois-mille' })).toBe(
      'JALON_PORT vaut « trois-mille » : on attend un numéro de port entre 1 et 65535.',
    );
  });

  it('une durée de conservation se donne par sorte, et n’est pas plus courte que ce qui sert encore', () => {
    const { conservation } = lireReglages({ JALON_CONSERVATION_MOIS: 'dossiers=24, sorties=12' });
    expect(conservation).toEqual({ active: false, durees: { DOSSIERS: 24, SORTIES: 12 } });
    expect(lireReglages({ JALON_CONSERVATION: 'active' }).conservation).toEqual({ active: true, durees: {} });
    expect(refus({ JALON_CONSERVATION_MOIS: 'sorties=1' })).toContain('sorties : 3 au moins');
  });

  it('tous les réglages faux sont nommés à la fois', () => {
    expect(refus({ JALON_PORT: '0', JALON_ENVOI: 'demain' }).split('\n')).toHaveLength(2);
  });

  it.each(Object.keys(variables).filter((v) => !/DONNEES|CACHE$|BINAIRE|MOT_DE_PASSE/.test(v)))(
    '%s refuse n’importe quoi',
    (nom) => {
      expect(refus({ [nom]: '<<?>>' })).toContain(nom);
    },
  );

  it.each([
    ['JALON_REGISTRE_URL', 'postgresql://jalon:50%@registre/jalon'],
    ['JALON_REGISTRE_URL', 'postgresql://jalon:%ff@registre/jalon'],
    ['JALON_REGISTRE_URL', 'postgresql://ja%lon:x1@registre/jalon'],
    ['JALON_REGISTRE_URL', 'postgresql://jalon:x1@registre/jalon%'],
    ['JALON_REGISTRE_URL', 'postgresql://jalon:x1@registre%ff/jalon'],
    ['JALON_REGISTRE_URL', 'postgresql://jalon:x1@registre%20/jalon'],
    ['JALON_REGISTRE_URL', 'postgresql://jalon:x1@registre:99999/jalon'],
    ['JALON_REGISTRE_URL', 'postgresql://jalon:x1@registre/jalon?port=abc'],
    ['JALON_REGISTRE_URL', 'postgresql://jalon:x1@registre/jalon?sslrootcert=/absent.pem'],
    ['JALON_REGISTRE_URL', `postgresql://jalon:x1@registre/jalon?sslkey=${__filename}`],
    ['JALON_REGISTRE_URL', 'postgresql://jalon:x1@registre/jalon?uselibpqcompat=true&sslmode=verify-ca'],
    ['JALON_SMTP_URL', 'smtps://jalon:50%@relais'],
    ['JALON_SMTP_URL', 'smtps://ja%lon:x1@relais'],
    ['JALON_SMTP_URL', 'smtp://relais%ff:25'],
    ['JALON_SMTP_URL', 'smtp://re%20lais:25'],
    ['JALON_TEMPORAL_ADRESSE', 'temporal:99999'],
    ['JALON_METRIQUES', 'localhost:9464'],
    ['JALON_METRIQUES', '127.0.0.1:99999'],
    ['JALON_METRIQUES_WEB', '127.0.0.1:0'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collecteur:4318'],
    ['JALON_MANDATAIRES', '10.0.0.0/33'],
    ['JALON_URL', 'https://jalon.example.org/%'],
    ['JALON_TEMPORAL_UI', 'https://[::1'],
    ['JALON_OIDC_EMETTEUR', 'https://identite%.example.org'],
  ])('%s : %s est refusé en une phrase, avant qu’un pilote ou une écoute y bute', (nom, valeur) => {
    expect(refus({ [nom]: valeur })).toMatch(new RegExp(`^${nom} [^\n]+ : on attend [^\n]+\\.$`));
  });

  it('ce qui se décode passe : un signe par son code, une prise locale, un hôte accentué', () => {
    const bonnes = {
      JALON_REGISTRE_URL: 'postgresql://jalon:50%25@%2Fvar%2Frun%2Fpostgresql/jalon',
      JALON_SMTP_URL: 'smtp://jalon:50%25%20@rélais:25',
    };
    const { registre, smtp } = lireReglages(bonnes);
    expect([registre.url, smtp.url]).toEqual(Object.values(bonnes));
  });

  it('la valeur d’une clé n’est jamais montrée', () => {
    expect(refus({ JALON_CLES: 'secret-mal-écrit' })).not.toContain('secret');
  });

  it('un nom mal écrit est signalé avec le nom voisin', () => {
    expect(lireReglages({ JALON_PROT: '3001' }).avertissements).toEqual([
      'JALON_PROT n’est pas un réglage de Jalon : vouliez-vous écrire JALON_PORT ?',
    ]);
  });
});

describe('secret donné par un fichier', () => {
  let dossier: string;
  beforeEach(() => {
    dossier = mkdtempSync(join(tmpdir(), 'jalon-secrets-'));
  });
  afterEach(() => rmSync(dossier, { recursive: true }));
  const deposer = (contenu: string) => {
    writeFileSync(join(dossier, 'secret'), contenu);
    return join(dossier, 'secret');
  };

  it('se lit sans la fin de ligne que les éditeurs ajoutent', () => {
    const r = lireReglages({ JALON_CLES_FICHIER: deposer(`${CLE}\n`) });
    expect([r.cles, r.avertissements]).toEqual([CLE, []]);
  });

  it.each(['a@b:c/d#e', '%41 ?&', 'é"\\'])(
    'le mot de passe du registre reste entier dans son adresse : %s',
    (secret) => {
      const { registre } = lireReglages({
        JALON_REGISTRE_URL: 'postgresql://jalon@registre:5432/jalon',
        JALON_REGISTRE_MOT_DE_PASSE_FICHIER: deposer(secret),
      });
      const { host, database, password } = new Client(registre.url!);
      expect({ host, database, password }).toEqual({ host: 'registre', database: 'jalon', password: secret });
    },
  );

  it('un fichier absent est nommé, un secret donné deux fois est refusé, et aucun n’est montré', () => {
    expect(refus({ JALON_CLES_FICHIER: join(dossier, 'absent') })).toMatch(/^JALON_CLES_FICHIER .*ENOENT/);
    const deux = refus({ JALON_CLES: CLE, JALON_CLES_FICHIER: deposer('autre') });
    expect(deux).toContain('JALON_CLES et JALON_CLES_FICHIER');
    expect(deux).not.toContain(CLE);
    expect(refus({ JALON_SMTP_URL_FICHIER: deposer('pas-une-adresse') })).not.toContain('pas-une-adresse');
  });
});

describe('profil production', () => {
  it('exige le moteur, le registre, le relais, les clés et les dossiers de sortie', () => {
    expect(refus({ JALON_PROFIL: 'production' }).split('\n')).toHaveLength(6);
  });

  it('envoie dans les heures ouvrées par défaut', () => {
    const r = lireReglages({
      JALON_PROFIL: 'production',
      JALON_TEMPORAL_ADRESSE: 'temporal:7233',
      JALON_REGISTRE_URL: 'postgresql://jalon:x@registre:5432/jalon',
      JALON_SMTP_URL: 'smtp://relais:25',
      JALON_CLES: CLE,
      JALON_POSTE: '/sorties/poste',
      JALON_SMS: '/sorties/sms',
    });
    expect(r.envoi).toBe('fenetre');
    expect(r.cles).toBe(CLE);
    expect([r.hotes, r.mandataires, r.origineUi]).toEqual([['[::1]', 'localhost', '127.0.0.1'], [], null]);
  });

  it('l’outil web répond sous les noms qu’on lui donne, celui de son adresse le dernier', () => {
    const r = lireReglages({
      JALON_URL: 'https://jalon.example.org:8443/',
      JALON_HOTES: 'jalon.interne, jalon',
      JALON_MANDATAIRES: '10.0.0.5,172.16.0.0/12, fd00::/8',
      JALON_TEMPORAL_UI: 'https://temporal.example.org/namespaces',
    });
    expect(r.hotes.slice(-3)).toEqual(['jalon.interne', 'jalon', 'jalon.example.org']);
    expect(r.mandataires).toEqual(['10.0.0.5', '172.16.0.0/12', 'fd00::/8']);
    expect(r.origineUi).toBe('https://temporal.example.org');
  });
});

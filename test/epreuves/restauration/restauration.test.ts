import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { portLibre } from '../../../client/local/ports';
import { messageIdDe } from '../../../commun/noms-des-remises';
import { racine } from '../../../commun/racine';
import { ouvrirRegistre } from '../../../registre';
import { ligneeDuRegistre } from '../../../registre/copies';
import { lireCompose } from '../../outils/compose';
import { administrer } from '../../outils/serveur-registre';
import { ecrireJournalDuRelais } from './comptes';
import { argumentsDe, PROGRAMMES, poserLesScripts, ServeurPostgres, trouverPostgres } from './postgres';
import { rediger } from './rapport';

let dossier: string;
beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'jalon-restauration-'));
});
afterEach(() => rmSync(dossier, { recursive: true }));

it('les outils de PostgreSQL viennent de PATH, sinon de Debian, la version la plus récente d’abord', () => {
  expect(() => trouverPostgres({ PATH: '' }, dossier)).toThrow('installez PostgreSQL');
  for (const version of ['9', '15', '18']) {
    const bin = join(dossier, version, 'bin');
    mkdirSync(bin, { recursive: true });
    // The newest one is a server alone, as that of npm.
    const programmes = version === '18' ? ['initdb', 'pg_ctl'] : PROGRAMMES;
    for (const nom of programmes) writeFileSync(join(bin, nom), '');
  }
  expect(trouverPostgres({ PATH: '' }, dossier)).toBe(join(dossier, '15', 'bin'));
  const ailleurs = join(dossier, '9', 'bin');
  expect(trouverPostgres({ PATH: `/absent:${ailleurs}` }, dossier)).toBe(ailleurs);
});

// They run where PostgreSQL does: the tools of GNU, as in its image.
(process.platform === 'linux' ? describe : describe.skip)('les scripts de sauvegarde', () => {
  /** Nothing of PostgreSQL runs: what looks at a copy finds it good. */
  const lancer = (script: string, ...mots: string[]) => {
    const bin = join(dossier, 'bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, 'pg_verifybackup'), '#!/bin/sh\n', { mode: 0o755 });
    const { status, stderr } = spawnSync('sh', [join(racine, 'sauvegarde', script), ...mots], {
      env: { PATH: `${bin}:${process.env.PATH}`, SAUVEGARDES: dossier, PGDATA: donnees() },
      encoding: 'utf8',
    });
    return [status, stderr];
  };
  const donnees = () => join(dossier, 'donnees');
  const lire = (nom: string) => readFileSync(join(donnees(), nom), 'utf8');

  it('ce qui est archivé l’est une fois : le même encore n’est pas une faute, un autre sous son nom en est une', () => {
    const fichier = join(dossier, 'segment');
    const archiver = (contenu: string) => {
      writeFileSync(fichier, contenu);
      return lancer('archiver.sh', fichier, '000000010000000000000001')[0];
    };
    expect(['un', 'un', 'autre', 'un'].map(archiver)).toEqual([0, 0, 1, 0]);
    expect(readdirSync(join(dossier, 'wal'))).toEqual(['000000010000000000000001.gz']);
  });

  it('la dernière copie est posée, ou la dernière d’avant un instant, dans un dossier vide seulement', () => {
    for (const jour of ['29', '30']) {
      const copie = join(dossier, 'bases', `2026-11-${jour}T030000Z`);
      mkdirSync(copie, { recursive: true });
      writeFileSync(join(copie, 'quoi'), jour);
    }
    for (const [mots, dit] of [
      [['--jusqua', 'un beau soir'], '« un beau soir » n’est pas un instant'],
      [['--jusqua'], '«  » n’est pas un instant'],
      [['--jusqua', '2020-01-01 00:00Z'], 'Aucune sauvegarde'],
      [['hier'], '« hier » n’est pas compris'],
    ] as const)
      expect(lancer('restaurer.sh', ...mots)).toEqual([1, expect.stringContaining(dit)]);
    expect(lancer('restaurer.sh', '--jusqua', '2026-11-30 03:30:00+01:00')).toEqual([0, '']);
    expect(lire('quoi')).toBe('29');
    expect(lire('postgresql.auto.conf')).toContain("recovery_target_time = '2026-11-30 02:30:00+00'");
    expect(lancer('restaurer.sh')).toEqual([1, expect.stringContaining('n’est pas vide')]);
    rmSync(donnees(), { recursive: true });
    expect(lancer('restaurer.sh')).toEqual([0, '']);
    expect(lire('quoi')).toBe('30');
    expect(lire('postgresql.auto.conf')).toContain("recovery_target_time = ''");
  });
});

const outils = (() => {
  try {
    return trouverPostgres();
  } catch (erreur) {
    if (process.env.CI) throw erreur;
    return null;
  }
})();

// That of npm is a server alone: it takes a whole one to make a copy.
(outils === null ? describe.skip : describe)('un PostgreSQL et ses copies', () => {
  it('tué, il est rendu dans un dossier vide jusqu’à sa dernière archive, et se sait rendu', async () => {
    const scripts = poserLesScripts(dossier);
    const reperes = {
      ...{ programmes: outils!, nom: 'postgres', motDePasse: 'un-essai', port: await portLibre() },
      sauvegardes: join(dossier, 'sauvegardes', 'registre'),
      arguments: argumentsDe(lireCompose().services.registre!, scripts),
    };
    const [avant, apres] = [
      await ServeurPostgres.sur(reperes, join(dossier, 'avant')),
      await ServeurPostgres.sur(reperes, join(dossier, 'apres')),
    ];
    const lire = async () => {
      const registre = ouvrirRegistre(avant.url);
      const { rows } = await registre.pool.query<{ quoi: string }>('SELECT quoi FROM faits ORDER BY quoi');
      const lignee = await ligneeDuRegistre(registre);
      await registre.fermer();
      return { faits: rows.map(({ quoi }) => quoi), lignee };
    };
    try {
      await avant.creer();
      await avant.demarrer();
      await administrer(avant.url, `CREATE TABLE faits AS SELECT 'copié' AS quoi`);
      expect(await avant.script(join(scripts, 'sauvegarder.sh'))).toMatch(/^Sauvegarde faite et vérifiée/);
      await administrer(avant.url, `INSERT INTO faits VALUES ('archivé')`);
      await avant.archiver();
      avant.fermerLesArchives(true);
      await administrer(avant.url, `INSERT INTO faits VALUES ('perdu'); SELECT pg_switch_wal()`);
      const vu = await lire();
      expect(vu.faits).toEqual(['archivé', 'copié', 'perdu']);
      await avant.tuer();
      await apres.script(join(scripts, 'restaurer.sh'));
      apres.fermerLesArchives(false);
      await apres.demarrer();
      const rendu = await lire();
      expect(rendu.faits).toEqual(['archivé', 'copié']);
      expect(rendu.lignee).not.toBe(vu.lignee);
    } finally {
      await Promise.all([avant.arreter(), apres.arreter()]);
    }
  }, 240_000);
});

it('le journal du relais est celui d’un Postfix qui a tout pris', () => {
  const id = messageIdDe('une/lettre', 'agence.localhost');
  writeFileSync(join(dossier, '1.eml'), `From: a\r\nMessage-ID: ${id}\r\n\r\nBonjour`);
  const lignes = readFileSync(ecrireJournalDuRelais(dossier, join(dossier, 'mail.log')), 'utf8');
  expect(lignes).toMatch(new RegExp(`^\\S+Z relais postfix/cleanup\\[81\\]: \\w+: message-id=${id}$`, 'm'));
});

it('le rapport dit les fautes d’abord, puis chaque étape', () => {
  const tete = { date: '2026-11-30', commit: 'abc', commande: 'c', machine: 'm', serveurs: 's' };
  const etapes = [{ nom: 'Une étape', secondes: 3, vu: 'bien' }];
  expect(rediger(etapes, [], tete)).toContain('aucun courrier ne part deux fois.**');
  const texte = rediger(etapes, ['parti deux fois : x'], tete);
  expect(texte.indexOf('- parti deux fois : x')).toBeLessThan(texte.indexOf('| Une étape | 3 | bien |'));
});

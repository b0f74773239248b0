import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { obtenirVerapdf, VERSION } from './obtenir';
import { lireRapport, rediger } from './rapport';

const XML = `<?xml version="1.0" encoding="utf-8"?>
<report><jobs>
<job><item size="1"><name>/tmp/x/courriers/b.pdf</name></item>
<validationReport jobEndStatus="normal" isCompliant="true">
<details passedRules="106" failedRules="0" passedChecks="4000" failedChecks="0"></details></validationReport></job>
<job><item size="1"><name>/tmp/x/courriers/a&amp;c.pdf</name></item>
<validationReport jobEndStatus="normal" isCompliant="false">
<details passedRules="105" failedRules="1" passedChecks="39" failedChecks="1">
<rule specification="ISO 14289-1:2014" clause="7.1" testNumber="3" status="failed" failedChecks="1">
<description>Content shall be marked as
 Artifact &lt;or&gt; tagged</description></rule></details></validationReport></job>
</jobs></report>`;

describe('le rapport de veraPDF', () => {
  const verdicts = lireRapport(XML, '/tmp/x');

  it('se lit fichier par fichier, avec la règle enfreinte', () => {
    expect(verdicts).toEqual([
      {
        fichier: 'courriers/a&c.pdf',
        conforme: false,
        controles: 40,
        fautes: ['7.1 test 3 : Content shall be marked as Artifact <or> tagged'],
      },
      { fichier: 'courriers/b.pdf', conforme: true, controles: 4000, fautes: [] },
    ]);
  });

  it('se redit en français, les fautes d’abord, sans chemin de la machine', () => {
    const texte = rediger(verdicts, { date: '2026-11-22', commande: 'c', machine: 'm', outil: 'o' });
    expect(texte).toContain('**PDF conformes : 1 sur 2**');
    expect(texte.indexOf('### courriers/a&c.pdf')).toBeLessThan(texte.indexOf('| courriers/b.pdf | oui | 4000 |'));
    expect(texte).not.toContain('/tmp');
  });
});

describe('obtenirVerapdf', () => {
  let dossier: string;
  beforeEach(() => {
    dossier = mkdtempSync(join(tmpdir(), 'jalon-verapdf-'));
  });
  afterEach(() => rmSync(dossier, { recursive: true }));

  const programme = (nom: string): string => {
    const chemin = join(dossier, process.platform === 'win32' ? `${nom}.exe` : nom);
    writeFileSync(chemin, '');
    chmodSync(chemin, 0o755);
    return chemin;
  };

  it('prend celui qu’on désigne, sinon celui du PATH, sinon celui du cache', async () => {
    const jre = programme('java');
    const cache = join(dossier, 'cache');
    mkdirSync(join(cache, 'verapdf', VERSION), { recursive: true });
    writeFileSync(join(cache, 'verapdf', VERSION, 'a.jar'), '');
    const duCache = await obtenirVerapdf(cache, { PATH: dossier });
    expect([duCache.programme, duCache.avant.at(-1)]).toEqual([jre, 'org.verapdf.apps.GreenfieldCliWrapper']);
    const installe = programme('verapdf');
    expect(await obtenirVerapdf(cache, { PATH: dossier })).toMatchObject({ programme: installe, avant: [] });
    expect((await obtenirVerapdf(cache, { PATH: '', VERAPDF: jre })).programme).toBe(jre);
  });

  it('dit en français ce qui manque', async () => {
    await expect(obtenirVerapdf(dossier, { PATH: '' })).rejects.toThrow('Java est introuvable');
    await expect(obtenirVerapdf(dossier, { VERAPDF: join(dossier, 'rien') })).rejects.toThrow('VERAPDF ne désigne');
    programme('java');
    await expect(obtenirVerapdf(dossier, { PATH: dossier })).rejects.toThrow('installez Maven');
  });
});

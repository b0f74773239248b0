import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { nomCourt, sortesDocument } from '../../courriers/documents';
import { methodeInvitation } from '../../courriers/invitation';
import { niveauxDe } from '../../domain/catalogue/canaux';
import { catalogue, codesCourrier } from '../../domain/catalogue/catalogue';
import { lancer as jalon } from './jalon';

let parent: string;
let dossier: string;
let texte: string;
beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'jalon-apercu-'));
  dossier = join(parent, 'un', 'dossier neuf');
  const fait = await jalon(['courriers', 'apercu', '--sortie', dossier], {
    env: { JALON_REGISTRE_URL: 'postgresql://u:p@127.0.0.1:9/x' },
  });
  expect([fait.statut, fait.erreurs]).toEqual([0, '']);
  texte = fait.texte;
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const nom = (code: string, destinataire: string, suite = '') =>
  `courriers/${`${code}-${destinataire}${suite}`.toLowerCase().replaceAll('_', '-')}`;

describe('jalon courriers apercu', () => {
  it.each(codesCourrier)('%s : chaque canal de chaque lecteur a son fichier', (code) => {
    const { destinataires, canaux, nature } = catalogue[code];
    for (const destinataire of destinataires)
      for (const suite of nature === 'INFORME_OU_DECIDE' ? ['', '-decision'] : ['']) {
        const formes = ['txt', 'html', 'pdf'];
        if (niveauxDe(canaux).flat().includes('SMS') && destinataire === 'BENEFICIAIRE') formes.push('sms.txt');
        if (methodeInvitation(code) !== null) formes.push('ics');
        for (const forme of formes) {
          const fichier = join(dossier, `${nom(code, destinataire, suite)}.${forme}`);
          expect([fichier, existsSync(fichier) && readFileSync(fichier).length > 20]).toEqual([fichier, true]);
        }
      }
  });

  it('chaque document a le sien', () => {
    for (const sorte of sortesDocument)
      expect(
        readFileSync(join(dossier, 'documents', `${nomCourt(sorte)}.pdf`))
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
  });

  it('une décision ne ressemble pas à une annonce', () => {
    const lire = (suite: string) =>
      readFileSync(join(dossier, `${nom('C14_CESSATION_INSCRIPTION', 'BENEFICIAIRE', suite)}.txt`), 'utf8');
    expect(lire('-decision')).toContain('Hélène Astier');
    expect(lire('')).not.toContain('Hélène Astier');
  });

  it('ses invitations se lisent comme une nouvelle, sa mise à jour et son annulation', () => {
    const lire = (code: string) => {
      const ics = readFileSync(join(dossier, `${nom(code, 'BENEFICIAIRE')}.ics`), 'utf8');
      const calendrier = new ICAL.Component(ICAL.parse(ics));
      const { uid, sequence } = new ICAL.Event(calendrier.getFirstSubcomponent('vevent')!);
      return { methode: calendrier.getFirstPropertyValue('method'), uid, sequence };
    };
    const suite = ['RDV_CONVOCATION', 'RDV_DEPLACE', 'RDV_ANNULE'].map(lire);
    expect(suite.map((i) => [i.methode, i.sequence])).toEqual([
      ['REQUEST', 0],
      ['REQUEST', 1],
      ['CANCEL', 2],
    ]);
    expect(new Set(suite.map((i) => i.uid)).size).toBe(1);
  });

  it('l’index mène à tous les fichiers, et à rien d’autre', () => {
    const html = readFileSync(join(dossier, 'index.html'), 'utf8');
    const liens = [...html.matchAll(/href="([^"#]+)"/g)].map((m) => m[1]!);
    const fichiers = readdirSync(dossier, { recursive: true, withFileTypes: true })
      .filter((f) => f.isFile())
      .map((f) =>
        join(f.parentPath, f.name)
          .slice(dossier.length + 1)
          .replaceAll('\\', '/'),
      );
    expect(liens.toSorted()).toEqual(fichiers.filter((f) => f !== 'index.html').toSorted());
    expect(html).toContain('<html lang="fr">');
    expect(html).not.toMatch(/https?:|undefined|null|<script/);
    for (const code of codesCourrier) expect(html).toContain(`${code}@`);
    expect(texte).toContain(`${fichiers.length} fichiers écrits`);
  });

  it('recommencé, écrit les mêmes octets', async () => {
    const autre = join(parent, 'autre');
    await jalon(['courriers', 'apercu', '--sortie', autre]);
    for (const f of readdirSync(autre, { recursive: true, withFileTypes: true }).filter((x) => x.isFile())) {
      const chemin = join(f.parentPath, f.name).slice(autre.length);
      expect(readFileSync(join(autre, chemin)).equals(readFileSync(join(dossier, chemin)))).toBe(true);
    }
  });

  it('dit quand il ne peut pas écrire', async () => {
    writeFileSync(join(parent, 'fichier'), '');
    const { statut, erreurs } = await jalon(['courriers', 'apercu', '--sortie', join(parent, 'fichier')]);
    expect([statut, erreurs]).toEqual([2, expect.stringContaining('ne peut pas être écrit')]);
    expect((await jalon(['courriers', 'apercu'])).erreurs).toContain('--sortie <dossier> est obligatoire');
  });
});

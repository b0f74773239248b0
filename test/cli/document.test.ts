import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tracer } from '../../courriers/pdf/de-test/lecture';
import { dateCivile as j } from '../../domain/calendrier/dates';
import { inscrireOuverture } from '../../registre';
import { ouverture, personnesInventees } from '../outils/ouvertures';
import { type Banc, lirePage, MAINTENANT, ouvrirBanc } from '../web/banc';
import { lancer as jalon } from './jalon';

const accord = { type: 'REPONSE_SALARIE', date: j('2025-03-10'), reponse: 'ACCEPTATION' } as const;

let banc: Banc;
let dossier: string;
let enCsp: string;
let enReflexion: string;
beforeAll(async () => {
  banc = await ouvrirBanc();
  dossier = mkdtempSync(join(tmpdir(), 'jalon-document-'));
  enCsp = await banc.ouvrir('document-1', [accord]);
  enReflexion = await banc.ouvrir('document-2');
});
afterAll(async () => {
  await banc?.fermer();
  rmSync(dossier, { recursive: true, force: true });
});

const lancer = (ligne: string[]) => jalon(ligne, { env: { JALON_REGISTRE_URL: banc.url } });
const debut = (octets: Uint8Array) => Buffer.from(octets).subarray(0, 5).toString();

describe('jalon document', () => {
  it.each(['carnet', 'psp', 'point-etape', 'bilan', 'mes-dates'])('écrit le document %s', async (nom) => {
    const fichier = join(dossier, `${nom}.pdf`);
    const { statut, texte } = await lancer(['document', enCsp, nom, '--sortie', fichier]);
    expect([statut, texte.trim()]).toEqual([0, `Écrit : ${fichier}`]);
    expect(debut(readFileSync(fichier))).toBe('%PDF-');
  });

  it('refuse en une phrase ce qui n’a pas lieu d’être', async () => {
    const { numero } = await inscrireOuverture(banc.registre, ouverture('document-3'), MAINTENANT);
    const cas = [
      [['document', enReflexion, 'psp'], 1, 'Ce document suit un CSP, et ce dossier n’en a pas.'],
      [['document', numero, 'mes-dates'], 1, 'en cours d’ouverture'],
      [['document', '2026-000001-05', 'carnet'], 1, 'Aucun dossier ne porte ce numéro.'],
      [['document', enCsp, 'roman'], 2, 'ne convient pas à l’argument <document>'],
      [['document', enCsp, 'carnet', '--sortie', join(dossier, 'nulle', 'part.pdf')], 2, 'ne peut pas être écrit'],
    ] as const;
    for (const [ligne, attendu, phrase] of cas) {
      const { statut, erreurs } = await lancer([...ligne]);
      expect([statut, erreurs]).toEqual([attendu, expect.stringContaining(phrase)]);
    }
  });
});

describe('jalon donnees', () => {
  it('écrit tout ce qui est gardé d’une personne, pour elle et pour une machine, et le dit au journal d’audit', async () => {
    const sortie = join(dossier, 'acces');
    const { statut, texte } = await lancer(['donnees', enCsp, '--sortie', sortie, '--auteur', 'responsable']);
    const fichiers = ['json', 'pdf'].map((ext) => join(sortie, `${enCsp}-donnees.${ext}`));
    // A long path goes to a line of its own.
    const dit = texte.trim().replace(/\s+/g, ' ');
    expect([statut, dit]).toEqual([0, fichiers.map((fichier) => `Écrit : ${fichier}`).join(' ')]);
    expect(fichiers.map((fichier) => statSync(fichier).mode & 0o077)).toEqual([0, 0]);
    const { identites, dossiers, audit, suiviPar } = JSON.parse(readFileSync(fichiers[0]!, 'utf8'));
    expect(identites[0].identite).toEqual(personnesInventees.identite);
    expect([dossiers[0].journal[0].evenement, suiviPar.agence.id]).toEqual([accord, personnesInventees.agence.id]);
    expect(audit.at(-1)).toMatchObject({ acte: 'RASSEMBLER_DONNEES', auteur: 'responsable' });
    const lu = tracer(readFileSync(fichiers[1]!))
      .map((trace) => trace.texte)
      .join(' ');
    for (const dit of ['Vos données', 'eloise.oeuvrard@example.org', '10/03/2025']) expect(lu).toContain(dit);
    expect((await lancer(['donnees', '2026-000001-05'])).erreurs).toContain('DOSSIER_INCONNU');
  });
});

describe('la page du dossier', () => {
  it('mène aux documents, qui s’ouvrent à côté', async () => {
    const { html } = await lirePage(banc, `/dossiers/${enCsp}`);
    const liens = [...html.matchAll(/href="(\/dossiers\/[^"]+\/documents\/[^"]+)"/g)].map((m) => m[1]!);
    expect(liens).toHaveLength(5);
    for (const lien of liens) {
      const reponse = await banc.app.request(`http://127.0.0.1:3000${lien}`);
      expect([reponse.status, reponse.headers.get('Content-Type')]).toEqual([200, 'application/pdf']);
      expect(reponse.headers.get('Content-Disposition')).toMatch(/^inline; filename\*=UTF-8''jalon-/);
      expect(debut(new Uint8Array(await reponse.arrayBuffer()))).toBe('%PDF-');
    }
  });

  it('sans CSP, ne propose que les dates, et dit pourquoi les autres n’ont pas lieu d’être', async () => {
    const { html } = await lirePage(banc, `/dossiers/${enReflexion}`);
    expect([...html.matchAll(/documents\/([a-z-]+)\.pdf/g)].map((m) => m[1])).toEqual(['mes-dates']);
    expect((await lirePage(banc, `/dossiers/${enReflexion}/documents/psp.pdf`)).texte).toContain('suit un CSP');
    expect((await lirePage(banc, `/dossiers/${enCsp}/documents/roman.pdf`)).statut).toBe(404);
  });
});

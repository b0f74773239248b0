import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simuler } from '../../client/local/simuler';
import { Refus } from '../../client/parcours';
import { racine } from '../../commun/racine';
import { lireReglages } from '../../commun/reglages';
import { calculer } from '../../domain/calculer';

jest.setTimeout(120_000);

let sortie: string;
beforeEach(() => {
  sortie = mkdtempSync(join(tmpdir(), 'jalon-simuler-'));
});
afterEach(() => rmSync(sortie, { recursive: true }));

const exemple = (nom: string) =>
  JSON.parse(readFileSync(join(racine, 'exemples', 'dossiers', `${nom}.json`), 'utf8')) as Record<string, unknown>;

it('l’année simulée envoie ce que la loi calcule, aux jours qu’elle calcule, et range les lettres dans l’ordre', async () => {
  const document = exemple('annee-nominale');
  const { courriers, issues, moments } = await simuler({ document, sortie, reglages: lireReglages() });
  expect(issues.map((issue) => issue.statut)).toEqual(issues.map(() => 'RETENU'));

  const { evenements, ...dossier } = document;
  const voulus = (calculer({ dossier, evenements }).courriers ?? []).filter((c) => c.destinataire !== 'CONSEILLER');
  const cle = (c: { code: string; destinataire: string; date: string }) => `${c.date} ${c.code} ${c.destinataire}`;
  const partis = courriers.filter((c) => c.statut === 'PARTI');
  expect(partis.map(cle).sort()).toEqual(voulus.map(cle).sort());

  const fichiers = readdirSync(sortie).sort();
  expect(fichiers[0]).toBe('01-2026-03-03-C01_PROPOSITION-beneficiaire.eml');
  expect(fichiers).toEqual(courriers.flatMap((c) => c.fichiers).sort());
  const premier = readFileSync(join(sortie, fichiers[0]!), 'utf8');
  expect(premier).toContain('X-Jalon-Courrier');
  expect(readFileSync(join(sortie, fichiers[1]!)).subarray(0, 5).toString()).toBe('%PDF-');
  expect(moments.map((m) => m.date)).toEqual([...moments.map((m) => m.date)].sort());
});

it('un dossier refusé l’est avant que rien ne démarre, avec toutes ses raisons', async () => {
  const document = { ...exemple('annee-nominale'), motifRupture: 'FAUTE', residence: 'ailleurs' };
  const erreur: Refus = await simuler({ document, sortie, reglages: lireReglages() }).catch((e) => e);
  expect(erreur).toBeInstanceOf(Refus);
  expect(erreur.erreurs.length).toBeGreaterThanOrEqual(2);
});

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { creerSmsEnFichiers } from './sms';

let dossier: string;
beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'jalon-sms-'));
});
afterEach(() => rmSync(dossier, { recursive: true, force: true }));

const sms = (jour: string, texte = 'Votre CSP : rappel.') => ({
  cle: '2026-000001-01/C02_RAPPEL_REFLEXION/BENEFICIAIRE/2026-03-24-7',
  numero: '+33639980001',
  texte,
  date: new Date(`${jour}T08:00:00Z`),
});

it('chaque message est un fichier du jour : le numéro, puis le texte', async () => {
  const reponse = await creerSmsEnFichiers(dossier).envoyer(sms('2026-03-24'));
  expect(reponse).toMatch(
    /^2026-03-24\/2026-000001-01-c02-rappel-reflexion-beneficiaire-2026-03-24-7-[0-9a-f]{12}\.txt$/,
  );
  expect(readFileSync(join(dossier, reponse), 'utf8')).toBe('+33639980001\nVotre CSP : rappel.\n');
});

it('la même clé deux fois est un seul message, même un autre jour', async () => {
  const port = creerSmsEnFichiers(dossier);
  const premiere = await port.envoyer(sms('2026-03-24'));
  expect(await port.envoyer(sms('2026-03-26', 'Autre texte.'))).toBe(premiere);
  expect(readdirSync(dossier)).toEqual(['2026-03-24']);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { traceEnClair } from './traces';

const dire = (acte: string, page?: string) => traceEnClair({ acte, details: page === undefined ? {} : { page } });

it('une vue se dit par ce qui a été montré', () => {
  expect(
    ['dossier', 'contenus/ab12', 'documents/carnet.pdf', 'rendez-vous/nouveau'].map((page) => dire('VOIR', page)),
  ).toEqual(['Voir le dossier', 'Voir un courrier tel qu’il est parti', 'Voir un document', 'Ouvrir un formulaire']);
});

it('ce que le registre trace d’un dossier se dit en mots', () => {
  const registre = join(__dirname, '../../registre');
  const sources = readdirSync(registre)
    .filter((nom) => nom.endsWith('.ts'))
    .map((nom) => readFileSync(join(registre, nom), 'utf8'))
    .join('\n');
  // Those of accounts, agencies and operators name no dossier.
  const traces = [
    ...sources.matchAll(/numero, auteur(?:: par)?, acte: '([A-Z_]+)'|acte: '(RDV_[A-Z]+)'|'(RDV_PLANIFIER)'/g),
  ];
  const noms = [...new Set(traces.map(([, a, b, c]) => (a ?? b ?? c)!))];
  expect(noms.length).toBeGreaterThan(12);
  expect(noms.filter((nom) => dire(nom) === nom)).toEqual([]);
  expect(dire('CONSIGNER')).toBe('Consigner un fait (événement daté)');
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../../commun/racine';
import { schemaDossier } from '../../domain/dossier/dossier';
import { schemaAdresse, schemaEmployeur, schemaIdentite } from '../../domain/dossier/personnes';
import { nomsColonnes } from './colonnes';
import { champsDocument } from './document';
import { documentation } from './documentation';

it('docs/import.md décrit les colonnes telles qu’elles sont lues', () => {
  const ecrite = readFileSync(join(racine, 'docs', 'import.md'), 'utf8');
  expect(ecrite).toBe(documentation());
});

it('chaque champ d’un document a sa colonne', () => {
  const sansAdresse = (champs: object, qui: string) =>
    Object.keys(champs)
      .filter((c) => c !== 'adresse')
      .map((c) => `${qui}.${c}`);
  const adresse = (qui: string) =>
    Object.keys(schemaAdresse.shape).map((c) => `${qui}.${c === 'lignes' ? 'adresse' : c}`);
  const attendues = [
    ...champsDocument.filter((c) => c !== 'identite' && c !== 'employeur'),
    ...sansAdresse(schemaIdentite.shape, 'identite'),
    ...adresse('identite'),
    ...sansAdresse(schemaEmployeur.shape, 'employeur'),
    ...adresse('employeur'),
  ];
  expect([...nomsColonnes].sort()).toEqual(attendues.sort());
  expect(nomsColonnes).toEqual(expect.arrayContaining(Object.keys(schemaDossier.shape)));
});

import { instructions } from './instructions-sql';

it('sépare les instructions d’un fichier, commentaires ôtés', () => {
  const sql = '-- Hors transaction.\nDROP INDEX a;\n\n  -- Pourquoi ; ainsi.\nCREATE INDEX a\n  ON t (u); \nSELECT 1';
  expect(instructions(sql)).toEqual(['DROP INDEX a', 'CREATE INDEX a\n  ON t (u)', 'SELECT 1']);
  expect(instructions('-- rien\n')).toEqual([]);
});

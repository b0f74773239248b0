import { chiffresCherches } from './liste';

it.each([
  '06 39 98 00 01',
  '+33 6 39 98 00 01',
  '+33 (0)6.39.98.00.01',
  '0033639980001',
  '06-39-98-00-01',
  '33639980001',
])('un téléphone se cherche comme il s’écrit : %s', (saisi) => expect(chiffresCherches(saisi)).toBe('639980001'));

it.each([
  ['06 39 98', '63998'],
  ['0639', null],
  ['2026-000001-01', '202600000101'],
  ['Éloïse 06 39 98', null],
])('d’un bout « %s » : %s', (saisi, attendu) => expect(chiffresCherches(saisi)).toBe(attendu));

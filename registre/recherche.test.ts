import { personnesInventees } from '../test/outils/ouvertures';
import { chiffresCherches, texteCherche } from './recherche';

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

it('un dossier se cherche par ses noms, son entreprise, son adresse e-mail et ses numéros', () => {
  expect(texteCherche('2026-000012-34', personnesInventees)).toBe(
    ' eloise oeuvrard n diaye menuiserie inventee eloise oeuvrard example org 202600001234 199000001',
  );
  const { prenom, nom } = personnesInventees.identite;
  expect(texteCherche('2026-000012-34', { identite: { prenom, nom }, employeur: null }).trim()).toBe(
    'eloise oeuvrard n diaye 202600001234',
  );
});

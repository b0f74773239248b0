import { lireTexte } from './texte';

it('lit les accents, quel que soit le tableur', () => {
  const attendu = 'prénom;où\r\n';
  expect(lireTexte(Buffer.from(attendu, 'utf8'))).toBe(attendu);
  expect(lireTexte(Buffer.from(`\ufeff${attendu}`, 'utf8'))).toBe(attendu);
  expect(lireTexte(Buffer.from(attendu, 'latin1'))).toBe(attendu);
  expect(lireTexte(Buffer.from(`\ufeff${attendu}`, 'utf16le'))).toBe(attendu);
});

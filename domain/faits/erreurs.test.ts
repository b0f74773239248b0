import {
  phrase,
  phrasesActe,
  phrasesAlerte,
  phrasesCourriers,
  phrasesErreur,
  phrasesForme,
  phrasesImport,
  phrasesMessage,
  phrasesParametrees,
  phrasesRegle,
  phrasesRendezVous,
} from './erreurs';
import { phrasesComptes } from './phrases-comptes';
import { phrasesEffacement } from './phrases-effacement';

const codes = Object.keys({
  ...phrasesForme,
  ...phrasesRegle,
  ...phrasesErreur,
  ...phrasesAlerte,
  ...phrasesEffacement,
  ...phrasesMessage,
  ...phrasesActe,
  ...phrasesImport,
  ...phrasesCourriers,
  ...phrasesRendezVous,
  ...phrasesComptes,
});

it.each(codes)('%s a une phrase française qui se termine par un point', (code) => {
  expect(phrase(code)).toMatch(/^[A-ZÉ«].{15,}\.$/);
});
it.each([
  ['CHAMP_MANQUANT:residence', 'Le champ « residence » est obligatoire.'],
  ['CHAMP_INVALIDE:apteEmploi', 'Le champ « apteEmploi » n’a pas une valeur du bon type.'],
  ['DATE_INVALIDE:dateRemise', 'La date « dateRemise » n’existe pas ou n’est pas écrite AAAA-MM-JJ.'],
  ['SURCHARGE_INCONNUE:a:b', 'Le paramètre « a:b » n’existe pas.'],
  ['TROP_LONG:motif', 'Le champ « motif » est trop long.'],
  ['TROP_LONG:motif:500:612', 'Le champ « motif » est trop long : 500 caractères au plus, 612 ici.'],
  ['SURCHARGE_INVALIDE:idr', 'Le paramètre « idr » n’a pas une valeur du bon type.'],
])('%s nomme le champ', (code, attendue) => {
  expect(phrase(code)).toBe(attendue);
});
it.each(Object.keys(phrasesParametrees))('%s:x a une phrase qui cite x', (code) => {
  expect(phrase(`${code}:residence`)).toMatch(/^[A-Z].*« residence ».*\.$/);
});
it.each(['INCONNU', 'INCONNU:x', 'AVANT_CSP:x', 'constructor', 'constructor:x', ''])('%p est un bogue', (code) => {
  expect(() => phrase(code)).toThrow(`code absent du catalogue : ${code}`);
});

import { ligneTelephonique, normaliserTelephone } from '.';

const juger = (lu: string, residence?: string) => {
  const { genre, valeur } = normaliserTelephone(lu, { residence });
  return `${genre} ${valeur}`;
};
const dit = (lu: string, residence?: string) => normaliserTelephone(lu, { residence }).phrase;

it.each([
  '06 39 98 01 03',
  '06\u00a039\u00a098\u00a001\u00a003',
  '06\u202f39.98-01\u201103',
  '+33 (0)6 39 98 01 03',
  '+330639980103',
  '0033 6 39 98 01 03',
  'tel:+33639980103',
  ' tel:+33639980103',
  ' (06)39980103 ',
])('%j s’écrit 06 39 98 01 03', (lu) => expect(juger(lu)).toBe('juste 06 39 98 01 03'));

it.each([
  ['0692 00 12 12', 'la-reunion', '+262 692 00 12 12'],
  ['0693 12 34 56', 'la-reunion', '+262 693 12 34 56'],
  ['0639 01 12 12', 'mayotte', '+262 639 01 12 12'],
  ['0690 00 12 12', 'guadeloupe', '+590 690 00 12 12'],
  ['0690 00 12 12', 'saint-martin', '+590 690 00 12 12'],
  ['0690 00 12 12', 'saint-barthelemy', '+590 690 00 12 12'],
  ['0694 20 12 12', 'guyane', '+594 694 20 12 12'],
  ['0696 20 12 12', 'martinique', '+596 696 20 12 12'],
  ['41 12 12', 'saint-pierre-et-miquelon', '+508 41 12 12'],
  // Someone of the mainland with a line of overseas, and the other way round.
  ['0692 00 12 12', 'metropole', '+262 692 00 12 12'],
  ['07 39 98 00 01', 'la-reunion', '07 39 98 00 01'],
  ['07 39 98 00 01', 'saint-pierre-et-miquelon', '07 39 98 00 01'],
  ['07 39 98 00 01', 'etranger', '07 39 98 00 01'],
  ['+32 470 12 34 56', 'alsace-moselle', '+32 470 12 34 56'],
  ['+33 7 39 98 00 01', 'etranger', '07 39 98 00 01'],
])('%s (%s) s’écrit %s', (lu, residence, ecrit) => expect(juger(lu, residence)).toBe(`juste ${ecrit}`));

it('le territoire donne l’indicatif : un mobile de La Réunion ne part jamais vers +33', () => {
  expect(ligneTelephonique('0692 00 12 12', 'la-reunion')).toMatchObject({ international: '+262692001212', sms: true });
});

it.each([
  ['639980101', '06 39 98 01 01', 'a perdu son zéro'],
  ['692001212', '+262 692 00 12 12', 'a perdu son zéro'],
  ['33639980102', '06 39 98 01 02', 'a perdu son « + »'],
  ['262692001212', '+262 692 00 12 12', 'a perdu son « + »'],
  // The code of the country and the zero of the network, one too many: guessed, hence offered.
  ['330639980101', '06 39 98 01 01', 'a perdu son « + »'],
  ['2620692001212', '+262 692 00 12 12', 'a perdu son « + »'],
  ['+33 692 00 12 12', '+262 692 00 12 12', 'n’est pas de métropole'],
])('%s est douteux : %s est proposé', (lu, propose, pourquoi) => {
  expect(juger(lu)).toBe(`douteux ${propose}`);
  expect(dit(lu)).toContain(`« ${lu} » ${pourquoi} : vouliez-vous écrire ${propose} ?`);
});

it.each([
  '0000000000',
  '06 39 98 01 1',
  '06 39 98 01 01 2',
  '1,8403E+12',
  '40 00 00 00 0',
  '06tel:39980103',
  'zéro six',
  '06 39 98 01 01 / 07 39 98 01 01',
  '+32 470 12 34 56 78 90 123',
  '41 12 12',
  '',
])('%j est refusé, avec ce qui est lu et ce qui est attendu', (lu) => {
  expect(juger(lu)).toBe('faux null');
  expect(dit(lu)).toMatch(/^« .* » n’est pas un numéro .*\(formes acceptées : 06 39 98 00 00, /);
});

it.each(['03 20 00 12 12', '0262 00 12 12', '08 00 00 00 00', '09 90 12 34 56', '+39 06 39 98 00 01'])(
  '%s convient, mais ne reçoit pas de SMS : c’est dit',
  (lu) => {
    expect(juger(lu)).toMatch(/^juste /);
    expect(dit(lu)).toMatch(/^le .* ne reçoit pas de SMS$/);
  },
);

it('ce qu’aucun téléphone ne compose se distingue de ce qui n’existe pas', () => {
  const pourquoi = (lu: string) => dit(lu)?.replace(/ \(.*/, '');
  expect(['abc 06 39 98 01 03', '06 39 98 01 03 x', ' 41 12 12 '].map(pourquoi)).toEqual([
    '« abc 06 39 98 01 03 » n’est pas un numéro de téléphone',
    '« 06 39 98 01 03 x » n’est pas un numéro de téléphone',
    '« 41 12 12 » n’est pas un numéro qui existe',
  ]);
  expect(ligneTelephonique('zéro six')).toBeNull();
  expect(ligneTelephonique('330639980101')).toBeNull();
});

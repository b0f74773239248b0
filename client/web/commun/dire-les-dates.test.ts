import { direLesDates } from './dire-les-dates';

it('un jour illisible est dit comme il a été tapé, à son champ ; le reste garde sa phrase', () => {
  const refus = [
    { code: 'DATE_INVALIDE:au', phrase: 'La date ne se lit pas.' },
    { code: 'DATE_INVALIDE:jusquau', phrase: 'La date ne se lit pas.' },
    { code: 'CHAMP_MANQUANT:motif', phrase: 'Dites pourquoi.' },
  ];
  expect(direLesDates(refus, { au: '31/02/26', 'champ.jusquau': '1/12' }).map(({ phrase }) => phrase)).toEqual([
    expect.stringContaining('il n’y a pas de 31 en février 2026'),
    'Écrivez le jour, le mois et l’année, comme 1/12/26 ou 01/12/2026.',
    'Dites pourquoi.',
  ]);
});

import { residenceDe } from './demande';

it('une liste a une seule horloge, celle de son agence', () => {
  const agences = [{ id: 'a', residence: 'la-reunion' }, { id: 'b' }];
  expect(['a', 'b', null].map((agence) => residenceDe(agence, agences))).toEqual([
    'la-reunion',
    'metropole',
    'metropole',
  ]);
});

import { motsReplies, replier } from './replier';

it.each([
  ['Lœtitia', 'loetitia'],
  ['LŒTITIA', 'loetitia'],
  ['Læïla', 'laeila'],
  ['Đạt', 'dat'],
  ['Łukasz', 'lukasz'],
  ['Jørgen', 'jorgen'],
  ['Işıl', 'isil'],
  ['Strauß', 'strauss'],
  ['STRAUSS', 'strauss'],
  ['Þór', 'thor'],
  ['İpek', 'ipek'],
  ['Éloi\u0308se', 'eloise'],
  ['D’Arc', "d'arc"],
])('%s se replie en %s', (nom, replie) => expect(replier(nom)).toBe(replie));

it('ce qui sépare les mots ne compte pas', () => {
  for (const nom of ['Saint-Rémy', 'SAINT REMY', ' saint.rémy ', 'Saint - Rémy', 'Saint\u2011Rémy'])
    expect(motsReplies(nom)).toBe('saint remy');
});

it('un nom sans lettre latine ne devient jamais vide, ni un autre', () => {
  const noms = ['Олена', '李小龙', 'محمد', 'सीता', 'सती', 'Ελένη'];
  expect(new Set(noms.map(motsReplies)).size).toBe(noms.length);
  for (const nom of noms) expect(motsReplies(nom)).not.toBe('');
});

import { typographierHtml } from './typographie';

it('un signe double ne commence pas une ligne, une apostrophe est une apostrophe', () => {
  expect(typographierHtml('<p>Jusqu&#39;à <b>quand</b> ? Date : demain ; « oui » !</p>')).toBe(
    '<p>Jusqu’à <b>quand</b>\u202f? Date\u00a0: demain\u202f; «\u202foui\u202f»\u202f!</p>',
  );
});

it('laisse les attributs, ce qui est saisi et ce qui est préformaté', () => {
  const html = '<a href="/?q=a : b">x</a><input value="l&#39;an ; 1"/><pre>a ; b</pre><textarea>c : d</textarea>';
  expect(typographierHtml(html)).toBe(html);
});

import { feuilleter, PageAbsente } from './feuilleter';

const liste = Array.from({ length: 21 }, (_, i) => i);
/** As registers do: past the end, nothing says how much there is. */
const lire = (decalage: number) => {
  const lignes = liste.slice(decalage, decalage + 10);
  return { lignes, total: lignes.length === 0 ? 0 : liste.length };
};
const dire = (derniere: number, absente: number | null) => String(PageAbsente({ derniere, absente }) ?? '');

it('une page qui existe est montrée telle quelle', async () => {
  expect(await feuilleter(2, 10, lire)).toMatchObject({ lignes: { length: 10 }, page: 2, derniere: 3, absente: null });
});

it('une page au-delà de la dernière montre la dernière, et le dit', async () => {
  expect(await feuilleter(999, 10, lire)).toMatchObject({ lignes: [20], page: 3, derniere: 3, absente: 999 });
  expect(dire(3, 999)).toContain('La page 999 n’existe pas : il y en a 3, voici la dernière.');
  expect(dire(1, 2)).toContain('il n’y en a qu’une');
  expect(dire(3, null)).toBe('');
});

it('une liste vide n’a que sa première page', async () => {
  const vide = () => ({ lignes: [], total: 0 });
  expect(await feuilleter(1, 10, vide)).toMatchObject({ page: 1, derniere: 1, absente: null });
  expect(await feuilleter(3, 10, vide)).toMatchObject({ page: 1, derniere: 1, absente: 3 });
});

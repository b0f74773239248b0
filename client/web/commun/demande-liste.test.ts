import { Hono } from 'hono';
import { demandeDeListe, pageDemandee, parmi } from './demande-liste';

const lire = async (demande: string): Promise<unknown> => {
  const app = new Hono().get('/', (c) => c.json(demandeDeListe(c, ['etape', 'page'])));
  app.onError((erreur, c) => c.json(erreur.message));
  return (await app.request(`/${demande}`)).json();
};

describe('ce qu’une adresse demande à une liste', () => {
  it('est lu par son nom', async () => {
    expect(await lire('')).toEqual({});
    expect(await lire('?etape=EN_CSP&page=')).toEqual({ etape: 'EN_CSP', page: '' });
  });
  it.each(['?etat=EN_CSP', '?etape=EN_CSP&Page=2', '?=x', '?__proto__=x', '?constructor'])(
    '%s est refusé : la liste ne le connaît pas',
    async (demande) => expect(await lire(demande)).toMatch(/^Cette adresse demande quelque chose que cette liste/),
  );
  it('n’a qu’une valeur', async () => {
    expect(await lire('?etape=EN_CSP&etape=CLOS')).toMatch(/^L’adresse donne deux valeurs à « etape »/);
  });
});

it('un filtre n’a que les valeurs qu’il connaît, et une vide n’en demande aucune', () => {
  expect([parmi('alerte', undefined, ['oui']), parmi('alerte', '', ['oui'])]).toEqual([null, null]);
  expect(parmi('alerte', 'oui', ['oui'])).toBe('oui');
  for (const valeur of ['non', 'OUI', 'oui ', '__proto__'])
    expect(() => parmi('alerte', valeur, ['oui'])).toThrow(/la valeur donnée à « alerte »/);
});

it('une page est un nombre entier, à partir de 1', () => {
  expect([undefined, '', '1', '42', '999999'].map(pageDemandee)).toEqual([1, 1, 1, 42, 999_999]);
  for (const page of ['0', '-3', '1.5', '01', '12abc', '1e3', ' 2', 'NaN', '1000000'])
    expect(() => pageDemandee(page)).toThrow(/la valeur donnée à « page »/);
});

import { lireAction } from './action-plan';

const codes = (quoi: string, pourLe = '') => {
  const lue = lireAction({ quoi, pourLe });
  return lue.ok ? lue.action : lue.refus.map(({ code }) => code);
};

it('une action du plan se lit sur une ligne, sa date facultative', () => {
  expect(codes('  Envoyer le\nCV ', '2025-09-01')).toEqual({ quoi: 'Envoyer le CV', pourLe: '2025-09-01' });
  expect(codes('Appeler')).toEqual({ quoi: 'Appeler', pourLe: null });
});

it('ce qui manque, dépasse ou ne peut pas être gardé est refusé à son champ', () => {
  expect(codes(' ', '31/02')).toEqual(['CHAMP_INVALIDE:quoi', 'DATE_INVALIDE:pourLe']);
  expect(codes('x'.repeat(301))).toEqual(['CHAMP_INVALIDE:quoi']);
  expect(codes('a\u0000', 'b\u0007')).toEqual(['CARACTERE_INTERDIT:quoi', 'CARACTERE_INTERDIT:pourLe']);
});

it('le refus dit quoi écrire, ou combien ôter', () => {
  const phrases = (quoi: string, pourLe: string) => {
    const lue = lireAction({ quoi, pourLe });
    return lue.ok ? [] : lue.refus.map(({ phrase }) => phrase);
  };
  expect(phrases(' ', '31/02')).toEqual([
    'Écrivez ce qu’il faut faire : rien n’est écrit.',
    'La date de cette action n’existe pas.',
  ]);
  expect(phrases('x'.repeat(301), '')).toEqual(['Écrivez ce qu’il faut faire : 300 caractères au plus, 301 ici.']);
});

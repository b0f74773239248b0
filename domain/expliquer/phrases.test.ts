import attendues from './phrases.json';
import { phrasesTypes } from './phrases-de-test';

// To read again, and keep, after a change meant: npm run epreuve -- phrases
it('chaque forme de phrase est celle qui a été relue', () => {
  expect(phrasesTypes()).toEqual(attendues);
});

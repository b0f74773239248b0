import { phrasesTypes } from './de-test/phrases';
import attendues from './phrases.json';

// To read again, and keep, after a change meant: npm run epreuve -- phrases
it('chaque forme de phrase est celle qui a été relue', () => {
  expect(phrasesTypes()).toEqual(attendues);
});

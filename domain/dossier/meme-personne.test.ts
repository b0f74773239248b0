import { dateCivile } from '../calendrier/dates';
import { memePersonne, type Personne, sansDouteLaMeme } from './meme-personne';

const qui = (prenom: string, nom: string, naissance = '1984-05-17'): Personne => ({
  prenom,
  nom,
  dateNaissance: dateCivile(naissance),
});
const alix = qui('Alix', 'Lumière');

it.each([
  ['la même, écrite autrement', qui('ALIX', 'LUMIERE'), true, true],
  ['née un jour plus tard, comme l’écrit un fuseau', qui('Alix', 'Lumière', '1984-05-18'), true, true],
  ['nom et prénom échangés', qui('Lumière', 'Alix'), true, true],
  ['un prénom de plus', qui('Alix-Marie', 'Lumière'), true, true],
  ['mariée depuis', qui('Alix', 'Rivière'), true, false],
  ['née une autre année', qui('Alix', 'Lumière', '1948-05-17'), true, false],
  ['née un autre jour sous un autre nom', qui('Alix', 'Rivière', '1991-07-12'), false, false],
  ['qui a son prénom pour nom', qui('Sacha', 'Alix'), false, false],
  ['sa jumelle', qui('Ida', 'Lumière'), false, false],
  ['quelqu’un d’autre', qui('Sacha', 'Deux', '1991-07-12'), false, false],
  ['quelqu’un né le même jour', qui('Sacha', 'Deux'), false, false],
])('%s', (_, autre, sousLaMemeCle, sousUneAutre) => {
  expect([memePersonne(alix, autre), sansDouteLaMeme(alix, autre)]).toEqual([sousLaMemeCle, sousUneAutre]);
  expect([memePersonne(autre, alix), sansDouteLaMeme(autre, alix)]).toEqual([sousLaMemeCle, sousUneAutre]);
});

it('deux noms sans lettre latine ne sont pas le même pour autant', () => {
  expect(sansDouteLaMeme(qui('Олена', 'Коваль'), qui('Ірина', 'Коваль'))).toBe(false);
  expect(memePersonne(qui('-', '-'), qui('.', '.'))).toBe(false);
});

import { creerJournal } from '../commun/journaux';
import { patienter } from './patienter';

const lignes: string[] = [];
const journal = creerJournal({ journal: 'info' }, 'worker', { write: (l) => void lignes.push(l) });
const absent = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
beforeEach(() => {
  lignes.length = 0;
});

/** Fails so many times, then answers. */
const apres = (fois: number, erreur: Error) => {
  let reste = fois;
  return async () => {
    reste -= 1;
    if (reste >= 0) throw erreur;
    return 'là';
  };
};

it('attend ce qui n’est pas là, et ne le dit pas à chaque essai', async () => {
  const { signal } = new AbortController();
  expect(await patienter('absent', apres(2, absent), { journal, signal })).toBe('là');
  expect(lignes.map((l) => JSON.parse(l))).toMatchObject([{ msg: 'absent', err: { code: 'ECONNREFUSED' } }]);
});

it('ce qui ne passera pas est dit à qui attend', async () => {
  const { signal } = new AbortController();
  const passe = (erreur: unknown) => erreur === absent;
  const faute = new Error('mot de passe refusé');
  await expect(patienter('absent', apres(1, faute), { journal, signal, passe })).rejects.toBe(faute);
  expect(lignes).toEqual([]);
});

it('l’arrêt interrompt l’attente', async () => {
  const arret = new AbortController();
  const attente = patienter('absent', apres(100, absent), { journal, signal: arret.signal });
  setTimeout(() => arret.abort(), 20);
  await expect(attente).rejects.toMatchObject({ name: 'AbortError' });
});

import { Arrets } from './arrets';

const attendre = (ms: number) => new Promise((suite) => setTimeout(suite, ms));

function partie(nom: string, faits: string[]) {
  return { arreter: async () => void faits.push(`${nom} arrêté`), couper: () => void faits.push(`${nom} coupé`) };
}

it('tout est arrêté, dans l’ordre inverse, ce qui échoue étant dit', async () => {
  const faits: string[] = [];
  const arrets = new Arrets();
  await arrets.monter('a', Promise.resolve(partie('a', faits)));
  arrets.ajouter('b', () => Promise.reject(new Error('pris')));
  await arrets.monter('c', Promise.resolve(partie('c', faits)));
  await arrets.tous((phrase) => faits.push(phrase));
  expect(faits).toEqual(['c arrêté', 'b : l’arrêt a échoué (pris)', 'a arrêté']);
});

it('ce qui démarre encore au moment de l’arrêt est attendu, puis arrêté', async () => {
  const faits: string[] = [];
  const arrets = new Arrets();
  const montage = arrets.monter(
    'a',
    attendre(20).then(() => partie('a', faits)),
  );
  await arrets.tous(() => undefined);
  expect(faits).toEqual(['a arrêté']);
  await montage;
});

it('ce qui n’a pas pu démarrer n’a rien à arrêter', async () => {
  const arrets = new Arrets();
  await expect(arrets.monter('a', Promise.reject(new Error('port pris')))).rejects.toThrow('port pris');
  const dites: string[] = [];
  await arrets.tous((phrase) => dites.push(phrase));
  expect(dites).toEqual([]);
});

it('redemandé, l’arrêt n’attend plus rien et ne laisse rien', async () => {
  const faits: string[] = [];
  const arrets = new Arrets();
  await arrets.monter('a', Promise.resolve(partie('a', faits)));
  await arrets.monter('b', Promise.resolve(partie('b', faits)));
  arrets.couper();
  expect(faits).toEqual(['b coupé', 'a coupé']);
});

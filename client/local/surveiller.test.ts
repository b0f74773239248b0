import { type Partie, surveiller } from './surveiller';

/** A part that a test kills. */
class Essai implements Partie {
  arretee = false;
  private rappel: (comment?: string) => void = () => undefined;
  surMort(rappel: (comment?: string) => void): void {
    this.rappel = rappel;
  }
  arreter(): void {
    this.arretee = true;
  }
  mourir(comment?: string): void {
    this.rappel(comment);
  }
}

const attendre = (ms: number) => new Promise((suite) => setTimeout(suite, ms));

async function monter(demarrages: (() => Promise<Essai>)[]) {
  const dites: string[] = [];
  const surveillee = await surveiller({
    nom: 'Le registre',
    entretemps: 'les parcours attendent',
    demarrer: () => demarrages.shift()!(),
    dire: (phrase) => dites.push(phrase),
    delaiMs: 5,
  });
  return { dites, surveillee };
}

it('ce qui meurt est nommé et redémarre ; ce qui ne redémarre pas est retenté plus tard', async () => {
  const [premier, second] = [new Essai(), new Essai()];
  const { dites, surveillee } = await monter([
    async () => premier,
    () => Promise.reject(new Error('le port est pris')),
    async () => second,
  ]);
  expect(surveillee.partie()).toBe(premier);
  premier.mourir('SIGKILL');
  expect(surveillee.partie()).toBeNull();
  await attendre(60);
  expect(surveillee.partie()).toBe(second);
  expect(dites).toEqual([
    'Le registre s’est arrêté (SIGKILL), il redémarre aussitôt ; les parcours attendent.',
    'Le registre n’a pas pu redémarrer, nouvel essai aussitôt : le port est pris',
    'Le registre a repris.',
  ]);
  await surveillee.arreter();
  expect(second.arretee).toBe(true);
});

it('arrêtée pendant un redémarrage, rien ne reste derrière elle', async () => {
  const [premier, second] = [new Essai(), new Essai()];
  const { dites, surveillee } = await monter([async () => premier, () => attendre(30).then(() => second)]);
  premier.mourir();
  await attendre(15);
  await surveillee.arreter();
  expect(second.arretee).toBe(true);
  expect(dites).toHaveLength(1);
});

it('un premier démarrage impossible est l’affaire de qui démarre', async () => {
  await expect(monter([() => Promise.reject(new Error('binaire absent'))])).rejects.toThrow('binaire absent');
});

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

async function monter(demarrages: ((signal: AbortSignal) => Promise<Essai>)[], arret?: AbortSignal) {
  const dites: string[] = [];
  const surveillee = await surveiller({
    nom: 'Le registre',
    entretemps: 'les parcours attendent',
    demarrer: (signal) => demarrages.shift()!(signal),
    dire: (phrase) => dites.push(phrase),
    delaiMs: 5,
    arret,
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

it('dès que tout s’arrête, rien n’est relancé, bien avant que vienne son tour d’être arrêtée', async () => {
  const [premier, second] = [new Essai(), new Essai()];
  const arret = new AbortController();
  const { dites, surveillee } = await monter([async () => premier, async () => second], arret.signal);
  arret.abort();
  premier.mourir();
  await attendre(30);
  expect(surveillee.partie()).toBe(premier);
  expect(dites).toEqual([]);
  await expect(monter([async () => second], arret.signal)).rejects.toThrow();
});

it('un redémarrage qui attend (un worker sans moteur) est abandonné aussitôt, et ce qu’il avait commencé aussi', async () => {
  const premier = new Essai();
  const arret = new AbortController();
  let defait = false;
  const { surveillee } = await monter(
    [
      async () => premier,
      (signal) =>
        new Promise((_, rejeter) =>
          signal.addEventListener('abort', () => {
            defait = true;
            rejeter(new Error('plus voulue'));
          }),
        ),
    ],
    arret.signal,
  );
  premier.mourir();
  await attendre(15);
  arret.abort();
  await surveillee.arreter();
  expect(defait).toBe(true);
});

it('un premier démarrage impossible est l’affaire de qui démarre', async () => {
  await expect(monter([() => Promise.reject(new Error('binaire absent'))])).rejects.toThrow('binaire absent');
});

import { direAlertes, direRemplacements } from './alertes';
import type { ReleveSante } from './releve';
import { FILES, type WorkerVu } from './workers-vus';

const maintenant = new Date('2026-01-12T09:00:00Z');
const calme: Omit<ReleveSante, 'alertes' | 'informations' | 'workers'> = {
  ...{
    decalageRegistre: 0,
    registrePlein: false,
    clesManquantes: [],
    suspendus: null,
    refus: null,
    donnees: null,
    inconnus: null,
  },
  ...{ enEchec: { nombre: 0, bloques: [] }, enRetard: { nombre: 0, bloques: [] } },
  courriers: { nombre: 0, depuis: null },
};
const surTout = (worker: Omit<WorkerVu, 'file'>): WorkerVu[] => FILES.map(([file]) => ({ file, ...worker }));
const mort = { identite: '41@serveur', silence: 99, fige: true, decalage: 0 };
const vif = { identite: '77@serveur', silence: 3, fige: false, decalage: 0 };
const alertes = (...workers: WorkerVu[][]) => direAlertes({ ...calme, workers: workers.flat() }, maintenant);

it('un worker mort que personne ne remplace se regarde', () => {
  expect(alertes(surTout(mort), surTout(vif))).toEqual([
    'Le worker 41@serveur ne donne plus signe de vie depuis 99 s : mort ou figé (files « parcours », « courriers », « flotte »).',
  ]);
});

it('remplacé sur sa machine, il se dit sans rien demander', () => {
  const remplace = surTout({ ...mort, remplacePar: '77@serveur' });
  expect(alertes(remplace, surTout(vif))).toEqual([]);
  expect(direRemplacements([...remplace, ...surTout(vif)])).toEqual([
    'Le worker 41@serveur s’est tu il y a 99 s, 77@serveur l’a remplacé depuis sur la même machine.',
  ]);
});

it('celui qui n’est plus ne cache pas que son remplaçant n’est pas de la version promue', () => {
  const remplace = surTout({ ...mort, remplacePar: '77@serveur' });
  expect(alertes(remplace, surTout({ ...vif, horsVersion: true }))).toEqual(
    FILES.map(([file]) => expect.stringContaining(`Aucun worker de la version promue sur la file « ${file} »`)),
  );
});

it('un registre qui se lit et ne garde plus rien est dit d’abord', () => {
  expect(direAlertes({ ...calme, registrePlein: true, workers: surTout(mort) }, maintenant)[0]).toBe(
    'Le disque du registre est plein : il se lit, et ne garde plus rien. Y faire de la place.',
  );
});

it('une clé retirée trop tôt est nommée avant qu’un parcours ne se réveille', () => {
  const cles = (...clesManquantes: string[]) =>
    direAlertes({ ...calme, clesManquantes, workers: surTout(vif) }, maintenant);
  expect(cles('k1')).toEqual([
    'La clé « k1 » manque au trousseau, et des parcours en cours ou des seconds facteurs en ont besoin : « jalon cles verifier » dit lesquels.',
  ]);
  expect(cles('k1', 'k2')[0]).toContain('Les clés « k1 », « k2 » manquent au trousseau');
});

import { type AExaminer, examinerSante, type Sonde } from './examiner';
import type { ReleveSante } from './releve';

const releve: ReleveSante = {
  ...{
    alertes: [],
    informations: [],
    workers: [],
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
const jamais = () => new Promise<never>(() => undefined);
const repond: Sonde = async () => true;
const examiner = (reste: Partial<AExaminer> = {}) =>
  examinerSante({
    sondes: { registre: repond, moteur: repond, relais: repond },
    resumer: async () => null,
    relever: async () => releve,
    ...reste,
  });

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('tout répond et rien n’attend : ok', async () => {
  expect(await examiner()).toEqual({
    etat: 'ok',
    parties: { registre: 'repond', moteur: 'repond', relais: 'repond' },
    raisons: {},
    registre: null,
    releve,
  });
});

it('tout est muet à la fois : chaque partie a sa patience, la réponse tient en quelques secondes', async () => {
  const demandes: string[] = [];
  const muette = (nom: string) => () => {
    demandes.push(nom);
    return jamais();
  };
  const sondes = { registre: muette('registre'), moteur: muette('moteur'), relais: muette('relais') };
  const debut = Date.now();
  let finieEn = Number.POSITIVE_INFINITY;
  const examen = examiner({ sondes, relever: jamais }).then((sante) => {
    finieEn = Date.now() - debut;
    return sante;
  });
  expect(demandes).toEqual(['registre', 'moteur', 'relais']);
  await jest.advanceTimersByTimeAsync(20_000);
  expect(await examen).toMatchObject({
    etat: 'en panne',
    parties: { registre: 'muet', moteur: 'muet', relais: 'muet' },
    releve: null,
  });
  expect(finieEn).toBeLessThanOrEqual(3_000);
});

it('une partie qui dit pourquoi est citée, une qui échoue est muette', async () => {
  const sondes: Record<string, Sonde> = {
    registre: repond,
    moteur: () => Promise.reject(new Error('mort')),
    relais: async () => 'connect ECONNREFUSED',
  };
  expect(await examiner({ sondes })).toMatchObject({
    etat: 'en panne',
    parties: { registre: 'repond', moteur: 'muet', relais: 'muet' },
    raisons: { relais: 'connect ECONNREFUSED' },
    releve: null,
  });
});

it('ce qui répond sans pouvoir dire ce qui n’avance pas n’est pas « ok »', async () => {
  const lente = examiner({ relever: jamais });
  await jest.advanceTimersByTimeAsync(20_000);
  expect(await lente).toMatchObject({ etat: 'attention', releve: null });
  expect(await examiner({ relever: () => Promise.reject(new Error('mort')) })).toMatchObject({ etat: 'attention' });
  expect(await examiner({ relever: null })).toMatchObject({ etat: 'ok' });
});

it('un worker figé ne répond pas, quoi qu’en dise son processus', async () => {
  const fige = { file: 'parcours', identite: '41@serveur', silence: 50, fige: true, decalage: 0 };
  const sondes = { registre: repond, moteur: repond, worker: repond };
  const avec = (workers: ReleveSante['workers']) => examiner({ sondes, relever: async () => ({ ...releve, workers }) });
  expect(await avec([fige])).toMatchObject({ etat: 'en panne', parties: { worker: 'muet' } });
  expect(await avec([fige, { ...fige, identite: '42@serveur', fige: false }])).toMatchObject({ etat: 'ok' });
});

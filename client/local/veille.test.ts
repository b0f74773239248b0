import { prendrePouls } from './pouls';
import { DELAIS, ErreurHorloge, repondre, veiller } from './veille';

const enquete = async () => 'Aucun workflow n’est ouvert.';
const delais = { ...DELAIS, rondeMs: 5, reponseMs: 100, silence: 12, activite: 40 };
const jamais = () => new Promise<never>(() => undefined);
const apres = <T>(ms: number, valeur: T) => new Promise<T>((rendre) => setTimeout(() => rendre(valeur), ms));

it('rend ce qui était attendu, et l’erreur de ce qui échoue', async () => {
  const temoins = { heure: async () => Date.now(), pouls: prendrePouls(), enquete, delais };
  expect(await veiller('avancer', apres(30, 'fini'), temoins)).toBe('fini');
  await expect(veiller('avancer', Promise.reject(new Error('refus')), temoins)).rejects.toThrow('refus');
});

it('une horloge qui va au pas de la vraie, sans aucune activité, est nommée arrêtée', async () => {
  const pouls = prendrePouls();
  await pouls.ecouter({ situer: async () => undefined }).situer();
  const garde = veiller('avancer', jamais(), { heure: async () => Date.now(), pouls, enquete, delais });
  await expect(garde).rejects.toThrow(ErreurHorloge);
  await expect(garde).rejects.toThrow(
    /^L’horloge simulée n’avance plus \(avancer\) : arrêtée au \d{4}-.* aucune activité en cours, dernière finie : situer\. Aucun workflow n’est ouvert\.$/,
  );
});

it('une horloge qui saute, ou des activités qui se suivent, sont un travail qui avance', async () => {
  let saut = 0;
  const saute = async () => {
    saut += 3_600_000;
    return Date.now() + saut;
  };
  const quoi = ['avancer', apres(150, 'arrivé')] as const;
  expect(await veiller(...quoi, { heure: saute, pouls: prendrePouls(), enquete, delais })).toBe('arrivé');
  const pouls = prendrePouls();
  const { situer } = pouls.ecouter({ situer: async () => undefined });
  const ronde = setInterval(() => void situer(), 10);
  expect(
    await veiller('avancer', apres(150, 'arrivé'), { heure: async () => Date.now(), pouls, enquete, delais }),
  ).toBe('arrivé');
  clearInterval(ronde);
});

it('une activité en cours a droit à plus de patience, et son nom est dit', async () => {
  const pouls = prendrePouls();
  void pouls.ecouter({ remettre: jamais }).remettre();
  let regards = 0;
  const heure = async () => {
    regards += 1;
    return Date.now();
  };
  const garde = veiller('avancer', jamais(), { heure, pouls, enquete, delais });
  await expect(garde).rejects.toThrow('en cours : remettre, aucune n’a fini');
  expect(regards).toBeGreaterThan(delais.activite);
});

it('un serveur muet est nommé, avec ce qui lui était demandé', async () => {
  const phrase = /^Le serveur du temps simulé ne répond plus : ouvrir un parcours, attendu en vain 0\.05 s\.$/;
  await expect(repondre('ouvrir un parcours', jamais(), 50)).rejects.toThrow(phrase);
  await expect(
    veiller('avancer', jamais(), {
      heure: jamais,
      pouls: prendrePouls(),
      enquete,
      delais: { ...delais, reponseMs: 30 },
    }),
  ).rejects.toThrow(/ne répond plus : dire l’heure \(avancer\)/);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lireConnu } from '../../client/usages/commun/lire-connu';
import { envoyerActe } from '../../client/usages/commun/moteur';
import { ouvrirParcours } from '../../client/usages/ouvrir';
import { dateLocale } from '../../domain/calendrier/fuseaux';
import { lireDossier } from '../../registre';
import { dossierInvente, personnesInventees } from '../outils/ouvertures';
import { monterPileDeTest, type PileDeTest } from '../outils/pile';
import { attendreRafale, fautesDeRafale, releverRafale } from '../outils/rafale';

jest.setTimeout(240_000);

const COMBIEN = 25;

describe('un worker tué au milieu des envois', () => {
  let pile: PileDeTest;
  const aujourdhui = dateLocale(new Date(), 'Europe/Paris');
  beforeAll(async () => {
    pile = await monterPileDeTest({ JALON_JOURNAL: 'debug', JALON_COURRIERS_PAR_SECONDE: '10' });
  });
  afterAll(() => pile?.fermer());

  const ouvrir = async (rang: number): Promise<string> => {
    const identite = {
      ...personnesInventees.identite,
      prenom: `Zéphyrine${rang}`,
      email: `zephyrine${rang}@example.org`,
    };
    const { numero } = await ouvrirParcours(
      { registre: pile.registre, temporal: pile.client, envoi: 'immediat' },
      {
        dossier: { ...dossierInvente, dateRemise: aujourdhui },
        personnes: { ...personnesInventees, identite },
        dateReprise: null,
        evenements: [],
        auteur: 'essai',
      },
    );
    return numero;
  };

  it('rien n’est perdu, rien ne part deux fois sans être marqué incertain, et personne n’est nommé dans Temporal', async () => {
    // Ouverts et informés d'un fait alors qu'aucun worker ne vit : tout attend.
    const numeros: string[] = [];
    for (let rang = 1; rang <= COMBIEN; rang++) numeros.push(await ouvrir(rang));
    const evenement = { type: 'REPONSE_SALARIE', date: aujourdhui, reponse: 'ACCEPTATION' };
    const premier = await lireConnu(pile.registre, numeros[0]!);
    const deps = { registre: pile.registre, temporal: pile.client };
    expect(await envoyerActe(deps, premier, 'consigner', { id: 'accord', evenement })).toBe('EN_COURS');

    for (const vie of [700, 400, 1100]) {
      const worker = await pile.lancerWorker();
      await new Promise((suite) => setTimeout(suite, vie));
      await pile.tuer(worker);
    }
    await pile.redemarrerMoteur();
    await pile.lancerWorker();

    const lettres = await attendreRafale(pile, numeros, 180_000, COMBIEN + 2);
    // Each by post and by e-mail: once, or twice and marked uncertain.
    expect(fautesDeRafale(await releverRafale(pile, lettres))).toEqual([]);
    expect((await lireDossier(pile.registre, numeros[0]!))!.situation).toMatchObject({
      etat: 'ACCEPTE',
      faits: [{ id: 'accord', statut: 'RETENU' }],
    });

    const traces = ['temporal.db', 'temporal.db-wal', 'temporal.log', 'worker.log']
      .map((nom) => lireSiPresent(join(pile.reglages.donnees, nom)))
      .concat(await historiques(pile, numeros));
    for (const trace of traces) {
      for (const nom of ['phyrine', 'uvrard', 'example.org', '01 99', 'Lescot', '1981-05-17']) {
        expect(trace.includes(nom)).toBe(false);
      }
    }
    expect(traces[0]!.length + traces[1]!.length).toBeGreaterThan(100_000);
    expect(traces[3]).toContain('"envoi":"immediat"');
  });
});

const lireSiPresent = (fichier: string): string => {
  try {
    return readFileSync(fichier, 'latin1');
  } catch {
    return '';
  }
};

/** What the UI reads: lists and histories through its own API. */
async function historiques(pile: PileDeTest, numeros: string[]): Promise<string[]> {
  const api = `http://127.0.0.1:${pile.reglages.temporal.portUi}/api/v1/namespaces/default/workflows`;
  const pages = [api, ...numeros.slice(0, 3).map((numero) => `${api}/csp-${numero}/history`)];
  return Promise.all(
    pages.map(async (page) => {
      const reponse = await fetch(page);
      expect(reponse.status).toBe(200);
      const corps = await reponse.text();
      const charges = [...corps.matchAll(/"data":\s*"([A-Za-z0-9+/=]+)"/g)].map((m) =>
        Buffer.from(m[1]!, 'base64').toString('latin1'),
      );
      return [corps, ...charges].join('\n');
    }),
  );
}

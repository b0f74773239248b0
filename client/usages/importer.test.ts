import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { racine } from '../../commun/racine';
import { ouvrirRegistre, type Registre } from '../../registre';
import { importerPortefeuille, type LigneAnalysee } from './importer';
import { previsualiserOuverture } from './previsualiser-ouverture';

const lire = (...chemin: string[]) => JSON.parse(readFileSync(join(racine, 'exemples', ...chemin), 'utf8'));
const nominal = lire('dossiers', 'annee-nominale.json');
const maintenant = new Date(`${nominal.dateRemise}T12:00:00Z`);

// A port that nothing listens on: the real refusal of a server that is away.
let registre: Registre;
let temporal: Client;
beforeAll(() => {
  registre = ouvrirRegistre('postgresql://jalon@127.0.0.1:9/absent');
  temporal = new Client({ connection: Connection.lazy({ address: '127.0.0.1:9' }) });
});
afterAll(async () => {
  await registre.fermer();
  await temporal.connection.close();
});

function ligne(rang: number): LigneAnalysee {
  const examen = previsualiserOuverture(nominal, {
    ...lire('organisation.json'),
    maintenant,
    envoi: 'immediat',
    auteur: 'a',
  });
  if (!examen.ok) throw new Error(JSON.stringify(examen.erreurs));
  const vide = { reference: null, numero: null, erreurs: [], ecarts: [] };
  return { ligne: rang, nom: `Ida ${rang}`, statut: 'A_OUVRIR', projet: examen.projet, ...vide };
}

it('quand plus rien ne répond, l’import s’arrête de lui-même et nomme chaque ligne', async () => {
  const lignes = Array.from({ length: 8 }, (_, i) => ligne(i + 2));
  const faites: number[] = [];
  const importees = await importerPortefeuille(
    { registre, temporal, envoi: 'immediat' },
    { lignes, erreurs: [], avertissements: [] },
    maintenant,
    { avancement: (n) => faites.push(n) },
  );
  expect(importees.map((i) => [i.ligne, i.numero, i.erreur?.code])).toEqual([
    ...[2, 3, 4, 5, 6].map((n) => [n, null, 'LIGNE_EN_PANNE']),
    ...[7, 8, 9].map((n) => [n, null, 'IMPORT_ARRETE']),
  ]);
  expect(faites).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

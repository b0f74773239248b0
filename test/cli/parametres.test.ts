import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installerReglements } from '../../domain/droit/reglements';
import type { Projete } from '../../domain/parcours/projeter';
import { lireDossier, tracesDuDossier } from '../../registre';
import { attendreQue, monterPileDeTest, type PileDeTest } from '../outils/pile';
import { deposerSuccesseur } from '../outils/successeur';
import { exemple, lancer, type OptionsJalon } from './jalon';

let pile: PileDeTest;
let dossier: string;
let numeros: string[];
let worker: ChildProcess;
const fichier = (nom: string, valeur: unknown): string => {
  const chemin = join(dossier, nom);
  writeFileSync(chemin, typeof valeur === 'string' ? valeur : JSON.stringify(valeur));
  return chemin;
};
const jalon = (ligne: string[], options: OptionsJalon = {}) =>
  lancer(ligne, { ...options, env: { ...pile.env, ...options.env } });
const json = async <T>(ligne: string[]): Promise<T> => JSON.parse((await jalon([...ligne, '--json'])).texte) as T;

beforeAll(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'jalon-parametres-'));
  pile = await monterPileDeTest({ JALON_JOURNAL: 'silent' });
  worker = await pile.lancerWorker();
  await jalon(['agences', exemple('organisation.json')]);
  const aujourdhui = new Date().toISOString().slice(0, 10);
  const base = JSON.parse(readFileSync(exemple('dossiers', 'annee-nominale.json'), 'utf8'));
  numeros = [];
  for (const nom of ['Premier', 'Second']) {
    const identite = { ...base.identite, nom };
    const document = { ...base, reference: nom, identite, dateRemise: aujourdhui, evenements: [] };
    const ouvert = await json<{ numero: string }>(['ouvrir', fichier(`${nom}.json`, document)]);
    numeros.push(ouvert.numero);
  }
  for (const numero of numeros) {
    // Version 2: its first letter has left, nothing more happens today.
    await attendreQue(
      'l’ouverture',
      async () => ((await lireDossier(pile.registre, numero))?.version ?? 0) >= 2 || null,
      30_000,
    );
  }
});
afterAll(async () => {
  await pile?.fermer();
  rmSync(dossier, { recursive: true, force: true });
});

const terme = async (numero: string) => (await lireDossier(pile.registre, numero))!.situation!.resultat.finReflexion;

it('projeter dit d’un numéro ou d’un fichier ce qui arrivera', async () => {
  const dit = await json<Projete[]>(['projeter', numeros[0]!]);
  expect(dit.map((p) => p.genre)).toEqual(expect.arrayContaining(['ETAT', 'COURRIER', 'TACHE', 'ECHEANCE']));
  expect(dit.at(-1)).toMatchObject({ genre: 'FIN_ECOUTE', regle: 'R28' });
  const { statut, texte } = await jalon(['projeter', exemple('dossiers', 'maternite.json'), '--au', '2026-03-03']);
  expect([statut, texte]).toEqual([0, expect.stringMatching(/15\/06\/2026 +étape +Suspension du CSP/)]);
  expect((await jalon(['projeter', '2026-000001-00'])).statut).toBe(2);
  expect((await jalon(['projeter', numeros[0]!, '--au', 'demain'])).statut).toBe(2);
  const casse = await jalon(['projeter', fichier('casse.json', { dossier: {} })]);
  expect([casse.statut, casse.erreurs]).toEqual([1, expect.stringContaining('CHAMP_MANQUANT:dateRemise')]);
});

it('impact étudie le registre ou un fichier, sans rien changer', async () => {
  const jeu = fichier('jeu.json', { reglement: 'csp-2015-v2025', parametres: { delaiReflexionJours: 22 } });
  const csv = join(dossier, 'impact.csv');
  const avant = await Promise.all(numeros.map((numero) => lireDossier(pile.registre, numero)));
  const resume = await json<{ parcours: number; bougent: number; cles: object[] }>([
    'impact',
    '--reglement',
    jeu,
    '--csv',
    csv,
  ]);
  expect(resume).toMatchObject({ parcours: 2, bougent: 2 });
  expect(resume.cles).toContainEqual(expect.objectContaining({ cle: 'finReflexion', deplacees: 2, mediane: 1 }));
  const lignes = readFileSync(csv, 'utf8').split('\n');
  expect(lignes[0]).toBe('numero;cle;avant;apres;ecartJours');
  for (const numero of numeros) {
    expect(lignes).toContainEqual(expect.stringMatching(new RegExp(`^${numero};finReflexion;.*;1$`)));
  }
  expect(await Promise.all(numeros.map((numero) => lireDossier(pile.registre, numero)))).toEqual(avant);

  const { evenements, ...champs } = JSON.parse(readFileSync(exemple('dossiers', 'maternite.json'), 'utf8'));
  const ndjson = fichier('s.ndjson', `${JSON.stringify({ dossier: champs, evenements })}\npas du JSON\n`);
  const { statut, texte } = await jalon(['impact', '--reglement', jeu, '--scenarios', ndjson]);
  expect([statut, texte]).toEqual([0, expect.stringContaining('1 parcours étudié, dont 1')]);
  expect(texte).toMatch(/Fin du délai de réflexion +1 +1 +1 +1 +0 +0/);
  const faux = await jalon(['impact', '--reglement', fichier('faux.json', { delai: 3 }), '--scenarios', ndjson]);
  expect([faux.statut, faux.erreurs]).toEqual([1, expect.stringContaining('SURCHARGE_INCONNUE:delai')]);
  expect((await jalon(['impact', '--reglement', jeu, '--scenarios', join(dossier, 'absent')])).statut).toBe(2);
});

it('adopter montre d’abord, puis consigne au journal avec --oui, et s’annule', async () => {
  const [numero, autre] = numeros as [string, string];
  const jeu = fichier('adopte.json', { parametres: { delaiReflexionJours: 22 }, source: 'avenant n° 12' });
  const [fin, finAutre] = await Promise.all([terme(numero), terme(autre)]);
  const montre = await jalon(['adopter', '--reglement', jeu, numero]);
  expect([montre.statut, montre.texte]).toEqual([0, expect.stringContaining('ajoutez --oui')]);
  expect(montre.texte.replace(/\s+/g, ' ')).toContain('Fin du délai de');
  expect(await terme(numero)).toBe(fin);

  const ancien = fichier('ancien.json', { reglement: 'csp-2011', parametres: { dureeMois: 13 }, source: 's' });
  const refus = await jalon(['adopter', '--reglement', ancien, numero, '--oui']);
  expect([refus.statut, refus.erreurs]).toEqual([1, expect.stringContaining('REGLEMENT_DIFFERENT')]);
  const sansSource = fichier('nu.json', { delaiReflexionJours: 22 });
  expect((await jalon(['adopter', '--reglement', sansSource, numero])).erreurs).toContain('CHAMP_MANQUANT:source');

  const ligne = [
    'adopter',
    '--reglement',
    jeu,
    numero,
    '--id',
    'ad1',
    '--auteur',
    'c-dupre',
    '--motif',
    'essai',
    '--oui',
  ];
  expect((await jalon(ligne)).texte).toContain('paramètres adoptés');
  await attendreQue('l’adoption', async () => ((await terme(numero)) === fin ? null : true), 30_000);
  expect((await jalon(ligne)).texte).toContain('déjà adoptés');
  expect(await terme(autre)).toBe(finAutre);
  const { journal } = (await lireDossier(pile.registre, numero))!;
  expect(journal.at(-1)).toMatchObject({
    id: 'ad1',
    auteur: 'c-dupre',
    motif: 'essai',
    reglement: { surcharge: { delaiReflexionJours: 22 }, source: 'avenant n° 12' },
  });
  expect((await jalon(['voir', numero])).texte.replace(/\s+/g, ' ')).toContain('d’après « avenant n° 12 »');
  const traces = await tracesDuDossier(pile.registre, numero);
  expect(traces.filter((trace) => trace.acte === 'ADOPTER').map(({ details }) => details)).toEqual([
    { id: expect.any(String), refus: 'REGLEMENT_DIFFERENT' },
    { id: 'ad1' },
  ]);
  await jalon(['annuler', numero, 'ad1']);
  await attendreQue('l’annulation', async () => ((await terme(numero)) === fin ? true : null), 30_000);
});

it('un règlement successeur déposé dans JALON_REGLEMENTS mène le parcours ouvert sous lui, et aucun autre', async () => {
  const [ancien] = numeros as [string];
  const reglements = deposerSuccesseur();
  try {
    await pile.tuer(worker);
    worker = await pile.lancerWorker({ JALON_REGLEMENTS: reglements });
    const sous = { env: { JALON_REGLEMENTS: reglements } };
    const base = JSON.parse(readFileSync(exemple('dossiers', 'annee-nominale.json'), 'utf8'));
    const document = { ...base, reference: 'Successeur', dateRemise: '2027-02-01', evenements: [] };
    const ouvert = await jalon(['ouvrir', fichier('successeur.json', document), '--json'], sous);
    const { numero } = JSON.parse(ouvert.texte) as { numero: string };
    for (const cible of [numero, ancien]) {
      const date = cible === numero ? '2027-02-10' : new Date().toISOString().slice(0, 10);
      const accord = fichier('accord.json', { type: 'REPONSE_SALARIE', date, reponse: 'ACCEPTATION' });
      expect(await jalon(['consigner', cible, accord], sous)).toMatchObject({ statut: 0 });
    }
    const accepte = async (cible: string) => {
      const { situation } = (await lireDossier(pile.registre, cible))!;
      return situation!.resultat.debutCsp ? situation! : null;
    };
    const neuf = await attendreQue('la situation sous le successeur', () => accepte(numero), 30_000);
    const { reglement, finReflexion, debutCsp, echeancePreBilan, terme } = neuf.resultat;
    expect([reglement, finReflexion, debutCsp, echeancePreBilan, terme]).toEqual([
      ...['csp-2027', '2027-03-01', '2027-03-02', '2027-03-12', '2028-04-01'],
    ]);
    expect(neuf.alertes).toEqual([]);
    expect(neuf.courriers.find(({ code }) => code === 'C13_FIN_CSP')?.date).toBe('2028-03-24');
    const garde = await attendreQue('la situation sous l’ancien', () => accepte(ancien), 30_000);
    expect(garde.resultat.reglement).toBe('csp-2015-v2025');
    const vu = (await jalon(['voir', numero], sous)).texte.replace(/\s+/g, ' ');
    expect(vu).toContain('01/04/2028');
  } finally {
    installerReglements([]);
    rmSync(reglements, { recursive: true });
  }
});

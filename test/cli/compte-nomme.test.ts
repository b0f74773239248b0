import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dateCivile } from '../../domain/calendrier/dates';
import { versionDomaine } from '../../domain/parcours/version';
import {
  absencesDepuis,
  ajouterAbsence,
  creerCompte,
  deposerTache,
  enregistrerAgence,
  enregistrerReferent,
  inscrireOuverture,
  listerActions,
  tracesDuDossier,
} from '../../registre';
import { ouverture, personnesInventees } from '../outils/ouvertures';
import { ouvrirRegistreDeTest, type RegistreDeTest } from '../outils/registre';
import { lancer } from './jalon';

const maintenant = new Date('2026-01-12T08:00:00Z');
const { agence, referent } = personnesInventees;
const PRODUCTION = {
  JALON_PROFIL: 'production',
  JALON_TEMPORAL_ADRESSE: '127.0.0.1:7233',
  JALON_SMTP_URL: 'smtp://127.0.0.1:25',
  JALON_CLES: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
  JALON_POSTE: '/tmp/poste',
  JALON_SMS: '/tmp/sms',
};

let base: RegistreDeTest;
let sien: string;
let autre: string;
const jalon = (env: Record<string, string>, ...ligne: string[]) =>
  lancer(ligne, { maintenant, env: { JALON_REGISTRE_URL: base.url, ...env } });
const comme = (compte: string, ...ligne: string[]) => jalon({ JALON_COMPTE: compte }, ...ligne);

beforeAll(async () => {
  base = await ouvrirRegistreDeTest();
  await enregistrerAgence(base.registre, agence);
  await enregistrerAgence(base.registre, { ...agence, id: 'ailleurs' });
  const labas = {
    ...personnesInventees,
    agence: { ...agence, id: 'ailleurs' },
    referent: { ...referent, id: 'r', agence: 'ailleurs' },
  };
  sien = (await inscrireOuverture(base.registre, ouverture('sien'), maintenant)).numero;
  autre = (await inscrireOuverture(base.registre, ouverture('autre', { personnes: labas }), maintenant)).numero;
});
afterAll(() => base?.fermer());

it('en production, personne n’agit sans compte, sauf pour ouvrir le premier', async () => {
  const sansCompte = await jalon(PRODUCTION, 'liste');
  expect([sansCompte.statut, sansCompte.erreurs]).toEqual([1, expect.stringContaining('JALON_COMPTE manque')]);
  // What needs neither dossier nor account needs nobody.
  expect((await jalon(PRODUCTION, 'reglements', 'lister')).statut).toBe(0);
  const creer = (id: string, env: Record<string, string> = {}) =>
    jalon(
      { ...PRODUCTION, ...env },
      ...[
        'comptes',
        'creer',
        id,
        '--nom',
        'Maude Lescot',
        '--adresse',
        `${id}@example.org`,
        '--role',
        'administrateur',
      ],
    );
  expect((await creer('premiere')).statut).toBe(0);
  expect((await creer('seconde')).erreurs).toContain('JALON_COMPTE manque');
  expect((await creer('seconde', { JALON_COMPTE: 'premiere' })).statut).toBe(0);
  const { rows } = await base.registre.pool.query(`SELECT auteur FROM audit WHERE acte = 'CREER_COMPTE' ORDER BY id`);
  expect(rows).toEqual([{ auteur: 'cli' }, { auteur: 'premiere' }]);
});

it('l’exploitation retient un courrier par sa clé, qui ne nomme personne, sans rien voir du dossier', async () => {
  const compte = {
    id: 'garde',
    nom: 'Garde',
    adresse: 'garde@example.org',
    role: 'EXPLOITATION',
    agence: null,
  } as const;
  await creerCompte(base.registre, compte, 'essai', maintenant);
  const lettre = `${sien}/C01_PROPOSITION/BENEFICIAIRE/2025-03-03`;
  // The journey of this register knows no letter: the door let the command in.
  const retenir = await comme('garde', 'courriers', 'retenir', lettre, '--motif', 'copie rendue');
  expect([retenir.statut, retenir.erreurs]).toEqual([1, expect.stringContaining('COURRIER_INCONNU')]);
  const lire = (await comme('garde', 'courriers', sien)).erreurs;
  expect(lire).toContain('USAGE_NON_PERMIS');
  expect(lire).toContain(
    'il y faut le rôle « conseiller » ou « responsable d’agence » ou « juriste » ou « lecture seule »',
  );
});

describe('un conseiller', () => {
  beforeAll(async () => {
    const compte = {
      id: 'm-lescot',
      nom: 'Maude Lescot',
      adresse: 'm-lescot@example.org',
      role: 'CONSEILLER',
    } as const;
    await creerCompte(base.registre, { ...compte, agence: agence.id }, 'essai', maintenant);
  });

  it('voit les dossiers de son agence, et laisse une trace ; les autres n’existent pas', async () => {
    const { dossiers } = JSON.parse((await comme('m-lescot', 'liste', '--json')).texte);
    expect(dossiers.map(({ numero }: { numero: string }) => numero)).toEqual([sien]);
    expect((await comme('m-lescot', 'liste', '--agence', 'ailleurs')).erreurs).toContain('AGENCE_INCONNUE');
    expect((await comme('m-lescot', 'plan', 'liste', sien)).statut).toBe(0);
    for (const ligne of [
      ['plan', 'liste', autre],
      ['voir', autre],
      ['courriers', 'retenir', `${autre}/x`, '--motif', 'm'],
    ]) {
      const { statut, erreurs } = await comme('m-lescot', ...ligne);
      expect([ligne, statut, erreurs]).toEqual([ligne, 1, expect.stringContaining('DOSSIER_INCONNU')]);
    }
    const tache = { cle: `${autre}/t`, numero: autre, type: 'ESSAI', libelle: 'Appeler', echeance: null };
    await deposerTache(base.registre, tache, maintenant);
    for (const geste of ['--faite', '--reporter', '--confier']) {
      const { statut, erreurs } = await comme('m-lescot', 'taches', geste, tache.cle, '--motif', 'm');
      expect([geste, statut, erreurs]).toEqual([geste, 1, expect.stringContaining('DOSSIER_INCONNU')]);
    }
    const vues = (await tracesDuDossier(base.registre, sien)).filter(({ acte }) => acte === 'VOIR');
    expect(vues).toMatchObject([{ auteur: 'm-lescot', details: { page: 'jalon plan liste' } }]);
    expect((await tracesDuDossier(base.registre, autre)).filter(({ acte }) => acte === 'VOIR')).toEqual([]);
  });

  it('ne voit ni ne retire l’absence d’un référent d’une autre agence, et n’y prend pas de remplaçant', async () => {
    for (const id of ['r', 'r-2']) await enregistrerReferent(base.registre, { ...referent, id, agence: 'ailleurs' });
    await enregistrerReferent(base.registre, { ...referent, id: 'collegue' });
    const jours = { debut: dateCivile('2099-07-06'), fin: dateCivile('2099-07-10') };
    const la = await ajouterAbsence(base.registre, { referent: 'r', remplacant: 'r-2', ...jours }, 'essai', maintenant);
    const ajouter = (remplacant: string) =>
      comme('m-lescot', 'absence', 'ajouter', referent.id, '--debut', '2099-07-06', '--remplacant', remplacant);
    expect((await ajouter('r')).erreurs).toContain('REFERENT_INCONNU');
    expect((await ajouter('collegue')).statut).toBe(0);
    const [sienne, ...autres] = JSON.parse((await comme('m-lescot', 'absence', 'lister', '--json')).texte);
    expect([sienne.referent, autres]).toEqual([referent.id, []]);
    const { id } = la as { id: number };
    const refus = await comme('m-lescot', 'absence', 'retirer', String(id));
    expect([refus.statut, refus.erreurs]).toEqual([1, expect.stringContaining('ABSENCE_INCONNUE')]);
    expect((await comme('m-lescot', 'absence', 'retirer', String(sienne.id))).statut).toBe(0);
    expect(await absencesDepuis(base.registre, jours.debut)).toMatchObject([{ id, referent: 'r' }]);
  });

  it('agit en son nom, et au sien seul', async () => {
    const ajouter = (...plus: string[]) => comme('m-lescot', 'plan', 'ajouter', sien, '--quoi', 'Appeler', ...plus);
    expect((await ajouter('--auteur', 'autre')).erreurs).toContain('AUTEUR_AUTRE');
    expect(await listerActions(base.registre, sien)).toEqual([]);
    expect((await ajouter()).statut).toBe(0);
    const traces = await tracesDuDossier(base.registre, sien);
    expect(traces.find(({ acte }) => acte === 'ACTION_AJOUTER')).toMatchObject({ auteur: 'm-lescot' });
  });

  it('n’ouvre pas de compte, ne suspend pas les courriers de tous', async () => {
    for (const ligne of [['comptes', 'lister'], ['courriers', 'suspendre', '--tout', '--motif', 'essai'], ['sante']]) {
      const { statut, erreurs } = await comme('m-lescot', ...ligne);
      expect([ligne, statut, erreurs]).toEqual([
        ligne,
        1,
        expect.stringContaining('de rôle « conseiller », ne permet pas cela'),
      ]);
    }
  });
});

it('un juriste étudie tout le registre, sans y lire personne, et l’audit le dit', async () => {
  const juriste = { id: 'p-rivet', nom: 'Paul Rivet', adresse: 'p-rivet@example.org', role: 'JURISTE' } as const;
  await creerCompte(base.registre, { ...juriste, agence: agence.id }, 'essai', maintenant);
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-impact-'));
  const [jeu, csv] = ['jeu.json', 'impact.csv'].map((nom) => join(dossier, nom)) as [string, string];
  writeFileSync(jeu, JSON.stringify({ parametres: { delaiReflexionJours: 22 } }));
  const lignes = [['--reglement', jeu], ['--reglement', jeu, '--csv', csv, '--json'], ['--code'], ['--code', '--json']];
  const sorties = [];
  for (const ligne of lignes) sorties.push(await comme('p-rivet', 'impact', ...ligne));
  expect(sorties.map(({ statut, texte }) => [statut, /"parcours": ?2|2 parcours/.test(texte)])).toEqual(
    lignes.map(() => [0, true]),
  );
  const dit = [readFileSync(csv, 'utf8'), ...sorties.map(({ texte, erreurs }) => texte + erreurs)].join('\n');
  rmSync(dossier, { recursive: true });
  expect(dit).toContain(`${autre};finReflexion`);
  const { identite, employeur } = personnesInventees;
  const noms = [identite.nom, identite.prenom, identite.email!, identite.telephone!, employeur!.nom, '1981-05-17'];
  expect(noms.filter((nom) => dit.includes(nom))).toEqual([]);
  const { rows } = await base.registre.pool.query(
    `SELECT auteur, numero, details FROM audit WHERE acte = 'ETUDIER_IMPACT' ORDER BY id`,
  );
  const etude = { auteur: 'p-rivet', numero: null };
  expect(rows).toEqual([
    { ...etude, details: { reglement: null, chaqueDate: false } },
    { ...etude, details: { reglement: null, chaqueDate: true } },
    ...Array(2).fill({ ...etude, details: { code: versionDomaine } }),
  ]);
  // What concerns one person is read in her agency alone.
  expect((await comme('p-rivet', 'voir', autre)).erreurs).toContain('DOSSIER_INCONNU');
});

it('un compte inconnu ou fermé ne fait rien', async () => {
  expect((await comme('personne', 'liste')).erreurs).toContain('COMPTE_INCONNU');
  expect((await comme('premiere', 'liste')).erreurs).toContain('de rôle « administrateur », ne permet pas cela');
});

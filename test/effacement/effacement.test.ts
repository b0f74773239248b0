import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { creerPosteEnFichiers } from '../../activities/canaux/poste';
import { agirSurUnDossier, depsActes } from '../../client/usages/agir-sur-un-dossier';
import { annuler } from '../../client/usages/annuler-rendez-vous';
import { lireConnu } from '../../client/usages/commun/lire-connu';
import { prevenirRendezVous } from '../../client/usages/commun/moteur';
import { ouvrirParcours } from '../../client/usages/ouvrir';
import { toutesReserves } from '../../client/usages/previsualiser-un-acte';
import { lireContexte } from '../../client/usages/rendez-vous/contexte';
import { depsRendezVous } from '../../client/usages/rendez-vous/suite';
import { ajouterJours, dateCivile } from '../../domain/calendrier/dates';
import { dateLocale } from '../../domain/calendrier/fuseaux';
import { formaterNumero } from '../../domain/dossier/numero';
import {
  completerPoint,
  creerRendezVous,
  etatParcours,
  etatRendezVous,
  garderMessage,
  lireContenu,
  lireDossier,
  lireEffacement,
  preparerPoint,
} from '../../registre';
import { contenus, dossiers, effacements, identites } from '../../registre/schema';
import { departParcours, idParcours, typeParcours } from '../../workflows/parcours/messages';
import { idRendezVous } from '../../workflows/rendez-vous/messages';
import { lancer } from '../cli/jalon';
import { attendreLettres, lettresParties, mettreEnRoute } from '../outils/en-route';
import { dossierInvente, personnesInventees } from '../outils/ouvertures';
import { attendreQue, monterPileDeTest, type PileDeTest } from '../outils/pile';

jest.setTimeout(240_000);

const aujourdhui = dateLocale(new Date(), 'Europe/Paris');
/** What no file may hold once she is forgotten: her name, however it is written, her address, her number. */
const ELLE = /zyxwvutsrq|639980007/i;
const personnes = {
  ...personnesInventees,
  identite: {
    ...personnesInventees.identite,
    ...{ nom: 'Zyxwvutsrq', email: 'zyxwvutsrq@example.org', telephone: '06 39 98 00 07' },
  },
};

let pile: PileDeTest;
let numero: string;
let autre: string;
beforeAll(async () => {
  pile = await monterPileDeTest();
  await pile.lancerWorker();
  for (const nom of ['reprises', 'coherence']) await pile.client.schedule.getHandle(nom).pause('essais');
  const deps = { registre: pile.registre, temporal: pile.client, envoi: 'immediat' } as const;
  const dossier = { ...dossierInvente, dateRemise: ajouterJours(aujourdhui, -2) };
  const ouverte = { dossier, personnes, dateReprise: null, evenements: [], auteur: 'essai' };
  [{ numero }, autre] = await Promise.all([ouvrirParcours(deps, ouverte), mettreEnRoute(pile, 'Autre')]);
  await attendreLettres(pile, numero, 1);
});
afterAll(() => pile?.fermer());

const jalon = (...mots: string[]) => lancer(['effacer', ...mots], { env: pile.env });

async function remplir(): Promise<void> {
  const { registre, client } = pile;
  const deps = depsRendezVous({ registre, temporal: client, envoi: 'immediat' });
  // An appointment at her own place, then cancelled: a convocation, then e-mail and text message together.
  const rendezVous = { id: 'chez-elle', numero, sorte: 'SUIVI', mode: 'PRESENTIEL', dureeMinutes: 30 } as const;
  const ou = { lieu: 'chez Mme Zyxwvutsrq', lien: null, intitule: null };
  const debut = new Date(Date.now() + 5 * 86_400_000).toISOString();
  await creerRendezVous(registre, { ...rendezVous, ...ou, debut }, 'essai', new Date());
  await prevenirRendezVous(client, await etatRendezVous(registre, numero, rendezVous.id));
  await attendreQue('la convocation', async () => (await lettresParties(pile, numero)).length >= 2, 30_000);
  await annuler(
    deps,
    await lireContexte({ registre }, numero),
    rendezVous.id,
    { auteur: 'essai', confirme: [] },
    new Date(),
  );
  // A digest that speaks of both, and a message that its journey has not taken in.
  const lettre = {
    adresse: 'maude.lescot@example.org',
    messageId: '<point@example.org>',
    objet: 'Point',
    gabarit: 'x',
  };
  const deMaude = { referent: personnes.referent.id, agence: personnes.agence.id, jour: aujourdhui, lecteur: null };
  const point = { ...deMaude, ...lettre, html: '<p></p>' };
  await preparerPoint(registre, { ...point, texte: `${numero} (É. Z.), ${autre} (É. A.)` }, new Date());
  await completerPoint(registre, point, { statut: 'PARTI', reponse: '250' }, new Date());
  await attendreQue('l’annulation', async () => (await lettresParties(pile, numero)).length >= 3, 30_000);
}

async function terminer(): Promise<void> {
  const deps = depsActes({ registre: pile.registre, temporal: pile.client, envoi: 'immediat' });
  const contenu = { id: 'erreur', auteur: 'essai', motif: 'Mme Zyxwvutsrq n’est pas concernée' };
  const demande = { acte: 'fermerParErreur', contenu, accepte: toutesReserves, vu: null } as const;
  await agirSurUnDossier(deps, await lireConnu(pile.registre, numero), demande, new Date());
  const ferme = async () => (await lireDossier(pile.registre, numero))?.etat === 'OUVERT_PAR_ERREUR';
  await attendreQue('la fermeture', ferme, 30_000);
}

/** Every word that a folder holds, compressed or not, that says who she is: paths of the files. */
function ouElleEst(dossier: string, sauf: RegExp = /$^/): string[] {
  return readdirSync(dossier, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name))
    .filter((chemin) => !sauf.test(chemin) && ELLE.test(readFileSync(chemin, 'latin1')));
}

/** The folder of the tables of this register, once everything dead is out of it and it is all on the disk. */
async function fichiersDuRegistre(): Promise<string> {
  const { pool } = pile.registre;
  const { rows: tables } = await pool.query<{ nom: string }>(
    `select format('%I', tablename) as nom from pg_tables where schemaname = 'public'`,
  );
  await pool.query(`vacuum (full, analyze) ${tables.map(({ nom }) => nom).join(', ')}`);
  // What the planner remembers of the columns quotes their values.
  await pool.query('vacuum full pg_statistic');
  await pool.query('checkpoint');
  const { rows } = await pool.query<{ ou: string }>(
    `select current_setting('data_directory') || '/base/' || oid as ou from pg_database where datname = current_database()`,
  );
  return rows[0]!.ou;
}

/** Contents of letters that say who she is, once unfolded. */
async function contenusDElle(): Promise<string[]> {
  const lignes = await pile.registre.db.select({ sha256: contenus.sha256 }).from(contenus);
  const lus = await Promise.all(lignes.map(({ sha256 }) => lireContenu(pile.registre, sha256)));
  return lignes.filter((_, rang) => ELLE.test(lus[rang]!.octets.toString('latin1'))).map(({ sha256 }) => sha256);
}

async function executions(): Promise<{ workflowId: string; runId: string }[]> {
  const trouvees = [];
  for await (const { workflowId, runId } of pile.client.workflow.list())
    if (workflowId === idParcours(numero) || workflowId === idRendezVous('chez-elle'))
      trouvees.push({ workflowId, runId });
  return trouvees;
}

it('une personne demandée par l’une, confirmée par l’autre, n’est plus nulle part', async () => {
  await remplir();
  expect((await jalon(numero, '--motif', 'opposition', '--auteur', 'responsable')).erreurs).toContain(
    'EFFACEMENT_PARCOURS_VIVANT',
  );
  await terminer();
  const { registre, client, reglages } = pile;
  // A second run under the same id, which runs: nobody works on its queue.
  const depart = departParcours(etatParcours((await lireDossier(registre, numero))!));
  await client.workflow.getHandle(idParcours(numero)).result();
  await client.workflow.start(typeParcours, { ...depart, taskQueue: 'personne' });
  const contenu = { motif: 'Zyxwvutsrq' };
  await garderMessage(registre, { numero, id: 'en-route', acte: 'annuler', contenu, auteur: 'essai' }, new Date());
  const avant = await attendreQue(
    'trois exécutions',
    async () => {
      const trouvees = await executions();
      return trouvees.length >= 3 && trouvees;
    },
    30_000,
  );
  const lettresDAutre = await lettresParties(pile, autre);
  expect(ouElleEst(await fichiersDuRegistre()).length).toBeGreaterThan(0);
  expect((await contenusDElle()).length).toBeGreaterThan(0);
  for (const dossier of [reglages.poste, reglages.sms]) expect(ouElleEst(dossier).length).toBeGreaterThan(0);

  const demander = () => jalon(numero, '--motif', 'demande de la personne', '--auteur', 'responsable');
  expect((await jalon(numero, '--motif', 'ennui')).erreurs).toContain('EFFACEMENT_MOTIF_INCONNU');
  expect((await jalon(numero, '--confirmer')).erreurs).toContain('EFFACEMENT_PAS_DEMANDE');
  expect((await demander()).texte).toContain('Rien n’est encore effacé');
  expect((await demander()).erreurs).toContain('EFFACEMENT_DEJA_DEMANDE');
  expect((await jalon(numero, '--renoncer')).texte).toContain('rien n’a été effacé');
  expect((await jalon(numero, '--renoncer')).erreurs).toContain('EFFACEMENT_PAS_DEMANDE');
  await demander();
  expect((await jalon(numero, '--confirmer', '--auteur', 'responsable')).erreurs).toContain('EFFACEMENT_MEME_PERSONNE');
  const { texte, statut } = await jalon(numero, '--confirmer', '--auteur', 'administratrice');
  expect([statut, texte]).toEqual([0, expect.stringMatching(/^1 dossier effacé : .* 1 point du matin/)]);

  expect(await contenusDElle()).toEqual([]);
  // PostgreSQL keeps a dead row as long as a transaction that began before may see it: one of the worker's, a moment longer on a busy machine.
  await attendreQue(
    'elle n’est plus sur le disque',
    async () => ouElleEst(await fichiersDuRegistre()).length === 0,
    60_000,
  );
  // The mailbox is other people's; this one is on our disk.
  expect(ouElleEst(reglages.donnees, /\/boite\//)).toEqual([]);
  for (const { workflowId, runId } of avant)
    await expect(client.workflow.getHandle(workflowId, runId).describe()).rejects.toThrow(/not found/i);
  expect(await executions()).toEqual([]);
  expect((await lancer(['voir', numero], { env: pile.env })).erreurs).toContain('DOSSIER_INCONNU');
  expect((await lancer(['audit', 'verifier'], { env: pile.env })).statut).toBe(0);
  expect((await jalon(numero, '--confirmer', '--auteur', 'administratrice')).erreurs).toContain('EFFACEMENT_DEJA_FAIT');
  expect((await jalon(numero, '--renoncer')).erreurs).toContain('EFFACEMENT_CONFIRME');
  expect((await demander()).erreurs).toContain('EFFACEMENT_DEJA_FAIT');
  expect(await lireEffacement(registre, numero)).toMatchObject({
    ...{ motif: 'DEMANDE_DE_LA_PERSONNE', demandePar: 'responsable', confirmePar: 'administratrice' },
    ...{ agence: personnes.agence.id, etat: 'OUVERT_PAR_ERREUR', remiseLe: ajouterJours(aujourdhui, -2) },
    comptes: { courriers: expect.anything(), rendezVous: { 'SUIVI ANNULE': 1 } },
    acheveLe: expect.any(Date),
  });
  expect(readFileSync(reglages.effacements, 'utf8')).toBe(`${numero};${aujourdhui}\n`);
  expect(await lettresParties(pile, autre)).toEqual(lettresDAutre);
});

it('revenue d’une copie du registre qui ne savait rien de son effacement, elle est effacée de nouveau', async () => {
  const { registre } = pile;
  const [modele] = await registre.db.select().from(dossiers).where(eq(dossiers.numero, autre));
  await registre.db.delete(effacements);
  await registre.db.insert(dossiers).values({ ...modele!, numero, empreinte: 'revenue' });
  await registre.db.insert(identites).values({ numero, identite: personnes.identite, employeur: null });
  const { texte } = await jalon('--rejouer', '--auteur', 'exploitation');
  expect(texte).toMatch(/^1 dossier effacé/);
  expect(await lireDossier(registre, numero)).toBeNull();
  expect(await lireEffacement(registre, numero)).toMatchObject({ motif: 'REJOUE', acheveLe: expect.any(Date) });
  expect(await lireDossier(registre, autre)).not.toBeNull();
  expect((await jalon('--liste')).texte).toContain('effacé et vérifié le');
});

it('perdue avec une copie, elle s’efface par le numéro que seuls les dossiers de sortie connaissent encore', async () => {
  const { registre, reglages } = pile;
  const perdu = formaterNumero(2026, 999_999);
  const demander = () => jalon(perdu, '--motif', 'demande-de-la-personne', '--auteur', 'responsable');
  expect((await demander()).erreurs).toContain('DOSSIER_INCONNU');
  await creerPosteEnFichiers(reglages.poste).deposer({
    ...{
      cle: `${perdu}/C01_PROPOSITION/BENEFICIAIRE/${aujourdhui}`,
      destinataire: ['Zyxwvutsrq Élise'],
      recommande: false,
    },
    ...{ pdf: Buffer.from('%PDF Zyxwvutsrq'), pages: 1, date: new Date() },
  });
  expect(ouElleEst(reglages.poste)).toHaveLength(3);
  expect((await demander()).texte).toContain('Le registre ne connaît pas ce dossier');
  expect((await jalon(perdu, '--confirmer', '--auteur', 'responsable')).erreurs).toContain('EFFACEMENT_MEME_PERSONNE');
  expect(ouElleEst(reglages.poste)).toHaveLength(3);
  const { statut, texte } = await jalon(perdu, '--confirmer', '--auteur', 'administratrice');
  expect([statut, texte]).toEqual([0, expect.stringMatching(/^1 dossier effacé : .* 1 fichier,/)]);
  expect(ouElleEst(reglages.poste)).toEqual([]);
  expect(readFileSync(reglages.effacements, 'utf8')).toContain(`${perdu};${aujourdhui}\n`);
  expect(await lireEffacement(registre, perdu)).toMatchObject({
    ...{ motif: 'DEMANDE_DE_LA_PERSONNE', demandePar: 'responsable', confirmePar: 'administratrice' },
    ...{ effaceLe: expect.any(Date), acheveLe: expect.any(Date) },
  });
  expect((await demander()).erreurs).toContain('EFFACEMENT_DEJA_FAIT');
  expect((await lancer(['audit', 'verifier'], { env: pile.env })).statut).toBe(0);
});

it('ce qui a passé sa durée est dit, puis effacé quand quelqu’un le demande', async () => {
  const { registre, reglages } = pile;
  const { situation } = (await lireDossier(registre, autre))!;
  const vieux = { ...situation!, etat: 'REFUSE' as const, ecouteJusquau: dateCivile('2015-03-31') };
  await registre.db.update(dossiers).set({ etat: 'REFUSE', situation: vieux }).where(eq(dossiers.numero, autre));
  mkdirSync(join(reglages.poste, '2015-01-05'));
  writeFileSync(join(reglages.poste, '2015-01-05', 'une.pdf'), '%PDF');
  const conservation = async (...mots: string[]) =>
    JSON.parse((await lancer(['conservation', '--json', ...mots], { env: pile.env })).texte);
  const rapport = { DOSSIERS: 1, ERREURS: 0, POINTS: 0, SORTIES: 1, ENTREES: 0 };
  expect(await conservation()).toMatchObject({ applique: false, rapport, effaces: { effaces: [] } });
  expect(await lireDossier(registre, autre)).not.toBeNull();
  expect(await conservation('--appliquer')).toMatchObject({ applique: true, rapport, effaces: { effaces: [autre] } });
  expect(await lireDossier(registre, autre)).toBeNull();
  expect(await lireEffacement(registre, autre)).toMatchObject({
    ...{ motif: 'FIN_DE_CONSERVATION', demandePar: 'jalon', acheveLe: expect.any(Date) },
  });
  expect(readdirSync(reglages.poste)).not.toContain('2015-01-05');
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { MockActivityEnvironment } from '@temporalio/testing';
import { creerActivitesCourriers } from '../activities';
import { creerPosteEnFichiers } from '../activities/canaux/poste';
import { creerSmsEnFichiers } from '../activities/canaux/sms';
import { creerActivitesFlotte, type ReponseTournee } from '../activities/flotte';
import { creerPostier } from '../activities/postier';
import { portLibre } from '../client/local/ports';
import { demarrerPostgres } from '../client/local/postgres';
import { racine } from '../commun/racine';
import type { DateCivile } from '../domain/calendrier/dates';
import { bilanTournee, cleFlotte, migrer, ouvrirRegistre, type Registre } from '../registre';
import { machine, peuplerFlotte } from '../test/outils/flotte';
import { coeurPostgresMs } from './coeurs';

/**
 * `npm run bench -- flotte`: the mail of an opening to 10,000 people, through a real SMTP server in its own process and a PostgreSQL
 * that writes to disk, the activity as the worker runs it; then, in the same run, letters one by one by the path of the journeys.
 */
const COMBIEN = 10_000;
const CIBLE = 500;
const UN_A_UN = 300;
/** As the worker runs them side by side. */
const DE_FRONT = 20;
const OUVERTURE = '2025-09-28T10:00:00.000Z';
const RAPPEL = '2025-10-12T10:00:00.000Z';

async function mesurer(): Promise<void> {
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-bench-'));
  const [portSmtp, portPostgres] = [await portLibre(), await portLibre()];
  const puits = await demarrerPuits(portSmtp);
  const postgres = await demarrerPostgres({ dossier: join(dossier, 'registre'), port: portPostgres });
  await migrer(postgres.url);
  const registre = ouvrirRegistre(postgres.url);
  const postier = creerPostier({ url: `smtp://127.0.0.1:${portSmtp}` }, 'Jalon <ne-pas-repondre@example.org>');
  try {
    const numeros = await peuplerFlotte(registre, { combien: COMBIEN });
    await registre.pool.query('vacuum analyze dossiers, identites');
    const communs = { registre, postier, sms: creerSmsEnFichiers(join(dossier, 'sms')), domaine: 'jalon.example.org' };
    const avant = [await coeurPostgresMs(registre), (await compter(puits)).coeurMs] as const;
    const enLot = await parLots(communs);
    const apres = [await coeurPostgresMs(registre), (await compter(puits)).coeurMs] as const;
    const unParUn = await unAUn({ ...communs, poste: creerPosteEnFichiers(join(dossier, 'poste')) }, numeros);
    const bilan = await bilanTournee(registre, { moment: 'OUVERTURE', mois: '2025-09' });
    const compte = await compter(puits);
    dire(`flotte        ${fr(COMBIEN)} personnes, ${machine()}, PostgreSQL durable`);
    dire(
      `              registre : ${JSON.stringify(bilan)} ; SMTP : ${fr(compte.recus)} reçus, ${fr(compte.differents)} différents`,
    );
    dire(`par lots      ${fr(enLot.parSeconde)} courriers/s (cible : ${CIBLE})`);
    const parCourrier = (debut: number | null, fin: number | null) => ((fin ?? 0) - (debut ?? 0)) / COMBIEN;
    const [registreMs, smtpMs] = [parCourrier(avant[0], apres[0]), parCourrier(avant[1], apres[1])];
    dire(
      `              cœur par courrier : worker ${enLot.coeurMs.toFixed(2)} ms, registre ${registreMs.toFixed(2)} ms, SMTP ${smtpMs.toFixed(2)} ms`,
    );
    // Unlike the clock, this does not count what other programs take. The worker's thread is one core; the rest shares the others.
    const limite = Math.max(enLot.coeurMs, (enLot.coeurMs + registreMs + smtpMs) / 2);
    dire(`              soit ${fr(1000 / limite)} courriers/s sur deux cœurs au repos`);
    dire(
      `un à un       ${fr(unParUn.parSeconde)} courriers/s, ${unParUn.coeurMs.toFixed(2)} ms de cœur du worker par courrier`,
    );
    dire(`rapport       ${(enLot.parSeconde / unParUn.parSeconde).toFixed(1)}`);
  } finally {
    postier.fermer();
    await registre.fermer();
    await postgres.arreter();
    puits.kill();
    rmSync(dossier, { recursive: true, force: true });
  }
}

interface Compte {
  recus: number;
  differents: number;
  coeurMs: number;
}

async function compter(puits: ChildProcess): Promise<Compte> {
  puits.send('compte');
  const [compte] = (await once(puits, 'message')) as [Compte];
  return compte;
}

interface Communs {
  registre: Registre;
  postier: ReturnType<typeof creerPostier>;
  sms: ReturnType<typeof creerSmsEnFichiers>;
  domaine: string;
}

function parLots(communs: Communs): Promise<Mesure> {
  const activites = creerActivitesFlotte({
    ...communs,
    ...{ envoi: 'fenetre', parSeconde: Number.POSITIVE_INFINITY, url: null },
    horloge: ({ maintenant }) => new Date(maintenant),
  });
  return chronometrer(COMBIEN, async () => {
    let curseur: string | null = null;
    do {
      const demande = { moment: 'OUVERTURE' as const, mois: null, maintenant: OUVERTURE, curseur, passes: 0 };
      const reponse: ReponseTournee = await new MockActivityEnvironment().run(activites.tourner, demande);
      curseur = reponse.curseur;
    } while (curseur !== null);
  });
}

function unAUn(
  communs: Communs & { poste: ReturnType<typeof creerPosteEnFichiers> },
  numeros: string[],
): Promise<Mesure> {
  const { remettre } = creerActivitesCourriers({ ...communs, horloge: ({ maintenant }) => new Date(maintenant) });
  const file = numeros.slice(0, UN_A_UN);
  const tournee = { moment: 'RAPPEL' as const, mois: '2025-09' };
  const remettreUn = async (numero: string): Promise<void> => {
    const courrier = {
      cle: cleFlotte(numero, tournee),
      code: 'RAPPEL_ACTUALISATION',
      destinataire: 'BENEFICIAIRE' as const,
      base: '2025-09-RAPPEL',
      date: '2025-10-12' as DateCivile,
    };
    await remettre({ numero, courrier, maintenant: RAPPEL });
  };
  const ouvrier = async (): Promise<void> => {
    for (let numero = file.pop(); numero !== undefined; numero = file.pop()) await remettreUn(numero);
  };
  return chronometrer(UN_A_UN, async () => {
    await Promise.all(Array.from({ length: DE_FRONT }, ouvrier));
  });
}

interface Mesure {
  parSeconde: number;
  /** CPU of this process, register and SMTP server left out. */
  coeurMs: number;
}

async function chronometrer(combien: number, faire: () => Promise<void>): Promise<Mesure> {
  const debut = performance.now();
  const avant = process.cpuUsage();
  await faire();
  const { user, system } = process.cpuUsage(avant);
  return { parSeconde: (combien * 1000) / (performance.now() - debut), coeurMs: (user + system) / 1000 / combien };
}

async function demarrerPuits(port: number): Promise<ChildProcess> {
  const puits = spawn(
    process.execPath,
    [join(racine, 'client/local/lancer.mjs'), 'bench/puits-smtp.ts', String(port)],
    {
      cwd: racine,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  await once(puits, 'message');
  return puits;
}

const dire = (ligne: string): void => console.log(ligne);
const fr = (n: number): string => Math.round(n).toLocaleString('fr-FR');

void mesurer();

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
import { creerPostier, type Postier } from '../activities/postier';
import { portLibre } from '../client/local/ports';
import { demarrerPostgres } from '../client/local/postgres';
import { racine } from '../commun/racine';
import { rendreCourriel } from '../courriers';
import { exemple } from '../courriers/exemples';
import type { DateCivile } from '../domain/calendrier/dates';
import { bilanTournee, cleFlotte, migrer, ouvrirRegistre, type Registre } from '../registre';
import { machine, peuplerFlotte } from '../test/outils/flotte';
import { personnesInventees } from '../test/outils/ouvertures';
import { coeurPostgresMs } from './coeurs';
import { type CompteSmtp, compterCourriels } from './compte-smtp';
import { dire, fr, garderResultat, serie } from './resultats';

/**
 * `npm run bench -- flotte`: the mail of an opening to 10,000 people, through a real SMTP server in its own process and a PostgreSQL
 * that writes to disk, the activity as the worker runs it. Turn by turn beside it, the same pool of connections with nothing else to do:
 * one message written once, handed over as many times. Then letters one by one by the path of the journeys.
 */
const COMBIEN = 10_000;
/** Months of as many people: nobody is written to twice for one. */
const MOIS = ['2025-09', '2025-10', '2025-11'];
const CIBLES = { parSeconde: 500, rapport: 0.75 };
const UN_A_UN = 300;
/** As the worker runs them side by side. */
const DE_FRONT = 20;
/** Enough for the pool never to wait for the next. */
const LOT_NU = 200;
const RAPPEL = '2025-10-12T10:00:00.000Z';

const ouvertureDe = (mois: string): string => `${mois}-28T10:00:00.000Z`;

interface Tour {
  enLot: Mesure;
  nu: Mesure;
  /** Processor of the register and of the SMTP server for each letter of the fleet, in milliseconds. */
  registreMs: number;
  smtpMs: number;
}

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
    const tours: Tour[] = [];
    for (const mois of MOIS) tours.push(await unTour(communs, mois, puits));
    const unParUn = await unAUn({ ...communs, poste: creerPosteEnFichiers(join(dossier, 'poste')) }, numeros);
    const bilan = await bilanTournee(registre, { moment: 'OUVERTURE', mois: MOIS[0]! });
    direTours(tours, unParUn, { bilan, compte: await compterCourriels(puits) });
  } finally {
    postier.fermer();
    await registre.fermer();
    await postgres.arreter();
    puits.kill();
    rmSync(dossier, { recursive: true, force: true });
  }
}

async function unTour(communs: Communs, mois: string, puits: ChildProcess): Promise<Tour> {
  const coeurs = async () =>
    [(await coeurPostgresMs(communs.registre)) ?? 0, (await compterCourriels(puits)).coeurMs] as const;
  const avant = await coeurs();
  const enLot = await parLots(communs, mois);
  const apres = await coeurs();
  const nu = await sansRienDAutre(communs.postier, mois);
  return { enLot, nu, registreMs: (apres[0] - avant[0]) / COMBIEN, smtpMs: (apres[1] - avant[1]) / COMBIEN };
}

function direTours(tours: readonly Tour[], unParUn: Mesure, vu: { bilan: object; compte: CompteSmtp }): void {
  const de = (lire: (t: Tour) => number) => serie(tours.map(lire));
  const figures = {
    parSeconde: de((t) => t.enLot.parSeconde),
    coeurs: { worker: de((t) => t.enLot.coeurMs), registre: de((t) => t.registreMs), smtp: de((t) => t.smtpMs) },
    nu: { parSeconde: de((t) => t.nu.parSeconde), coeurMs: de((t) => t.nu.coeurMs) },
    rapport: de((t) => t.enLot.parSeconde / t.nu.parSeconde),
    unParUn,
  };
  const { coeurs, nu } = figures;
  console.log(`flotte        ${fr(COMBIEN)} personnes, ${tours.length} mois, ${machine()}, PostgreSQL durable`);
  console.log(
    `              registre, un mois : ${JSON.stringify(vu.bilan)} ; SMTP : ${fr(vu.compte.recus)} reçus, ${fr(vu.compte.differents)} différents`,
  );
  console.log(`par lots      ${dire(figures.parSeconde, 0)} courriers/s (cible : ${CIBLES.parSeconde})`);
  console.log(
    `              cœur par courrier : worker ${dire(coeurs.worker, 2)} ms, registre ${dire(coeurs.registre, 2)}, SMTP ${dire(coeurs.smtp, 2)}`,
  );
  // Unlike the clock, this does not count what other programs take. The worker's thread is one core; the rest shares the others.
  const [worker, reste] = [coeurs.worker.mediane, coeurs.registre.mediane + coeurs.smtp.mediane];
  console.log(
    `              soit ${fr(1000 / Math.max(worker, (worker + reste) / 2))} courriers/s sur deux cœurs au repos`,
  );
  console.log(
    `le pool seul  ${dire(nu.parSeconde, 0)} messages/s, ${dire(nu.coeurMs, 2)} ms de cœur ; rapport ${dire(figures.rapport, 2)} (cible : ${fr(CIBLES.rapport, 2)})`,
  );
  console.log(
    `un à un       ${fr(unParUn.parSeconde)} courriers/s, ${fr(unParUn.coeurMs, 2)} ms de cœur du worker par courrier`,
  );
  garderResultat('flotte', { personnes: COMBIEN, ...figures });
}

interface Communs {
  registre: Registre;
  postier: Postier;
  sms: ReturnType<typeof creerSmsEnFichiers>;
  domaine: string;
}

function parLots(communs: Communs, mois: string): Promise<Mesure> {
  const activites = creerActivitesFlotte({
    ...communs,
    ...{ envoi: 'fenetre', parSeconde: Number.POSITIVE_INFINITY, url: null },
    horloge: ({ maintenant }) => new Date(maintenant),
  });
  return chronometrer(COMBIEN, async () => {
    let curseur: string | null = null;
    do {
      const demande = { moment: 'OUVERTURE' as const, mois: null, maintenant: ouvertureDe(mois), curseur, passes: 0 };
      const reponse: ReponseTournee = await new MockActivityEnvironment().run(activites.tourner, demande);
      curseur = reponse.curseur;
    } while (curseur !== null);
  });
}

/** A message of the fleet's length, already written. */
function sansRienDAutre(postier: Postier, mois: string): Promise<Mesure> {
  const { objet, texte, html } = rendreCourriel(exemple('RAPPEL_ACTUALISATION'));
  const { identite, agence } = personnesInventees;
  const message = { a: { nom: identite.nom, adresse: 'personne@example.org' }, agence, objet, texte, html, pdf: null };
  return chronometrer(COMBIEN, async () => {
    for (let debut = 0; debut < COMBIEN; debut += LOT_NU) {
      const lot = Array.from({ length: LOT_NU }, (_, i) => `${mois}-${debut + i}`);
      await Promise.all(
        lot.map((cle) =>
          postier.remettre({ ...message, messageId: `<nu-${cle}@example.org>`, cle, date: new Date(RAPPEL) }),
        ),
      );
    }
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

void mesurer();

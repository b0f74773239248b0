import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { creerActivitesCourriers, creerActivitesParcours } from '../activities';
import { creerPosteEnFichiers } from '../activities/canaux/poste';
import { creerSmsEnFichiers } from '../activities/canaux/sms';
import { portLibre } from '../client/local/ports';
import { demarrerPostgres } from '../client/local/postgres';
import { appliquer, memoriserRemise } from '../domain/parcours/appliquer';
import { etatParcours, inscrireOuverture, lireDossier, migrer, ouvrirRegistre, type Registre } from '../registre';
import { machine } from '../test/outils/flotte';
import { ouverture, personnesInventees } from '../test/outils/ouvertures';
import { coeurPostgresMs } from './coeurs';
import { DEPART, ETAPES, FAITS } from './parcours/vie';
import { dire, garderResultat, serie } from './resultats';

/**
 * `npm run bench -- passe [vies]`: the year of `bench/parcours` without an engine nor a relay: what a pass and a letter cost the activities
 * of a worker, and how many questions each asks of the register. Short enough to be run before and after a change.
 */
const VIES_PAR_DEFAUT = 6;
const CHAUFFE = 2;

/** What was done of one kind. */
interface Compte {
  fois: number;
  /** Milliseconds of processor, every thread of the process. */
  coeur: number;
  questions: number;
}

interface Annee {
  passes: Compte;
  lettres: Compte;
  /** Milliseconds of processor of PostgreSQL. */
  registre: number;
}

function compterQuestions(registre: Registre): () => number {
  let questions = 0;
  registre.pool.on('connect', (client) => {
    const demander = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      questions += 1;
      return demander(...args);
    }) as typeof client.query;
  });
  return () => questions;
}

const msCoeur = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

async function vivre(registre: Registre, dossier: string, qui: string, questions: () => number): Promise<Annee> {
  const { situer } = creerActivitesParcours({ registre, envoi: 'fenetre', sursisMinutes: 60 });
  const { remettre } = creerActivitesCourriers({
    registre,
    domaine: 'jalon.example.org',
    horloge: ({ maintenant }) => new Date(maintenant),
    poste: creerPosteEnFichiers(join(dossier, 'poste')),
    sms: creerSmsEnFichiers(join(dossier, 'sms')),
    postier: { remettre: async () => '250 2.0.0 Ok', fermer: () => undefined },
  });
  const passes: Compte = { fois: 0, coeur: 0, questions: 0 };
  const lettres: Compte = { fois: 0, coeur: 0, questions: 0 };
  const compter = async <T>(compte: Compte, faire: () => Promise<T>): Promise<T> => {
    const [coeur, avant] = [msCoeur(), questions()];
    const fait = await faire();
    compte.fois += 1;
    compte.coeur += msCoeur() - coeur;
    compte.questions += questions() - avant;
    return fait;
  };
  const identite = { ...personnesInventees.identite, prenom: `Zéphyrine ${qui}`, email: `vie-${qui}@example.org` };
  const ouvert = ouverture(qui, { personnes: { ...personnesInventees, identite } });
  const { numero } = await inscrireOuverture(registre, ouvert, DEPART);
  const etat = etatParcours((await lireDossier(registre, numero))!);
  const registreAvant = (await coeurPostgresMs(registre)) ?? 0;
  let [quand, rang] = [DEPART.getTime(), 0];
  for (;;) {
    const maintenant = new Date(quand).toISOString();
    // As it comes from the engine.
    const recu = JSON.parse(JSON.stringify(etat)) as typeof etat;
    const reponse = await compter(passes, () => situer({ etat: recu, enCours: [], maintenant }));
    appliquer(etat, reponse, etat.recus.length);
    for (const courrier of reponse.dus)
      memoriserRemise(etat, {
        courrier,
        issue: await compter(lettres, () => remettre({ numero, courrier, maintenant })),
      });
    if (reponse.dus.length > 0) continue;
    const [reveil, etape] = [Date.parse(reponse.prochain?.quand ?? ''), ETAPES[rang]];
    if (etape === undefined || reveil < etape) {
      quand = reveil;
      continue;
    }
    const evenement = FAITS[rang]?.evenement;
    if (evenement === undefined) break;
    quand = etape;
    const id = `${qui}-${rang}`;
    etat.recus.push({ id, acte: 'consigner', contenu: { id, evenement }, recuLe: new Date(quand).toISOString() });
    rang += 1;
  }
  return { passes, lettres, registre: ((await coeurPostgresMs(registre)) ?? 0) - registreAvant };
}

async function mesurer(vies: number): Promise<void> {
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-bench-'));
  // Under root, PostgreSQL runs as another account, which must get through.
  chmodSync(dossier, 0o711);
  const postgres = await demarrerPostgres({ dossier: join(dossier, 'registre'), port: await portLibre() });
  try {
    await migrer(postgres.url);
    const registre = ouvrirRegistre(postgres.url);
    const questions = compterQuestions(registre);
    const annees: Annee[] = [];
    for (let i = 0; i < CHAUFFE + vies; i += 1) {
      const annee = await vivre(registre, dossier, `vie${i}`, questions);
      if (i >= CHAUFFE) annees.push(annee);
    }
    await registre.fermer();
    const une = (de: (a: Annee) => Compte) => ({
      fois: annees[0] && de(annees[0]).fois,
      coeur: serie(annees.map((a) => de(a).coeur / de(a).fois)),
      questions: serie(annees.map((a) => de(a).questions / de(a).fois)),
    });
    const mesures = { passe: une((a) => a.passes), lettre: une((a) => a.lettres) };
    const coeurRegistre = serie(annees.map((a) => a.registre));
    console.log(`passe         ${vies} années, ${machine()}, médiane (étendue)`);
    for (const [nom, { fois, coeur, questions: posees }] of Object.entries(mesures))
      console.log(
        `  ${nom.padEnd(10)}${dire(coeur)} ms d’un cœur, ${dire(posees)} questions au registre ; ${fois} par an`,
      );
    console.log(`  registre  ${dire(coeurRegistre, 0)} ms d’un cœur l’année`);
    garderResultat('passe', { vies, ...mesures, registre: coeurRegistre });
  } finally {
    await postgres.arreter();
    rmSync(dossier, { recursive: true, force: true });
  }
}

mesurer(Number(process.argv[3] ?? VIES_PAR_DEFAUT)).catch((erreur) => {
  console.error(erreur);
  process.exitCode = 1;
});

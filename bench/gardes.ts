import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ecrireCourrier } from '../activities/remettre/courrier';
import { portLibre } from '../client/local/ports';
import { demarrerPostgres } from '../client/local/postgres';
import type { DonneesCourrier } from '../courriers/donnees';
import type { CodeCourrier } from '../domain/catalogue/catalogue';
import { cleCourrier } from '../domain/catalogue/cle-courrier';
import type { Dossier } from '../domain/dossier/dossier';
import type { Personnes } from '../domain/dossier/personnes';
import { calculer } from '../domain/droit/calculer';
import { choisirReglement } from '../domain/droit/reglements';
import {
  completerCourrier,
  inscrireOuverture,
  lireContenu,
  migrer,
  ouvrirRegistre,
  preparerCourrier,
  type Registre,
} from '../registre';
import { ouverture, personnesInventees } from '../test/outils/ouvertures';
import { dire, fr, garderResultat, serie } from './resultats';

/**
 * Second half of `npm run bench -- courriers`: what a letter costs in the register. The letters of the public examples, each of another
 * person of another agency, by e-mail with their PDF, as the worker writes and completes them; then shown again, in a process that has
 * read none. Everything that grows with letters is counted: tables, their indexes, what is stored beside them.
 */
const DOSSIERS = 112;
/** Space of rows written twice is used again, as the server's own autovacuum makes it in the long run. */
const DOSSIERS_ENTRE_MENAGES = 16;
const TABLES = ['courriers', 'envois', 'contenus', 'amorces'];
const RELUS = 400;

const exemples: { scenario: { dossier: Dossier; evenements: unknown[] } }[] = JSON.parse(
  readFileSync(join(__dirname, '../test/vecteurs/public.json'), 'utf8'),
);
const NOMS =
  'Martin Bernard Lefèvre Nguyen Da-Silva Benali N’Diaye Gonçalves Muñoz Müller Œuvrard Le-Goff D’Haëne'.split(' ');
const PRENOMS = 'Éloïse Karim Françoise Théo Anaïs João Fatou Noël Maëlle Hervé Inès'.split(' ');
/** One in a hundred has a letter of another alphabet: its own fonts go with its letters. */
const AILLEURS = 100;

function quelquUn(i: number): Personnes {
  const { identite, employeur, agence, referent } = personnesInventees;
  const nom = i % AILLEURS === 7 ? 'Wójcik-Łukaszewicz' : `${NOMS[i % NOMS.length]}-${NOMS[(i * 5 + 1) % NOMS.length]}`;
  const prenom = PRENOMS[i % PRENOMS.length]!;
  const lignes = [`${(i * 7) % 240} rue des Essais`];
  const telephone = `01 99 00 ${String(Math.floor(i / 100)).padStart(2, '0')} ${String(i % 100).padStart(2, '0')}`;
  const ville = `Villeneuve-${i % 97}`;
  const adresse = { lignes, codePostal: String(10_000 + ((i * 373) % 85_000)), ville };
  return {
    identite: { ...identite, prenom, nom, email: `personne${i}@example.org`, telephone, adresse },
    employeur: { ...employeur, nom: `Menuiserie ${nom}`, adresse },
    agence: { ...agence, nom: `Agence de ${ville}`, adresse },
    referent: { ...referent, nom: NOMS[(i * 3) % NOMS.length]!, email: `referent${i % 60}@example.org`, telephone },
  };
}

/** Letters that say only what the law's answer holds; the others speak of an appointment or of a message. */
function lettresDe(numero: string, i: number): DonneesCourrier[] {
  const { dossier, evenements } = exemples[i % exemples.length]!.scenario;
  const resultat = calculer({ dossier, evenements });
  const parametres = choisirReglement({ ...dossier })?.parametres;
  return (resultat.courriers ?? []).map(({ code: lu, destinataire, date }) => {
    const code = lu as CodeCourrier;
    const cle = cleCourrier(numero, { code, destinataire, base: date });
    const propres = { code, destinataire, cle, numero, base: date, jour: date };
    return { ...propres, personnes: quelquUn(i), dossier, resultat, ...(parametres ? { parametres } : {}) };
  });
}

async function ecrire(registre: Registre): Promise<number> {
  let ecrites = 0;
  for (let i = 0; i < DOSSIERS; i += 1) {
    if (i % DOSSIERS_ENTRE_MENAGES === 0) await registre.pool.query('VACUUM courriers, envois, contenus');
    const personnes = quelquUn(i);
    const { numero } = await inscrireOuverture(registre, ouverture(`garde-${i}`, { personnes }), new Date());
    for (const donnees of lettresDe(numero, i)) {
      if (donnees.destinataire === 'CONSEILLER') continue;
      const adresse = personnes.identite.email!;
      const { envois } = ecrireCourrier({
        ...{ donnees, rendezVous: null, datePrevue: donnees.jour, recommande: false },
        vers: { nom: personnes.identite.nom, adresses: { EMAIL: adresse }, lignes: [] },
        ...{ domaine: 'jalon.example.org', domaineInvitation: 'jalon.example.org' },
      });
      const { rang } = await preparerCourrier(registre, envois.EMAIL, new Date());
      await completerCourrier(registre, donnees.cle, { rang, statut: 'PARTI', reponse: '250 OK recu' }, new Date());
      ecrites += 1;
    }
  }
  return ecrites;
}

async function relire(url: string): Promise<number[]> {
  const registre = ouvrirRegistre(url);
  try {
    const { rows } = await registre.pool.query<{ sha: string }>(
      'SELECT pdf_sha256 AS sha FROM envois ORDER BY md5(cle) LIMIT $1',
      [RELUS],
    );
    const durees: number[] = [];
    for (const { sha } of rows) {
      const debut = performance.now();
      await lireContenu(registre, sha);
      durees.push(performance.now() - debut);
    }
    return durees;
  } finally {
    await registre.fermer();
  }
}

async function mesurer(): Promise<void> {
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-bench-'));
  const postgres = await demarrerPostgres({ dossier: join(dossier, 'registre'), port: await portLibre() });
  try {
    await migrer(postgres.url);
    const registre = ouvrirRegistre(postgres.url);
    const lettres = await ecrire(registre);
    await registre.pool.query('VACUUM ANALYZE');
    const tables: Record<string, number> = {};
    for (const table of TABLES) {
      const { rows } = await registre.pool.query<{ n: string }>(
        `SELECT coalesce(pg_total_relation_size(to_regclass('${table}')), 0) AS n`,
      );
      tables[table] = Number(rows[0]!.n) / lettres;
    }
    const { rows: parType } = await registre.pool.query<{ type: string; octets: number; taille: number }>(
      'SELECT type, avg(length(octets))::float AS octets, avg(taille)::float AS taille FROM contenus GROUP BY type ORDER BY type',
    );
    await registre.fermer();
    const durees = (await relire(postgres.url)).sort((a, b) => a - b);
    const p95 = durees[Math.floor(durees.length * 0.95)]!;
    const { amorces = 0, ...propres } = tables;
    const parLettre = Object.values(propres).reduce((a, b) => a + b, 0);
    console.log(`gardé         ${fr(lettres)} lettres ; ${fr(parLettre)} octets par lettre (cible : 6 000), et`);
    console.log(
      `              ${fr((amorces * lettres) / 1000)} ko une fois pour toutes ; par lettre : ${direTables(propres)}`,
    );
    for (const { type, octets, taille } of parType)
      console.log(`              ${type.padEnd(18)} ${fr(taille).padStart(7)} octets, gardés en ${fr(octets)}`);
    console.log(`remontré      ${dire(serie(durees), 2)} ms, 95e centile ${fr(p95, 2)} ms (cible : 50)`);
    const unefois = amorces * lettres;
    const remontre = { ...serie(durees), p95 };
    garderResultat(
      'courriers',
      { lettres, parLettre, tables: propres, unefois, parType, remontre },
      'courriers-gardes',
    );
  } finally {
    await postgres.arreter();
    rmSync(dossier, { recursive: true, force: true });
  }
}

const direTables = (tables: Record<string, number>): string =>
  Object.entries(tables)
    .map(([table, octets]) => `${table} ${fr(octets)}`)
    .join(', ');

void mesurer();

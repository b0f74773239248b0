import { execFile } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { choisirCompte } from '../../../client/local/postgres/compte';
import type { Compte } from '../../../client/local/postgres/executer';
import { trouverPostmaster } from '../../../client/local/postgres/postmaster';
import { racine } from '../../../commun/racine';
import type { ServiceCompose } from '../../outils/compose';
import { attendreQue } from '../../outils/pile';

const lancer = promisify(execFile);

/** What a copy is made, checked and brought back with; those of npm are a server alone. */
export const PROGRAMMES = ['initdb', 'pg_ctl', 'pg_basebackup', 'pg_verifybackup', 'pg_archivecleanup'];
/** Where Debian keeps what it does not put in PATH, the newest last. */
const DEBIAN = '/usr/lib/postgresql';

/** Folder of the programs of a whole PostgreSQL. @throws Error in French saying what to install */
export function trouverPostgres(
  { PATH = '' }: Record<string, string | undefined> = process.env,
  debian = DEBIAN,
): string {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const dossiers = [...PATH.split(delimiter), ...versions.map((version) => join(debian, version, 'bin'))];
  const complet = dossiers.find((dossier) => PROGRAMMES.every((nom) => existsSync(join(dossier, nom))));
  if (complet === undefined)
    throw new Error(
      `Les outils de sauvegarde de PostgreSQL (${PROGRAMMES.join(', ')}) sont introuvables : installez PostgreSQL (Debian : apt install postgresql).`,
    );
  return complet;
}

const ARCHIVE_MS = 60_000;
const OUVERTURE_MS = 300_000;

/** A PostgreSQL of the proof, as a service of the compose file. */
export interface Reperes {
  programmes: string;
  /** Owner of its cluster, as POSTGRES_USER. */
  nom: string;
  motDePasse: string;
  port: number;
  /** Where its copies and its log are kept: outside of the machine. */
  sauvegardes: string;
  /** What the compose file has PostgreSQL run with. */
  arguments: readonly string[];
}

/** What the compose file has it run with, its scripts where they were laid. */
export const argumentsDe = ({ command = [] }: ServiceCompose, scripts: string): string[] =>
  command.slice(1).map((mot) => mot.replaceAll('/sauvegarde/', `${scripts}/`));

/** Lays the scripts of `sauvegarde/` where the account of PostgreSQL reads them. @returns their folder */
export function poserLesScripts(dossier: string): string {
  // That account goes through it.
  chmodSync(dossier, 0o711);
  const scripts = join(dossier, 'sauvegarde');
  cpSync(join(racine, 'sauvegarde'), scripts, { recursive: true });
  mkdirSync(join(dossier, 'sauvegardes'), { mode: 0o711 });
  return scripts;
}

/** One that stands on a machine; its data are what a disaster takes. */
export class ServeurPostgres {
  constructor(
    private readonly reperes: Reperes,
    private readonly donnees: string,
    private readonly compte: Compte | null,
  ) {}

  /** @param donnees its data folder, which does not exist yet */
  static async sur(reperes: Reperes, donnees: string): Promise<ServeurPostgres> {
    const compte = await choisirCompte(donnees);
    for (const dossier of [reperes.sauvegardes, donnees]) {
      mkdirSync(dossier, { recursive: true, mode: 0o700 });
      if (compte) chownSync(dossier, compte.uid, compte.gid);
    }
    return new ServeurPostgres(reperes, donnees, compte);
  }

  async creer(): Promise<void> {
    const { nom, motDePasse } = this.reperes;
    const cle = `${this.donnees}.cle`;
    writeFileSync(cle, motDePasse, { mode: 0o600 });
    if (this.compte) chownSync(cle, this.compte.uid, this.compte.gid);
    const options = [`--pwfile=${cle}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8'];
    await this.executer('initdb', ['-D', this.donnees, '-U', nom, ...options]);
  }

  /** Answers once it is open to everyone, whatever it had to replay. */
  async demarrer(): Promise<void> {
    const { port, arguments: donnes } = this.reperes;
    const options = [`-p ${port}`, '-c listen_addresses=127.0.0.1', '-c unix_socket_directories=', '-c timezone=UTC'];
    const cites = donnes.map((argument) => `'${argument}'`);
    const ordre = ['start', '-D', this.donnees, '-w', '-t', '300', '-s', '-l', join(this.donnees, 'serveur.log')];
    await this.executer('pg_ctl', [...ordre, '-o', [...options, ...cites].join(' ')]);
    // It is content with a server that still replays its log, and takes nobody.
    await attendreQue('PostgreSQL est ouvert', () => this.estOuvert(), OUVERTURE_MS);
  }

  private async estOuvert(): Promise<boolean> {
    const client = new Client({ connectionString: this.url.replace(/\w+$/, 'postgres') });
    try {
      await client.connect();
      return true;
    } catch (erreur) {
      if ((erreur as { code?: string }).code === '57P03') return false;
      throw erreur;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  arreter(): Promise<void> {
    return this.finir('fast');
  }

  /** As a power cut: nothing is written any more. */
  tuer(): Promise<void> {
    return this.finir('immediate');
  }

  private async finir(mode: 'fast' | 'immediate'): Promise<void> {
    if (await trouverPostmaster(this.donnees))
      await this.executer('pg_ctl', ['stop', '-D', this.donnees, '-m', mode, '-w', '-s']);
  }

  /** Has what was written so far archived: it is among the copies once this returns. */
  async archiver(): Promise<void> {
    const segment = await this.demander('SELECT pg_walfile_name(pg_switch_wal())');
    const garde = join(this.reperes.sauvegardes, 'wal', `${segment}.gz`);
    await attendreQue(`${segment} est archivé`, async () => existsSync(garde), ARCHIVE_MS);
  }

  /** The disk of the copies takes nothing more, or again: what is written meanwhile is lost with the machine. */
  fermerLesArchives(ferme: boolean): void {
    chmodSync(join(this.reperes.sauvegardes, 'wal'), ferme ? 0o500 : 0o700);
  }

  private async demander(ordre: string): Promise<unknown> {
    const client = new Client({ connectionString: this.url });
    await client.connect();
    const { rows } = await client.query({ text: ordre, rowMode: 'array' }).finally(() => client.end());
    return rows[0]?.[0];
  }

  /** Runs one of the scripts of `sauvegarde/` as in its container. @returns what it says */
  script(fichier: string, ...mots: string[]): Promise<string> {
    return this.executer('sh', [fichier, ...mots]);
  }

  private async executer(programme: string, mots: string[]): Promise<string> {
    const { programmes, nom, motDePasse, port, sauvegardes } = this.reperes;
    const acces = { PGHOST: '127.0.0.1', PGPORT: String(port), PGPASSWORD: motDePasse, POSTGRES_USER: nom };
    const env = {
      PATH: `${programmes}:${process.env.PATH}`,
      PGDATA: this.donnees,
      SAUVEGARDES: sauvegardes,
      LC_ALL: 'C.UTF-8',
    };
    const { stdout } = await lancer(programme, mots, { cwd: '/', env: { ...env, ...acces }, ...(this.compte ?? {}) });
    return stdout.trim();
  }

  get url(): string {
    const { nom, motDePasse, port } = this.reperes;
    return `postgresql://${nom}:${motDePasse}@127.0.0.1:${port}/${nom}`;
  }
}

import { isAbsolute, join } from 'node:path';
import type { DureesConservation } from '../domain/flotte/conservation';
import { type AccesMoteur, lireMoteurDonne, type MoteurDonne } from './acces-moteur';
import { phraseReglage, rapproche } from './phrases';
import { racine } from './racine';
import { fautesDIdentite, lireIdentite, type ReglagesIdentite } from './reglages-identite';
import { avecSecretsDesFichiers, SUFFIXE_FICHIER, secrets } from './secrets';
import { type Lues, variables } from './variables';

/** A setting that cannot be used; its message is the French sentence for the person who wrote it. */
export class ErreurReglage extends Error {
  override readonly name = 'ErreurReglage';
}

/** What every process of Jalon is told at its start. Paths are absolute. */
export interface Reglages {
  profil: 'local' | 'production';
  /** Port of the web server; it listens on 127.0.0.1, in production on every address of its machine. */
  port: number;
  /** Data folder: `temporal.db`, `registre/`, `boite/`, `poste/`, `sms/`, `cles-codec`. */
  donnees: string;
  /** What can be made again: binaries of Temporal, workflow bundle. */
  cache: string;
  /** `immediat`: letters leave when due; `fenetre`: within working hours. */
  envoi: 'immediat' | 'fenetre';
  /** Minutes during which a letter born of a recorded fact is held, time to take a slip back. */
  sursisMinutes: number;
  /** What `npm start` brings up itself: all that no address was given for. */
  embarques: { moteur: boolean; registre: boolean; boite: boolean };
  temporal: {
    adresse: string;
    espace: string;
    /** Certificates, key and headers that a cluster asks for. */
    acces: AccesMoteur;
    port: number;
    portUi: number;
    binaire: string | null;
    binaireTest: string | null;
  };
  /** `url` is null for the embedded register: see `urlRegistre`. */
  registre: { url: string | null; port: number };
  /** `autorite`: certificates, in PEM, of those whom the relay must be certified by; null: whom Node believes. */
  smtp: { url: string; port: number; autorite: string | null };
  /** Folders of the file adapters: print-ready post with its index, text messages. */
  poste: string;
  sms: string;
  /** File of the list of erasures, apart from the register. */
  effacements: string;
  /** Whether the night purges what is past its time, or only says so; months by kind, where they are not those of the table. */
  conservation: { active: boolean; durees: DureesConservation };
  /** Folder of the règlements that Jalon does not carry; null: none. */
  reglements: string | null;
  /** Envelope sender of the e-mails, where those that cannot be delivered come back; null: the sender's own address. */
  retours: string | null;
  /** Port on which the worker takes what comes back, handed over by the mail relay; null: none. */
  portRebonds: number | null;
  /** Key ring as written; null in the local profile when the key lives in `<donnees>/cles-codec`. */
  cles: string | null;
  expediteur: string;
  journal: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';
  /** `host:port` of the Prometheus endpoint of the worker, null for none. */
  metriques: string | null;
  /** That of the web tool, apart from its pages: its proxy does not lead there. */
  metriquesWeb: string | null;
  /** Where OpenTelemetry's traces are taken, in JSON over HTTP; null: nothing is followed, and nothing of it loaded. */
  collecteur: string | null;
  /** Name of this release: the engine then gives its workers what is meant for them; null: workers take whatever comes. */
  version: string | null;
  /** Journeys kept in the worker's memory. */
  cacheParcours: number;
  courriersParSeconde: number;
  /** Letters of the fleet mail a second at most, for each tour: what the relay takes of a bulk sending. */
  flotteParSeconde: number;
  /** Address of the web tool, for the links of the morning digest; null: no link. */
  url: string | null;
  /** Account in whose name the command line acts; null: nobody's, which production refuses. */
  compte: string | null;
  /** Names under which the web tool answers, this machine's first, that of its own address last. */
  hotes: readonly string[];
  /** Addresses, or ranges of them, of the proxies that hold TLS in front of the web tool in production. */
  mandataires: readonly string[];
  /** Origin of the Temporal UI that production lets decode; null: none. */
  origineUi: string | null;
  /** Where people prove who they are, besides passwords or in their stead; null: nowhere else. */
  identite: ReglagesIdentite | null;
  /** Whether one enters by address and password. */
  motsDePasse: boolean;
  /** How long a letter being handed over may finish when the worker stops. */
  arretSecondes: number;
  /** Sentences about settings that look misspelt. */
  avertissements: string[];
}

/** This machine's own names. */
const HOTES_LOCAUX = ['[::1]', 'localhost', '127.0.0.1'];

/**
 * Reads the settings from an environment. An empty variable counts as absent; a secret may be in a file of its own.
 * @throws ErreurReglage naming the variable, its value and what is expected, one line each
 */
export function lireReglages(env: Record<string, string | undefined> = process.env): Reglages {
  const lues = lireVariables(enReglage(() => avecSecretsDesFichiers(env)));
  const profil = lues.JALON_PROFIL ?? 'local';
  const production = profil === 'production';
  // The embedded engine asks for nothing: what a shell says for Temporal's own command line is not for it.
  const externe = production || lues.JALON_TEMPORAL_ADRESSE !== undefined;
  const moteur: MoteurDonne = externe ? enReglage(() => lireMoteurDonne(env)) : { acces: {} };
  const adresse = lues.JALON_TEMPORAL_ADRESSE ?? moteur.adresse;
  if (production) exigerProduction({ ...lues, ...(adresse ? { JALON_TEMPORAL_ADRESSE: adresse } : {}) });
  const fautes = fautesDIdentite(lues, production);
  if (fautes.length > 0) throw new ErreurReglage(fautes.join('\n'));
  const portTemporal = lues.JALON_TEMPORAL_PORT ?? 7233;
  const portSmtp = lues.JALON_SMTP_PORT ?? 1025;
  const donnees = absolu(lues.JALON_DONNEES ?? 'var');
  const poste = absolu(lues.JALON_POSTE ?? join(donnees, 'poste'));
  return {
    profil,
    port: lues.JALON_PORT ?? 3000,
    donnees,
    cache: absolu(lues.JALON_CACHE ?? '.cache'),
    envoi: lues.JALON_ENVOI ?? (production ? 'fenetre' : 'immediat'),
    // An hour, so that a slip is seen before it is read; a minute where one tries Jalon and waits for the letter.
    sursisMinutes: lues.JALON_RETENUE_MINUTES ?? (production ? 60 : 1),
    embarques: {
      moteur: adresse === undefined,
      registre: lues.JALON_REGISTRE_URL === undefined,
      boite: lues.JALON_SMTP_URL === undefined,
    },
    temporal: {
      adresse: adresse ?? `127.0.0.1:${portTemporal}`,
      espace: lues.JALON_TEMPORAL_ESPACE ?? moteur.espace ?? 'default',
      acces: moteur.acces,
      port: portTemporal,
      portUi: lues.JALON_TEMPORAL_UI_PORT ?? 8233,
      binaire: lues.JALON_TEMPORAL_BINAIRE ?? null,
      binaireTest: lues.JALON_TEMPORAL_TEST_BINAIRE ?? null,
    },
    registre: {
      url: adresseDuRegistre(lues),
      port: lues.JALON_REGISTRE_PORT ?? 5433,
    },
    smtp: {
      url: lues.JALON_SMTP_URL ?? `smtp://127.0.0.1:${portSmtp}`,
      port: portSmtp,
      autorite: lues.JALON_SMTP_AUTORITE?.pem ?? null,
    },
    poste,
    sms: absolu(lues.JALON_SMS ?? join(donnees, 'sms')),
    // Beside the post: what production has to write to anyway, and no part of a copy of the register.
    effacements: absolu(lues.JALON_EFFACEMENTS ?? join(poste, 'effacements.csv')),
    conservation: {
      active: lues.JALON_CONSERVATION === 'active',
      durees: Object.fromEntries(lues.JALON_CONSERVATION_MOIS ?? []),
    },
    reglements: lues.JALON_REGLEMENTS === undefined ? null : absolu(lues.JALON_REGLEMENTS),
    retours: lues.JALON_RETOURS ?? null,
    portRebonds: lues.JALON_REBONDS_PORT ?? null,
    cles: lues.JALON_CLES ?? null,
    expediteur: lues.JALON_EXPEDITEUR ?? 'Jalon <ne-pas-repondre@example.org>',
    journal: lues.JALON_JOURNAL ?? 'info',
    metriques: lues.JALON_METRIQUES ?? null,
    metriquesWeb: lues.JALON_METRIQUES_WEB ?? null,
    collecteur: lues.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    version: lues.JALON_VERSION ?? null,
    // A journey sleeps for weeks, and its waking reads a short history again; in memory it weighs a quarter of a megabyte (docs/performance.md).
    // The SDK's own default follows the size of Node's heap: 2,300 journeys, half a gigabyte more, on a machine of 16 GB.
    cacheParcours: lues.JALON_CACHE_PARCOURS ?? 500,
    courriersParSeconde: lues.JALON_COURRIERS_PAR_SECONDE ?? 20,
    flotteParSeconde: lues.JALON_FLOTTE_PAR_SECONDE ?? 1_000,
    url: lues.JALON_URL ?? (production ? null : `http://127.0.0.1:${lues.JALON_PORT ?? 3000}`),
    compte: lues.JALON_COMPTE ?? null,
    hotes: [
      ...HOTES_LOCAUX,
      ...(lues.JALON_HOTES ?? []),
      ...(lues.JALON_URL ? [new URL(lues.JALON_URL).hostname] : []),
    ],
    mandataires: lues.JALON_MANDATAIRES ?? [],
    origineUi: lues.JALON_TEMPORAL_UI === undefined ? null : new URL(lues.JALON_TEMPORAL_UI).origin,
    identite: lireIdentite(lues),
    motsDePasse: lues.JALON_MOTS_DE_PASSE !== 'non',
    // Ctrl-C of `npm start` answers within seconds; in production a slow relay may take most of a minute.
    arretSecondes: lues.JALON_ARRET_SECONDES ?? (production ? 60 : 5),
    avertissements: inconnues(env),
  };
}

function enReglage<T>(lire: () => T): T {
  try {
    return lire();
  } catch (erreur) {
    throw new ErreurReglage((erreur as Error).message);
  }
}

/**
 * Whatever the password holds, `@`, `:` or `#` included, it stays a password; an authority that is given is the only one believed, and a
 * server that it did not certify under that name is refused.
 */
function adresseDuRegistre(lues: Lues): string | null {
  const { JALON_REGISTRE_URL: url, JALON_REGISTRE_MOT_DE_PASSE: motDePasse, JALON_REGISTRE_AUTORITE: autorite } = lues;
  if (url === undefined || (motDePasse === undefined && autorite === undefined)) return url ?? null;
  const complete = new URL(url);
  if (motDePasse !== undefined) complete.password = encodeURIComponent(motDePasse);
  if (autorite !== undefined) {
    complete.searchParams.set('sslmode', 'verify-full');
    complete.searchParams.set('sslrootcert', autorite.chemin);
  }
  return complete.href;
}

function lireVariables(env: Record<string, string | undefined>): Lues {
  const lues: Record<string, unknown> = {};
  const fautes: string[] = [];
  for (const [nom, { schema, attendu, ...reste }] of Object.entries(variables)) {
    const valeur = env[nom]?.trim();
    if (!valeur) continue;
    const lue = schema.safeParse(valeur);
    if (lue.success) lues[nom] = lue.data;
    else fautes.push(phraseReglage(nom, 'secret' in reste ? null : valeur, attendu));
  }
  if (fautes.length > 0) throw new ErreurReglage(fautes.join('\n'));
  return lues as Lues;
}

function exigerProduction(lues: Lues): void {
  const exigees = [
    'JALON_TEMPORAL_ADRESSE',
    'JALON_REGISTRE_URL',
    'JALON_SMTP_URL',
    'JALON_CLES',
    'JALON_POSTE',
    'JALON_SMS',
  ] as const;
  const absentes = exigees.filter((v) => lues[v] === undefined);
  if (absentes.length > 0) {
    throw new ErreurReglage(
      absentes
        .map((v) => `${v} manque, et le profil « production » l’exige : on attend ${variables[v].attendu}.`)
        .join('\n'),
    );
  }
}

function inconnues(env: Record<string, string | undefined>): string[] {
  const connues = [...Object.keys(variables), ...secrets.map((nom) => nom + SUFFIXE_FICHIER)];
  return Object.keys(env)
    .filter((nom) => nom.startsWith('JALON_') && !connues.includes(nom))
    .map((nom) => {
      const proche = rapproche(nom, connues);
      return `${nom} n’est pas un réglage de Jalon${proche ? ` : vouliez-vous écrire ${proche} ?` : '.'}`;
    });
}

const absolu = (chemin: string) => (isAbsolute(chemin) ? chemin : join(racine, chemin));

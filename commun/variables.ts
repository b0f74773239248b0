import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { lireDuree } from '../domain/flotte/conservation';
import { hotePort, ipPort, url, urlPostgres, urlRelais } from './adresses';

const port = z.coerce.number().int().min(1).max(65535);
const PORT = 'un numéro de port entre 1 et 65535';
const entier = z.coerce.number().int().min(0);
const texte = z.string();
const dossier = z.string().regex(/^[^<>?*|]+$/);
const liste = <T>(lu: z.ZodType<T, string>) =>
  z
    .string()
    .transform((ecrit) => ecrit.split(',').map((mot) => mot.trim()))
    .pipe(z.array(lu));
/** A file of certificates in PEM, read at once: a letter is not to wait for a file that is not one. */
const certificats = z.string().transform((ecrit, contexte) => {
  const chemin = resolve(ecrit);
  try {
    const pem = readFileSync(chemin, 'utf8');
    new X509Certificate(pem);
    return { chemin, pem };
  } catch {
    contexte.addIssue('illisible');
    return z.NEVER;
  }
});
const CERTIFICATS = 'un fichier qui se lit, de certificats d’autorité en PEM';

/** Every setting of Jalon: how it is read, and what is expected of it in French. */
export const variables = {
  JALON_PROFIL: { schema: z.enum(['local', 'production']), attendu: '« local » ou « production »' },
  JALON_PORT: { schema: port, attendu: PORT },
  JALON_TEMPORAL_PORT: { schema: port, attendu: PORT },
  JALON_TEMPORAL_UI_PORT: { schema: port, attendu: PORT },
  JALON_SMTP_PORT: { schema: port, attendu: PORT },
  JALON_REGISTRE_PORT: { schema: port, attendu: PORT },
  JALON_DONNEES: { schema: texte, attendu: 'un dossier où écrire' },
  JALON_CACHE: { schema: texte, attendu: 'un dossier où écrire' },
  JALON_ENVOI: { schema: z.enum(['immediat', 'fenetre']), attendu: '« immediat » ou « fenetre »' },
  JALON_RETENUE_MINUTES: {
    schema: entier,
    attendu: 'un nombre entier de minutes pendant lesquelles un courrier né d’un fait consigné peut être retenu',
  },
  JALON_TEMPORAL_ADRESSE: { schema: hotePort, attendu: 'une adresse hôte:port, par exemple temporal:7233' },
  JALON_TEMPORAL_ESPACE: {
    schema: z.string().regex(/^[A-Za-z0-9._-]+$/),
    attendu: "le nom d'un espace de noms Temporal (lettres, chiffres, tirets)",
  },
  JALON_VERSION: {
    schema: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/),
    attendu: 'le nom de cette version, par exemple son commit (lettres, chiffres, points et tirets)',
  },
  JALON_TEMPORAL_BINAIRE: { schema: texte, attendu: 'le chemin du programme temporal' },
  JALON_TEMPORAL_TEST_BINAIRE: { schema: texte, attendu: 'le chemin du programme temporal-test-server' },
  JALON_REGISTRE_URL: {
    schema: urlPostgres,
    attendu:
      'une adresse postgresql://utilisateur:motdepasse@hôte:5432/base, où « % » s’écrit « %25 » et dont les fichiers (sslrootcert, sslcert, sslkey) se lisent',
    secret: true,
  },
  JALON_REGISTRE_MOT_DE_PASSE: {
    schema: texte.max(200),
    attendu: 'le mot de passe du registre, de 200 caractères au plus, quand son adresse ne le dit pas',
    secret: true,
  },
  JALON_SMTP_URL: {
    schema: urlRelais,
    attendu: 'une adresse smtp://hôte:25 ou smtps://utilisateur:motdepasse@hôte, où « % » s’écrit « %25 »',
    secret: true,
  },
  JALON_REGISTRE_AUTORITE: { schema: certificats, attendu: CERTIFICATS },
  JALON_SMTP_AUTORITE: { schema: certificats, attendu: CERTIFICATS },
  JALON_CLES: {
    schema: z.string().regex(/^[\w.-]+:[A-Za-z0-9+/]{43}=(,[\w.-]+:[A-Za-z0-9+/]{43}=)*$/),
    attendu: 'un trousseau id1:clé1,id2:clé2 de clés de 32 octets en base64 (la première chiffre, toutes déchiffrent)',
    secret: true,
  },
  JALON_EXPEDITEUR: {
    schema: z.string().regex(/^([^<>@]+<)?[^\s<>@]+@[^\s<>@]+>?$/),
    attendu: 'une adresse e-mail, par exemple Jalon <ne-pas-repondre@example.org>',
  },
  JALON_RETOURS: {
    schema: z.string().regex(/^[^\s<>@]+@[^\s<>@]+$/),
    attendu: 'l’adresse e-mail où reviennent les messages non distribués, par exemple retours@example.org',
  },
  JALON_REBONDS_PORT: { schema: port, attendu: PORT },
  JALON_REGLEMENTS: { schema: dossier, attendu: 'un dossier de règlements en JSON' },
  JALON_POSTE: { schema: dossier, attendu: 'un dossier où écrire les courriers à poster' },
  JALON_SMS: { schema: dossier, attendu: 'un dossier où écrire les SMS' },
  JALON_EFFACEMENTS: { schema: dossier, attendu: 'le fichier où garder la liste des effacements' },
  JALON_CONSERVATION: {
    schema: z.enum(['essai', 'active']),
    attendu: '« essai » (la nuit dit ce qui a passé sa durée) ou « active » (elle l’efface)',
  },
  JALON_CONSERVATION_MOIS: {
    schema: liste(
      z.string().transform((saisie, contexte) => {
        const lue = lireDuree(saisie);
        if (lue !== null) return lue;
        contexte.addIssue('durée');
        return z.NEVER;
      }),
    ),
    attendu:
      'des durées en mois, par exemple dossiers=60,erreurs=3,points=3,sorties=6,entrees=1 (sorties : 3 au moins)',
  },
  JALON_JOURNAL: {
    schema: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']),
    attendu: 'un niveau : silent, fatal, error, warn, info, debug ou trace',
  },
  JALON_METRIQUES: { schema: ipPort, attendu: 'une adresse IP et un port, par exemple 127.0.0.1:9464' },
  JALON_METRIQUES_WEB: { schema: hotePort, attendu: 'une adresse hôte:port, par exemple 127.0.0.1:9465' },
  // Its standard name: its headers and its certificates are then read under theirs, by OpenTelemetry itself.
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    schema: url(/^https?$/),
    attendu: 'l’adresse d’un collecteur OpenTelemetry (OTLP sur HTTP), par exemple http://collecteur:4318',
  },
  JALON_FLOTTE_PAR_SECONDE: { schema: z.coerce.number().positive(), attendu: 'un nombre positif' },
  JALON_URL: { schema: url(/^https?$/), attendu: 'l’adresse de l’outil web, par exemple https://jalon.example.org' },
  JALON_HOTES: {
    schema: liste(z.string().regex(/^[a-z0-9.-]+$/i)),
    attendu: 'des noms d’hôte séparés par des virgules, par exemple jalon.example.org,jalon.interne',
  },
  JALON_MANDATAIRES: {
    schema: liste(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])),
    attendu: 'les adresses, ou les plages, des mandataires qui tiennent TLS : 10.0.0.5,172.16.0.0/12',
  },
  JALON_TEMPORAL_UI: {
    schema: url(/^https?$/),
    attendu: 'l’adresse de l’interface de Temporal, par exemple https://temporal.example.org',
  },
  JALON_COMPTE: {
    schema: z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/),
    attendu: 'l’identifiant du compte au nom duquel « jalon » agit',
  },
  JALON_OIDC_EMETTEUR: {
    schema: url(/^https?$/),
    attendu: 'l’adresse du fournisseur d’identité, telle qu’il se nomme, par exemple https://identite.example.org',
  },
  JALON_OIDC_CLIENT: { schema: texte.max(200), attendu: 'l’identifiant de Jalon chez le fournisseur d’identité' },
  JALON_OIDC_SECRET: {
    schema: texte.max(1_000),
    attendu: 'le secret de Jalon chez le fournisseur d’identité',
    secret: true,
  },
  JALON_OIDC_NOM: { schema: texte.max(40), attendu: 'le nom du fournisseur d’identité, de 40 caractères au plus' },
  JALON_OIDC_ACR: {
    schema: liste(z.string().regex(/^[\x21-\x7e]+$/)),
    attendu: 'les niveaux d’assurance (acr) qui disent un second facteur, séparés par des virgules',
  },
  JALON_MOTS_DE_PASSE: { schema: z.enum(['oui', 'non']), attendu: '« oui » ou « non »' },
  JALON_CACHE_PARCOURS: { schema: entier, attendu: 'un nombre entier de parcours gardés en mémoire (0 : aucun)' },
  JALON_COURRIERS_PAR_SECONDE: { schema: z.coerce.number().positive(), attendu: 'un nombre positif' },
  JALON_ARRET_SECONDES: { schema: entier, attendu: 'un nombre entier de secondes' },
} as const satisfies Record<string, { schema: z.ZodType; attendu: string; secret?: boolean }>;

export type Variable = keyof typeof variables;
export type Lues = { [V in Variable]?: z.output<(typeof variables)[V]['schema']> };

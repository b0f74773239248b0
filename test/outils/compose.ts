import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { racine } from '../../commun/racine';

export interface ServiceCompose {
  image: string;
  environment?: Record<string, string>;
  ports?: string[];
  command?: string[];
  secrets?: string[];
  configs?: { source: string; target: string }[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  mem_limit?: string;
  volumes?: string[];
}

export interface Compose {
  services: Record<string, ServiceCompose>;
  secrets: Record<string, { file: string }>;
  configs: Record<string, { content: string }>;
}

/** `docker-compose.yml`, its anchors merged. */
export const lireCompose = (): Compose =>
  parse(readFileSync(join(racine, 'docker-compose.yml'), 'utf8'), { merge: true }) as Compose;

/** What stands around a service that runs elsewhere than in its container. */
export interface Place {
  /** What a person gives; `docker compose` puts it in place of `${NOM}`, `${NOM:?…}` and `${NOM:-…}`. */
  donnees?: Readonly<Record<string, string>>;
  /** Folder of the secrets' files. */
  secrets: string;
}

function remplacer(valeur: unknown, { donnees = {}, secrets }: Place): string {
  return String(valeur)
    .replace(
      /(?<!\$)\$\{(\w+)(?::([?-])([^}]*))?\}/g,
      (_t, nom, signe, reste) => donnees[nom] ?? (signe === '-' ? reste : ''),
    )
    .replaceAll('$$', '$')
    .replaceAll('/run/secrets', secrets);
}

/** What a service finds in its environment. */
export const environnementDe = ({ environment = {} }: ServiceCompose, place: Place): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).map(([nom, valeur]) => [nom, remplacer(valeur, place)]));

/** The shell script that a service runs, where it is one. */
export const scriptDe = ({ command = [] }: ServiceCompose, place: Place): string =>
  command.map((ligne) => remplacer(ligne, place)).join('\n');

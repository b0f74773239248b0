import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { racine } from '../../../commun/racine';
import { VARIABLE_MOTEUR } from '../../outils/pile';
import type { Grappe } from './grappe';

/** Test files of the engine that need neither a clock that skips, nor an engine that stops, nor its database in a file. */
const FICHIERS = ['workflows/passage-de-relais', 'faults/passe-lente', 'effacement/effacement', 'flotte/plannings'];
/** What the first of them asks the dev server for on its command line. */
const RELAIS_TOT = 'limit.historyCount.suggestContinueAsNew:\n  - value: 40\n';
const LIMITE_MS = 15 * 60_000;

/** What jest writes with `--json`, as far as it is read. */
interface ResultatJest {
  numPassedTests: number;
  numTotalTests: number;
  testResults: {
    name: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

/** What a test that failed says first, without the colours of a terminal. */
const raison = ([message = '']: readonly string[]): string => stripVTControlCharacters(message).split('\n')[0]!;

/** Those of a run that did not pass, by name and with their reason; a file that could not run, by what it says. */
export const rates = ({ testResults }: ResultatJest): string[] =>
  testResults.flatMap(({ name, message, assertionResults }) => {
    const siens = assertionResults
      .filter(({ status }) => status !== 'passed')
      .map(({ fullName, failureMessages }) => `${fullName} : ${raison(failureMessages)}`);
    if (siens.length === 0 && assertionResults.length > 0) return [];
    return siens.length > 0 ? siens : [`${name} : ${message.slice(0, 400)}`];
  });

/** Passes test files of the dev server on the cluster, each with a namespace of its own. */
export async function passerLesEssais({ decor, arreter, demarrer }: Grappe): Promise<{ vu: string; fautes: string[] }> {
  const { dynamique, ports } = decor.reperes;
  const avant = readFileSync(dynamique, 'utf8');
  await arreter();
  // An empty mapping, as the compose file has it, would end the document there.
  writeFileSync(dynamique, `${avant.replace(/^\{\}$/m, '')}\n${RELAIS_TOT}`);
  await demarrer('QUATRE');
  const sortie = join(decor.dossier, 'essais.json');
  const moteur = { [VARIABLE_MOTEUR]: `127.0.0.1:${ports.FRONTEND_GRPC_PORT}` };
  // Nothing of what the cluster's own processes are told.
  const env = Object.fromEntries(Object.entries(process.env).filter(([nom]) => !nom.startsWith('JALON_')));
  const jest = [join(racine, 'node_modules', 'jest', 'bin', 'jest.js'), ...FICHIERS.map((nom) => `test/${nom}`)];
  const options = ['--selectProjects', 'ensemble', '-w', '1', '--json', '--outputFile', sortie];
  const enfant = spawn(process.execPath, [...jest, ...options], {
    ...{ cwd: racine, env: { ...env, ...moteur }, stdio: 'ignore', timeout: LIMITE_MS },
  });
  await once(enfant, 'exit');
  await arreter();
  writeFileSync(dynamique, avant);
  await demarrer('QUATRE');
  if (!existsSync(sortie)) return { vu: 'les essais n’ont rien dit', fautes: ['les essais n’ont rien dit'] };
  const dit = JSON.parse(readFileSync(sortie, 'utf8')) as ResultatJest;
  return {
    vu: `${dit.numPassedTests} essais passés sur ${dit.numTotalTests}, de ${FICHIERS.map((nom) => `\`test/${nom}\``).join(', ')}`,
    fautes: rates(dit).map((nom) => `sur la grappe : ${nom}`),
  };
}

import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { trouver } from '../../outils/programmes';

const executer = promisify(execFile);

export const VERSION = '1.28.2';
const ARTEFACT = {
  groupe: 'org.verapdf.apps',
  nom: 'greenfield-apps',
  classe: 'org.verapdf.apps.GreenfieldCliWrapper',
};

/** How veraPDF is called: a program, and what goes before its own arguments. */
export interface Outil {
  programme: string;
  avant: string[];
  /** How it came here, for the report. */
  origine: string;
}

type Environnement = Record<string, string | undefined>;

function java(env: Environnement): string {
  const sienne = env.JAVA_HOME ? trouver('java', { PATH: join(env.JAVA_HOME, 'bin') }) : null;
  const trouvee = sienne ?? trouver('java', env);
  if (trouvee === null)
    throw new Error('Java est introuvable : installez Java 11 ou plus récent, sur le PATH ou désigné par JAVA_HOME.');
  return trouvee;
}

/** A minimal project: Maven resolves the artifact and all it needs from the repository it is set up for. */
const projet = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>jalon</groupId>
  <artifactId>verapdf</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>${ARTEFACT.groupe}</groupId>
      <artifactId>${ARTEFACT.nom}</artifactId>
      <version>${VERSION}</version>
    </dependency>
  </dependencies>
</project>
`;

async function telecharger(dossier: string, env: Environnement): Promise<void> {
  const maven = trouver('mvn', env);
  if (maven === null)
    throw new Error(
      `veraPDF est introuvable : désignez son programme par la variable VERAPDF, ou installez Maven, qui ira le chercher (${ARTEFACT.groupe}:${ARTEFACT.nom}:${VERSION}).`,
    );
  const chantier = `${dossier}-en-cours`;
  rmSync(chantier, { recursive: true, force: true });
  mkdirSync(chantier, { recursive: true });
  const pom = join(chantier, 'pom.xml');
  writeFileSync(pom, projet);
  const copie = `-DoutputDirectory=${join(chantier, 'lib')}`;
  try {
    await executer(maven, ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', copie], { maxBuffer: 1 << 26 });
  } catch (cause) {
    throw new Error(`Maven n’a pas pu obtenir veraPDF ${VERSION}.`, { cause });
  }
  // Only what is whole takes the name that is looked for.
  renameSync(join(chantier, 'lib'), dossier);
  rmSync(chantier, { recursive: true });
}

/**
 * veraPDF, from the program that `VERAPDF` names, else of the PATH, else of the cache, else brought by Maven into the cache.
 * @throws Error in French saying what to install
 */
export async function obtenirVerapdf(cache: string, env: Environnement = process.env): Promise<Outil> {
  if (env.VERAPDF) {
    if (!existsSync(env.VERAPDF)) throw new Error('La variable VERAPDF ne désigne aucun fichier.');
    return { programme: env.VERAPDF, avant: [], origine: 'programme désigné par VERAPDF' };
  }
  const installe = trouver('verapdf', env);
  if (installe !== null) return { programme: installe, avant: [], origine: 'programme du PATH' };
  const programme = java(env);
  const dossier = join(cache, 'verapdf', VERSION);
  if (!existsSync(dossier) || readdirSync(dossier).length === 0) await telecharger(dossier, env);
  return {
    programme,
    avant: ['-cp', join(dossier, '*'), ARTEFACT.classe],
    origine: `${ARTEFACT.groupe}:${ARTEFACT.nom}:${VERSION}, par Maven`,
  };
}

import { readFileSync } from 'node:fs';
import { type Variable, variables } from './variables';

/** A secret may be given by the file that holds it, as containers mount them: `<NAME>_FICHIER`. */
export const SUFFIXE_FICHIER = '_FICHIER';

/** The settings that hold a secret. */
export const secrets = (Object.keys(variables) as Variable[]).filter((nom) => 'secret' in variables[nom]);

/**
 * The environment with each secret read from its file, without the end of line that editors add.
 * @throws Error, one French sentence for each file that cannot be read or secret that is given twice
 */
export function avecSecretsDesFichiers(env: Record<string, string | undefined>): Record<string, string | undefined> {
  const lu = { ...env };
  const fautes: string[] = [];
  for (const nom of secrets) {
    const fichier = env[nom + SUFFIXE_FICHIER]?.trim();
    if (!fichier) continue;
    if (env[nom]?.trim())
      fautes.push(`${nom} et ${nom}${SUFFIXE_FICHIER} sont donnés tous les deux : n’en gardez qu’un.`);
    else {
      try {
        lu[nom] = readFileSync(fichier, 'utf8').replace(/\r?\n$/, '');
      } catch (erreur) {
        const { code } = erreur as NodeJS.ErrnoException;
        fautes.push(
          `${nom}${SUFFIXE_FICHIER} nomme un fichier qui ne se lit pas (${code ?? 'illisible'}) : ${fichier}.`,
        );
      }
    }
  }
  if (fautes.length > 0) throw new Error(fautes.join('\n'));
  return lu;
}

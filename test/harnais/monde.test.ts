import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseError } from 'pg';
import { z } from 'zod';
import { racine } from '../../commun/racine';
import Execution from './execution.cjs';
import Monde from './monde.cjs';

/** What is thrown, whatever it is. */
function jete(geste: () => unknown): unknown {
  try {
    geste();
  } catch (erreur) {
    return erreur;
  }
  throw new Error('rien n’a été jeté');
}

describe('le monde d’un fichier d’essais', () => {
  it('est celui de Node et des bibliothèques : leurs erreurs et leurs dates y sont des Error et des Date', () => {
    expect(jete(() => readFileSync('/nulle-part')) instanceof Error).toBe(true);
    expect(jete(() => z.string().parse(1)) instanceof Error).toBe(true);
    expect(new DatabaseError('essai', 5, 'error') instanceof Error).toBe(true);
    expect(z.date().safeParse(new Date()).success).toBe(true);
  });

  it('rend en partant les réglages du processus comme il les a trouvés', async () => {
    const projectConfig = { testEnvironmentOptions: {}, globals: {}, fakeTimers: {} };
    process.env.JALON_ESSAI_CHANGE = 'avant';
    const monde = new Monde({ projectConfig, globalConfig: {} }, {});
    Object.assign(process.env, { JALON_ESSAI_CHANGE: 'pendant', JALON_ESSAI_NEUF: 'laissé' });
    await monde.teardown();
    expect([process.env.JALON_ESSAI_CHANGE, process.env.JALON_ESSAI_NEUF]).toEqual(['avant', undefined]);
  });

  it('partage des bibliothèques dont aucune n’en demande une que chaque fichier a à lui', () => {
    const lire = (...chemin: string[]) => JSON.parse(readFileSync(join(racine, ...chemin, 'package.json'), 'utf8'));
    const { dependencies, devDependencies } = lire();
    const partagees = Object.keys({ ...dependencies, ...devDependencies }).filter(
      (nom) => !Execution.A_CHACUN.has(nom),
    );
    const demandes = partagees.flatMap((nom) =>
      Object.keys(lire('node_modules', nom).dependencies ?? {})
        .filter((autre) => Execution.A_CHACUN.has(autre))
        .map((autre) => `${nom} demande ${autre}`),
    );
    expect(partagees.length).toBeGreaterThan(20);
    expect(demandes).toEqual([]);
  });
});

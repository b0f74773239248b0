import { randomBytes } from 'node:crypto';
import { ouvrirRegistre, type Registre } from '../../registre';
import { administrer, adresseBase, demarrerServeurRegistre, GABARIT, VARIABLE_SERVEUR } from './serveur-registre';

export interface RegistreDeTest {
  registre: Registre;
  /** For a process that opens the register itself. */
  url: string;
  fermer(): Promise<void>;
}

/**
 * A fresh, migrated database: on the PostgreSQL that the run shares, else (a proof, a recording) on one of its own. Call `fermer` in
 * `afterAll`.
 */
export async function ouvrirRegistreDeTest(): Promise<RegistreDeTest> {
  const partage = process.env[VARIABLE_SERVEUR];
  const serveur = partage ? { url: partage, arreter: () => Promise.resolve() } : await demarrerServeurRegistre();
  const nom = `essai_${randomBytes(6).toString('hex')}`;
  // Its files as they are: a copy page by page through the log costs twice as much.
  await administrer(serveur.url, `CREATE DATABASE ${nom} TEMPLATE ${GABARIT} STRATEGY FILE_COPY`);
  const url = adresseBase(serveur.url, nom);
  const registre = ouvrirRegistre(url);
  return {
    registre,
    url,
    async fermer() {
      await registre.fermer();
      await administrer(serveur.url, `DROP DATABASE ${nom} WITH (FORCE)`);
      await serveur.arreter();
    },
  };
}

import type { Journal } from '../commun/journaux';
import { battre, type Registre, type Reveil, scellerAudit } from '../registre';

/** Far under the hours that make an interruption, rare enough to cost nothing. */
const BATTEMENT_MS = 60_000;

/**
 * Says every minute that a worker lives. The first sign, given before anything is decided, records the interruption that it ends:
 * what binds then waits (see `finDeVeille`); in a register that comes back from a copy it holds all letters. What the audit trail gained
 * meanwhile is sealed with it.
 * @returns stops it
 */
export async function veiller(registre: Registre, journal: Journal): Promise<() => void> {
  const dire = ({ interruption, copie }: Reveil) => {
    if (interruption)
      journal.warn(
        'retour après une interruption de plus de quatre heures : ce qui engage attend (jalon interruptions)',
      );
    if (copie)
      journal.error('le registre revient d’une copie : tous les courriers sont suspendus (jalon courriers rapprocher)');
  };
  dire(await battre(registre, new Date()));
  const minuterie = setInterval(() => {
    battre(registre, new Date()).then(dire, (err: unknown) => journal.warn({ err }, 'signe de vie non inscrit'));
    scellerAudit(registre).catch((err: unknown) => journal.warn({ err }, 'journal d’audit non scellé'));
  }, BATTEMENT_MS);
  return () => clearInterval(minuterie);
}

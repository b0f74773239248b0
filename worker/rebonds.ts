import type { Readable } from 'node:stream';
import type { Client } from '@temporalio/client';
import { SMTPServer } from 'smtp-server';
import type { Journal } from '../commun/journaux';
import { lireRebond, REBOND_OCTETS_MAX } from '../commun/rebond';
import { inscrireRebond, type Registre } from '../registre';
import { departRenvoi, typeRenvoi } from '../workflows/renvoi/messages';

export interface DepsRebonds {
  registre: Registre;
  temporal: Client;
  journal: Journal;
  port: number;
  hote: string;
}

/**
 * A small SMTP server for what the mail relay forwards from the return path. A message is acknowledged once the register holds what
 * it says; 451 otherwise, and the relay tries again. It takes no mail for anyone: it has nobody to deliver to.
 * @returns how to stop it
 */
export async function ecouterRebonds({ registre, temporal, journal, port, hote }: DepsRebonds): Promise<() => void> {
  const serveur = new SMTPServer({
    name: 'rebonds.jalon.localhost',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: REBOND_OCTETS_MAX,
    closeTimeout: 1_000,
    onData(flux, { envelope }, accuser) {
      // No sender: what RFC 5321 asks of a report.
      const nul = !envelope.mailFrom || envelope.mailFrom.address === '';
      lire(flux)
        .then((source) => recevoir(source, nul))
        .then(
          () => accuser(),
          (erreur: Error) => {
            journal.error({ err: erreur }, 'message revenu non inscrit, le relais le rendra');
            const trop = flux.sizeExceeded === true;
            accuser(Object.assign(new Error(trop ? TROP_LOURD : 'plus tard'), { responseCode: trop ? 552 : 451 }));
          },
        );
    },
  });
  // A relay that hangs up, or another worker of the same machine that listens already, is no reason to stop sending letters.
  serveur.on('error', (erreur) => journal.warn({ err: erreur }, 'écoute des messages revenus'));
  await new Promise<void>((pret) => {
    serveur.once('error', () => pret());
    serveur.listen(port, hote, pret);
  });
  return () => serveur.close();

  async function recevoir(source: Buffer, nul: boolean): Promise<void> {
    const rebond = await lireRebond(source, nul);
    const suite = rebond && (await inscrireRebond(registre, rebond, new Date()));
    if (!suite || !('aRenvoyer' in suite)) return;
    const { numero, aRenvoyer: courrier, minutes } = suite;
    const { tort, code } = rebond;
    journal.info({ numero, renvoi: courrier !== null, tort, code }, 'un e-mail est revenu');
    if (courrier) await temporal.workflow.start(typeRenvoi, departRenvoi({ numero, courrier, apres: minutes }));
  }
}

const TROP_LOURD = `message revenu trop lourd : ${REBOND_OCTETS_MAX} octets au plus`;

async function lire(flux: Readable & { sizeExceeded?: boolean }): Promise<Buffer> {
  const morceaux: Buffer[] = [];
  for await (const morceau of flux) if (!flux.sizeExceeded) morceaux.push(Buffer.from(morceau));
  if (flux.sizeExceeded) throw new Error(TROP_LOURD);
  return Buffer.concat(morceaux);
}

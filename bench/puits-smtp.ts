import { SMTPServer } from 'smtp-server';
import { ecouter } from '../client/local/ecouter';

/**
 * A real SMTP server in a process of its own, which reads every message to its last byte, keeps none and counts them by Message-ID:
 * `node client/local/lancer.mjs bench/puits-smtp.ts <port>`. Asked by a message of its parent, it answers the counts and its processor time.
 */
const port = Number(process.argv[2]);
const vus = new Set<string>();
let recus = 0;

const serveur = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  onData(flux, _session, accuser) {
    let entete = '';
    flux.on('data', (morceau: Buffer) => {
      if (entete.length < 4_000) entete += morceau.toString('latin1');
    });
    flux.on('end', () => {
      recus += 1;
      vus.add(/^Message-ID: (\S+)/im.exec(entete)?.[1] ?? '');
      accuser(null, 'recu');
    });
  },
});
void ecouter(serveur, port).then(() => process.send?.('pret'));
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ recus, differents: vus.size, coeurMs: (user + system) / 1000 });
});
process.on('disconnect', () => process.exit(0));

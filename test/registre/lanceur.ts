import { demarrerPostgres } from '../../client/local/postgres';

/** A launcher of its own: `node client/local/lancer.mjs test/registre/lanceur.ts <folder> <port>` says OK once its PostgreSQL runs, then stays. */
const [dossier, port] = process.argv.slice(2);
void demarrerPostgres({ dossier: dossier!, port: Number(port), durable: false }).then(() => {
  console.log('OK');
  setInterval(() => undefined, 1000);
});

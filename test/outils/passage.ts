import { connect, createServer, type Socket } from 'node:net';

/** A way between two processes that a test cuts: what goes through it is not looked at. */
export interface Passage {
  port: number;
  /** As a cable that is pulled out: nothing goes through any more, and neither side is told; who comes is not answered. */
  couper(): void;
  /** What was open is hung up on, as a firewall does once it is back; who comes is let through. */
  retablir(): void;
  fermer(): Promise<void>;
}

/** @param vers port on 127.0.0.1 */
export async function ouvrirPassage(vers: number): Promise<Passage> {
  const prises = new Set<Socket>();
  let coupe = false;
  const tenir = (prise: Socket): Socket => {
    prises.add(prise);
    prise.once('close', () => prises.delete(prise));
    // Whoever hangs up closes both ends.
    prise.on('error', () => prise.destroy());
    return prise;
  };
  const serveur = createServer((venue) => {
    tenir(venue);
    if (coupe) return;
    const autre = tenir(connect({ port: vers, host: '127.0.0.1' }));
    venue.once('close', () => autre.destroy());
    autre.once('close', () => venue.destroy());
    venue.pipe(autre);
    autre.pipe(venue);
  });
  const raccrocher = () => {
    for (const prise of prises) prise.destroy();
  };
  await new Promise<void>((pret, rejeter) => {
    serveur.once('error', rejeter);
    serveur.listen(0, '127.0.0.1', pret);
  });
  return {
    port: (serveur.address() as { port: number }).port,
    couper() {
      coupe = true;
      for (const prise of prises) prise.unpipe().pause();
    },
    retablir() {
      coupe = false;
      raccrocher();
    },
    fermer: () =>
      new Promise((fini) => {
        serveur.close(() => fini());
        raccrocher();
      }),
  };
}

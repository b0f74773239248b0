import { randomBytes } from 'node:crypto';
import { chmodSync, createWriteStream, mkdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SMTPServer } from 'smtp-server';
import { ecouter } from './ecouter';
import { exigerPortLibre } from './ports';
import type { Partie } from './surveiller';

export interface ServeurBoite extends Partie {
  /** Where letters are handed over. */
  url: string;
  port: number;
  arreter(): Promise<void>;
}

/** Largest message accepted, announced by SIZE: ten times our heaviest letter. */
const TAILLE_MAX = 25 * 1024 * 1024;

/**
 * A real SMTP server on 127.0.0.1 that keeps every message it is given as `<dossier>/<id>.eml`, whoever it is for, and
 * lets none leave the machine. A message is acknowledged once its file is in place, whole.
 * @param port 0 for any that is free
 * @throws ErreurReglage when the port is taken
 */
export async function demarrerBoite({ dossier, port }: { dossier: string; port: number }): Promise<ServeurBoite> {
  mkdirSync(dossier, { recursive: true });
  // Letters name people: the folder is its owner's.
  chmodSync(dossier, 0o700);
  await exigerPortLibre(port, 'JALON_SMTP_PORT', 'la boîte aux lettres locale');
  const serveur = new SMTPServer({
    name: 'boite.jalon.localhost',
    banner: 'Boite aux lettres locale de Jalon',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: TAILLE_MAX,
    closeTimeout: 1_000,
    onData: (flux, _session, accuser) => {
      garder(flux, dossier).then(
        (id) => accuser(null, `recu ${id}`),
        (erreur: Error) => accuser(Object.assign(erreur, { responseCode: 451 })),
      );
    },
  });
  const tenu = await ecouter(serveur, port);
  let arrete = false;
  return {
    surMort: (rappel) => void serveur.server.once('close', () => arrete || rappel()),
    url: `smtp://127.0.0.1:${tenu}`,
    port: tenu,
    arreter: () => {
      arrete = true;
      return new Promise((fini) => serveur.close(() => fini()));
    },
  };
}

/** Ids sort in the order of reception. */
let rang = 0;
async function garder(flux: NodeJS.ReadableStream & { sizeExceeded?: boolean }, dossier: string): Promise<string> {
  rang += 1;
  const instant = new Date().toISOString().replace(/[-:.Z]/g, '');
  const id = `${instant}-${String(rang).padStart(5, '0')}-${randomBytes(2).toString('hex')}`;
  const brouillon = join(dossier, `.${id}.part`);
  try {
    await pipeline(flux, createWriteStream(brouillon, { mode: 0o600, flush: true }));
    if (flux.sizeExceeded) throw Object.assign(new Error('message trop lourd'), { responseCode: 552 });
    await rename(brouillon, join(dossier, `${id}.eml`));
    return id;
  } catch (erreur) {
    await rm(brouillon, { force: true });
    throw erreur;
  }
}

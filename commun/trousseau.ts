import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assurerDossier } from './assurer-dossier';
import { ErreurReglage, lireReglages, type Reglages } from './reglages';

/** The keys of the codec: the first encrypts, all decrypt, so that a key is changed without losing a history. */
export interface Trousseau {
  courante: string;
  cles: ReadonlyMap<string, KeyObject>;
}

/**
 * Reads `id1:base64,id2:base64`, keys of 32 bytes.
 * @throws ErreurReglage when an id comes twice
 */
export function lireTrousseau(ecrit: string): Trousseau {
  const paires = ecrit.split(',').map((paire) => {
    const coupe = paire.indexOf(':');
    return [paire.slice(0, coupe), createSecretKey(Buffer.from(paire.slice(coupe + 1), 'base64'))] as const;
  });
  const cles = new Map(paires);
  if (cles.size < paires.length)
    throw new ErreurReglage('JALON_CLES nomme deux clés du même nom : on attend un nom par clé.');
  return { courante: paires[0]![0], cles };
}

/**
 * The key ring of these settings. The local profile without `JALON_CLES` keeps its key in `<donnees>/cles-codec`
 * (mode 0600), made once: losing that file makes the journeys of the folder unreadable.
 */
export function trousseauDe(reglages: Pick<Reglages, 'cles' | 'donnees'>): Trousseau {
  return lireTrousseau(reglages.cles ?? cleLocale(reglages.donnees));
}

function cleLocale(donnees: string): string {
  const fichier = join(donnees, 'cles-codec');
  assurerDossier('JALON_DONNEES', donnees);
  const lire = () => {
    const ecrit = readFileSync(fichier, 'utf8').trim();
    // Same check as the setting: a truncated file is named rather than used.
    lireReglages({ JALON_CLES: ecrit });
    return ecrit;
  };
  try {
    return lire();
  } catch (erreur) {
    if (erreur instanceof ErreurReglage) throw new ErreurReglage(`Dans le fichier ${fichier} : ${erreur.message}`);
    if ((erreur as NodeJS.ErrnoException).code !== 'ENOENT') throw erreur;
  }
  // Worker, web server and CLI may start together: link() lets exactly one of them name the key.
  const brouillon = `${fichier}.${process.pid}`;
  writeFileSync(brouillon, `local1:${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  try {
    linkSync(brouillon, fichier);
  } catch (erreur) {
    if ((erreur as NodeJS.ErrnoException).code !== 'EEXIST') throw erreur;
  } finally {
    rmSync(brouillon, { force: true });
  }
  return lire();
}

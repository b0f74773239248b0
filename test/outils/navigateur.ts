import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NOMS = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];

function trouver(): string | null {
  const candidats = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((dossier) => NOMS.map((nom) => join(dossier, nom)));
  return (
    candidats.find((chemin) => {
      try {
        accessSync(chemin, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    }) ?? null
  );
}

/** Chromium of this machine; null on a laptop that has none. CI installs it and then requires it. */
export const cheminChromium = trouver();

if (cheminChromium === null && process.env.CI) throw new Error('Chromium est exigé en CI : .ci/run l’installe');

export function ouvrirNavigateur(): Promise<Browser> {
  return chromium.launch({
    executablePath: cheminChromium!,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

import { type Browser, chromium } from 'playwright-core';
import { trouver } from './programmes';

const NOMS = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];

/** Chromium of this machine; null on a laptop that has none. CI installs it and then requires it. */
export const cheminChromium: string | null = NOMS.map((nom) => trouver(nom, process.env)).find(Boolean) ?? null;

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

import type epingles from './binaires.json';

export type NomBinaire = keyof typeof epingles;
export interface Epingle {
  paquetPip: string;
  version: string;
  versionSdk: string;
  versionMinimale?: string;
  plateformes: Record<string, Plateforme>;
}
export interface Plateforme {
  etiquettePip: string;
  tailleRoue: number;
  sha256Roue: string;
  sha256Programme: string;
}

/** One way to get the program into `destination`, its hash verified. @throws Error whose message says why not */
export type Source = (epingle: Epingle, nom: NomBinaire, destination: string) => Promise<void>;

/** What is pinned for this machine. @throws Error when nothing is: no source may then give a program */
export function plateformeDe({ plateformes }: Epingle): Plateforme {
  const machine = `${process.platform}-${process.arch}`;
  const plateforme = plateformes[machine];
  if (!plateforme) throw new Error(`aucune empreinte pour ${machine}`);
  return plateforme;
}

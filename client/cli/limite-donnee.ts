import { MauvaisUsage } from './sortie';

/** How many lines a list shows, as typed after `--limite`. @throws MauvaisUsage when it is no whole number */
export function limiteDonnee(limite: string): number {
  if (!/^[1-9]\d{0,5}$/.test(limite)) throw new MauvaisUsage(`--limite attend un nombre entier, pas « ${limite} ».`);
  return Number(limite);
}

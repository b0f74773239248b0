import { type Amorce, preparerAmorce } from '../amorces';
import { type ContenuPret, preparerContenu, preparerContenuVite } from '../contenus';
import type { TypeContenu } from '../schema';
import type { EnvoiPrepare, Formes } from './lettre';

type Forme = keyof Formes;

/** What a hand-off carries, hashed and compressed, with its hashes by part. */
export interface ContenusPrets {
  tous: ContenuPret[];
  sha256: Record<Forme, string | null> & { donnees: string };
}

const TYPES: Record<Forme, TypeContenu> = {
  donnees: 'application/json',
  texte: 'text/plain',
  html: 'text/html',
  pdf: 'application/pdf',
  ics: 'text/calendar',
};
const FORMES = Object.keys(TYPES) as Forme[];

/** A form as it is kept; null when the letter has none. */
const ecrite = (lettre: Formes, forme: Forme): string | Uint8Array | null =>
  forme === 'donnees' ? JSON.stringify(lettre.donnees) : (lettre[forme] ?? null);

/** Made away from any transaction. @param vite for the many small contents of a batch: cheaper, at once */
export async function contenusDeRemise(
  envoi: Formes & Pick<EnvoiPrepare, 'semblable'>,
  vite: boolean,
): Promise<ContenusPrets> {
  const { semblable } = envoi;
  const amorces = semblable && (await amorcesDe(semblable));
  const prets = await Promise.all(
    FORMES.map(async (forme) => {
      const brut = ecrite(envoi, forme);
      if (brut === null) return null;
      return vite ? preparerContenuVite(TYPES[forme], brut) : preparerContenu(TYPES[forme], brut, amorces?.get(forme));
    }),
  );
  const sha256 = Object.fromEntries(FORMES.map((forme, i) => [forme, prets[i]?.sha256 ?? null]));
  return { tous: prets.filter((pret) => pret !== null), sha256: sha256 as ContenusPrets['sha256'] };
}

type Amorces = ReadonlyMap<Forme, Amorce>;

/** Made once for all the letters of a kind. */
const connues = new WeakMap<Formes, Promise<Amorces>>();

function amorcesDe(semblable: Formes): Promise<Amorces> {
  const connue = connues.get(semblable);
  if (connue) return connue;
  const faites = preparerToutes(semblable);
  connues.set(semblable, faites);
  return faites;
}

async function preparerToutes(semblable: Formes): Promise<Amorces> {
  const amorces = new Map<Forme, Amorce>();
  for (const forme of FORMES) {
    const modele = ecrite(semblable, forme);
    if (modele !== null) amorces.set(forme, await preparerAmorce(modele));
  }
  return amorces;
}

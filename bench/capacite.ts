import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../commun/racine';
import { type Annee, type Besoin, type Mesures, prevoir } from './capacite/prevoir';
import type { AnneeDeJalon } from './parcours/vivre-annee';
import { fr, type Serie, serie } from './resultats';

/**
 * `npm run bench -- capacite`: what 150 thousand, 1 million and 10 million live journeys ask for, by what the other sections left in
 * `bench/resultats/`. It measures nothing; `docs/capacite.md` says what breaks first.
 */
const TAILLES = [150_000, 1_000_000, 10_000_000];

function lire<T>(fichier: string): T | null {
  try {
    return JSON.parse(readFileSync(join(racine, 'bench/resultats', fichier), 'utf8')) as T;
  } catch (erreur) {
    if ((erreur as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw erreur;
  }
}

function lireAnnee(): Annee | null {
  const lu = lire<{ tours: { jalon: AnneeDeJalon }[] }>('parcours.json');
  if (lu === null) return null;
  const mediane = (de: (annee: AnneeDeJalon) => number) => serie(lu.tours.map(({ jalon }) => de(jalon))).mediane;
  return {
    coeurMs: mediane((a) => a.total),
    echeances: mediane((a) => a.echeances),
    lettres: mediane((a) => a.lettres),
    octetsMoteur: mediane((a) => a.octets),
  };
}

/** What `npm run bench -- parc` keeps. */
interface Parc {
  octets: { jalon: Serie; registre: Serie };
}

function lireGare(): Mesures['gare'] {
  const lu = lire<Parc>('parc.json');
  return lu && { octetsMoteur: lu.octets.jalon.mediane, octetsRegistre: lu.octets.registre.mediane };
}

function lireImport(): number | null {
  const lu = lire<{ tours: { sansLettre: { enPlaceParSeconde: number } }[] }>('import.json');
  return lu && serie(lu.tours.map(({ sansLettre }) => sansLettre.enPlaceParSeconde)).mediane;
}

const mesures: Mesures = {
  annee: lireAnnee(),
  octetsLettre: lire<{ parLettre: number }>('courriers-gardes.json')?.parLettre ?? null,
  flotteParSeconde: lire<{ parSeconde: Serie }>('flotte.json')?.parSeconde.mediane ?? null,
  gare: lireGare(),
  importParSeconde: lireImport(),
};

const LIGNES: Record<Exclude<keyof Besoin, 'parcours'>, readonly [libelle: string, decimales: number]> = {
  coeursMoyens: ['cœurs, en moyenne d’une année', 2],
  echeancesParJour: ['échéances par jour', 0],
  coeursPourUneHeure: ['cœurs pour celles d’un jour en une heure', 1],
  lettresParSeconde: ['lettres par seconde aux heures d’envoi', 1],
  moteurGo: ['Go au moteur, histoires d’une année', 0],
  lettresGoParAn: ['Go de lettres au registre, par année', 0],
  moteurGareGo: ['Go au moteur, parcours garés', 1],
  registreGareGo: ['Go au registre, parcours garés', 1],
  importHeures: ['heures pour tous les importer, une machine', 1],
  tourneeMinutes: ['minutes pour écrire à tous, un worker', 0],
};

const colonne = (texte: string): string => texte.padStart(16);
const besoins = TAILLES.map((taille) => prevoir(taille, mesures));
console.log(`${'parcours vivants'.padEnd(44)}${TAILLES.map((taille) => colonne(fr(taille))).join('')}`);
for (const [quoi, [libelle, decimales]] of Object.entries(LIGNES)) {
  const nombres = besoins.map((besoin) => besoin[quoi as keyof Besoin]);
  const dits = nombres.map((n) => colonne(n === null ? 'non mesuré' : fr(n, decimales)));
  console.log(`${libelle.padEnd(44)}${dits.join('')}`);
}

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const parametre = (valeur: unknown, article: string) => ({
  valeur,
  source: `convention inventée du 15 novembre 2026, ${article}`,
  certitude: 'T',
});

/** An invented successor: a week more to answer, a month more of CSP, two days more before the pré-bilan. */
export const successeurInvente = {
  nom: 'csp-2027',
  libelle: 'CSP, convention inventée de 2026 (depuis le 1er janvier 2027)',
  base: 'csp-2015-v2025',
  parametres: {
    debutValidite: parametre('2027-01-01', 'art. 31'),
    finValidite: parametre('2028-12-31', 'art. 31'),
    delaiReflexionJours: parametre(28, 'art. 5'),
    dureeMois: parametre(13, 'art. 2'),
    preBilanJours: parametre(10, 'art. 9'),
  },
};

/** A folder of règlements, as `JALON_REGLEMENTS` names one, that holds the successor; the caller's to delete. */
export function deposerSuccesseur(): string {
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-reglements-'));
  writeFileSync(join(dossier, `${successeurInvente.nom}.json`), JSON.stringify(successeurInvente));
  return dossier;
}

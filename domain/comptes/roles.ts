/**
 * Room `comptes`: who may sign in, and what each may do.
 * @packageDocumentation
 */

/** What an account is for. */
export const roles = [
  'CONSEILLER',
  'RESPONSABLE',
  'JURISTE',
  'ADMINISTRATEUR',
  'LECTURE_SEULE',
  'EXPLOITATION',
] as const;

export type Role = (typeof roles)[number];

export const libellesRoles: Readonly<Record<Role, string>> = {
  CONSEILLER: 'conseiller',
  RESPONSABLE: 'responsable d’agence',
  JURISTE: 'juriste',
  ADMINISTRATEUR: 'administrateur',
  LECTURE_SEULE: 'lecture seule',
  EXPLOITATION: 'exploitation',
};

/** Who sees dossiers sees those of one agency; the others see none. */
export const estDAgence = (role: Role): boolean => role !== 'ADMINISTRATEUR' && role !== 'EXPLOITATION';

/** A role as it is typed: « lecture-seule », « Responsable »; null when it is none. */
export function lireRole(saisi: string): Role | null {
  const voulu = saisi
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
  return roles.find((role) => role === voulu) ?? null;
}

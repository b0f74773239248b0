import { peut } from '../../../domain/comptes/politique';
import type { Role } from '../../../domain/comptes/roles';

/** A path of this tool and nothing else: neither another host nor what a browser would read as one. */
const CHEMIN = /^\/(?![/\\])[\x21-\x7e]*$/;

/** The page that a role begins with. */
export const accueilDe = (role: Role): string => (peut(role, 'lire-portefeuille') ? '/' : '/exploitation');

/** Where one goes once signed in: where one was going, else the page that one's role begins with. */
export const suiteDe = (demandee: string | undefined, role: Role): string =>
  demandee !== undefined && demandee !== '/' && CHEMIN.test(demandee) ? demandee : accueilDe(role);

import { estDAgence, lireRole } from '../../domain/comptes/roles';
import { lireTextes } from '../../domain/dossier/valeurs';
import { type CompteNouveau, creerCompte, type Registre } from '../../registre';
import { lienEntree } from './commun/lien-entree';
import { Refus } from './commun/refus';

/** An account as it is typed. */
export interface CompteSaisi {
  id: string;
  nom: string;
  adresse: string;
  role: string;
  /** Of roles that see dossiers only. */
  agence: string | null;
}

const ID = /^[a-z0-9][a-z0-9-]{1,39}$/;
const ADRESSE = /^[^\s@<>]{1,64}@[^\s@<>]{1,189}$/;
const NOM_MAX = 100;

/**
 * Opens an account and the link by which its owner chooses a password.
 * @returns the address of the link, from the root of the web tool
 * @throws Refus COMPTE_…, AGENCE_INCONNUE, CHAMP_MANQUANT, TROP_LONG
 */
export async function creerUnCompte(
  registre: Registre,
  saisi: CompteSaisi,
  auteur: string,
  maintenant: Date,
): Promise<string> {
  await inscrireUnCompte(registre, saisi, auteur, maintenant);
  return lienEntree(registre, saisi.id, maintenant);
}

/** Opens an account that has no way in yet. @throws Refus as `creerUnCompte` */
export async function inscrireUnCompte(
  registre: Registre,
  saisi: CompteSaisi,
  auteur: string,
  maintenant: Date,
  demonstration = false,
): Promise<void> {
  const compte = { ...lireCompte(saisi), demonstration };
  const suite = await creerCompte(registre, compte, auteur, maintenant);
  if (suite === 'AGENCE_INCONNUE') throw Refus.de(`AGENCE_INCONNUE:${compte.agence}`);
  if (suite === 'ADRESSE_EN_DOUBLE') throw Refus.de('COMPTE_ADRESSE_EN_DOUBLE');
  if (suite !== 'CREE') throw Refus.de(suite);
}

function lireCompte(saisi: CompteSaisi): CompteNouveau {
  const nom = lireTextes({ nom: saisi.nom }).valeur.nom.trim();
  if (!ID.test(saisi.id)) throw Refus.de('COMPTE_IDENTIFIANT_INVALIDE');
  if (nom === '') throw Refus.de('CHAMP_MANQUANT:nom');
  if (nom.length > NOM_MAX) throw Refus.de(`TROP_LONG:nom:${NOM_MAX}:${nom.length}`);
  if (!ADRESSE.test(saisi.adresse.trim())) throw Refus.de('COMPTE_ADRESSE_INVALIDE');
  const role = lireRole(saisi.role);
  if (role === null) throw Refus.de('COMPTE_ROLE_INCONNU');
  if (estDAgence(role) && saisi.agence === null) throw Refus.de('COMPTE_SANS_AGENCE');
  if (!estDAgence(role) && saisi.agence !== null) throw Refus.de('COMPTE_AVEC_AGENCE');
  return { id: saisi.id, nom, adresse: saisi.adresse.trim(), role, agence: saisi.agence };
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assurerDossier } from '../../commun/assurer-dossier';
import { racine } from '../../commun/racine';
import { listerComptes, nouveauJeton, type Registre } from '../../registre';
import { lienEntree } from '../usages/commun/lien-entree';
import { type CompteSaisi, inscrireUnCompte } from '../usages/creer-compte';

const COMPTES = join(racine, 'exemples', 'comptes.json');
/** Who opens the invented accounts, in the audit trail. */
const AUTEUR = 'jalon-exemples';

/**
 * The token of the address that signs the demonstration's accounts in: kept in `<donnees>/cle-demonstration` (mode 0600), so that a page
 * kept open is still good after a restart. Whoever reads that folder reads the whole register.
 */
export function jetonDemonstration(donnees: string): string {
  const fichier = join(donnees, 'cle-demonstration');
  assurerDossier('JALON_DONNEES', donnees);
  try {
    writeFileSync(fichier, `${nouveauJeton()}\n`, { mode: 0o600, flag: 'wx' });
  } catch (erreur) {
    if ((erreur as NodeJS.ErrnoException).code !== 'EEXIST') throw erreur;
  }
  return readFileSync(fichier, 'utf8').trim();
}

/** Opens the invented accounts, one a role at least, that the register does not know yet. */
export async function ouvrirComptesExemple(registre: Registre, maintenant: Date): Promise<void> {
  const connus = new Set((await listerComptes(registre)).map(({ id }) => id));
  const exemples: CompteSaisi[] = JSON.parse(readFileSync(COMPTES, 'utf8'));
  for (const exemple of exemples)
    if (!connus.has(exemple.id)) await inscrireUnCompte(registre, exemple, AUTEUR, maintenant, true);
}

/** The link by which the first administrator chooses how to enter; null once one has. */
export async function lienPremierAdministrateur(registre: Registre, maintenant: Date): Promise<string | null> {
  const comptes = (await listerComptes(registre)).filter((c) => c.role === 'ADMINISTRATEUR' && c.desactiveLe === null);
  const premier = comptes[0];
  if (premier === undefined || comptes.some((c) => c.motDePasse || c.parIdentite)) return null;
  return lienEntree(registre, premier.id, maintenant);
}

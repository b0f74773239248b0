import type { Coffre } from '../../commun/coffre';
import { codeDeFaute, lireTextes } from '../../domain/dossier/valeurs';
import { type Compte, compteDeLAdresse, ouvrirSession, type Registre, tracer, userCode } from '../../registre';
import { correspond, hacher } from './commun/mot-de-passe';
import { Refus } from './commun/refus';
import { pasDuCode } from './commun/second-facteur';
import type { Essai, Tentatives } from './commun/tentatives';

export interface DepsEntree {
  registre: Registre;
  tentatives: Tentatives;
  coffre: Coffre;
}

/** Someone signed in: the token is for her browser alone. */
export interface Entree {
  compte: Compte;
  jeton: string;
}

/**
 * Signs in by address and password, and by a code where the account asks for one. An address that nobody has takes as long as another, and is answered the same.
 * @throws Refus ENTREE_REFUSEE, ENTREE_RALENTIE, CARACTERE_INTERDIT
 */
export async function entrer(
  { registre, tentatives, coffre }: DepsEntree,
  { motDePasse, source, ...tapes }: Essai & { motDePasse: string; code: string },
  maintenant: Date,
): Promise<Entree> {
  const { valeur, fautes } = lireTextes(tapes);
  if (fautes[0] !== undefined) throw Refus.de(codeDeFaute(fautes[0]));
  const { adresse, code } = valeur;
  const connu = await compteDeLAdresse(registre, adresse);
  const comparer = async () => {
    const juste = await correspond(connu?.empreinte ?? (await deNulle()), motDePasse);
    if (!juste || connu === null || connu.empreinte === null) return false;
    if (connu.secret === null) return true;
    const pas = pasDuCode(await coffre.ouvrir(connu.secret), code, maintenant);
    return pas !== null && userCode(registre, connu.compte.id, pas);
  };
  const issue = await tentatives.essayer({ adresse, source }, comparer, maintenant);
  if (issue === null) throw Refus.de('ENTREE_RALENTIE');
  if (!issue || connu === null) {
    const details = { compte: connu?.compte.id ?? null };
    await tracer(registre, { numero: null, auteur: 'inconnu', acte: 'ENTREE_REFUSEE', details }, maintenant);
    throw Refus.de('ENTREE_REFUSEE');
  }
  return ouvrirPour(registre, connu.compte, 'MOT_DE_PASSE', maintenant);
}

/**
 * Opens a session for an account that proved who it is, or for a demonstration.
 * @param jetonIdentite what ends the provider's own session, closed
 */
export async function ouvrirPour(
  registre: Registre,
  compte: Compte,
  par: 'MOT_DE_PASSE' | 'LIEN' | 'DEMONSTRATION' | 'IDENTITE',
  maintenant: Date,
  jetonIdentite: string | null = null,
): Promise<Entree> {
  const jeton = await ouvrirSession(registre, compte.id, maintenant, jetonIdentite);
  await tracer(registre, { numero: null, auteur: compte.id, acte: 'ENTRER', details: { par } }, maintenant);
  return { compte, jeton };
}

let nulle: Promise<string> | undefined;
/** The hash of a password that nobody knows. */
const deNulle = (): Promise<string> => {
  nulle ??= hacher(`${process.pid} ${Math.random()} ${Date.now()}`);
  return nulle;
};

import { motifTropLong } from '../../domain/dossier/limite';
import { codeDeFaute, lireTextes } from '../../domain/dossier/valeurs';
import { lireTache, type Registre, terminerTache, tracer } from '../../registre';
import { closeParUnActe } from '../affichage/gestes';
import { Refus } from './commun/refus';

export interface TacheATerminer {
  cle: string;
  /** Its dossier, when the caller knows it: a task of another one is unknown. */
  numero?: string | undefined;
  auteur: string;
  /** Why, when what it asked for is not recorded; asked of those only that something recorded would close. */
  motif?: string | undefined;
}

/**
 * Says that a task is done; one that something recorded would close is put away with the reason why it was not.
 * @throws Refus TACHE_INCONNUE, TACHE_SANS_MOTIF, CARACTERE_INTERDIT, CHAMP_INVALIDE:motif; nothing is then changed
 */
export async function terminerUneTache(
  registre: Registre,
  { cle, numero, auteur, motif: tape = '' }: TacheATerminer,
  maintenant: Date,
): Promise<void> {
  const { valeur, fautes } = lireTextes({ motif: tape });
  if (fautes.length > 0) throw Refus.de(...fautes.map(codeDeFaute));
  const long = motifTropLong(valeur.motif);
  if (long !== null) throw new Refus([{ code: 'CHAMP_INVALIDE:motif', phrase: long }]);
  const tache = await lireTache(registre, cle);
  if (tache === null || (numero !== undefined && numero !== tache.numero)) throw Refus.de('TACHE_INCONNUE');
  if (tache.statut === 'A_FAIRE' && valeur.motif === '' && closeParUnActe(tache)) throw Refus.de('TACHE_SANS_MOTIF');
  await terminerTache(registre, cle, auteur, maintenant, valeur.motif === '' ? null : valeur.motif);
  await tracer(registre, { numero: tache.numero, auteur, acte: 'TERMINER_TACHE', details: { cle } }, maintenant);
}

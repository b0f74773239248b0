import type { BilanEffacement } from '../../domain/dossier/effacement';
import type { Numero } from '../../domain/dossier/numero';
import { confirmerEffacement, estFini, lireDossier, lireEffacement } from '../../registre';
import type { DepsParcours } from './commun/deps';
import { lancerEffacement } from './commun/lancer-effacement';
import { Refus } from './commun/refus';

/**
 * A second person confirms that someone be forgotten: the workers do it, and everything is looked at. Said twice, it goes on where it
 * stopped.
 * @returns what was erased; EN_COURS when no worker is done with it yet: it will be
 * @throws Refus EFFACEMENT_PAS_DEMANDE, EFFACEMENT_MEME_PERSONNE, EFFACEMENT_PARCOURS_VIVANT, EFFACEMENT_DEJA_FAIT
 */
export async function confirmerLEffacement(
  { registre, temporal }: Pick<DepsParcours, 'registre' | 'temporal'>,
  { numero, par }: { numero: Numero; par: string },
  maintenant: Date,
): Promise<BilanEffacement | 'EN_COURS'> {
  const [inscrit, demande] = await Promise.all([lireDossier(registre, numero), lireEffacement(registre, numero)]);
  if (demande?.acheveLe) throw Refus.de('EFFACEMENT_DEJA_FAIT');
  if (demande !== null && inscrit !== null && demande.effaceLe === null && !estFini(inscrit))
    throw Refus.de('EFFACEMENT_PARCOURS_VIVANT');
  const suite = await confirmerEffacement(registre, { numero, par }, maintenant);
  if (suite === 'PAS_DEMANDE' || suite === 'MEME_PERSONNE') throw Refus.de(`EFFACEMENT_${suite}`);
  return lancerEffacement(temporal, { v: 1, quoi: 'CONFIRME', numero });
}

import type { Coffre } from '../../commun/coffre';
import { type Compte, poserSecondFacteur, type Registre } from '../../registre';
import { Refus } from './commun/refus';
import { pasDuCode } from './commun/second-facteur';

/**
 * Gives an account a second factor, once its owner has shown that her application knows the secret.
 * @throws Refus CODE_FAUX, SECOND_FACTEUR_DEJA_POSE
 */
export async function protegerUnCompte(
  { registre, coffre }: { registre: Registre; coffre: Coffre },
  { id }: Pick<Compte, 'id'>,
  { secret, code }: { secret: Uint8Array; code: string },
  maintenant: Date,
): Promise<void> {
  const pas = pasDuCode(secret, code, maintenant);
  if (pas === null) throw Refus.de('CODE_FAUX');
  if (!(await poserSecondFacteur(registre, { id, secret: await coffre.fermer(secret), pas }, maintenant)))
    throw Refus.de('SECOND_FACTEUR_DEJA_POSE');
}

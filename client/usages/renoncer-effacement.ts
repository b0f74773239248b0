import type { Numero } from '../../domain/dossier/numero';
import { lireEffacement, type Registre, renoncerEffacement } from '../../registre';
import { Refus } from './commun/refus';

/** Takes back a request that nobody confirmed. @throws Refus EFFACEMENT_PAS_DEMANDE, EFFACEMENT_CONFIRME */
export async function renoncerALEffacement(
  registre: Registre,
  demande: { numero: Numero; par: string },
  maintenant: Date,
): Promise<void> {
  if (await renoncerEffacement(registre, demande, maintenant)) return;
  const connu = await lireEffacement(registre, demande.numero);
  throw Refus.de(connu === null ? 'EFFACEMENT_PAS_DEMANDE' : 'EFFACEMENT_CONFIRME');
}

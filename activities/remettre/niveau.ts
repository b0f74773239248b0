import { ApplicationFailure } from '@temporalio/common';
import type { Niveau } from '../../domain/catalogue/canaux';
import type { Tort } from '../../domain/catalogue/tort';
import type { Canal } from '../../domain/dossier/personnes';
import type { DetailsNonRemis, IssueRemise } from '../../domain/parcours/parcours';
import { cloreCourrier, direAdresseRejetee, type Registre } from '../../registre';
import { envoyer, type Ports, type Remise } from './envoyer';

/**
 * Hands a letter over by every channel of a level. What one channel refuses for good does not send the others again.
 * @returns null when all of them refuse: the next level takes over
 * @throws COURRIER_NON_REMIS, to be tried again, when one of them did not take it this time
 */
export async function essayerNiveau(
  registre: Registre,
  ports: Ports,
  remise: Remise,
  niveau: Niveau,
): Promise<IssueRemise | null> {
  const { courrier, horloge } = remise;
  const attentes: string[] = [];
  const refuses: { canal: Canal; tort: Tort | null }[] = [];
  let parti: Date | null = null;
  let reglee = false;
  for (const [rang, canal] of niveau.entries()) {
    const reste = rang < niveau.length - 1 || attentes.length > 0;
    const resultat = await envoyer(registre, ports, remise, canal, reste);
    switch (resultat.issue) {
      case 'RETENU':
      case 'ANNULE': {
        const le = horloge().toISOString();
        if (parti === null) return { statut: resultat.issue, le };
        // What one channel took has left, whatever became of it since: the journey is to know.
        return { statut: resultat.issue === 'RETENU' ? 'RETENU' : 'A_REPRENDRE', le, partiel: true };
      }
      case 'PARTI':
        parti ??= resultat.le;
        reglee = resultat.reglee;
        break;
      case 'REFUSE':
        refuses.push({ canal, tort: resultat.tort });
        break;
      case 'EN_ATTENTE':
        attentes.push(resultat.raison);
    }
  }
  for (const { canal, tort } of refuses) {
    const envoi = courrier.envois[canal];
    await direAdresseRejetee(registre, envoi, { ...envoi, tort }, horloge());
  }
  if (attentes.length > 0) {
    const details: DetailsNonRemis[] = [{ partiel: parti !== null }];
    throw ApplicationFailure.create({ message: attentes.join(' ; '), type: 'COURRIER_NON_REMIS', details });
  }
  if (parti === null) return null;
  if (!reglee) await cloreCourrier(registre, courrier.envois[niveau[0]!], 'PARTI', horloge());
  return { statut: 'PARTI', le: parti.toISOString() };
}

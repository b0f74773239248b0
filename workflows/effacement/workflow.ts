import { allHandlersFinished, condition, setCurrentDetails } from '@temporalio/workflow';
import { ajouterBilan, type BilanEffacement, bilanNul } from '../../domain/dossier/effacement';
import { activites } from '../activites';
import { EFFACEMENT } from '../classes';
import { refuserInconnus } from '../messages-inconnus';
import type { DemandeEffacement } from './messages';

const { effacerDossier, rejouerEffacements } = activites(['effacerDossier', 'rejouerEffacements'], EFFACEMENT);

/**
 * Erases a person, or all those that were erased, again. Once begun it goes on until everything is gone, whatever is away meanwhile; its
 * history holds numbers alone.
 */
export async function effacement(demande: DemandeEffacement): Promise<BilanEffacement> {
  refuserInconnus(null);
  const bilan = demande.quoi === 'CONFIRME' ? await effacerDossier({ numero: demande.numero }) : await rejouer();
  const { effaces, vivants, contenus, points, fichiers, executions } = bilan;
  setCurrentDetails(
    [
      `Dossiers effacés : ${effaces.length}`,
      ...(vivants.length > 0 ? [`Vivants de nouveau, laissés : ${vivants.join(', ')}`] : []),
      `Contenus de courriers : ${contenus}, points du matin : ${points}, fichiers : ${fichiers}, exécutions : ${executions}`,
    ].join('\n\n'),
  );
  await condition(allHandlersFinished);
  return bilan;
}

async function rejouer(): Promise<BilanEffacement> {
  let bilan = bilanNul();
  for (let apres: string | null = ''; apres !== null; ) {
    const part: Awaited<ReturnType<typeof rejouerEffacements>> = await rejouerEffacements({ apres });
    bilan = ajouterBilan(bilan, part.bilan);
    apres = part.apres;
  }
  return bilan;
}

import { allHandlersFinished, condition, setCurrentDetails } from '@temporalio/workflow';
import { ajouterBilan, type BilanEffacement, bilanNul } from '../../domain/dossier/effacement';
import { conservations, genresConservation } from '../../domain/flotte/conservation';
import { activites } from '../activites';
import { EFFACEMENT } from '../classes';
import { refuserInconnus } from '../messages-inconnus';
import type { BilanConservation, DemandeConservation } from './messages';

const { releverConservation, effacerPasses, acheverEffacements, jeterPasses } = activites(
  ['releverConservation', 'effacerPasses', 'acheverEffacements', 'jeterPasses'],
  EFFACEMENT,
);

/**
 * What is past its time: looked at, then purged when someone or the settings say so. Erasures that were confirmed and stopped half-way are
 * taken up at each run but a trial, whatever the settings: people decided them.
 */
export async function conservation({ mode }: DemandeConservation): Promise<BilanConservation> {
  refuserInconnus(null);
  const { active, limites, rapport } = await releverConservation();
  const applique = mode === 'APPLIQUER' || (mode === 'SELON_REGLAGES' && active);
  let effaces = mode === 'ESSAI' ? bilanNul() : await parParts(acheverEffacements);
  if (applique) {
    const passes = await parParts(effacerPasses);
    await jeterPasses({ dossiers: passes.effaces.length });
    effaces = ajouterBilan(effaces, passes);
  }
  const lignes = genresConservation.map((genre) => `- ${conservations[genre].quoi} : ${rapport[genre]}`);
  const suite = applique ? 'Purgé.' : 'Rien n’a été purgé : c’était un essai.';
  setCurrentDetails(['**Ce qui a passé sa durée de conservation**', ...lignes, suite].join('\n\n'));
  await condition(allHandlersFinished);
  return { limites, rapport, applique, effaces };
}

async function parParts(faire: typeof effacerPasses): Promise<BilanEffacement> {
  let bilan = bilanNul();
  for (let apres: string | null = ''; apres !== null; ) {
    const part: Awaited<ReturnType<typeof effacerPasses>> = await faire({ apres });
    bilan = ajouterBilan(bilan, part.bilan);
    apres = part.apres;
  }
  return bilan;
}

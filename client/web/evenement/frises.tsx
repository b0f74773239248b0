import type { FC } from 'hono/jsx';
import type { EntreeJournal } from '../../../domain/faits/journal';
import type { Apercu } from '../../../domain/rendez-vous/previsualiser';
import { type Frise, friseDe, memeEchelle, type VueFrise } from '../../affichage/frise/frise';
import { FriseDuParcours } from '../dossier/frise';

/** The two pictures of a preview, on one scale; null when the act moves nothing of them. */
export function frisesDe(
  { avant, apres, entree }: Apercu,
  { journal, ...vue }: Omit<VueFrise, 'situation' | 'finAvant'>,
): [Frise, Frise] | null {
  const consignes: EntreeJournal[] = entree === null ? [...journal] : [...journal, entree];
  const finAvant = avant.resultat.dateFinCsp ?? null;
  const [premiere, seconde] = [
    friseDe({ ...vue, journal, situation: avant }),
    friseDe({ ...vue, journal: consignes, situation: apres, finAvant }),
  ];
  if (premiere === null || seconde === null) return null;
  return JSON.stringify(premiere) === JSON.stringify(seconde) ? null : memeEchelle(premiere, seconde);
}

/** Before and after, day above day. */
export const Frises: FC<{ frises: [Frise, Frise] }> = ({ frises: [avant, apres] }) => (
  <section aria-labelledby="frises">
    <h2 id="frises">Le parcours, avant et après</h2>
    <h3>Avant</h3>
    <FriseDuParcours frise={avant} id="frise-avant" titre="Le parcours aujourd’hui" />
    <h3>Après</h3>
    <FriseDuParcours frise={apres} id="frise-apres" titre="Le parcours avec cet enregistrement" />
  </section>
);

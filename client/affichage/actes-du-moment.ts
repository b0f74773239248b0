import { minuscule } from '../../domain/droit/expliquer/mots';
import { definitions } from '../../domain/faits/evenements';
import type { Situation } from '../../domain/parcours/situation';
import { evenementsDuMoment } from './evenements-du-moment';
import type { Geste } from './gestes';

/** An interview of the law, as one plans it. */
type EntretienAttendu = { sorte: string; libelle: string };

/**
 * The few acts that fit where the person stands, any fact first: the interview to plan, or an appointment, then what usually happens.
 * @param aPlanifier interviews that are due and have no appointment, the nearest first
 */
export function actesDuMoment(
  situation: Pick<Situation, 'etat' | 'echeances'>,
  aPlanifier: readonly EntretienAttendu[],
): Geste[] {
  const [entretien] = aPlanifier;
  const usuel = evenementsDuMoment(situation).find((type) => definitions[type].effet.regle !== 'ENTRETIEN');
  return [
    { usage: 'agir-sur-un-dossier', libelle: 'Consigner un événement', chemin: '/evenement' },
    entretien === undefined
      ? { usage: 'planifier-rendez-vous', libelle: 'Planifier un rendez-vous', chemin: '/rendez-vous/nouveau' }
      : {
          ...{ usage: 'planifier-rendez-vous', libelle: `Planifier : ${minuscule(entretien.libelle)}` },
          chemin: `/rendez-vous/nouveau?sorte=${entretien.sorte}`,
        },
    ...(usuel === undefined
      ? []
      : [
          {
            ...{ usage: 'agir-sur-un-dossier' as const, libelle: definitions[usuel].libelle },
            chemin: `/evenement?type=${usuel}`,
          },
        ]),
  ];
}

import { D, type ParametresSources, S, T } from './reglement';

/** What every older or named set has in common: values that later texts changed. @see REGLES §10, table of sets */
export const avantAvenant5 = {
  praAgeSenior: S(53, "guide de l'employeur, 2022 (S002)"),
  primeProlongee: T(false, 'avenant n° 5 du 28 juin 2021, qui allonge les dix mois depuis le 1er octobre 2021'),
  bilanFenetreMois: D(1, "dernier mois de l'accompagnement"),
} satisfies Partial<ParametresSources>;

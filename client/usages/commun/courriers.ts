import type { CourrierTenu, Registre } from '../../../registre';
import type { DepsParcours } from './deps';
import { prevenirCourriers } from './moteur';

export interface DepsCourriers {
  registre: Registre;
  /** Tells whoever waits to send these letters that they may leave. */
  prevenir(tenus: readonly CourrierTenu[]): Promise<void>;
}

/** The acts on letters over a register and an engine. */
export const depsCourriers = ({ registre, temporal }: Pick<DepsParcours, 'registre' | 'temporal'>): DepsCourriers => ({
  registre,
  prevenir: (tenus) => prevenirCourriers(temporal, tenus),
});

/** Whoever holds a letter, or lets it go. */
export interface Decision {
  auteur: string;
  motif: string;
}

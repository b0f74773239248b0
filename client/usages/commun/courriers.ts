import { estCodeCourrier } from '../../../domain/catalogue/catalogue';
import type { Numero } from '../../../domain/dossier/numero';
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

/** Parts of a key, `<numero>/<code>/<destinataire>/<base>`; null when it is not written so. */
export function lireCle(cle: string): { numero: Numero; code: string; base: string } | null {
  const [, numero, code, base] = /^([^/]+)\/([^/]+)\/[A-Z]+\/(.+)$/.exec(cle) ?? [];
  return numero !== undefined && estCodeCourrier(code!) ? { numero: numero as Numero, code: code!, base: base! } : null;
}

import { randomBytes } from 'node:crypto';
import { agir, type DepsParcours } from '../ouvrir';
import { prevenir } from './moteur';
import type { DepsRendezVous } from './suite';

export * from '../planifier-rendez-vous';
export * from '../tenir-rendez-vous';
export {
  type ContexteRendezVous,
  courriersDe,
  type DepsContexte,
  lireContexte,
  momentDe,
  zoneDe,
} from './contexte';
export type { Auteur, DepsRendezVous, SuiteActe } from './suite';

/** An id of an appointment: short enough to be typed, never drawn twice. */
export const nouvelId = (): string => randomBytes(8).toString('hex');

/** The acts on appointments over a register and an engine. */
export const depsRendezVous = (deps: DepsParcours & { retenueMinutes?: number }): DepsRendezVous => ({
  registre: deps.registre,
  envoi: deps.envoi,
  ...(deps.retenueMinutes === undefined ? {} : { retenueMinutes: deps.retenueMinutes }),
  prevenir: (etat) => prevenir(deps.temporal, etat),
  agir: (numero, acte, contenu) => agir(deps, numero, acte, contenu),
});

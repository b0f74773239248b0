import type { Numero } from '../../../domain/dossier/numero';
import type { Issue } from '../../../domain/faits/journal';
import type { EtatRendezVous } from '../../../domain/rendez-vous/question';
import { type RemarqueRendezVous, remarque } from '../../../domain/rendez-vous/saisie';
import { cleTacheAClore, laisseUnEntretien } from '../../../domain/rendez-vous/taches';
import { etatRendezVous, type RendezVousInscrit, type SuiteRendezVous, terminerTache } from '../../../registre';
import { type DepsActes, depsActes } from '../agir-sur-un-dossier';
import type { DepsParcours } from '../commun/deps';
import { prevenirRendezVous, relancer } from '../commun/moteur';

export interface DepsRendezVous extends DepsActes {
  /** Tells the mail of an appointment that it changed; durable once it returns. */
  prevenir(etat: EtatRendezVous): Promise<void>;
  /** Tells a journey to ask again what is due; nothing when it closed. */
  relancer(numero: Numero): Promise<void>;
}

/** The acts on appointments over a register and an engine. */
export const depsRendezVous = (deps: DepsParcours): DepsRendezVous => ({
  ...depsActes(deps),
  prevenir: (etat) => prevenirRendezVous(deps.temporal, etat),
  relancer: (numero) => relancer(deps.temporal, [numero]),
});

/** Who acts, under the conditions she saw. */
export interface Auteur {
  auteur: string;
  /** The warnings were seen: all of them, or those of these codes. One that appeared since is asked about. */
  confirme?: boolean | readonly string[];
  /** SEQUENCE of the appointment as its author saw it: one that changed since is refused. */
  sequenceVue?: number;
}

/** REFUSE and A_CONFIRMER: nothing was recorded. */
export type SuiteGeste =
  | { statut: 'FAIT'; rendezVous: RendezVousInscrit; fait: Issue | 'EN_COURS' | null }
  | { statut: 'A_CONFIRMER'; avertissements: RemarqueRendezVous[] }
  | { statut: 'REFUSE'; refus: RemarqueRendezVous[] };

/** The warnings that their author has not seen. */
export const aConfirmer = (
  avertissements: readonly RemarqueRendezVous[],
  { confirme = false }: Auteur,
): RemarqueRendezVous[] =>
  confirme === true ? [] : avertissements.filter(({ code }) => confirme === false || !confirme.includes(code));

/** True when an appointment still to come is no longer what its author saw. */
export const aChange = ({ statut, sequence }: RendezVousInscrit, { sequenceVue }: Auteur): boolean =>
  statut === 'PREVU' && sequenceVue !== undefined && sequenceVue !== sequence;

export const refuse = (...codes: string[]): { statut: 'REFUSE'; refus: RemarqueRendezVous[] } => ({
  statut: 'REFUSE',
  refus: codes.map((code) => remarque(code)),
});

/**
 * After the register, the mail, then the journey when an interview counts on the appointment no more: told again of what was there
 * already, in case the first time was cut in between.
 */
export async function suivre(
  { registre, prevenir, relancer }: DepsRendezVous,
  { suite, rendezVous }: SuiteRendezVous,
): Promise<SuiteGeste> {
  if (suite === 'INCONNU') return refuse('RDV_INCONNU');
  if (suite === 'IMPOSSIBLE') return refuse('RDV_CLOS');
  await prevenir(await etatRendezVous(registre, rendezVous.numero, rendezVous.id));
  if (laisseUnEntretien(rendezVous)) await relancer(rendezVous.numero);
  return { statut: 'FAIT', rendezVous, fait: null };
}

/** The same for an appointment that is over: nobody needs to be asked any more what became of it. */
export async function suivreEtRanger(
  deps: DepsRendezVous,
  inscrite: SuiteRendezVous,
  auteur: string,
  maintenant: Date,
): Promise<SuiteGeste> {
  const suite = await suivre(deps, inscrite);
  if (suite.statut === 'FAIT') await terminerTache(deps.registre, cleTacheAClore(suite.rendezVous), auteur, maintenant);
  return suite;
}

import type { Numero } from '../../../domain/dossier/numero';
import type { Issue } from '../../../domain/faits/journal';
import type { EtatRendezVous } from '../../../domain/rendez-vous/question';
import { type RemarqueRendezVous, remarque } from '../../../domain/rendez-vous/saisie';
import { etatRendezVous, type RendezVousInscrit, type SuiteRendezVous } from '../../../registre';
import type { ContenuActe } from '../ouvrir';
import type { DepsContexte } from './contexte';

export interface DepsRendezVous extends DepsContexte {
  /** Tells the mail of an appointment that it changed; durable once it returns. */
  prevenir(etat: EtatRendezVous): Promise<void>;
  /** Sends an act to a journey, as `client/usages/ouvrir.ts` does. */
  agir(numero: Numero, acte: 'consigner', contenu: ContenuActe): Promise<Issue | 'EN_COURS'>;
}

/** Who acts, under the conditions she saw. */
export interface Auteur {
  auteur: string;
  /** The warnings were seen. */
  confirme?: boolean;
  /** SEQUENCE of the appointment as its author saw it: one that changed since is refused. */
  sequenceVue?: number;
}

/** REFUSE and A_CONFIRMER: nothing was recorded. */
export type SuiteActe =
  | { statut: 'FAIT'; rendezVous: RendezVousInscrit; fait: Issue | 'EN_COURS' | null }
  | { statut: 'A_CONFIRMER'; avertissements: RemarqueRendezVous[] }
  | { statut: 'REFUSE'; refus: RemarqueRendezVous[] };

export const refuse = (...codes: string[]): { statut: 'REFUSE'; refus: RemarqueRendezVous[] } => ({
  statut: 'REFUSE',
  refus: codes.map((code) => remarque(code)),
});

/** After the register, the mail: told again of what was there already, in case the first time was cut in between. */
export async function suivre(
  { registre, prevenir }: DepsRendezVous,
  { suite, rendezVous }: SuiteRendezVous,
): Promise<SuiteActe> {
  if (suite === 'INCONNU') return refuse('RDV_INCONNU');
  if (suite === 'IMPOSSIBLE') return refuse('RDV_CLOS');
  await prevenir(await etatRendezVous(registre, rendezVous.numero, rendezVous.id));
  return { statut: 'FAIT', rendezVous, fait: null };
}

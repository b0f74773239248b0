import { ApplicationFailure, log } from '@temporalio/workflow';
import type { DemandeRemise } from '../activities';
import type { CourrierDu, DetailsNonRemis, IssueRemise } from '../domain/parcours/parcours';
import { activites } from './activites';
import { COURRIERS } from './classes';

const { remettre } = activites(['remettre'], COURRIERS);

/** One bounded attempt to hand a letter over. What fails is an outcome like another: the letter is to be tried again. */
export function tenter(demande: DemandeRemise): Promise<IssueRemise> {
  return remettre(demande).catch((erreur: unknown): IssueRemise => {
    log.warn('courrier non remis, à reprendre', { code: demande.courrier.code, erreur: String(erreur) });
    const partiel = partiParUnCanal(erreur) ? { partiel: true as const } : {};
    return { statut: 'A_REPRENDRE', le: new Date().toISOString(), ...partiel };
  });
}

/** The attempt failed after one of the letter's channels had taken it. */
function partiParUnCanal(erreur: unknown): boolean {
  if (erreur instanceof ApplicationFailure) {
    const [details] = (erreur.details ?? []) as DetailsNonRemis[];
    return details?.partiel === true;
  }
  return erreur instanceof Error && erreur.cause !== undefined && partiParUnCanal(erreur.cause);
}

/** A letter whose attempt is over. */
export interface RemiseFinie {
  courrier: CourrierDu;
  issue: IssueRemise;
}

/** The hand-offs of one workflow: launched without waiting, collected when its loop comes round. */
export class Remises {
  private readonly enCours = new Set<string>();
  private readonly finies: RemiseFinie[] = [];

  constructor(private readonly numero: string) {}

  lancer(courrier: CourrierDu): void {
    this.enCours.add(courrier.cle);
    void tenter({ numero: this.numero, courrier, maintenant: new Date().toISOString() }).then((issue) =>
      this.finies.push({ courrier, issue }),
    );
  }

  /** Those that ended since the last call; their keys are free again. */
  recueillir(): RemiseFinie[] {
    const finies = this.finies.splice(0);
    for (const { courrier } of finies) this.enCours.delete(courrier.cle);
    return finies;
  }

  /** Keys under way, or ended and not collected yet. */
  cles(): string[] {
    return [...this.enCours].sort();
  }

  aRecueillir(): boolean {
    return this.finies.length > 0;
  }

  aucune(): boolean {
    return this.enCours.size === 0;
  }
}

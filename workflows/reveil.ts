import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/** The one timer of a journey: re-armed only if the awaited instant moved. */
export class Reveil {
  private quand: number | null = null;
  private scope: CancellationScope | null = null;
  sonne = false;

  /**
   * @param quand epoch in milliseconds, null to wait for nothing but messages
   * @param libelle what it waits for, shown by the Temporal UI
   */
  armer(quand: number | null, libelle: string): void {
    this.sonne = false;
    if (quand === this.quand && this.scope !== null) return;
    this.scope?.cancel();
    this.scope = null;
    this.quand = quand;
    if (quand === null) return;
    const scope = new CancellationScope();
    this.scope = scope;
    scope
      .run(() => sleep(Math.max(1, quand - Date.now()), { summary: libelle }))
      .then(() => {
        if (this.scope !== scope) return;
        this.scope = null;
        this.sonne = true;
      })
      .catch((erreur: unknown) => {
        if (!isCancellation(erreur)) throw erreur;
      });
  }
}

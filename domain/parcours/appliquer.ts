import type { CourrierDu, EtatParcours, IssueRemise, MemoireCourrier, ReponseSituer } from './parcours';

/**
 * What a recorded answer, then an outcome, change of a state: the same live and projected. Workflows run it, and replay it for years:
 * it decides nothing and imports types only.
 */

/** Takes the recorded answer into the state; `examines` messages were under examination, later ones wait their turn. */
export function appliquer(etat: EtatParcours, reponse: ReponseSituer, examines: number): void {
  etat.recus.splice(0, examines);
  etat.journal.push(...reponse.entrees);
  etat.version += 1;
  for (const issue of reponse.issues) etat.issues[issue.id] = { ...issue, version: etat.version };
  Object.assign(etat.courriers, reponse.memoires);
  etat.termeAnnonce = reponse.termeAnnonce;
  etat.changements = reponse.changements;
}

/** Takes what became of an attempt into the state. */
export function retenirRemise(
  etat: Pick<EtatParcours, 'courriers'>,
  { courrier, issue }: { courrier: CourrierDu; issue: IssueRemise },
): void {
  etat.courriers[courrier.cle] = apresRemise(etat.courriers[courrier.cle], courrier, issue);
}

/** What is remembered of a letter once an attempt is over. What one of its channels took stays taken while it waits for the others. */
export function apresRemise(
  avant: Pick<MemoireCourrier, 'tentatives' | 'partiel'> | undefined,
  { code, destinataire, base, date, dit }: CourrierDu,
  { statut, le, partiel }: IssueRemise,
): MemoireCourrier {
  const enAttente = statut === 'A_REPRENDRE' || statut === 'RETENU';
  return {
    ...{ code, destinataire, base, date, statut, le, tentatives: (avant?.tentatives ?? 0) + 1 },
    ...(dit === undefined ? {} : { dit }),
    ...(partiel || (enAttente && avant?.partiel) ? { partiel: true as const } : {}),
  };
}

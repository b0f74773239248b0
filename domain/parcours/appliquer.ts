import type { CourrierDu, EtatConnu, EtatParcours, IssueRemise, MemoireCourrier, ReponseSituer } from './parcours';

/**
 * What a recorded answer, then an outcome, change of a state: the same live and projected. Workflows run it, and replay it for years:
 * it decides nothing and imports types only.
 */

/** Takes the recorded answer into the state; `juges` messages were judged, later ones wait their turn. */
export function appliquer(etat: EtatParcours, reponse: ReponseSituer, juges: number): void {
  etat.recus.splice(0, juges);
  if (reponse.retrouve) fusionner(etat, reponse.retrouve);
  etat.journal.push(...reponse.entrees);
  etat.version += 1;
  for (const issue of reponse.issues) etat.issues[issue.id] = { ...issue, version: etat.version };
  Object.assign(etat.courriers, reponse.memoires);
  etat.termeAnnonce = reponse.termeAnnonce;
  etat.changements = reponse.changements;
  etat.versionDomaine = reponse.versionDomaine;
}

/**
 * Takes up what the register knows and the journey forgot, the engine having been brought back older than it: what either knows is
 * known. Entries count by their ids; of a letter, that it left is never forgotten.
 */
export function fusionner(etat: EtatParcours, connu: EtatConnu): void {
  const connues = new Set(connu.journal.map(({ id }) => id));
  etat.journal = [...connu.journal, ...etat.journal.filter(({ id }) => !connues.has(id))];
  etat.issues = { ...etat.issues, ...connu.issues };
  etat.empreintes = { ...etat.empreintes, ...connu.empreintes };
  etat.recus = etat.recus.filter(({ id }) => !Object.hasOwn(etat.issues, id));
  for (const [cle, memoire] of Object.entries(connu.courriers)) {
    etat.courriers[cle] = laPlusSure(etat.courriers[cle], memoire);
  }
  if (connu.version >= etat.version) {
    etat.termeAnnonce = connu.termeAnnonce;
    etat.changements = connu.changements;
    if (connu.versionDomaine !== undefined) etat.versionDomaine = connu.versionDomaine;
  }
  etat.version = Math.max(etat.version, connu.version);
}

/** What left, left; otherwise the last word counts. */
function laPlusSure(a: MemoireCourrier | undefined, b: MemoireCourrier): MemoireCourrier {
  if (a === undefined || estParti(a) === estParti(b)) return a !== undefined && a.le > b.le ? a : b;
  return estParti(a) ? a : b;
}

const estParti = ({ statut }: MemoireCourrier): boolean => statut === 'PARTI' || statut === 'RECTIFIE';

/** Takes what became of an attempt into the state. */
export function memoriserRemise(
  etat: Pick<EtatParcours, 'courriers'>,
  { courrier, issue }: { courrier: CourrierDu; issue: IssueRemise },
): void {
  etat.courriers[courrier.cle] = apresRemise(etat.courriers[courrier.cle], courrier, issue);
}

/** What is remembered of a letter once an attempt is over. What one of its channels took stays taken while it waits for the others. */
export function apresRemise(
  avant: Pick<MemoireCourrier, 'tentatives' | 'partiel'> | undefined,
  { code, destinataire, base, date, dit, annonce }: CourrierDu,
  { statut, le, partiel }: IssueRemise,
): MemoireCourrier {
  const enAttente = statut === 'A_REPRENDRE' || statut === 'RETENU';
  return {
    ...{ code, destinataire, base, date, statut, le, tentatives: (avant?.tentatives ?? 0) + 1 },
    ...(dit === undefined ? {} : { dit }),
    ...(annonce === undefined ? {} : { annonce }),
    ...(partiel || (enAttente && avant?.partiel) ? { partiel: true as const } : {}),
  };
}

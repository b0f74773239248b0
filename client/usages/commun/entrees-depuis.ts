import type { EntreeJournal } from '../../../domain/faits/journal';
import type { DossierInscrit } from '../../../registre';

/**
 * What entered the journal after someone saw it: what she confirms was computed without it. A version also grows when letters leave,
 * which changes nothing of what she saw.
 * @param version the one that she had under her eyes
 */
export const entreesDepuis = ({ journal, memoire }: DossierInscrit, version: number): EntreeJournal[] =>
  journal.filter(({ id }) => {
    const issue = memoire && Object.hasOwn(memoire.issues, id) ? memoire.issues[id] : undefined;
    return issue !== undefined && issue.version > version;
  });

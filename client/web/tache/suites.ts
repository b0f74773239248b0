/** What a page says of the act on a task that led to it. */
export const suitesTache = {
  faite: 'La tâche est marquée comme faite.',
  reportee: 'La tâche est reportée : elle reviendra ce jour-là.',
  confiee: 'La tâche est confiée.',
} as const;
export type SuiteTache = keyof typeof suitesTache;

/** The act that an address speaks of; null when it speaks of none. */
export const suiteTacheDe = (nom: string | undefined): SuiteTache | null =>
  nom !== undefined && Object.hasOwn(suitesTache, nom) ? (nom as SuiteTache) : null;

/** Where one goes back to after an act on a task: the week when one comes from it, else the dossier. */
export const retourDeTache = (numero: string, retour: string | undefined, suite: SuiteTache): string =>
  retour === 'semaine' ? `/?tache=${suite}` : `/dossiers/${numero}?tache=${suite}`;

/** The page where a task is put off or given to a colleague. */
export const adresseTache = (numero: string, cle: string, retour?: 'semaine'): string =>
  `/dossiers/${numero}/tache?${new URLSearchParams({ cle, ...(retour === undefined ? {} : { retour }) })}`;

import type { Command } from 'commander';
import { enFrancais } from './francais';
import { AUTEUR } from './services';

/** A gesture of a command that has several: `plan ajouter`, `plan faite`. */
export type Geste = (nom: string, resume: string) => Command;

export const gestesDe =
  (commande: Command): Geste =>
  (nom, resume) =>
    enFrancais(commande.command(nom)).description(resume).summary(resume);

/** The same of a dossier, by its number, whose answer a machine may read. */
export const gestesDUnDossier = (commande: Command): Geste => {
  const geste = gestesDe(commande);
  return (nom, resume) =>
    geste(nom, resume).argument('<numero>', 'numéro du dossier').option('--json', 'réponse lisible par une machine');
};

/** Says who acts. */
export const signe = (geste: Command): Command => geste.option('--auteur <id>', 'identifiant de qui agit', AUTEUR);

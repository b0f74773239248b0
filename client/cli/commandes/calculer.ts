import type { Command } from 'commander';
import { calculerFlux } from '../calculer';
import type { Console } from '../sortie';

/** `calculer`: the contract of REGLES §8; needs no server. */
export const calculer = (commande: Command, { entree, sortie }: Console): Command =>
  commande
    .description(
      'Calcule des scénarios {dossier, evenements, surcharge?, dateObservation?}, un par ligne (NDJSON), et écrit un résultat par ligne. Ne demande aucun serveur.',
    )
    .action(() => calculerFlux(entree, sortie));

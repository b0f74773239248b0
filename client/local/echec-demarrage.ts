import { ErreurReglage } from '../../commun/reglages';
import { direPanne, panneDe } from '../affichage/pannes';
import { ErreurMoteur } from '../temporal';
import { ErreurBinaire } from './binaires';
import { ErreurWorker } from './worker-enfant';

/** What `npm start` says when it gives up, in French: why and where to look; the stack of what nobody expected alone. */
export function direEchec(erreur: Error): string {
  if (erreur instanceof ErreurReglage || erreur instanceof ErreurBinaire || erreur instanceof ErreurMoteur)
    return erreur.message;
  const panne = panneDe(erreur);
  const raison = erreur instanceof ErreurWorker ? erreur.message : panne === null ? erreur.stack : direPanne(panne);
  return `Jalon n’a pas pu démarrer : ${raison}`;
}

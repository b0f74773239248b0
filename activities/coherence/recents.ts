import {
  cleEnAttente,
  deposerTache,
  etatParcours,
  lireDossier,
  type MessageEnAttente,
  messagesARenvoyer,
  noterRenvoi,
  type Registre,
  retirerMessages,
} from '../../registre';
import { type Constat, traiter } from './constat';
import { isoler } from './isoler';
import type { MoteurDesParcours } from './moteur';
import { rouvrirSansParcours } from './rouvrir';

/** Longer than a run of the Schedule may be late. */
export const TOMBES_DEPUIS_MS = 60 * 60_000;
/** A run takes the oldest ones; the next run takes the rest. */
const LIMITE = 200;
const LIBELLE =
  'Un fait annoncé n’est pas encore pris en compte par le parcours, qui ne répond pas : prévenir l’exploitant, le fait est gardé et sera renvoyé.';
/** Sent again twice, half an hour has passed: someone has to know. */
const RENVOIS_SANS_TACHE = 2;

/** What is looked at every ten minutes, whatever the size of the fleet: journeys that just died, facts that just waited. */
export async function verifierRecents(
  registre: Registre,
  moteur: MoteurDesParcours,
  reparer: boolean,
  maintenant: Date,
): Promise<Constat[]> {
  const constats: Constat[] = [];
  const isolement = { registre, reparer, maintenant };
  for (const numero of await moteur.tombes(new Date(maintenant.getTime() - TOMBES_DEPUIS_MS))) {
    const rouvrir = async () => [await rouvrirSansParcours(registre, moteur, numero, reparer, maintenant)];
    constats.push(...(await isoler(isolement, numero, rouvrir)));
  }
  for (const message of await messagesARenvoyer(registre, maintenant, LIMITE)) {
    const sien = async () => [await renvoyer(registre, moteur, message, reparer, maintenant)];
    constats.push(...(await isoler(isolement, message.numero, sien)));
  }
  return constats;
}

async function renvoyer(
  registre: Registre,
  moteur: MoteurDesParcours,
  message: MessageEnAttente,
  reparer: boolean,
  maintenant: Date,
): Promise<Constat | null> {
  const { numero, id, renvois } = message;
  const inscrit = await lireDossier(registre, numero);
  if (inscrit === null) return null;
  if (inscrit.memoire && Object.hasOwn(inscrit.memoire.issues, id)) {
    await retirerMessages(registre, numero, [id], maintenant);
    return null;
  }
  const constat = await traiter({ sorte: 'FAIT_EN_ATTENTE', numero, detail: id }, reparer, async () => {
    await moteur.renvoyer(etatParcours(inscrit), message);
    await noterRenvoi(registre, message);
  });
  if (!reparer || renvois < RENVOIS_SANS_TACHE) return constat;
  const tache = { cle: cleEnAttente(numero, id), numero, type: 'FAIT_EN_ATTENTE', libelle: LIBELLE };
  await deposerTache(registre, { ...tache, echeance: null }, maintenant);
  return { ...constat, suite: 'A_VOIR' };
}

import type { Client } from '@temporalio/client';
import {
  blocagesEnCours,
  courriersEnAttente,
  disquePlein,
  donneesRefusees,
  messagesInconnus,
  type Registre,
  refusSubis,
} from '../../registre';
import { direAlertes, direRemplacements } from './sante/alertes';
import { type ClesTenues, clesManquantes } from './sante/cles-manquantes';
import { decalageDuRegistre } from './sante/horloges';
import { parcoursEndormis, tachesEnEchec } from './sante/parcours-bloques';
import type { ReleveSante } from './sante/releve';
import { workersVus } from './sante/workers-vus';

export interface DepsSante {
  registre: Registre;
  temporal: Client;
  /** That of the settings of whoever asks. */
  trousseau: ClesTenues;
}

/** Of each kind; `listerBloques` gives the rest. */
const MONTRES = 10;
/** An engine that does not say in that time what does not go on is away. */
const MOTEUR_MS = 5_000;

/**
 * Asks register and engine what does not go on.
 * @param montres how many blocked journeys of each kind are named
 * @throws when one of them is away, the engine within five seconds
 */
export async function releverSante(
  { registre, temporal, trousseau }: DepsSante,
  maintenant: Date,
  montres = MONTRES,
): Promise<ReleveSante> {
  const premiers = { limite: montres, decalage: 0 };
  const [
    enEchec,
    enRetard,
    workers,
    decalageRegistre,
    registrePlein,
    cles,
    courriers,
    suspendus,
    refus,
    donnees,
    inconnus,
  ] = await temporal.withDeadline(Date.now() + MOTEUR_MS, () =>
    Promise.all([
      tachesEnEchec(temporal, trousseau, premiers),
      parcoursEndormis(registre, temporal, maintenant, premiers),
      workersVus(temporal, maintenant),
      decalageDuRegistre(registre),
      disquePlein(registre),
      clesManquantes(registre, temporal, trousseau),
      courriersEnAttente(registre, maintenant),
      tousSuspendus(registre),
      refusSubis(registre, maintenant),
      donneesRefusees(registre),
      messagesInconnus(registre, maintenant),
    ]),
  );
  const releve = {
    enEchec,
    enRetard,
    workers,
    decalageRegistre,
    registrePlein,
    clesManquantes: cles,
    courriers,
    suspendus,
    refus,
    donnees,
    inconnus,
  };
  return { alertes: direAlertes(releve, maintenant), informations: direRemplacements(workers), ...releve };
}

async function tousSuspendus(registre: Registre): Promise<ReleveSante['suspendus']> {
  const total = (await blocagesEnCours(registre)).find(({ code, agence }) => code === null && agence === null);
  return total === undefined ? null : { depuis: total.le, par: total.par };
}

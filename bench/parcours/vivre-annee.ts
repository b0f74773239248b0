import { ouvrirParcours } from '../../client/usages/ouvrir';
import type { Numero } from '../../domain/dossier/numero';
import { courriersDuDossier } from '../../registre';
import { dossierInvente, personnesInventees } from '../../test/outils/ouvertures';
import * as messages from '../../workflows/parcours/messages';
import type { Ouvrier } from './enfant';
import { enMoyenne, type Histoire, lireHistoire, moyenne } from './histoire';
import { type Cout, mesurerVies, type Repos } from './mesurer';
import type { EtapeVenue } from './mettre-a-l-heure';
import type { Place } from './place';
import { DEPART, FAITS } from './vie';

/** Years of journeys, by what one cost and what one did. */
export interface AnneeDeJalon extends Cout, Histoire {
  lettres: number;
  envois: number;
  /** What the register grew by for one life, letters and indexes included. */
  octetsRegistre: number;
}

/** Whole years of real journeys at once: facts recorded on their days, letters to the relay, register written. */
export async function vivreAnnees(
  place: Place,
  ouvrier: Ouvrier,
  { nom, vies, repos }: { nom: string; vies: number; repos: Repos },
): Promise<AnneeDeJalon> {
  const finies = guetter(place, ouvrier, vies);
  const noms = Array.from({ length: vies }, (_, i) => `${nom}-${i}`);
  let numeros: Numero[] = [];
  const octetsAvant = await taille(place);
  const cout = await mesurerVies(place, ouvrier, { repos, vies }, async () => {
    numeros = await Promise.all(noms.map((qui) => naitre(place, qui)));
    await finies;
  });
  const octetsRegistre = ((await taille(place)) - octetsAvant) / vies;
  return { ...cout, octetsRegistre, ...(await relever(place, numeros)) };
}

async function taille({ registre }: Place): Promise<number> {
  const { rows } = await registre.pool.query<{ n: string }>('SELECT pg_database_size(current_database()) AS n');
  return Number(rows[0]!.n);
}

async function naitre({ registre, client }: Place, qui: string): Promise<Numero> {
  const { numero } = await ouvrirParcours(
    { registre, temporal: client, envoi: 'fenetre' },
    {
      dossier: dossierInvente,
      personnes: {
        ...personnesInventees,
        identite: { ...personnesInventees.identite, prenom: `Zéphyrine ${qui}`, email: `vie-${qui}@example.org` },
      },
      dateReprise: null,
      evenements: [],
      auteur: 'bench',
    },
    DEPART,
  );
  return numero;
}

/** Records each fact when the worker says that its day has come. @returns when all the lives are at their end */
async function guetter({ client }: Place, { enfant }: Ouvrier, vies: number): Promise<void> {
  await new Promise<void>((finir, echouer) => {
    let reste = vies;
    const venue = ({ numero, rang }: EtapeVenue): void => {
      const evenement = FAITS[rang]?.evenement;
      if (evenement !== undefined) {
        const parcours = client.workflow.getHandle(messages.idParcours(numero));
        parcours.signal('consigner', { auteur: 'bench', evenement }).catch(echouer);
        return;
      }
      reste -= 1;
      if (reste > 0) return;
      enfant.off('message', venue);
      finir();
    };
    enfant.on('message', venue);
    enfant.once('exit', () => echouer(new Error('le worker s’est arrêté pendant la mesure')));
  });
}

/** What the journeys did, each then put to an end: it would listen for ninety days more. */
async function relever({ client, registre }: Place, numeros: readonly Numero[]) {
  const vies = [];
  for (const numero of numeros) {
    const parcours = client.workflow.getHandle(messages.idParcours(numero));
    const histoire = await lireHistoire(parcours);
    const parties = (await courriersDuDossier(registre, numero)).filter(({ partiLe }) => partiLe !== null);
    const envois = parties.flatMap((lettre) => lettre.envois).filter(({ statut }) => statut === 'PARTI');
    vies.push({ ...histoire, lettres: parties.length, envois: envois.length });
    await parcours.terminate('mesure finie');
  }
  return {
    ...enMoyenne(vies),
    lettres: moyenne(vies.map((v) => v.lettres)),
    envois: moyenne(vies.map((v) => v.envois)),
  };
}

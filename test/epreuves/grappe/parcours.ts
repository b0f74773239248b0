import { agirSurUnDossier, depsActes, type SuiteActe } from '../../../client/usages/agir-sur-un-dossier';
import { lireConnu } from '../../../client/usages/commun/lire-connu';
import { toutesReserves } from '../../../client/usages/previsualiser-un-acte';
import { verifierCoherence } from '../../../client/usages/verifier-coherence';
import { dateLocale } from '../../../domain/calendrier/fuseaux';
import { courriersDuDossier, lireDossier } from '../../../registre';
import { lettresParties, mettreEnRoute } from '../../outils/en-route';
import { attendreQue, type PileDeTest } from '../../outils/pile';
import { quelquesUnsALaFois } from '../../outils/quelques-uns';

type Lieu = Pick<PileDeTest, 'registre' | 'client'>;

/** Of a journey that is accepted: the proposal, then the two of adhesion. */
const LETTRES = 3;
/** What is done at once: fewer than the register's connections, or the last would be refused one. */
export const A_LA_FOIS = 8;
/** A fact that the engine could not take is sent again within ten minutes. */
const PATIENCE_MS = 15 * 60_000;

/** Opens journeys that wait for an answer, their first letter gone. */
export async function ouvrirDesParcours(lieu: Lieu, nom: string, combien: number): Promise<string[]> {
  return quelquesUnsALaFois(A_LA_FOIS, Array.from({ length: combien }), (_, rang) =>
    mettreEnRoute(lieu, `${nom}-${rang}`),
  );
}

/** The person's acceptance, told to a journey. */
export async function accepter({ registre, client }: Lieu, numero: string): Promise<SuiteActe> {
  const date = dateLocale(new Date(), 'Europe/Paris');
  const evenement = { type: 'REPONSE_SALARIE', date, reponse: 'ACCEPTATION' };
  const contenu = { id: `accord-${numero}`, auteur: 'epreuve', evenement };
  const deps = depsActes({ registre, temporal: client, envoi: 'immediat' });
  const demande = { acte: 'consigner', contenu, accepte: toutesReserves, vu: null } as const;
  return agirSurUnDossier(deps, await lireConnu(registre, numero), demande, new Date());
}

/** Waits for the letters of adhesion of each, then says what is amiss: a fact that counts twice or never, a letter missing or one too many. */
export async function fautesDesParcours(
  lieu: Lieu,
  numeros: readonly string[],
): Promise<{ fautes: string[]; incertains: number }> {
  const fautes: string[] = [];
  let incertains = 0;
  for (const numero of numeros) {
    await attendreQue(
      `les lettres d’adhésion de ${numero}`,
      async () => (await lettresParties(lieu, numero)).length >= LETTRES,
      PATIENCE_MS,
    );
    const { journal } = (await lireDossier(lieu.registre, numero))!;
    if (journal.length !== 1) fautes.push(`${numero} : ${journal.length} faits au journal au lieu d’un`);
    const courriers = await courriersDuDossier(lieu.registre, numero);
    const envois = courriers.flatMap((courrier) => courrier.envois.filter(({ statut }) => statut === 'PARTI'));
    if (courriers.length !== LETTRES) fautes.push(`${numero} : ${courriers.length} courriers au lieu de ${LETTRES}`);
    incertains += courriers.filter(({ incertain }) => incertain).length;
    if (new Set(envois.map(({ cle }) => cle)).size !== courriers.length) fautes.push(`${numero} : un envoi manque`);
  }
  return { fautes, incertains };
}

/** Compares register and engine as each night does; what differs is a fault. */
export async function comparer({ client }: Lieu, fautes: string[]): Promise<string> {
  const { constats } = await verifierCoherence(client, false, { silenceMs: PATIENCE_MS });
  fautes.push(...constats.map(({ sorte, numero }) => `${numero} : ${sorte}`));
  return constats.length === 0 ? 'le registre et le moteur s’accordent' : `${constats.length} écart(s)`;
}

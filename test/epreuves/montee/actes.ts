import { agirSurUnDossier, type DemandeActe, depsActes } from '../../../client/usages/agir-sur-un-dossier';
import { lireConnu } from '../../../client/usages/commun/lire-connu';
import { toutesReserves } from '../../../client/usages/previsualiser-un-acte';
import { deFront } from '../../../commun/de-front';
import { ajouterJours, type DateCivile } from '../../../domain/calendrier/dates';
import { courriersDuDossier, courriersEnAttente, resume } from '../../../registre';
import { idParcours, relancer, typeParcours } from '../../../workflows/parcours/messages';
import { attendreQue } from '../../outils/pile';
import type { Famille } from './familles';
import type { Lieu } from './lieu';

/** A busy machine takes a minute for two hundred journeys; ten are a fault. */
const PATIENCE_MS = 10 * 60_000;
const DE_FRONT = 8;

export type ActeDit = Pick<DemandeActe, 'acte' | 'contenu'>;

/** An act told to a journey as the tool tells it, whatever it warns of. */
export async function dire({ registre, client }: Lieu, numero: string, acte: ActeDit): Promise<void> {
  const deps = depsActes({ registre, temporal: client, envoi: 'immediat' });
  const demande = { ...acte, accepte: toutesReserves, vu: null };
  const { statut } = await agirSurUnDossier(deps, await lireConnu(registre, numero), demande, new Date());
  if (statut === 'REFUSE') throw new Error(`${numero} : acte refusé`);
}

/** Makes each journey ask again what is due, each with the release that the engine gives it. */
export const reveiller = async ({ client }: Lieu, numeros: readonly string[], id: string): Promise<void> => {
  await deFront(DE_FRONT, numeros, (numero) => client.workflow.getHandle(idParcours(numero)).signal(relancer, { id }));
};

/** Waits until each journey has judged the message of that id and no letter is due. */
export const attendreJuges = ({ registre }: Lieu, numeros: readonly string[], id: string): Promise<boolean> =>
  attendreQue(
    `« ${id} » jugé par chaque parcours, et aucun courrier dû`,
    async () => {
      const { rows } = await registre.pool.query<{ n: number }>(
        `select count(*)::int as n from dossiers where numero = any($1) and memoire -> 'issues' ? $2`,
        [numeros, id],
      );
      return rows[0]!.n === numeros.length && (await sansCourrierDu({ registre }));
    },
    PATIENCE_MS,
  );

/** Waits until every journey knows where it stands and no letter is due. */
export const attendreSitues = ({ registre }: Lieu, combien: number): Promise<boolean> =>
  attendreQue(
    'chaque parcours situé, et aucun courrier dû',
    async () => {
      const { dossiers } = await resume(registre);
      const situes = Object.values(dossiers.parEtat).reduce((somme, nombre) => somme + nombre, 0);
      return situes === combien && (await sansCourrierDu({ registre }));
    },
    PATIENCE_MS,
  );

const sansCourrierDu = async ({ registre }: Pick<Lieu, 'registre'>): Promise<boolean> =>
  (await courriersEnAttente(registre, new Date())).nombre === 0;

/** The person's acceptance, this very day. */
export const accord = (aujourdhui: DateCivile): ActeDit => ({
  acte: 'consigner',
  contenu: {
    ...{ id: 'accord', auteur: 'epreuve' },
    evenement: { type: 'REPONSE_SALARIE', date: aujourdhui, reponse: 'ACCEPTATION' },
  },
});

/** The same act told to each, so many at a time. */
export const direAChacun = (lieu: Lieu, numeros: readonly string[], acte: (rang: number) => ActeDit): Promise<void> =>
  deFront(DE_FRONT, [...numeros.entries()], ([rang, numero]) => dire(lieu, numero, acte(rang)));

/** How a journey of a family ends: by itself, an exit of long ago being recorded, or closed as opened by mistake. */
export const finDe = ({ nom }: Famille, aujourdhui: DateCivile): ActeDit =>
  nom === 'Long'
    ? {
        acte: 'consigner',
        contenu: {
          ...{ id: 'sortie', auteur: 'epreuve' },
          evenement: { type: 'SORTIE', date: ajouterJours(aujourdhui, -110), motif: 'ABANDON' },
        },
      }
    : { acte: 'fermerParErreur', contenu: { id: 'erreur', auteur: 'epreuve', motif: 'fin de l’épreuve' } };

/** How many journeys the engine has so. @param quoi in its query language */
export const compter = async ({ client }: Lieu, quoi: string): Promise<number> =>
  (await client.workflow.count(`WorkflowType = "${typeParcours}" AND ${quoi}`)).count;

/** Waits until the engine has that many. */
export const attendreCompte = (lieu: Lieu, quoi: string, combien: number): Promise<boolean> =>
  attendreQue(`${combien} parcours : ${quoi}`, async () => (await compter(lieu, quoi)) === combien, PATIENCE_MS);

/** The letters of these journeys that left. */
export async function parties({ registre }: Lieu, numeros: readonly string[]) {
  const toutes = [];
  // One after the other: all at once, the last would wait for a connection longer than the register lets anyone wait.
  for (const numero of numeros) toutes.push(...(await courriersDuDossier(registre, numero)));
  return toutes.filter(({ statut }) => statut === 'PARTI' || statut === 'RECTIFIE');
}

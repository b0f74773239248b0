import { agirSurUnDossier, depsActes } from '../../../client/usages/agir-sur-un-dossier';
import { lireConnu } from '../../../client/usages/commun/lire-connu';
import { ouvrirParcours } from '../../../client/usages/ouvrir';
import { toutesReserves } from '../../../client/usages/previsualiser-un-acte';
import { ajouterJours } from '../../../domain/calendrier/dates';
import { dateLocale } from '../../../domain/calendrier/fuseaux';
import { courriersDuDossier, lireDossier } from '../../../registre';
import { lancer } from '../../cli/jalon';
import { dossierInvente, personnesInventees } from '../../outils/ouvertures';
import { attendreQue, type PileDeTest } from '../../outils/pile';
import { accepter } from '../grappe/parcours';

export type Lieu = Pick<PileDeTest, 'registre' | 'client'>;

const PATIENCE_MS = 10 * 60_000;

export const attendre = (quoi: string, question: () => Promise<boolean>): Promise<boolean> =>
  attendreQue(quoi, question, PATIENCE_MS);

const COMPTES = {
  administratrice: ['--role', 'administrateur'],
  exploitante: ['--role', 'exploitation'],
  responsable: ['--role', 'responsable', '--agence', personnesInventees.agence.id],
};
export type Compte = keyof typeof COMPTES;

/** A command, in the name of an account where one is needed. @throws Error with what it says, when it fails */
export async function jalon(compte: Compte | null, ...ligne: string[]): Promise<string> {
  const { statut, texte, erreurs } = await lancer(ligne, compte === null ? {} : { env: { JALON_COMPTE: compte } });
  if (statut !== 0) throw new Error(`jalon ${ligne.join(' ')} : ${texte}\n${erreurs}`);
  return texte.trim();
}

/** As often as the compose file would: an engine that starts does not know at once what it was told. */
export const installer = (): Promise<boolean> =>
  attendre('jalon installer', async () => (await lancer(['installer'])).statut === 0);

/** Once their agency is known. The first one is an administrator's, whom nobody lets in. */
export async function creerLesComptes(): Promise<void> {
  for (const [id, options] of Object.entries(COMPTES)) {
    const qui = ['--nom', `Compte ${id}`, '--adresse', `${id}@example.org`];
    await jalon(id === 'administratrice' ? null : 'administratrice', 'comptes', 'creer', id, ...qui, ...options);
  }
}

/** How many letters of these dossiers the register holds in that state. */
export async function combien({ registre }: Lieu, numeros: readonly string[], statut: string): Promise<number> {
  const siens = await Promise.all(numeros.map((numero) => courriersDuDossier(registre, numero)));
  return siens.flat().filter((courrier) => courrier.statut === statut).length;
}

export const attendreStatut = (lieu: Lieu, numeros: readonly string[], statut: string, nombre: number) =>
  attendre(`${nombre} courriers ${statut}`, async () => (await combien(lieu, numeros, statut)) >= nombre);

/** How many facts the register knows of a dossier; null when it knows no such dossier. */
export const faits = async ({ registre }: Lieu, numero: string): Promise<number | null> =>
  (await lireDossier(registre, numero))?.journal.length ?? null;

/** Records an acceptance in each, and waits until its journey has it. */
export async function consigner(lieu: Lieu, numeros: readonly string[]): Promise<void> {
  await Promise.all(numeros.map((numero) => accepter(lieu, numero)));
  for (const numero of numeros) await attendre(`le fait de ${numero}`, async () => (await faits(lieu, numero)) === 1);
}

/** Opens a journey of the day before yesterday; its first letter may be held. @returns its number */
export async function ouvrir({ registre, client }: Lieu, nom: string): Promise<string> {
  const dateRemise = ajouterJours(dateLocale(new Date(), 'Europe/Paris'), -2);
  const personnes = { ...personnesInventees, identite: { ...personnesInventees.identite, nom } };
  const { numero } = await ouvrirParcours(
    { registre, temporal: client, envoi: 'immediat' },
    { dossier: { ...dossierInvente, dateRemise }, personnes, dateReprise: null, evenements: [], auteur: 'epreuve' },
  );
  return numero;
}

/** Ends a journey that should not have been opened, then erases its person, one asking and another confirming. */
export async function effacer({ registre, client }: Lieu, numero: string): Promise<void> {
  const deps = depsActes({ registre, temporal: client, envoi: 'immediat' });
  const contenu = { id: 'erreur', auteur: 'epreuve', motif: 'un essai' };
  const demande = { acte: 'fermerParErreur', contenu, accepte: toutesReserves, vu: null } as const;
  await agirSurUnDossier(deps, await lireConnu(registre, numero), demande, new Date());
  const ferme = async () => (await lireDossier(registre, numero))?.etat === 'OUVERT_PAR_ERREUR';
  await attendre(`la fin de ${numero}`, ferme);
  await jalon('responsable', 'effacer', numero, '--motif', 'demande-de-la-personne');
  await jalon('administratrice', 'effacer', numero, '--confirmer');
  await attendre(`l’effacement de ${numero}`, async () => (await faits({ registre, client }, numero)) === null);
}

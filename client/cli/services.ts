import { phraseDuRefus, refusDuRegistre } from '../../commun/refus-registre';
import { urlRegistre } from '../../commun/registre-local';
import { ErreurReglage, lireReglages, type Reglages } from '../../commun/reglages';
import { SILENCE } from '../../commun/silence';
import { lireNumero, type Numero } from '../../domain/dossier/numero';
import { lireSuiveurs, listerReferents, ouvrirRegistre, type Registre } from '../../registre';
import type { DepsParcours } from '../usages/commun/deps';
import { Refus } from '../usages/commun/refus';
import { type Console, MauvaisUsage } from './sortie';

/** Id under which the command line records acts, unless told otherwise. */
export const AUTEUR = 'cli';

/** Id under which this run records acts. */
export const auteurDe = ({ compte }: Console): string => compte?.id ?? AUTEUR;

/** The agency whose dossiers this run sees; undefined: all of them, nobody was named. */
export const agenceVue = ({ compte }: Console): string | undefined => compte?.agence ?? undefined;

/** @throws Refus AGENCE_INCONNUE for another agency than the one that this run sees */
export function exigerAgence(console: Console, agence: string): void {
  const vue = agenceVue(console);
  if (vue !== undefined && agence !== vue) throw Refus.de(`AGENCE_INCONNUE:${agence}`);
}

export interface AvecRegistre {
  reglages: Reglages;
  registre: Registre;
}

/** @throws Refus REFERENT_INCONNU for one of another agency than the one that this run sees */
export async function exigerReferent(console: Console, registre: Registre, id: string): Promise<void> {
  const agence = agenceVue(console);
  if (agence === undefined) return;
  const referent = (await listerReferents(registre)).find((connu) => connu.id === id);
  if (referent?.agence !== agence) throw Refus.de(`REFERENT_INCONNU:${id}`);
}

/** Of these lines, those of the dossiers that this run sees. */
export async function vues<T extends { numero: Numero }>(
  console: Console,
  registre: Registre,
  lignes: readonly T[],
): Promise<T[]> {
  const agence = agenceVue(console);
  if (agence === undefined) return [...lignes];
  const suiveurs = await Promise.all(lignes.map(({ numero }) => lireSuiveurs(registre, numero)));
  return lignes.filter((_, rang) => suiveurs[rang]?.agence === agence);
}

/**
 * Opens the register for one command and closes it, whatever happens.
 * @throws ErreurReglage saying what to start; what the register said where it does not take us
 */
export async function avecRegistre<T>(console: Console, travail: (s: AvecRegistre) => Promise<T>): Promise<T> {
  const reglages = lireReglages(console.env);
  const registre = ouvrirRegistre(urlRegistre(reglages), { connexions: 2 });
  try {
    const reponse = await registre.interroger();
    if (reponse === false) throw new ErreurReglage(registreMuet(reglages, SILENCE));
    if (reponse !== true) throw refusDuRegistre(reponse) === null ? new ErreurReglage(registreMuet(reglages)) : reponse;
    return await travail({ reglages, registre });
  } finally {
    await registre.fermer();
  }
}

/**
 * What to say of a register that does not answer, or does not take us; never the address itself when it was given: it may hold a password.
 * @param raison why, in French words, where it is known
 */
export const registreMuet = ({ registre }: Reglages, raison?: string): string =>
  raison
    ? phraseDuRefus(raison)
    : registre.url
      ? 'Le registre ne répond pas à l’adresse donnée par JALON_REGISTRE_URL : vérifiez cette adresse et que PostgreSQL tourne.'
      : `Le registre ne répond pas (127.0.0.1, port ${registre.port}) : lancez « npm start » dans un autre terminal, ou vérifiez JALON_REGISTRE_PORT.`;

/** Opens the register and the engine for one command. @throws ErreurReglage, ErreurMoteur saying what to start */
export async function avecParcours<T>(
  console: Console,
  travail: (s: AvecRegistre & DepsParcours) => Promise<T>,
): Promise<T> {
  return avecRegistre(console, ({ reglages, registre }) => {
    const { envoi, sursisMinutes } = reglages;
    return avecMoteur(reglages, (temporal) => travail({ reglages, registre, temporal, envoi, sursisMinutes }));
  });
}

/** Opens the engine for one thing and closes it, whatever happens. @throws ErreurMoteur saying what to start */
export async function avecMoteur<T>(
  reglages: Reglages,
  travail: (temporal: DepsParcours['temporal']) => Promise<T>,
): Promise<T> {
  // Loaded late: gRPC takes longer to load than most commands to run. By require: only it is hooked by the launcher.
  const { connecter } = require('../temporal') as typeof import('../temporal');
  const temporal = await connecter(reglages);
  try {
    return await travail(temporal);
  } finally {
    await temporal.connection.close();
  }
}

/** The number typed on the command line. @throws MauvaisUsage when it is misspelt */
export function numeroDonne(saisi: string): string {
  const lu = lireNumero(saisi);
  if (!lu.ok) throw new MauvaisUsage(lu.erreur);
  return lu.numero;
}

import { urlRegistre } from '../../commun/registre-local';
import { ErreurReglage, lireReglages, type Reglages } from '../../commun/reglages';
import { lireNumero } from '../../domain/dossier/numero';
import { ouvrirRegistre, type Registre } from '../../registre';
import type { DepsParcours } from '../usages/commun/deps';
import { type Console, MauvaisUsage } from './sortie';

/** Id under which the command line records acts, unless told otherwise. */
export const AUTEUR = 'cli';

export interface AvecRegistre {
  reglages: Reglages;
  registre: Registre;
}

/** Opens the register for one command and closes it, whatever happens. @throws ErreurReglage saying what to start */
export async function avecRegistre<T>(console: Console, travail: (s: AvecRegistre) => Promise<T>): Promise<T> {
  const reglages = lireReglages(console.env);
  const registre = ouvrirRegistre(urlRegistre(reglages), { connexions: 2 });
  try {
    if (!(await registre.repond())) throw new ErreurReglage(registreMuet(reglages));
    return await travail({ reglages, registre });
  } finally {
    await registre.fermer();
  }
}

/** What to say of a register that does not answer; never the address itself when it was given: it may hold a password. */
export const registreMuet = ({ registre }: Reglages): string =>
  registre.url
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

import { empechement } from '../ports';

/** Throws a sentence that names the port and the setting when the port of the register cannot be had. */
export async function exigerPortLibre(port: number): Promise<void> {
  const code = await empechement(port);
  if (code === 'EADDRINUSE') throw portOccupe(port);
  if (code) throw new Error(`Le port ${port} ne peut pas être ouvert (${code}). ${CONSEIL}`);
}

const CONSEIL = 'Choisissez-en un autre avec le réglage JALON_REGISTRE_PORT, par exemple JALON_REGISTRE_PORT=5434.';

export function portOccupe(port: number): Error {
  return new Error(
    `Le port ${port}, prévu pour le registre (PostgreSQL), est déjà pris par un autre programme. ${CONSEIL}`,
  );
}

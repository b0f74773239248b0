import type { Context } from 'hono';
import type { Saisie } from './acte';

/** The texts of a posted form; a file or a repeated field is not ours and counts as absent. */
export async function lireFormulaire(c: Context): Promise<Saisie> {
  const corps = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(corps).filter((paire): paire is [string, string] => typeof paire[1] === 'string'),
  );
}

import type { Hono } from 'hono';
import { estDAgence, type Role } from '../../domain/comptes/roles';
import {
  creerCompte,
  enregistrerAgence,
  INACTIVITE_MS,
  listerAgences,
  ouvrirSession,
  type Registre,
} from '../../registre';
import { personnesInventees } from './ouvertures';

/** An application as a browser that someone signed in with: her session goes with all that brings none. */
export interface Signee {
  request(adresse: string, init?: RequestInit): Promise<Response>;
  fetch(demande: Request): Promise<Response>;
}

/** Who signs in: in the agency of the invented dossiers unless another is given. */
export interface Entrant {
  role: Role;
  id?: string;
  agence?: string;
}

/** An account, open in the register, whose session never ends while a test moves its clock. */
export async function entrerEnTantQue(
  app: Pick<Hono, 'fetch'>,
  registre: Registre,
  { role, id = role.toLowerCase().replace('_', '-'), agence = personnesInventees.agence.id }: Entrant,
  maintenant: () => Date,
): Promise<Signee> {
  if (!(await listerAgences(registre)).some((connue) => connue.id === agence))
    await enregistrerAgence(registre, { ...personnesInventees.agence, id: agence });
  const compte = { id, nom: `Compte ${id}`, adresse: `${id}@example.org`, role };
  await creerCompte(registre, { ...compte, agence: estDAgence(role) ? agence : null }, 'essai', maintenant());
  let session = { jeton: await ouvrirSession(registre, id, maintenant()), le: maintenant().getTime() };
  const fetch = async (demande: Request): Promise<Response> => {
    const cookies = demande.headers.get('cookie') ?? '';
    if (/(^|; )session=/.test(cookies)) return app.fetch(demande);
    const present = maintenant().getTime();
    if (Math.abs(present - session.le) >= INACTIVITE_MS)
      session = { jeton: await ouvrirSession(registre, id, maintenant()), le: present };
    const headers = new Headers(demande.headers);
    headers.set('cookie', [cookies, `session=${session.jeton}`].filter(Boolean).join('; '));
    return app.fetch(new Request(demande, { headers }));
  };
  return { fetch, request: (adresse, init) => fetch(new Request(adresse, init)) };
}

import type { Agence } from '../../domain/dossier/personnes';
import { enregistrerAgence, enregistrerReferent, listerAgences, type Registre } from '../../registre';
import { lireOrganisation, type Organisation } from '../saisie/organisation';
import { Refus } from './commun/refus';

/** What a file says of an agency, with what was set since and the file does not speak of. */
export const avecSesReglages = (agence: Agence, connues: readonly Agence[]): Agence => {
  const connue = connues.find(({ id }) => id === agence.id)?.rappelsActualisation;
  const { rappelsActualisation = connue } = agence;
  return rappelsActualisation === undefined ? agence : { ...agence, rappelsActualisation };
};

/** Records agencies and counsellors, or replaces what was known of them. */
export async function enregistrerOrganisation(registre: Registre, { agences, referents }: Organisation): Promise<void> {
  const connues = await listerAgences(registre);
  for (const agence of agences) await enregistrerAgence(registre, avecSesReglages(agence, connues));
  for (const referent of referents) await enregistrerReferent(registre, referent);
}

/** The same from a file's JSON. @throws Refus with all that is wrong; nothing is then recorded */
export async function importerOrganisation(registre: Registre, brut: unknown): Promise<void> {
  const connues = (await listerAgences(registre)).map(({ id }) => id);
  const lu = lireOrganisation(brut, connues);
  if (!lu.ok) throw new Refus(lu.erreurs);
  await enregistrerOrganisation(registre, lu.organisation);
}

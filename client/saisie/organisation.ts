import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { racine } from '../../commun/racine';
import { schemaAgence, schemaReferent } from '../../domain/dossier/personnes';
import { codeDeFaute, lireTextes } from '../../domain/dossier/valeurs';
import { type Erreur, erreur, erreursZod } from './erreur';

const schemaOrganisation = z.strictObject({ agences: z.array(schemaAgence), referents: z.array(schemaReferent) });
export type Organisation = z.infer<typeof schemaOrganisation>;

export type OrganisationLue = { ok: true; organisation: Organisation } | { ok: false; erreurs: Erreur[] };

/** Reads agencies and counsellors from a file's JSON; a counsellor belongs to an agency of the same file or a known one. */
export function lireOrganisation(brut: unknown, agencesConnues: readonly string[] = []): OrganisationLue {
  const { valeur, fautes } = lireTextes(brut);
  if (fautes.length > 0) return { ok: false, erreurs: fautes.map((faute) => erreur(codeDeFaute(faute))) };
  const lu = schemaOrganisation.safeParse(valeur, { reportInput: true });
  if (!lu.success) return { ok: false, erreurs: erreursZod(lu.error.issues) };
  const agences = new Set([...agencesConnues, ...lu.data.agences.map((a) => a.id)]);
  const orphelins = lu.data.referents.filter((r) => !agences.has(r.agence));
  if (orphelins.length > 0) return { ok: false, erreurs: orphelins.map((r) => erreur(`AGENCE_INCONNUE:${r.agence}`)) };
  return { ok: true, organisation: lu.data };
}

/** The invented agencies and counsellors of `exemples/`. */
export function organisationExemple(): Organisation {
  const brut: unknown = JSON.parse(readFileSync(join(racine, 'exemples', 'organisation.json'), 'utf8'));
  return schemaOrganisation.parse(brut);
}

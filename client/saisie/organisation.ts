import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { racine } from '../../commun/racine';
import { schemaAgence, schemaReferent } from '../../domain/dossier/personnes';
import { codeDeFaute, lireTextes } from '../../domain/dossier/valeurs';
import { cheminDe, type Erreur, erreur, erreursZod } from './erreur';
import { cheminsDits, D_UNE_AGENCE, DU_REFERENT, estObjet, normaliser } from './normaliser';

const schemaOrganisation = z.strictObject({ agences: z.array(schemaAgence), referents: z.array(schemaReferent) });
export type Organisation = z.infer<typeof schemaOrganisation>;

export type OrganisationLue = { ok: true; organisation: Organisation } | { ok: false; erreurs: Erreur[] };

/** Reads agencies and counsellors from a file's JSON; a counsellor belongs to an agency of the same file or a known one. */
export function lireOrganisation(brut: unknown, agencesConnues: readonly string[] = []): OrganisationLue {
  const { valeur, fautes } = lireTextes(brut);
  if (fautes.length > 0) return { ok: false, erreurs: fautes.map((faute) => erreur(codeDeFaute(faute))) };
  const { organisation, erreurs: mauvaises } = normaliserOrganisation(valeur);
  const lu = schemaOrganisation.safeParse(organisation, { reportInput: true });
  const dits = cheminsDits(mauvaises);
  const formes = lu.success ? [] : erreursZod(lu.error.issues).filter(({ code }) => !dits.has(cheminDe(code)));
  if (!lu.success || mauvaises.length > 0) return { ok: false, erreurs: [...mauvaises, ...formes] };
  const agences = new Set([...agencesConnues, ...lu.data.agences.map((a) => a.id)]);
  const orphelins = lu.data.referents.filter((r) => !agences.has(r.agence));
  if (orphelins.length > 0) return { ok: false, erreurs: orphelins.map((r) => erreur(`AGENCE_INCONNUE:${r.agence}`)) };
  return { ok: true, organisation: lu.data };
}

/** Their values as those of the people of a dossier; an error names the element of the list: `agences.0.telephone`. */
function normaliserOrganisation(brut: unknown): { organisation: unknown; erreurs: Erreur[] } {
  if (!estObjet(brut)) return { organisation: brut, erreurs: [] };
  const erreurs: Erreur[] = [];
  const chacun = (liste: string, valeurs: typeof D_UNE_AGENCE) => {
    const elements = brut[liste];
    if (!Array.isArray(elements)) return {};
    const propres = elements.map((element: unknown, rang) => {
      if (!estObjet(element)) return element;
      const lu = normaliser(element, {}, valeurs);
      erreurs.push(...lu.erreurs.map((e) => sous(`${liste}.${rang}`, e)));
      return lu.document;
    });
    return { [liste]: propres };
  };
  return {
    organisation: { ...brut, ...chacun('agences', D_UNE_AGENCE), ...chacun('referents', DU_REFERENT) },
    erreurs,
  };
}

/** The error of an element, under its place in the file. */
function sous(place: string, { code, phrase }: Erreur): Erreur {
  const chemin = cheminDe(code);
  const racine = code.slice(0, code.indexOf(':'));
  return erreur(`${racine}:${place}.${chemin}`, phrase.replace(`« ${chemin} »`, `« ${place}.${chemin} »`));
}

/** The invented agencies and counsellors of `exemples/`. */
export function organisationExemple(): Organisation {
  const brut: unknown = JSON.parse(readFileSync(join(racine, 'exemples', 'organisation.json'), 'utf8'));
  return schemaOrganisation.parse(brut);
}

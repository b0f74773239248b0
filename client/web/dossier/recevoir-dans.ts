import type { Context } from 'hono';
import type { Saisie } from '../../saisie/formulaire';
import { agirOuRedire } from '../commun/agir-ou-redire';
import { lireFormulaire } from '../commun/recevoir';
import { type DossierTrouve, trouverDossier } from '../commun/trouver-dossier';
import type { DependancesWeb } from '../dependances';
import { auteurDe } from '../porte/compte-courant';
import type { SuiteRdv } from './rendez-vous';

type Agir = (trouve: DossierTrouve, saisie: Saisie, auteur: string) => Promise<void>;

/**
 * Does what a short form asks, then shows its part of the dossier's page again.
 * @param ancre of that part
 * @param formulaire the page that holds the form, after the dossier's address; the dossier's own page when absent
 */
export const recevoirDans =
  (deps: DependancesWeb) =>
  (ancre: string, suite: SuiteRdv, agir: Agir, formulaire = `#${ancre}`) =>
  async (c: Context): Promise<Response> => {
    const trouve = await trouverDossier(deps, c);
    const saisie = await lireFormulaire(c);
    const { numero } = trouve.vue;
    const page = `/dossiers/${numero}`;
    const adresses = { formulaire: `${page}${formulaire}`, suite: `${page}?rdv=${suite}#${ancre}` };
    return agirOuRedire(deps, c, { numero, saisie }, adresses, () => agir(trouve, saisie, auteurDe(c)));
  };

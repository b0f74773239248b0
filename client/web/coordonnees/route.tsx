import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { cheminDe } from '../../saisie/erreur';
import { nomSaisi, type Saisie } from '../../saisie/formulaire';
import { champsCoordonnees, changerCoordonnees, enTextes, type Textes } from '../../usages/changer-coordonnees';
import { Refus } from '../../usages/commun/refus';
import { aUnBrouillon, brouillonDemande, versBrouillon } from '../commun/brouillon-demande';
import { lireFormulaire } from '../commun/recevoir';
import { trouverDossier } from '../commun/trouver-dossier';
import type { DependancesWeb } from '../dependances';
import { auteurDe } from '../porte/compte-courant';

import { nomVu, PageCoordonnees } from './page';

/** `/dossiers/:numero/coordonnees`: no date depends on them, the register alone holds them. */
export function routesCoordonnees(deps: DependancesWeb): Hono {
  const routes = new Hono();

  routes.get('/dossiers/:numero/coordonnees', async (c) => {
    const { personnes, vue } = await trouverDossier(deps, c);
    if (personnes === null) throw sansCoordonnees();
    const connus = enTextes(personnes);
    if (!aUnBrouillon(c)) return c.html(<PageCoordonnees vue={vue} textes={connus} connus={connus} />);
    const { saisie, refus } = brouillonDemande(deps, c, vue.numero);
    const erreurs = Object.fromEntries(refus.map(({ code, phrase }) => [cheminDe(code), phrase]));
    const textes = { ...connus, ...changes(lireTextes(saisie), lireVus(saisie)) };
    return c.html(<PageCoordonnees vue={vue} textes={textes} connus={connus} erreurs={erreurs} />, 400);
  });

  routes.post('/dossiers/:numero/coordonnees', async (c) => {
    const { personnes, vue } = await trouverDossier(deps, c);
    if (personnes === null) throw sansCoordonnees();
    const { numero } = vue;
    const saisie = await lireFormulaire(c);
    try {
      const qui = { auteur: auteurDe(c), vus: lireVus(saisie) };
      const { remarques } = await changerCoordonnees(deps.registre, numero, lireTextes(saisie), qui, deps.maintenant());
      const suite = remarques.some(({ code }) => code === 'TELEPHONE_SANS_SMS') ? 'sansSms' : 'coordonnees';
      return c.redirect(`/dossiers/${numero}?rdv=${suite}`, 303);
    } catch (erreur) {
      if (!(erreur instanceof Refus)) throw erreur;
      return versBrouillon(deps, c, `/dossiers/${numero}/coordonnees`, { numero, saisie, refus: erreur.erreurs });
    }
  });
  return routes;
}

const sansCoordonnees = () => new HTTPException(404, { message: 'Ce dossier n’a plus de coordonnées.' });

/** What a form sent; a field that it does not hold stays as it is. */
const lireTextes = (saisie: Saisie): Textes =>
  Object.fromEntries(
    champsCoordonnees.flatMap(({ nom, genre }) => {
      const texte = saisie[nomSaisi(nom)];
      if (texte === undefined) return [];
      return [[nom, genre === 'lignes' ? texte.split(/\r?\n/).join(' | ') : texte]];
    }),
  );

/** What the form showed when it was opened. */
const lireVus = (saisie: Saisie): Textes =>
  Object.fromEntries(
    champsCoordonnees.flatMap(({ nom }) => (saisie[nomVu(nom)] === undefined ? [] : [[nom, saisie[nomVu(nom)]!]])),
  );

/** What the author typed, without what she left as it was. */
const changes = (textes: Textes, vus: Textes): Textes =>
  Object.fromEntries(Object.entries(textes).filter(([nom, texte]) => texte !== vus[nom]));

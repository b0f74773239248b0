import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { nomSaisi, type Saisie } from '../../saisie/formulaire';
import { champsCoordonnees, changerCoordonnees, enTextes, type Textes } from '../../usages/changer-coordonnees';
import { Refus } from '../../usages/commun/refus';
import { lireFormulaire } from '../commun/recevoir';
import { trouverDossier } from '../commun/trouver-dossier';
import type { DependancesWeb } from '../dependances';

import { PageCoordonnees } from './page';

/** `/dossiers/:numero/coordonnees`: no date depends on them, the register alone holds them. */
export function routesCoordonnees(deps: DependancesWeb): Hono {
  const routes = new Hono();

  routes.get('/dossiers/:numero/coordonnees', async (c) => {
    const { personnes, vue } = await trouverDossier(deps, c.req.param('numero'));
    if (personnes === null) throw sansCoordonnees();
    return c.html(<PageCoordonnees vue={vue} textes={enTextes(personnes)} />);
  });

  routes.post('/dossiers/:numero/coordonnees', async (c) => {
    const { personnes, vue } = await trouverDossier(deps, c.req.param('numero'));
    if (personnes === null) throw sansCoordonnees();
    const textes = lireTextes(await lireFormulaire(c));
    try {
      const { remarques } = await changerCoordonnees(deps.registre, vue.numero, textes, deps.auteur, deps.maintenant());
      const suite = remarques.some(({ code }) => code === 'TELEPHONE_SANS_SMS') ? 'sansSms' : 'coordonnees';
      return c.redirect(`/dossiers/${vue.numero}?rdv=${suite}`, 303);
    } catch (erreur) {
      if (!(erreur instanceof Refus)) throw erreur;
      const erreurs = erreur.erreurs.map(({ code, phrase }) => [code.slice(code.indexOf(':') + 1), phrase] as const);
      return c.html(
        <PageCoordonnees
          vue={vue}
          textes={{ ...enTextes(personnes), ...textes }}
          erreurs={Object.fromEntries(erreurs)}
        />,
        400,
      );
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

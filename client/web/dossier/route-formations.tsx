import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { phrase } from '../../../domain/faits/erreurs';
import { type FormationInscrite, formationsDe } from '../../../registre';
import { dateSaisie } from '../../saisie/date';
import type { Saisie } from '../../saisie/formulaire';
import { defaireUneDemarche, faireUneDemarche } from '../../usages/faire-une-demarche';
import { nouvelId } from '../../usages/planifier-rendez-vous';
import { abandonnerLaFormation, changerLaFormation, preparerFormation } from '../../usages/preparer-formation';
import { aUnBrouillon, brouillonDemande } from '../commun/brouillon-demande';
import { type DossierTrouve, trouverDossier } from '../commun/trouver-dossier';
import { aujourdhuiA, type DependancesWeb } from '../dependances';
import { PageFormation } from './formation';
import { recevoirDans } from './recevoir-dans';

/** The trainings that a person prepares: written down, changed, given up, and their steps. */
export function routesFormations(deps: DependancesWeb): Hono {
  const routes = new Hono();
  const { registre } = deps;
  const faire = recevoirDans(deps);
  const quiAgit = ({ residence }: DossierTrouve, auteur: string) => ({
    ...{ auteur, aujourdhui: aujourdhuiA(deps, residence), maintenant: deps.maintenant() },
  });
  const PAGE = '/formations/preparer';

  routes.get('/dossiers/:numero/formations/preparer', async (c) => {
    const { vue } = await trouverDossier(deps, c);
    const brouillon = aUnBrouillon(c) ? brouillonDemande(deps, c, vue.numero) : null;
    const { saisie }: { saisie: Saisie } = brouillon ?? { saisie: demandee(c.req.query('formation')) };
    const connues = await formationsDe(registre, vue.numero);
    const actuelle = connues.find(({ id, abandonneeLe }) => id === saisie.id && abandonneeLe === null) ?? null;
    if (actuelle === null && !estNouvelle(saisie))
      throw new HTTPException(404, { message: phrase('FORMATION_INCONNUE') });
    const refus = brouillon?.refus ?? [];
    return c.html(
      <PageFormation
        vue={vue}
        id={saisie.id ?? nouvelId()}
        actuelle={actuelle}
        saisie={{ ...(actuelle === null ? {} : enTextes(actuelle)), ...saisie }}
        refus={refus}
      />,
      refus.length > 0 ? 400 : 200,
    );
  });

  routes.post(
    '/dossiers/:numero/formations/preparer',
    faire(
      'formations',
      'formation',
      (trouve, saisie, auteur) =>
        preparerFormation(
          registre,
          trouve.inscrit,
          { id: saisie.id ?? '', ...saisieDe(saisie) },
          quiAgit(trouve, auteur),
        ),
      PAGE,
    ),
  );
  routes.post(
    '/dossiers/:numero/formations/changer',
    faire(
      'formations',
      'formation',
      (trouve, saisie, auteur) => {
        const { id = '', version = '' } = saisie;
        return changerLaFormation(
          registre,
          trouve.inscrit,
          { id, version, ...saisieDe(saisie) },
          quiAgit(trouve, auteur),
        );
      },
      PAGE,
    ),
  );
  routes.post(
    '/dossiers/:numero/formations/abandonner',
    faire(
      'formations',
      'formationAbandonnee',
      (trouve, { id = '', motif = '' }, auteur) =>
        abandonnerLaFormation(registre, trouve.inscrit, { id, motif }, quiAgit(trouve, auteur)),
      PAGE,
    ),
  );
  routes.post(
    '/dossiers/:numero/formations/demarche',
    faire('formations', 'demarche', (trouve, { formation = '', demarche = '', le = '' }, auteur) => {
      const faite = { formation, demarche, le: dateSaisie(le) };
      return faireUneDemarche(registre, trouve.inscrit, faite, quiAgit(trouve, auteur));
    }),
  );
  routes.post(
    '/dossiers/:numero/formations/demarche/retirer',
    faire('formations', 'demarcheRetiree', (trouve, { formation = '', demarche = '' }, auteur) =>
      defaireUneDemarche(registre, trouve.inscrit, { formation, demarche }, quiAgit(trouve, auteur)),
    ),
  );
  return routes;
}

/** Asked for by its id, or none yet. */
const demandee = (id: string | undefined): Saisie => (id === undefined ? {} : { id });

/** To write down for the first time: nothing is asked for, or what was typed has no version. */
const estNouvelle = ({ id, intitule, version }: Saisie): boolean =>
  id === undefined || (intitule !== undefined && version === undefined);

const saisieDe = ({ intitule = '', organisme = '', entreePrevue = '', financement = '' }: Saisie) => ({
  ...{ intitule, organisme, entreePrevue: dateSaisie(entreePrevue), financement },
});

/** What a training says, as it is typed. */
const enTextes = ({ intitule, organisme, entreePrevue, financement }: FormationInscrite) => ({
  ...{ intitule, organisme: organisme ?? '', entreePrevue: entreePrevue ?? '', financement: financement ?? '' },
});

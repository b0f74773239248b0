import { Hono } from 'hono';
import type { RemarqueRendezVous } from '../../../domain/rendez-vous/saisie';
import { annuler, courriersDeLAnnulation } from '../../usages/annuler-rendez-vous';
import { avertissementsDuManque, manquer } from '../../usages/manquer-rendez-vous';
import { momentDe, zoneDe } from '../../usages/rendez-vous/contexte';
import type { SuiteGeste } from '../../usages/rendez-vous/suite';
import { tenir } from '../../usages/tenir-rendez-vous';
import { Avis } from '../commun/gabarit';
import { lireFormulaire, lireGeste } from '../commun/recevoir';
import type { DependancesWeb } from '../dependances';
import { PageConfirmation } from './confirmation';
import { Envois } from './envois';
import { saisieTenue } from './saisie';
import { PageTenue } from './tenue';
import { acteur, enClair, revenir, type Vise, viser } from './viser';

/** What becomes of an appointment: cancelled, held, missed. */
export function routesIssueRendezVous(deps: DependancesWeb): Hono {
  const routes = new Hono();

  routes.get('/dossiers/:numero/rendez-vous/:id/annuler', async (c) => {
    const vise = await viser(deps, c);
    return c.html(pageAnnulation(deps, vise, null));
  });

  routes.post('/dossiers/:numero/rendez-vous/:id/annuler', async (c) => {
    const vise = await viser(deps, c);
    const { _sequence = '' } = await lireGeste(c);
    const { trouve, contexte, actuel } = vise;
    const qui = acteur(deps, true, /^\d{1,6}$/.test(_sequence) ? _sequence : '');
    const suite = await annuler(deps.actes, contexte, actuel.id, qui, deps.maintenant());
    if (suite.statut === 'FAIT') return revenir(c, trouve, suite, 'annule');
    return c.html(pageAnnulation(deps, vise, motif(suite)), 400);
  });

  routes.get('/dossiers/:numero/rendez-vous/:id/manque', async (c) => c.html(pageManque(await viser(deps, c), null)));

  routes.post('/dossiers/:numero/rendez-vous/:id/manque', async (c) => {
    const vise = await viser(deps, c);
    const { trouve, contexte, actuel } = vise;
    const { _confirme } = await lireGeste(c);
    const qui = acteur(deps, _confirme === 'oui');
    const suite = await manquer(deps.actes, contexte, actuel.id, qui, deps.maintenant());
    if (suite.statut === 'FAIT') return revenir(c, trouve, suite, 'manque');
    return c.html(pageManque(vise, motif(suite) || null), 400);
  });

  routes.get('/dossiers/:numero/rendez-vous/:id/tenu', async (c) => {
    const vise = await viser(deps, c);
    return c.html(pageTenue(vise, { le: momentDe(vise.contexte, vise.actuel).jour }, []));
  });

  routes.post('/dossiers/:numero/rendez-vous/:id/tenu', async (c) => {
    const vise = await viser(deps, c);
    const saisie = await lireFormulaire(c);
    const { trouve, contexte, actuel } = vise;
    const tenue = saisieTenue(saisie);
    const suite = await tenir(deps.actes, contexte, actuel.id, tenue, acteur(deps, true), deps.maintenant());
    if (suite.statut === 'FAIT') return revenir(c, trouve, suite, 'tenu');
    return c.html(pageTenue(vise, saisie, suite.statut === 'REFUSE' ? suite.refus : []), 400);
  });
  return routes;
}

const motif = (suite: SuiteGeste): string =>
  suite.statut === 'REFUSE' ? suite.refus.map((r) => r.phrase).join(' ') : '';

function pageAnnulation(deps: DependancesWeb, { trouve, contexte, actuel }: Vise, refus: string | null) {
  const courriers = courriersDeLAnnulation(deps.actes, contexte, actuel, deps.maintenant());
  return (
    <PageConfirmation
      vue={trouve.vue}
      titre="Annuler un rendez-vous"
      lequel={enClair(contexte, actuel)}
      action={`/dossiers/${trouve.vue.numero}/rendez-vous/${actuel.id}/annuler`}
      bouton="Annuler ce rendez-vous"
      champs={{ _sequence: String(actuel.sequence) }}
      refus={refus}
    >
      <p>Ce qui sera envoyé à la personne :</p>
      <Envois courriers={courriers} fuseau={zoneDe(contexte, actuel.mode)} />
    </PageConfirmation>
  );
}

function pageManque({ trouve, contexte, actuel }: Vise, refus: string | null) {
  const avertissements = avertissementsDuManque(contexte, actuel);
  return (
    <PageConfirmation
      vue={trouve.vue}
      titre="Rendez-vous manqué"
      lequel={enClair(contexte, actuel)}
      action={`/dossiers/${trouve.vue.numero}/rendez-vous/${actuel.id}/manque`}
      bouton="La personne n’est pas venue"
      champs={avertissements.length > 0 ? { _confirme: 'oui' } : {}}
      refus={refus}
    >
      {avertissements.map(({ phrase, code }) => (
        <Avis genre="attention">
          <p>
            {phrase} <small>({code})</small>
          </p>
        </Avis>
      ))}
      <p>
        {avertissements.length > 0
          ? 'Fixez une autre date avec elle quand la suspension sera finie.'
          : 'Un courrier l’invitera à vous appeler pour fixer une autre date.'}{' '}
        Rien d’autre n’en découle : une absence ne met pas fin au CSP.
      </p>
    </PageConfirmation>
  );
}

function pageTenue(
  { trouve, contexte, actuel }: Vise,
  saisie: Readonly<Record<string, string>>,
  refus: RemarqueRendezVous[],
) {
  return (
    <PageTenue
      vue={trouve.vue}
      sorte={actuel.sorte}
      lequel={enClair(contexte, actuel)}
      action={`/dossiers/${trouve.vue.numero}/rendez-vous/${actuel.id}/tenu`}
      saisie={saisie}
      refus={refus}
    />
  );
}

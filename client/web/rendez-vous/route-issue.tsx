import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { RemarqueRendezVous } from '../../../domain/rendez-vous/saisie';
import type { Saisie } from '../../saisie/formulaire';
import { annuler, courriersDeLAnnulation } from '../../usages/annuler-rendez-vous';
import { avertissementsDuManque, manquer } from '../../usages/manquer-rendez-vous';
import { momentDe, zoneDe } from '../../usages/rendez-vous/contexte';
import type { SuiteGeste } from '../../usages/rendez-vous/suite';
import { tenir } from '../../usages/tenir-rendez-vous';
import { aUnBrouillon, brouillonDemande, versBrouillon } from '../commun/brouillon-demande';
import { Dit } from '../commun/dit';
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
    const { refus } = relire(deps, c, vise);
    return c.html(pageAnnulation(deps, vise, motif(refus)), refus.length > 0 ? 400 : 200);
  });

  routes.post('/dossiers/:numero/rendez-vous/:id/annuler', async (c) => {
    const vise = await viser(deps, c);
    const saisie = await lireGeste(c);
    const { trouve, contexte, actuel } = vise;
    const suite = await annuler(deps.actes, contexte, actuel.id, quiAVu(c, saisie, true), deps.maintenant());
    if (suite.statut === 'FAIT') return revenir(c, trouve, suite, 'annule');
    return renvoyer(deps, c, vise, 'annuler', saisie, suite);
  });

  routes.get('/dossiers/:numero/rendez-vous/:id/manque', async (c) => {
    const vise = await viser(deps, c);
    const { refus } = relire(deps, c, vise);
    return c.html(pageManque(vise, motif(refus)), aUnBrouillon(c) ? 400 : 200);
  });

  routes.post('/dossiers/:numero/rendez-vous/:id/manque', async (c) => {
    const vise = await viser(deps, c);
    const { trouve, contexte, actuel } = vise;
    const saisie = await lireGeste(c);
    const qui = quiAVu(c, saisie, (saisie._vus ?? '').split(' '));
    const suite = await manquer(deps.actes, contexte, actuel.id, qui, deps.maintenant());
    if (suite.statut === 'FAIT') return revenir(c, trouve, suite, 'manque');
    return renvoyer(deps, c, vise, 'manque', saisie, suite);
  });

  routes.get('/dossiers/:numero/rendez-vous/:id/tenu', async (c) => {
    const vise = await viser(deps, c);
    const { saisie, refus } = relire(deps, c, vise);
    const neuve = { le: momentDe(vise.contexte, vise.actuel).jour };
    return c.html(pageTenue(vise, saisie ?? neuve, refus), refus.length > 0 ? 400 : 200);
  });

  routes.post('/dossiers/:numero/rendez-vous/:id/tenu', async (c) => {
    const vise = await viser(deps, c);
    const saisie = await lireFormulaire(c);
    const { trouve, contexte, actuel } = vise;
    const tenue = saisieTenue(saisie);
    const qui = quiAVu(c, saisie, true);
    const suite = await tenir(deps.actes, contexte, actuel.id, tenue, qui, deps.maintenant());
    if (suite.statut === 'FAIT') return revenir(c, trouve, suite, 'tenu');
    return renvoyer(deps, c, vise, 'tenu', saisie, suite);
  });
  return routes;
}

/** Who acts, on the appointment as the form showed it. */
function quiAVu(c: Context, { _sequence = '' }: Saisie, confirme: boolean | readonly string[]) {
  if (!/^\d{0,6}$/.test(_sequence)) throw new HTTPException(400);
  return acteur(c, confirme, _sequence);
}

/** What was typed and refused, when the address leads to it. */
function relire(deps: DependancesWeb, c: Context, { trouve }: Vise) {
  if (!aUnBrouillon(c)) return { saisie: null, refus: [] };
  const { saisie, refus } = brouillonDemande(deps, c, trouve.vue.numero);
  return { saisie, refus: refus as readonly RemarqueRendezVous[] };
}

/** Back to the page of the act, which says why nothing was recorded and keeps what was typed. */
const renvoyer = (
  deps: DependancesWeb,
  c: Context,
  { trouve: { vue }, actuel }: Vise,
  acte: 'annuler' | 'manque' | 'tenu',
  saisie: Saisie,
  suite: SuiteGeste,
): Response =>
  versBrouillon(deps, c, `/dossiers/${vue.numero}/rendez-vous/${actuel.id}/${acte}`, {
    numero: vue.numero,
    saisie,
    refus: suite.statut === 'REFUSE' ? suite.refus : [],
  });

const motif = (refus: readonly RemarqueRendezVous[]): string | null =>
  refus.length === 0 ? null : refus.map((r) => r.phrase).join(' ');

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
      champs={{ _sequence: String(actuel.sequence), _vus: avertissements.map(({ code }) => code).join(' ') }}
      refus={refus}
    >
      {avertissements.map(({ phrase, code }) => (
        <Avis genre="attention">
          <p>
            <Dit code={code} phrase={phrase} />
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
  refus: readonly RemarqueRendezVous[],
) {
  return (
    <PageTenue
      vue={trouve.vue}
      sorte={actuel.sorte}
      lequel={enClair(contexte, actuel)}
      action={`/dossiers/${trouve.vue.numero}/rendez-vous/${actuel.id}/tenu`}
      saisie={saisie}
      sequence={actuel.sequence}
      refus={refus}
    />
  );
}

import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { nomsDe, type Trace, tracesDuDossier } from '../../../registre';
import { instantEnClair } from '../../affichage/libelles';
import { traceEnClair } from '../../affichage/traces';
import { EnTeteDossier } from '../commun/en-tete';
import { Page } from '../commun/gabarit';
import { type DossierTrouve, trouverDossier } from '../commun/trouver-dossier';
import type { DependancesWeb } from '../dependances';

/** The latest lines; `jalon audit dossier` gives them all. */
const MONTREES = 500;

/** `/dossiers/:numero/audit`: who looked at a dossier, and what was done there. */
export function routesAudit(deps: DependancesWeb): Hono {
  const routes = new Hono();
  routes.get('/dossiers/:numero/audit', async (c) => {
    const trouve = await trouverDossier(deps, c);
    const traces = (await tracesDuDossier(deps.registre, trouve.vue.numero)).slice(-MONTREES).reverse();
    const noms = await nomsDe(
      deps.registre,
      traces.map(({ auteur }) => auteur),
    );
    return c.html(<PageAudit trouve={trouve} traces={traces} noms={noms} />);
  });
  return routes;
}

interface Props {
  trouve: DossierTrouve;
  traces: readonly Trace[];
  /** Names of the accounts, by id. */
  noms: ReadonlyMap<string, string>;
}

const PageAudit: FC<Props> = ({ trouve: { vue, fuseau }, traces, noms }) => (
  <Page titre={`Accès au dossier ${vue.numero}`} menu="dossiers" boite={vue.boite}>
    <EnTeteDossier vue={vue} titre="Qui a vu ce dossier, et ce qui y a été fait" />
    {traces.length === 0 ? (
      <p>Personne ne l’a encore ouvert.</p>
    ) : (
      <table class="cartes">
        <thead>
          <tr>
            <th scope="col">Quand</th>
            <th scope="col">Qui</th>
            <th scope="col">Quoi</th>
          </tr>
        </thead>
        <tbody>
          {traces.map((trace) => (
            <tr>
              <th scope="row">{instantEnClair(trace.quand, fuseau)}</th>
              <td data-titre="Qui">{noms.get(trace.auteur) ?? trace.auteur}</td>
              <td data-titre="Quoi">{traceEnClair(trace)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </Page>
);

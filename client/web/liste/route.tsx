import { Hono } from 'hono';
import type { Agence, Referent } from '../../../domain/dossier/personnes';
import { momentCivil, zoneRendezVous } from '../../../domain/rendez-vous/heure';
import { compterDossiers, listerDossiers, moisADeclarer, prochainsRendezVous } from '../../../registre';
import { exporterPortefeuille } from '../../usages/exporter-portefeuille';
import { telecharger } from '../boite/route';
import { aUnBrouillon, brouillonDemande } from '../commun/brouillon-demande';
import { feuilleter } from '../commun/feuilleter';
import { direReferent } from '../confier/choix';
import type { DependancesWeb } from '../dependances';
import { auteurDe } from '../porte/compte-courant';
import { criteresDits } from './criteres';
import { demander, FILTRES_PORTEFEUILLE } from './demande';
import { type DonneesListe, PageListe } from './page';

/** What a screen shows without scrolling for ever, and what a phone loads quickly. */
const PAR_PAGE = 50;

/** `/dossiers`: those that are looked for; `/dossiers.csv`: all of them, for a spreadsheet. */
export function routesListe(deps: DependancesWeb): Hono {
  const routes = new Hono();

  routes.get('/dossiers.csv', async (c) => {
    const { referents, demande, filtre, aujourdhui } = await demander(deps, c, FILTRES_PORTEFEUILLE);
    const criteres = criteresDits(demande, referents, aujourdhui);
    const portefeuille = { filtre, criteres, referents, auteur: auteurDe(c) };
    const csv = await exporterPortefeuille(deps.registre, portefeuille, deps.maintenant());
    return telecharger(Buffer.from(csv), 'text/csv; charset=utf-8', `dossiers-${aujourdhui}.csv`);
  });

  routes.get('/dossiers', async (c) => {
    const { referents, collegues, agences, demande, filtre, aujourdhui } = await demander(deps, c, [
      ...FILTRES_PORTEFEUILLE,
      'page',
      'confies',
      'a',
      'brouillon',
    ]);
    const feuille = await feuilleter(demande.page, PAR_PAGE, async (decalage) => {
      const [lignes, total] = await Promise.all([
        listerDossiers(deps.registre, { ...filtre, limite: PAR_PAGE, decalage }),
        compterDossiers(deps.registre, filtre),
      ]);
      return { lignes, total };
    });
    const { lignes } = feuille;
    const ici = agences.find(({ id }) => id === filtre.agence) ?? {};
    const refusee = aUnBrouillon(c) ? brouillonDemande(deps, c, '') : null;
    const numeros = lignes.map(({ numero }) => numero);
    const [rendezVous, actualisations] = await Promise.all([
      prochainsRendezVous(deps.registre, numeros, deps.maintenant()),
      moisADeclarer(deps.registre, numeros, deps.maintenant()),
    ]);
    return c.html(
      <PageListe
        demande={{ ...demande, page: feuille.page }}
        feuille={feuille}
        rendezVous={
          new Map(
            [...rendezVous].map(([numero, r]) => [
              numero,
              momentCivil(r.debut, zoneRendezVous(r.mode, r.residence, ici)).jour,
            ]),
          )
        }
        actualisations={actualisations}
        parPage={PAR_PAGE}
        referents={referents}
        collegues={collegues}
        agences={agences}
        confies={confiesDe(c.req.query(), referents, agences)}
        refusee={refusee}
        aujourdhui={aujourdhui}
        maintenant={deps.maintenant()}
        boite={deps.boite !== null}
      />,
      refusee === null ? 200 : 400,
    );
  });
  return routes;
}

/** What the address says of the dossiers that were just given over. */
function confiesDe(
  { confies, a }: Partial<Record<'confies' | 'a', string>>,
  referents: readonly Referent[],
  agences: readonly Agence[],
): DonneesListe['confies'] {
  if (confies === undefined || !/^\d{1,4}$/.test(confies)) return null;
  const referent = referents.find(({ id }) => id === a);
  return { nombre: Number(confies), a: referent ? direReferent(referent, agences) : 'un autre référent' };
}

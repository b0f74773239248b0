import { Hono } from 'hono';
import type { Etat } from '../../../domain/resultat';
import {
  compterDossiers,
  compterTaches,
  lirePersonnes,
  listerDossiers,
  listerReferents,
  listerTaches,
  type Registre,
  type Tache,
} from '../../../registre';
import { etats } from '../../affichage/libelles';
import { aujourdhuiA, type DependancesWeb } from '../dependances';
import { nomDe, PageListe, type TacheDe } from '../pages/liste';
import type { DemandeListe } from '../pages/liste-filtres';

/** What a screen shows without scrolling for ever, and what a phone loads quickly. */
const PAR_PAGE = 50;
const TACHES_MONTREES = 20;

/** `/`: who needs me this week, and why. */
export function routesListe(deps: DependancesWeb): Hono {
  return new Hono().get('/', async (c) => {
    const demande = lireDemande(c.req.query());
    const filtre = {
      ...(demande.etat ? { etat: demande.etat as Etat } : {}),
      ...(demande.referent ? { referent: demande.referent } : {}),
      ...(demande.recherche ? { recherche: demande.recherche } : {}),
      enAlerte: demande.enAlerte,
    };
    const [lignes, total, referents, taches, tachesAFaire] = await Promise.all([
      listerDossiers(deps.registre, { ...filtre, limite: PAR_PAGE, decalage: (demande.page - 1) * PAR_PAGE }),
      compterDossiers(deps.registre, filtre),
      listerReferents(deps.registre),
      listerTaches(deps.registre, { statut: 'A_FAIRE', limite: TACHES_MONTREES }),
      compterTaches(deps.registre, { statut: 'A_FAIRE' }),
    ]);
    return c.html(
      <PageListe
        demande={demande}
        lignes={lignes}
        total={total}
        parPage={PAR_PAGE}
        referents={referents}
        taches={await nommer(deps.registre, taches)}
        tachesAFaire={tachesAFaire}
        aujourdhui={aujourdhuiA(deps)}
        boite={deps.boite !== null}
      />,
    );
  });
}

/** Says who each task is for. */
async function nommer(registre: Registre, taches: readonly Tache[]): Promise<TacheDe[]> {
  const numeros = [...new Set(taches.map((t) => t.numero))];
  const noms = new Map(
    await Promise.all(
      numeros.map(async (numero) => {
        const personnes = await lirePersonnes(registre, numero);
        return [numero, nomDe(personnes?.identite ?? { prenom: null, nom: null })] as const;
      }),
    ),
  );
  return taches.map((t) => ({ ...t, qui: noms.get(t.numero)! }));
}

function lireDemande(q: Record<string, string>): DemandeListe {
  const page = Number(q.page);
  return {
    recherche: (q.q ?? '').trim().slice(0, 100),
    referent: q.referent ?? '',
    etat: etats.includes(q.etape as Etat) ? q.etape! : '',
    enAlerte: q.alerte === 'oui',
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  };
}

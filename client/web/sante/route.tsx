import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { resume } from '../../../registre';
import type { ReleveSante } from '../../usages/relever-sante';
import { sontFiges } from '../../usages/sante/workers-vus';
import type { DependancesWeb } from '../dependances';
import { ADRESSE_BLOQUES, PageBloques } from './bloques';
import { PageSante, type Sante } from './page';

/** A part that does not answer in that time is down for whoever waits for this page. */
const PATIENCE_MS = 3_000;
/** Each is asked about in the engine. */
const PAR_PAGE = 50;
/** What does not go on is asked of register and engine this often at most, however often a machine asks. */
const RELEVE_MS = 15_000;

/** `GET /sante` for machines, 503 when a part does not answer; `GET /exploitation`, the same for people, and all that it names the first of. None names anybody. */
export function routesSante(deps: DependancesWeb): Hono {
  const relever = espacer(deps);
  const examiner = async (): Promise<Sante> => {
    const noms = Object.keys(deps.sondes);
    const reponses = await Promise.all(noms.map((nom) => patienter(deps.sondes[nom]!(), false)));
    const parties: Sante['parties'] = Object.fromEntries(
      noms.map((nom, i) => [nom, reponses[i] ? 'repond' : 'muet'] as const),
    );
    const [registre, releve] = await Promise.all([
      parties.registre === 'muet' ? null : resume(deps.registre).catch(() => null),
      parties.registre === 'muet' || parties.moteur === 'muet' ? null : relever(),
    ]);
    // A frozen process lives, and answers nothing.
    if (releve !== null && sontFiges(releve.workers)) parties.worker = 'muet';
    const attention = releve !== null && releve.alertes.length > 0;
    const etat = Object.values(parties).includes('muet') ? 'en panne' : attention ? 'attention' : 'ok';
    return { etat, parties, registre, releve };
  };
  const statut = ({ etat }: Sante) => (etat === 'en panne' ? 503 : 200);
  return new Hono()
    .get('/sante', async (c) => {
      const sante = await examiner();
      return c.json(sante, statut(sante), { 'Cache-Control': 'no-store' });
    })
    .get('/exploitation', async (c) => {
      const sante = await examiner();
      return c.html(
        <PageSante sante={sante} maintenant={deps.maintenant()} boite={deps.boite !== null} />,
        statut(sante),
      );
    })
    .get(ADRESSE_BLOQUES, async (c) => {
      const page = Math.max(1, Number.parseInt(c.req.query('page') ?? '', 10) || 1);
      const fenetre = { limite: PAR_PAGE, decalage: (page - 1) * PAR_PAGE };
      const liste = await deps.listerBloques?.(fenetre);
      if (liste === undefined) throw new HTTPException(503, { message: 'Aucun moteur n’est là pour le dire.' });
      return c.html(<PageBloques liste={liste} page={page} parPage={PAR_PAGE} boite={deps.boite !== null} />);
    });
}

/** Several who ask at once, or within seconds, are answered the same. */
function espacer({ relever, maintenant }: DependancesWeb): () => Promise<ReleveSante | null> {
  if (relever === null) return async () => null;
  let dernier: { a: number; releve: Promise<ReleveSante | null> } | null = null;
  return () => {
    const a = maintenant().getTime();
    if (dernier === null || a - dernier.a >= RELEVE_MS) dernier = { a, releve: patienter(relever(), null) };
    return dernier.releve;
  };
}

/** The answer, or `sinon` when it fails or keeps one waiting. */
async function patienter<T, S>(reponse: Promise<T>, sinon: S): Promise<T | S> {
  let minuterie: NodeJS.Timeout | undefined;
  const patience = new Promise<S>((resolve) => {
    minuterie = setTimeout(resolve, PATIENCE_MS, sinon);
  });
  return Promise.race([reponse.catch(() => sinon), patience]).finally(() => clearTimeout(minuterie));
}

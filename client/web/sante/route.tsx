import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { resume } from '../../../registre';
import { espacer } from '../../usages/sante/espacer';
import { examinerSante, type Sante } from '../../usages/sante/examiner';
import { demandeDeListe, pageDemandee } from '../commun/demande-liste';
import { feuilleter } from '../commun/feuilleter';
import type { DependancesWeb } from '../dependances';
import { ADRESSE_BLOQUES, PageBloques } from './bloques';
import { PageSante } from './page';

/** Without which no page can be asked for; letters wait for the others. */
const SOCLE: readonly string[] = ['registre', 'moteur'];
/** Each is asked about in the engine. */
const PAR_PAGE = 50;

/**
 * `GET /sante` for machines, 503 when a part does not answer; `/sante/vie`, that this process lives, and `/sante/pret`, that its pages can be
 * asked for; `GET /exploitation`, the same for people, and all that it names the first of. None names anybody.
 */
export function routesSante(deps: DependancesWeb): Hono {
  const { sondes } = deps;
  const espace = deps.relever && espacer(deps.relever);
  const relever = espace && (() => espace(deps.maintenant()));
  const examiner = () => examinerSante({ sondes, resumer: () => resume(deps.registre), relever });
  const statut = ({ etat }: Sante) => (etat === 'en panne' ? 503 : 200);
  return new Hono()
    .get('/sante', async (c) => {
      const sante = await examiner();
      return c.json(sante, statut(sante), { 'Cache-Control': 'no-store' });
    })
    .get('/sante/vie', (c) => c.json({ etat: 'ok' }, 200, { 'Cache-Control': 'no-store' }))
    .get('/sante/pret', async (c) => {
      const socle = Object.fromEntries(Object.entries(sondes).filter(([nom]) => SOCLE.includes(nom)));
      const sante = await examinerSante({ sondes: socle, resumer: async () => null, relever: null });
      const { etat, parties } = sante;
      return c.json({ etat, parties }, statut(sante), { 'Cache-Control': 'no-store' });
    })
    .get('/exploitation', async (c) => {
      const sante = await examiner();
      return c.html(
        <PageSante
          sante={sante}
          maintenant={deps.maintenant()}
          interfaceMoteur={deps.interfaceMoteur}
          boite={deps.boite !== null}
          suivie={c.req.query('suivre') === 'oui'}
        />,
        statut(sante),
      );
    })
    .get(ADRESSE_BLOQUES, async (c) => {
      const page = pageDemandee(demandeDeListe(c, ['page']).page);
      const { listerBloques } = deps;
      if (listerBloques === null) throw new HTTPException(503, { message: 'Aucun moteur n’est là pour le dire.' });
      const feuille = await feuilleter(page, PAR_PAGE, async (decalage) => {
        const { nombre, bloques } = await listerBloques({ limite: PAR_PAGE, decalage });
        return { lignes: bloques, total: nombre };
      });
      return c.html(
        <PageBloques feuille={feuille} interfaceMoteur={deps.interfaceMoteur} boite={deps.boite !== null} />,
      );
    });
}

import type { Numero } from '../../../domain/dossier/numero';
import { residenceDe } from '../../../domain/faits/residence-de';
import { departReel, estAPartir, type VueDepart } from '../../../domain/parcours/depart';
import type { CourrierAPartir } from '../../../domain/parcours/previsualiser';
import { blocagesEnCours, type DossierInscrit, estBloque, type Registre, retenuesEnCours } from '../../../registre';

/** What holds a letter that neither its journey nor its appointment knows of. */
export type Tenu = (courrier: { cle: string; code: string }) => VueDepart['tenu'];

/** The letters of a dossier that someone holds, and those that an operator suspended. */
export async function lireTenus(
  registre: Registre,
  { numero, agence }: { numero: Numero; agence: string },
): Promise<Tenu> {
  const [retenues, blocages] = await Promise.all([retenuesEnCours(registre, numero), blocagesEnCours(registre)]);
  const tenues = new Set(retenues.map(({ cle }) => cle));
  return ({ cle, code }) => {
    if (tenues.has(cle)) return 'RETENU';
    return estBloque(blocages, { code, agence }) ? 'BLOQUE' : null;
  };
}

/** The letters of a journey still to leave, never tried, to be tried again or held, each with its real departure. */
export async function courriersAPartir(
  registre: Registre,
  inscrit: DossierInscrit,
  vue: Pick<VueDepart, 'maintenant' | 'envoi'>,
): Promise<CourrierAPartir[]> {
  const { situation } = inscrit;
  if (situation === null) return [];
  const { decesSignale, courriers } = situation;
  const tenu = await lireTenus(registre, inscrit);
  const commun = { ...vue, residence: residenceDe(inscrit), decesSignale };
  return courriers.filter(estAPartir).map((c) => ({ ...c, reel: departReel(c, { ...commun, tenu: tenu(c) }) }));
}

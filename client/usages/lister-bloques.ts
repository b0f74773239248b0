import type { Fenetre } from '../../registre';
import type { DepsSante } from './relever-sante';
import { type Bloques, parcoursEndormis, tachesEnEchec } from './sante/parcours-bloques';

/** Every journey that does not go on, window by window: those whose task fails, then those that should have woken up. */
export async function listerBloques(
  { registre, temporal, trousseau }: DepsSante,
  { limite, decalage }: Fenetre,
  maintenant: Date,
): Promise<Bloques> {
  const enEchec = await tachesEnEchec(temporal, trousseau, { limite, decalage });
  const endormis = await parcoursEndormis(registre, temporal, maintenant, {
    limite: limite - enEchec.bloques.length,
    decalage: Math.max(0, decalage - enEchec.nombre),
  });
  return {
    nombre: enEchec.nombre + endormis.nombre,
    bloques: [...enEchec.bloques, ...endormis.bloques],
  };
}

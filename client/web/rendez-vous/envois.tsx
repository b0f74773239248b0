import type { FC } from 'hono/jsx';
import { estAPartir } from '../../../domain/parcours/depart';
import { attenteDite } from '../../affichage/departs';
import { departEnClair, libellesStatutCourrier, titreCourrier } from '../../affichage/libelles';
import type { CourrierVu } from '../../usages/rendez-vous/contexte';

/** The letters of an appointment: those that left, and when the others will. */
export const Envois: FC<{ courriers: readonly CourrierVu[]; fuseau: string }> = ({ courriers, fuseau }) =>
  courriers.length === 0 ? (
    <p>Aucun courrier ne partira.</p>
  ) : (
    <ul>
      {courriers.map((c) => (
        <li>
          {titreCourrier(c.code)} : {depart(c, fuseau)}
        </li>
      ))}
    </ul>
  );

function depart(courrier: CourrierVu, fuseau: string): string {
  const { statut } = courrier;
  if (estAPartir(courrier)) return attenteDite(courrier, fuseau);
  const clair = departEnClair(courrier.depart, fuseau);
  if (statut === 'PERIME') return 'ne partira pas, ce serait trop tard';
  return `${libellesStatutCourrier[statut]} (${clair})`;
}

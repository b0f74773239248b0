import type { FC } from 'hono/jsx';
import type { CourrierRendezVous } from '../../../domain/rendez-vous/agenda';
import { departEnClair, libellesStatutCourrier, titreCourrier } from '../../affichage/libelles';

/** The letters of an appointment: those that left, and when the others will. */
export const Envois: FC<{ courriers: readonly CourrierRendezVous[]; fuseau: string }> = ({ courriers, fuseau }) =>
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

function depart({ statut, depart: quand }: CourrierRendezVous, fuseau: string): string {
  const clair = departEnClair(quand, fuseau);
  if (statut === 'A_VENIR') return `partira le ${clair}`;
  if (statut === 'PERIME') return 'ne partira pas, ce serait trop tard';
  return `${libellesStatutCourrier[statut]} (${clair})`;
}

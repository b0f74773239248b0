import type { FC } from 'hono/jsx';
import { libellesRoles } from '../../../domain/comptes/roles';
import type { Agence } from '../../../domain/dossier/personnes';
import type { Compte } from '../../../registre';
import { Page } from '../commun/gabarit';

/** One account a role, for whoever tries Jalon on this machine. */
export const PageDemonstration: FC<{ comptes: readonly Compte[]; agences: readonly Pick<Agence, 'id' | 'nom'>[] }> = ({
  comptes,
  agences,
}) => (
  <Page titre="Démonstration" boite={false}>
    <h1>Entrer dans la démonstration</h1>
    <p>
      Tout y est inventé. Chaque rôle voit et fait autre chose : le conseiller et le responsable suivent les dossiers de
      leur agence, l’exploitation n’en voit aucun.
    </p>
    {comptes.map(({ id, nom, role, agence }) => (
      <form method="post">
        <input type="hidden" name="compte" value={id} />
        <button type="submit">
          {libellesRoles[role]} : {nom}
          {agence === null ? '' : ` (${agences.find(({ id }) => id === agence)?.nom ?? agence})`}
        </button>
      </form>
    ))}
  </Page>
);

import type { FC } from 'hono/jsx';
import type { Agence, Referent } from '../../../domain/dossier/personnes';
import type { Saisie } from '../../saisie/formulaire';

/** "Maude Lescot (Agence inventée)": a counsellor, and where. */
export const direReferent = (
  { prenom, nom, agence }: Referent,
  agences: readonly Pick<Agence, 'id' | 'nom'>[],
): string => `${prenom} ${nom} (${agences.find(({ id }) => id === agence)?.nom ?? agence})`;

/** Name under which a list sends a dossier that was ticked. */
export const nomCoche = (numero: string): string => `dossier.${numero}`;
const COCHE = /^dossier\.(.+)$/;

/** The dossiers that were ticked in a list. */
export const numerosCoches = (saisie: Saisie): string[] =>
  Object.keys(saisie).flatMap((nom) => COCHE.exec(nom)?.[1] ?? []);

/** The choice of a counsellor, among those known. */
export const ChoixReferent: FC<{
  libelle: string;
  referents: readonly Referent[];
  agences: readonly Pick<Agence, 'id' | 'nom'>[];
}> = ({ libelle, referents, agences }) => (
  <label>
    {libelle}
    <select name="a" required>
      <option value="">Choisir…</option>
      {referents.map((r) => (
        <option value={r.id}>{direReferent(r, agences)}</option>
      ))}
    </select>
  </label>
);

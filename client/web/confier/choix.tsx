import type { FC } from 'hono/jsx';
import type { Agence, Referent } from '../../../domain/dossier/personnes';
import type { Saisie } from '../../saisie/formulaire';
import type { RefusDeSaisie } from '../commun/brouillons';
import { Faute, fautif } from '../commun/faute';

/** "Maude Lescot (Agence inventée)": a counsellor, and where. */
export const direReferent = (
  { prenom, nom, agence }: Referent,
  agences: readonly Pick<Agence, 'id' | 'nom'>[],
): string => `${prenom} ${nom} (${agences.find(({ id }) => id === agence)?.nom ?? agence})`;

/** Name under which a list says which one it is: its address, with what narrowed it. */
export const LISTE = '_liste';

/** Name under which a list sends a dossier that was ticked. */
export const nomCoche = (numero: string): string => `dossier.${numero}`;
/** Name under which a list sends all that it holds, its other pages too. */
export const TOUTE = '_toute';

const COCHE = /^dossier\.(.+)$/;

/** Code of a refusal that speaks of the boxes to tick, and not of the counsellor to choose. */
export const RIEN_DE_COCHE = 'CHAMP_MANQUANT:dossiers';

/** The dossiers that were ticked in a list. */
export const numerosCoches = (saisie: Saisie): string[] =>
  Object.keys(saisie).flatMap((nom) => COCHE.exec(nom)?.[1] ?? []);

/** The choice of a counsellor, among those known. */
export const ChoixReferent: FC<{
  libelle: string;
  referents: readonly Referent[];
  agences: readonly Pick<Agence, 'id' | 'nom'>[];
  /** Id of the one chosen already. */
  choisi?: string | undefined;
  /** Why the last choice was refused. */
  refus?: readonly RefusDeSaisie[] | undefined;
}> = ({ libelle, referents, agences, choisi, refus = [] }) => {
  const phrase = refus.find(({ code }) => code !== RIEN_DE_COCHE)?.phrase ?? null;
  const faute = { id: 'faute-referent', phrase };
  return (
    <label>
      {libelle}
      <select name="a" required {...fautif(faute)}>
        <option value="">Choisir…</option>
        {referents.map((r) => (
          <option value={r.id} selected={r.id === choisi}>
            {direReferent(r, agences)}
          </option>
        ))}
      </select>
      <Faute {...faute} />
    </label>
  );
};

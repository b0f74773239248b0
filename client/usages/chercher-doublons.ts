import { joursEntre } from '../../domain/calendrier/dates';
import { sansDouteLaMeme } from '../../domain/dossier/meme-personne';
import { type PersonneConnue, personnesConnues, type Registre } from '../../registre';

/**
 * Dossiers that are probably about one person: the same names, however they are written and in whatever order, and the same birth
 * within a day; of one agency when it is given. One closed as opened by mistake is about nobody. Each group is in the order in which the dossiers were opened.
 */
export async function chercherDoublons(registre: Registre, agence?: string): Promise<PersonneConnue[][]> {
  const groupes: PersonneConnue[][] = [];
  // In the order of births: only the last ones can still meet the next person.
  let proches: PersonneConnue[][] = [];
  for (const personne of await personnesConnues(registre)) {
    if (personne.parErreur || (agence !== undefined && personne.agence !== agence)) continue;
    proches = proches.filter((groupe) => joursEntre(groupe.at(-1)!.dateNaissance, personne.dateNaissance) <= 1);
    const sien = proches.find((groupe) => groupe.some((autre) => sansDouteLaMeme(decrire(autre), decrire(personne))));
    if (sien !== undefined) sien.push(personne);
    else {
      const seul = [personne];
      groupes.push(seul);
      proches.push(seul);
    }
  }
  return groupes
    .filter((groupe) => groupe.length > 1)
    .map((groupe) => groupe.sort((a, b) => (a.numero < b.numero ? -1 : 1)));
}

const decrire = ({ identite: { prenom, nom }, dateNaissance }: PersonneConnue) => ({ prenom, nom, dateNaissance });

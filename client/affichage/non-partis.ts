import type { NonPartis } from '../../registre';
import { compte, libellesStatutCourrier } from './libelles';

/**
 * Letters due that have not left, by reason, one line each: "- 12 : nouvel essai prévu (ECONNREFUSED à CONN)".
 * @param dus all of them, those that their journey has not begun included
 */
export function nonPartisDits(dus: number, nonPartis: readonly NonPartis[]): string[] {
  const entames = nonPartis.reduce((somme, { nombre }) => somme + nombre, 0);
  const pasEntames = dus - entames;
  const lignes = nonPartis.map(({ statut, erreur, nombre }) => {
    const raison = erreur === null ? '' : ` (${erreur})`;
    return `- ${nombre} : ${libellesStatutCourrier[statut]}${raison}`;
  });
  if (pasEntames > 0) lignes.push(`- ${pasEntames} : pas encore demandé${pasEntames > 1 ? 's' : ''} par le parcours`);
  if (lignes.length === 0) return ['Aucun autre courrier dû n’attend.'];
  const tous = Math.max(dus, entames);
  return [
    `${compte(tous, 'courrier dû que personne ne retient n’est pas encore parti', 'courriers dus que personne ne retient ne sont pas encore partis')} :`,
    ...lignes,
  ];
}

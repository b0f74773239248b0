import { basename } from 'node:path';
import { type Lecture, type Sort, sorts } from './sort';

const compter = <T extends string>(valeurs: readonly T[]): string =>
  [...new Set(valeurs)]
    .sort()
    .map((valeur) => `${valeur} ${valeurs.filter((v) => v === valeur).length}`)
    .join(', ');

/** The report, in Markdown. */
export function rediger(lectures: readonly Lecture[], { date, machine }: { date: string; machine: string }): string {
  const retours = lectures.filter((l) => l.retour);
  const lus = retours.flatMap((l) => (l.rebond ? [l.rebond] : []));
  const autres = lectures.filter((l) => !l.retour);
  const aTort = autres.filter((l) => l.rebond !== null).length;
  return [
    `# Messages revenus, ${date}`,
    '',
    `**Retours lus : ${lus.length} sur ${retours.length}** ; lus à tort parmi ${autres.length} plaintes, absences et réponses : ${aTort}.`,
    '',
    '- Commande : `npm run epreuve -- rebonds <dossier>`',
    `- Rattachables à un courrier par un Message-ID : ${lus.filter((r) => r.messageIds.length > 0).length}`,
    `- Définitifs ou retardés : ${compter(lus.map((r) => r.sorte))}`,
    `- À qui tient le refus : ${compter(lus.map((r) => r.tort))}`,
    `- Machine : ${machine}`,
    '',
    ...parRaison(
      'Non lus, et pourquoi',
      retours.filter((l) => l.rebond === null),
    ),
    ...parRaison(
      'Lus, mais rattachables à aucun courrier, et pourquoi',
      retours.filter((l) => l.rebond !== null && l.sort !== 'LU'),
    ),
  ].join('\n');
}

function parRaison(titre: string, lectures: readonly Lecture[]): string[] {
  const raisons = (Object.keys(sorts) as Sort[]).flatMap((sort) => {
    const siens = lectures.filter((l) => l.sort === sort).map((l) => basename(l.fichier, '.eml'));
    return siens.length === 0 ? [] : [`- ${siens.length} : ${sorts[sort]} (${siens.join(', ')}).`];
  });
  return raisons.length === 0 ? [] : [`## ${titre}`, '', ...raisons, ''];
}

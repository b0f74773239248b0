import type { Rebond } from '../../../commun/rebond';

export interface Lecture {
  fichier: string;
  /** A report of what was not delivered; false: a complaint, an answer. */
  retour: boolean;
  rebond: Rebond | null;
}

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
  const nonLus = retours.filter((l) => l.rebond === null).map((l) => l.fichier);
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
    ...(nonLus.length === 0 ? [] : ['## Non lus', '', nonLus.join(', '), '']),
  ].join('\n');
}

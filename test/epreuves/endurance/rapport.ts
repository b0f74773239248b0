import { ouverture, type Tete } from '../deroulement';
import type { BilanDuLot } from './lot';

export const RIEN: BilanDuLot = {
  ...{ vies: 0, faits: 0, lettres: 0, incertains: 0, doubles: 0, morts: 0, coupures: 0 },
  fautes: [],
};

/** What two lots make together. */
export const ajouter = (un: BilanDuLot, autre: BilanDuLot): BilanDuLot => ({
  vies: un.vies + autre.vies,
  faits: un.faits + autre.faits,
  lettres: un.lettres + autre.lettres,
  incertains: un.incertains + autre.incertains,
  doubles: un.doubles + autre.doubles,
  morts: un.morts + autre.morts,
  coupures: un.coupures + autre.coupures,
  fautes: [...un.fautes, ...autre.fautes],
});

/** The report, in Markdown. */
export const rediger = (bilan: BilanDuLot, tete: Tete & { minutes: number }): string =>
  [
    ...ouverture(
      'Endurance',
      `${bilan.vies} vies menées à leur fin sous les pannes : chacune finit d’accord avec \`calculer\` sur son journal, aucune lettre ne manque.`,
      [
        '- Moteur : le serveur dont le temps saute, tenu en mémoire : le tuer lui ferait tout perdre, il ne l’est pas (sur la grappe : `npm run epreuve -- fautes`)',
        `- Durée : ${tete.minutes.toFixed(1).replace('.', ',')} min`,
      ],
      bilan.fautes,
      tete,
    ),
    '| | |',
    '|---|---:|',
    `| vies menées à leur fin, faits tirés au hasard, tardifs compris | ${bilan.vies} |`,
    `| faits donnés | ${bilan.faits} |`,
    `| fois où les workers sont tués (−9) | ${bilan.morts} |`,
    `| fois où toutes les connexions au registre sont coupées | ${bilan.coupures} |`,
    `| courriers partis | ${bilan.lettres} |`,
    `| dont incertains, et qui le disent | ${bilan.incertains} |`,
    `| e-mails reçus deux fois, tous incertains | ${bilan.doubles} |`,
    '',
  ].join('\n');

/** Millimetres from the top left corner of the page. */
export interface Rectangle {
  gauche: number;
  haut: number;
  droite: number;
  bas: number;
}

/** The envelopes a mail room may use: DL and C6/5, both closed on an A4 sheet folded in three. */
const ENVELOPPES = [
  { largeur: 220, hauteur: 110 },
  { largeur: 229, hauteur: 114 },
];
/**
 * Their window, as French makers cut it (layout of the former NF Z 11-001, kept by NF Z 10-011 for addresses): 45 × 100 mm, 20 mm
 * from the right edge and from the bottom.
 */
const FENETRE = { largeur: 100, hauteur: 45, marge: 20 };
const FEUILLE = { largeur: 210, volet: 99 };

/**
 * The sheet is smaller than its envelope and slides in it: what the window may show at one place or another, and what it shows
 * wherever the sheet lies.
 */
const vues = ENVELOPPES.map(({ largeur, hauteur }) => {
  const [jeuX, jeuY] = [largeur - FEUILLE.largeur, hauteur - FEUILLE.volet];
  const droite = largeur - FENETRE.marge;
  const bas = hauteur - FENETRE.marge;
  const [gauche, haut] = [droite - FENETRE.largeur, bas - FENETRE.hauteur];
  return {
    parfois: { gauche: gauche - jeuX, haut: haut - jeuY, droite: Math.min(droite, FEUILLE.largeur), bas },
    toujours: { gauche, haut, droite: droite - jeuX, bas: bas - jeuY },
  };
});

const lePlus = (cote: keyof Rectangle, quoi: 'parfois' | 'toujours', choisir: (...n: number[]) => number): number =>
  choisir(...vues.map((v) => v[quoi][cote]));

/** Nothing but the address may stand here. */
export const reserve: Rectangle = {
  gauche: lePlus('gauche', 'parfois', Math.min),
  haut: lePlus('haut', 'parfois', Math.min),
  droite: lePlus('droite', 'parfois', Math.max),
  bas: lePlus('bas', 'parfois', Math.max),
};

/** The address stands here; a millimetre is left for the fold. */
const PLI = 1;
export const blocAdresse: Rectangle = {
  gauche: lePlus('gauche', 'toujours', Math.max) + PLI,
  haut: lePlus('haut', 'toujours', Math.max) + PLI,
  droite: lePlus('droite', 'toujours', Math.min),
  bas: lePlus('bas', 'toujours', Math.min),
};

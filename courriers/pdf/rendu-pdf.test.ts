import { ecrire, rendre } from '..';
import { exemple, personnesExemple } from '../exemples';
import { courriel, t } from '../texte';
import { tracer } from './de-test/lecture';
import { rendrePdf } from './rendu-pdf';

/** Drawing operators of the first page. */
function dessin(pdf: Uint8Array): string {
  const texte = Buffer.from(pdf).toString('latin1');
  const debut = texte.indexOf(`\n${/\/Contents (\d+) 0 R/.exec(texte)?.[1]} 0 obj\n`);
  return texte.slice(texte.indexOf('stream\n', debut), texte.indexOf('\nendstream', debut));
}

interface Cadre {
  haut: number;
  bas: number;
  /** Baseline and size of what is written first in it. */
  ligne: number;
  corps: number;
}

/** Clipped rectangles, each with the first line written in it; the page's origin is at the bottom. */
function cadres(contenu: string): Cadre[] {
  const motif = /\nW\nn\n[\s\S]*?1 0 0 -1 [\d.]+ ([\d.]+) cm[\s\S]*?\/f\d+ ([\d.]+) Tf/g;
  return [...contenu.matchAll(motif)].map((m) => {
    const chemin = contenu.slice(contenu.lastIndexOf('q\n', m.index), m.index);
    const hauteurs = [...chemin.matchAll(/[\d.]+ ([\d.]+) [ml]\n/g)].map((p) => Number(p[1]));
    return { haut: Math.max(...hauteurs), bas: Math.min(...hauteurs), ligne: Number(m[1]), corps: Number(m[2]) };
  });
}

/** Ascender of Source Sans 3 (hhea), in ems: no accented capital of French goes higher. */
const ASCENDANTE = 1.024;
const PT_PAR_MM = 72 / 25.4;

describe('le haut de la lettre', () => {
  const personnes = structuredClone(personnesExemple);
  personnes.agence.nom = 'École des Écluses';
  personnes.identite.prenom = 'Élodie';
  const blocs = cadres(dessin(rendre(exemple('C01_PROPOSITION', 'BENEFICIAIRE', { personnes })).pdf));

  it('ne coupe pas les accents des capitales, ni chez l’expéditeur ni dans la fenêtre', () => {
    expect(blocs).toHaveLength(2);
    for (const { haut, ligne, corps } of blocs) expect(haut - ligne).toBeGreaterThanOrEqual(corps * ASCENDANTE);
  });

  it('laisse la fenêtre à sa place : 50 mm sous le haut de la page, 29 mm de haut', () => {
    const fenetre = blocs.find((b) => b.haut < 297 * PT_PAR_MM - 45 * PT_PAR_MM)!;
    expect(297 - fenetre.bas / PT_PAR_MM).toBeCloseTo(79, 0);
  });
});

it('une adresse n’est coupée ni à son trait d’union ni à son point : recopiée, elle serait fausse', () => {
  const lettre = ecrire(exemple('C10_CONTRIBUTION'));
  const adresse = 'l-vasseur-bonnet@agence.example.org';
  const vues = new Set<number>();
  for (let mots = 8; mots <= 16; mots += 1) {
    const accroche = [t`${'mot '.repeat(mots)}, écrivez à ${courriel(adresse)} sans attendre.`];
    const traces = tracer(rendrePdf({ ...lettre, accroche, aFaire: [], interlocuteur: [] }).pdf);
    const lignes = new Set(
      traces.filter(({ texte }) => /vasseur|bonnet|example/.test(texte)).map(({ ligne }) => ligne),
    );
    expect([mots, lignes.size]).toEqual([mots, 1]);
    for (const ligne of lignes) vues.add(ligne);
  }
  // It went from one line to the next on the way.
  expect(vues.size).toBeGreaterThan(1);
});

import { ecrire } from '..';
import type { Contenu } from '../contenu';
import { exemple } from '../exemples';
import { t } from '../texte';
import { tracer } from './de-test/lecture';
import { rendrePdf } from './rendu-pdf';

/** The footer stands below; millimetres. */
const BAS_DU_TEXTE = 274;

const lettre = ecrire(exemple('C01_PROPOSITION'));
const phrase = (rang: number) => t`Phrase ${rang}, d’une seule ligne.`;
const phrases = (nombre: number) => Array.from({ length: nombre }, (_, rang) => phrase(rang + 1));
const vide = { aFaire: [], dates: [], sections: [] };

/** How a letter may end, before its signature; what it says besides grows from one line to more than a page. */
const fins: Record<string, (nombre: number) => Pick<Contenu, 'accroche' | 'aFaire' | 'dates' | 'sections'>> = {
  'une partie': (n) => ({ ...vide, accroche: phrases(n), sections: [{ titre: 'Fin', paragraphes: phrases(1) }] }),
  'une longue partie': (n) => ({
    ...vide,
    accroche: phrases(1),
    sections: [{ titre: 'Fin', paragraphes: phrases(n) }],
  }),
  'un modèle à recopier': (n) => ({
    ...vide,
    accroche: phrases(n),
    sections: [{ titre: 'Modèle', paragraphes: phrases(2), modele: true }],
  }),
  'le tableau des dates': (n) => ({ ...vide, accroche: phrases(n), dates: lettre.dates }),
  'ce qui est à faire': (n) => ({ ...vide, accroche: phrases(n), aFaire: phrases(2) }),
  'les premières phrases': (n) => ({ ...vide, accroche: phrases(n) }),
};

it.each(Object.entries(fins))('une signature n’est jamais seule sur une page, après %s', (_, contenu) => {
  const vues = new Set<number>();
  for (let nombre = 20; nombre <= 72; nombre += 1) {
    const { pdf, pages } = rendrePdf({ ...lettre, ...contenu(nombre) });
    vues.add(pages);
    if (pages === 1) continue;
    const dit = tracer(pdf)
      .filter(({ page, ligne }) => page === pages && ligne < BAS_DU_TEXTE)
      .map(({ texte }) => texte)
      .join(' ');
    expect(dit).toContain('Cordialement');
    expect([nombre, dit.slice(0, dit.indexOf('Cordialement')).trim()]).not.toEqual([nombre, '']);
  }
  // One line at a time, it crossed the foot of two pages.
  expect([...vues]).toEqual([1, 2, 3]);
});

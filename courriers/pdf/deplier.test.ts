import { rendre } from '..';
import { exemple, exemples, personnesExemple } from '../exemples';
import { tracer } from './de-test/lecture';
import { deplierPages } from './deplier';

const latin1 = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');

/** The programs of the fonts that a PDF carries. */
function polices(pdf: Uint8Array): string[] {
  const texte = latin1(pdf);
  return [...texte.matchAll(/\/FontFile2 (\d+) 0 R/g)].map(([, numero]) => {
    const debut = texte.indexOf(`\n${numero} 0 obj\n`);
    return texte.slice(texte.indexOf('stream\n', debut), texte.indexOf('\nendstream', debut));
  });
}

const tous = exemples().map((d) => rendre(d).pdf);
const personnes = structuredClone(personnesExemple);
personnes.identite.nom = 'Dvořák-Łukaszewicz';
const dAilleurs = rendre(exemple('C01_PROPOSITION', 'BENEFICIAIRE', { personnes })).pdf;

describe('le PDF d’une lettre, déplié', () => {
  it('porte les mêmes polices que toutes les lettres du catalogue, à l’octet près', () => {
    expect(new Set(tous.map((pdf) => polices(pdf).length))).toEqual(new Set([2]));
    expect(new Set(tous.flatMap(polices)).size).toBe(2);
  });

  it('porte les siennes pour un nom qui s’écrit autrement, et le dit', () => {
    const siennes = polices(dAilleurs);
    expect(siennes).toHaveLength(2);
    expect(siennes).not.toEqual(polices(tous[0]!));
    expect(tracer(dAilleurs).map(({ texte }) => texte)).toContainEqual(expect.stringContaining('Dvořák-Łukaszewicz'));
  });

  it('ne donne pas à lire le répertoire de ses polices', () => {
    const ecrit = tracer(tous[0]!)
      .map(({ texte }) => texte)
      .join('');
    expect(ecrit).toContain('Zoé Lefèvre');
    expect(ecrit).not.toMatch(/abcdef|ABCDEF|ÀÂÄ/);
  });

  it.each([
    ['d’une page', tous[0]!],
    ['d’un nom d’ailleurs', dAilleurs],
    ['de deux pages', tous.find((pdf) => latin1(pdf).match(/\/Contents \d+ 0 R/g)?.length === 2)!],
  ])('dit où commence chacun de ses objets : lettre %s', (_, pdf) => {
    const texte = latin1(pdf);
    const table = texte.slice(Number(/startxref\n(\d+)\n%%EOF/.exec(texte)![1]));
    expect(table).toMatch(/^xref\n/);
    const places = [...table.matchAll(/(\d{10}) 00000 n\r\n/g)].map((m) => Number(m[1]));
    expect(places.length).toBeGreaterThan(50);
    for (const [i, place] of places.entries()) expect(texte.slice(place)).toMatch(new RegExp(`^${i + 1} 0 obj\n`));
    for (const flux of texte.matchAll(/\/Length (\d+)\n[^>]*>>\nstream\n/g)) {
      const fin = flux.index + flux[0].length + Number(flux[1]);
      expect(texte.slice(fin, fin + 10)).toBe('\nendstream');
    }
  });

  it('ce que Typst n’écrit pas est refusé', () => {
    expect(() => deplierPages(Buffer.from('%PDF-1.7\n'))).toThrow('sans table');
    expect(() => deplierPages(Buffer.from(tous[0]!))).toThrow('n’est pas comprimée');
  });
});

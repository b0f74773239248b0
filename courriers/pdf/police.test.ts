import { readFileSync } from 'node:fs';
import { couverture } from './police';

const lire = (f: string) => couverture(readFileSync(require.resolve(f)));

describe('couverture', () => {
  const latine = lire('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf');
  const large = lire('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');

  it('la police des courriers a tous les signes du français', () => {
    const signes = 'àâäæçéèêëîïôœùûüÿÀÂÇÉÈÊËÎÏÔŒÙÛÜŸ«»–—’“”…€°№ª\u00a0\u202f\u25a1';
    expect([...signes].filter((c) => !latine.has(c.codePointAt(0)!))).toEqual([]);
  });

  it('la police de secours a l’hébreu, l’arabe et le grec, pas le chinois', () => {
    expect([...'אعΩ漢'].map((c) => large.has(c.codePointAt(0)!))).toEqual([true, true, true, false]);
  });
});

import { brotliDecompressSync } from 'node:zlib';
import { continuer, preparerAmorce } from './amorces';

const modele = Array.from(
  { length: 400 },
  (_, i) => `${i * i} mots que tous les courriers de cette sorte disent.`,
).join('\n');
const lettre = Buffer.from(modele.replace('144 mots', 'Zoé Lefèvre'));

describe('une amorce', () => {
  it('suivie de ce qu’on garde d’une lettre, est un flux qui dit le modèle puis la lettre', async () => {
    const amorce = await preparerAmorce(modele);
    const suite = (await continuer(amorce, lettre))!;
    expect(brotliDecompressSync(Buffer.concat([amorce.octets, suite])).toString()).toBe(`${modele}${lettre}`);
    expect(amorce.taille).toBe(Buffer.byteLength(modele));
    expect(suite.length).toBeLessThan(100);
  });

  it('est la même pour le même modèle, une autre pour un autre', async () => {
    const [une, deux, trois] = await Promise.all([modele, modele, `${modele}.`].map(preparerAmorce));
    expect(deux).toEqual(une);
    expect(trois!.sha256).not.toBe(une!.sha256);
  });

  it('sert aussi à ce qui ne lui ressemble pas, et à ce qui est plus long qu’elle', async () => {
    const amorce = await preparerAmorce('court');
    // Longer than what a stream lets out at once.
    const autre = Buffer.from(Array.from({ length: 40_000 }, (_, i) => String((i * 7919) % 10_007)).join());
    const suite = (await continuer(amorce, autre))!;
    const relu = brotliDecompressSync(Buffer.concat([amorce.octets, suite])).subarray(amorce.taille);
    expect(relu.equals(autre)).toBe(true);
  });

  it('ne sert pas quand Brotli ne la refait pas à l’identique : la lettre se garde alors seule', async () => {
    const amorce = await preparerAmorce(modele);
    const dUnAutreBrotli = { ...amorce, octets: Buffer.concat([amorce.octets.subarray(1), amorce.octets]) };
    expect(await continuer(dUnAutreBrotli, lettre)).toBeNull();
  });
});

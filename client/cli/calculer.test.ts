import { once } from 'node:events';
import { PassThrough, Readable, Writable } from 'node:stream';
import { calculerFlux } from './calculer';

const SCENARIO = JSON.stringify({
  dossier: {
    dateRemise: '2025-03-03',
    modeProposition: 'ENTRETIEN_PREALABLE',
    motifRupture: 'LICENCIEMENT_ECONOMIQUE',
    effectifEntreprise: 50,
    dateNaissance: '1985-01-01',
    residence: 'la-reunion',
    joursAffiliation: 400,
    bassinEmploi: 'Saint-Denis, été',
  },
});
const ILLISIBLE = '{"valide":false,"erreurs":["SCENARIO_ILLISIBLE"]}';

async function traiter(...morceaux: (string | Buffer)[]): Promise<string[]> {
  let ecrit = '';
  const sortie = new Writable({
    write(morceau, _, fait) {
      ecrit += morceau;
      fait();
    },
  });
  await calculerFlux(Readable.from(morceaux.map((m) => Buffer.from(m))), sortie);
  expect(ecrit === '' || ecrit.endsWith('\n')).toBe(true);
  return ecrit.split('\n').slice(0, -1);
}

it('rend un résultat par ligne, dans l’ordre, et continue après une ligne illisible', async () => {
  const lignes = await traiter(`${SCENARIO}\n{"dossier":\n\n[]\n${SCENARIO}\r\n`);
  expect(lignes).toHaveLength(5);
  expect(lignes.slice(1, 4)).toEqual([ILLISIBLE, ILLISIBLE, ILLISIBLE]);
  expect(lignes[4]).toBe(lignes[0]);
  expect(JSON.parse(lignes[0] as string).valide).toBe(true);
});
it('la dernière ligne peut ne pas finir', async () => {
  expect(await traiter(`${SCENARIO}\n${SCENARIO}`)).toHaveLength(2);
  expect(await traiter('')).toEqual([]);
});
it('une ligne ou une lettre accentuée peut arriver en deux morceaux', async () => {
  const octets = Buffer.from(`${SCENARIO}\n`);
  const [entier] = await traiter(octets);
  for (const coupe of [1, octets.indexOf('é') + 1, octets.length - 1]) {
    expect(await traiter(octets.subarray(0, coupe), octets.subarray(coupe))).toEqual([entier]);
  }
});
it('répond à une ligne sans attendre la suivante', async () => {
  const entree = new PassThrough();
  const sortie = new PassThrough();
  const fini = calculerFlux(entree, sortie);
  entree.write('null\n');
  const [reponse] = await once(sortie, 'data');
  expect(String(reponse)).toBe(`${ILLISIBLE}\n`);
  entree.end();
  await fini;
});
it('n’écrit pas plus vite que la sortie ne lit', async () => {
  const attentes: number[] = [];
  const lente = new Writable({
    highWaterMark: 1024,
    write(_, __, fait) {
      attentes.push(lente.writableLength);
      setTimeout(fait, 1);
    },
  });
  await calculerFlux(Readable.from([`${SCENARIO}\n`.repeat(600)]), lente);
  expect(attentes.length).toBeGreaterThan(5);
  expect(Math.max(...attentes)).toBeLessThan(100_000);
});
it('une sortie qui casse rend son erreur', async () => {
  const cassee = new Writable({
    highWaterMark: 1,
    write(_, __, fait) {
      fait(new Error('tuyau fermé'));
    },
  });
  await expect(calculerFlux(Readable.from([`${SCENARIO}\n`]), cassee)).rejects.toThrow('tuyau fermé');
});

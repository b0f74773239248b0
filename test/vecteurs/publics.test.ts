import { Readable, Writable } from 'node:stream';
import { calculerFlux } from '../../client/cli/calculer';
import exemples from './public.json';

interface Exemple {
  id: string;
  titre: string;
  scenario: object;
  attendu: Record<string, unknown>;
}

type Objet = Record<string, unknown>;

/** `courriers.CODE`: the dates of that letter; `actualisations.AAAA-MM`: the entry of that month; `a.b` goes down. */
function prendre(resultat: Objet, cle: string): unknown {
  const [racine, suite] = cle.split('.') as [string, string?];
  const liste = (resultat[racine] ?? []) as Objet[];
  if (racine === 'courriers') return liste.filter((c) => c.code === suite).map((c) => c.date);
  if (racine === 'actualisations') return liste.find((a) => a.mois === suite);
  return cle.split('.').reduce<unknown>((o, k) => (o as Objet | null | undefined)?.[k] ?? null, resultat);
}

/** The examples go through the same stream as `jalon calculer`. */
async function calculerTous(scenarios: object[]): Promise<Objet[]> {
  let ecrit = '';
  const sortie = new Writable({
    write(morceau, _, fait) {
      ecrit += morceau;
      fait();
    },
  });
  await calculerFlux(Readable.from([scenarios.map((s) => `${JSON.stringify(s)}\n`).join('')]), sortie);
  return ecrit
    .trimEnd()
    .split('\n')
    .map((ligne) => JSON.parse(ligne));
}

describe('exemples publics travaillés à la main', () => {
  const liste = exemples as unknown as Exemple[];
  let resultats: Objet[];
  beforeAll(async () => {
    resultats = await calculerTous(liste.map(({ scenario }) => scenario));
  });

  it('sont 28, chacun avec son résultat', () => {
    expect(resultats).toHaveLength(28);
  });
  it.each(liste.map((exemple, rang) => ({ ...exemple, rang })))('$id : $titre', ({ attendu, rang }) => {
    const obtenu = Object.fromEntries(Object.keys(attendu).map((cle) => [cle, prendre(resultats[rang] as Objet, cle)]));
    expect(obtenu).toEqual(attendu);
  });
});

import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { ILLISIBLE } from '../domain/parcours/illisible';
import { CodecChiffrant, CodecDesWorkers } from './codec';
import { lireTrousseau } from './trousseau';

const cle = (id: string, n: number) => `${id}:${Buffer.alloc(32, n).toString('base64')}`;
const codec = (...cles: string[]) => new CodecChiffrant(lireTrousseau(cles.join(',')));
const clair = (valeur: unknown): Payload => defaultPayloadConverter.toPayload(valeur)!;
const valeur = (p: Payload | undefined) => defaultPayloadConverter.fromPayload(p!);

it('ce qui est chiffré ne se lit pas et se déchiffre à l’identique', async () => {
  const c = codec(cle('a', 1));
  const [chiffre] = await c.encode([clair({ nom: 'Aliénor Lumière' })]);
  expect(Buffer.from(chiffre!.data!).includes('Lumi')).toBe(false);
  expect(valeur((await c.decode([chiffre!]))[0])).toEqual({ nom: 'Aliénor Lumière' });
});

it('deux chiffrements du même texte diffèrent', async () => {
  const [un, deux] = await codec(cle('a', 1)).encode([clair('x'), clair('x')]);
  expect(Buffer.from(un!.data!).equals(Buffer.from(deux!.data!))).toBe(false);
});

it('une nouvelle clé chiffre, l’ancienne déchiffre encore', async () => {
  const [ancien] = await codec(cle('a', 1)).encode([clair('avant')]);
  const apres = codec(cle('b', 2), cle('a', 1));
  expect(valeur((await apres.decode([ancien!]))[0])).toBe('avant');
  const [neuf] = await apres.encode([clair('après')]);
  expect(Buffer.from(neuf!.metadata!['encryption-key-id']!).toString()).toBe('b');
});

it('une clé absente du trousseau est nommée', async () => {
  const [chiffre] = await codec(cle('perdue', 1)).encode([clair('x')]);
  await expect(codec(cle('b', 2)).decode([chiffre!])).rejects.toThrow('« perdue »');
});

it('ce qui a été altéré est refusé', async () => {
  const c = codec(cle('a', 1));
  const [chiffre] = await c.encode([clair('x')]);
  const data = Buffer.from(chiffre!.data!);
  data[data.length - 1]! ^= 1;
  await expect(c.decode([{ ...chiffre!, data }])).rejects.toThrow();
});

it('ce qui est en clair passe tel quel', async () => {
  const p = clair({ date: '2026-03-03' });
  expect(await codec(cle('a', 1)).decode([p])).toEqual([p]);
});

describe('codec des workers', () => {
  const worker = new CodecDesWorkers(lireTrousseau(cle('b', 2)));
  const parcours = { type: 'workflow', namespace: 'default', workflowId: 'csp-1' } as const;
  const activite = { type: 'activity', namespace: 'default', isLocal: true } as const;
  const illisibles = async (): Promise<[string, Payload][]> => {
    const [perdu] = await codec(cle('perdue', 1)).encode([clair('x')]);
    const tronque = { ...(await worker.encode([clair('x')]))[0]!, data: Buffer.alloc(5) };
    const faux = { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('{"a":') };
    const etrange = { metadata: { encoding: Buffer.from('binary/inconnu') }, data: Buffer.from('x') };
    return [
      ['une autre clé', perdu!],
      ['un message tronqué', tronque],
      ['un texte qui n’est pas du JSON', faux],
      ['un encodage inconnu', etrange],
    ];
  };

  it('ce qu’un parcours reçoit et qui ne se lit pas est dit illisible, le reste se lit', async () => {
    for (const [nom, payload] of await illisibles()) {
      const [lu, suite] = await worker.decode([payload, clair('suite')], parcours);
      expect([nom, valeur(lu)]).toEqual([nom, ILLISIBLE]);
      expect(valeur(suite)).toBe('suite');
    }
  });

  it('ce que prend ou rend une activité échoue toujours', async () => {
    const [perdu] = await codec(cle('perdue', 1)).encode([clair('x')]);
    await expect(worker.decode([perdu!], activite)).rejects.toThrow('« perdue »');
    await expect(worker.decode([perdu!])).rejects.toThrow('« perdue »');
  });
});

it('ce qui est seulement à remplacer n’a pas besoin d’être lu', async () => {
  const [chiffre] = await codec(cle('perdue', 1)).encode([clair('x')]);
  const [lu] = await new CodecDesWorkers(lireTrousseau(cle('b', 2)), true).decode([chiffre!]);
  expect(valeur(lu)).toEqual(ILLISIBLE);
});

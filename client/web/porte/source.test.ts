import { BlockList } from 'node:net';
import { sourceDite } from './source';

const mandataires = new BlockList();
mandataires.addAddress('10.0.0.5');
mandataires.addSubnet('172.16.0.0', 12);
mandataires.addSubnet('fd00::', 8, 'ipv6');
const source = (pair: string | undefined, relaye?: string) => sourceDite(mandataires, { pair, relaye });

it('qui ouvre la connexion, quoi qu’il dise de lui-même', () => {
  expect(source('192.0.2.7')).toBe('192.0.2.7');
  expect(source('192.0.2.7', '198.51.100.1')).toBe('192.0.2.7');
  expect(source(undefined, '198.51.100.1')).toBe('');
  expect(sourceDite(new BlockList(), { pair: '10.0.0.5', relaye: '198.51.100.1' })).toBe('10.0.0.5');
});

it('derrière un mandataire nommé, celui pour qui il parle : le dernier, que nul autre n’a écrit', () => {
  expect(source('10.0.0.5', '198.51.100.1')).toBe('198.51.100.1');
  expect(source('::ffff:10.0.0.5', '203.0.113.9, 198.51.100.1')).toBe('198.51.100.1');
  expect(source('fd00::1', '198.51.100.1, 172.16.3.4')).toBe('198.51.100.1');
});

it('un mandataire qui ne dit personne, ou n’importe quoi, compte pour lui-même', () => {
  for (const relaye of [undefined, '', 'unknown', '10.0.0.5', '198.51.100.1, <script>'])
    expect([relaye, source('10.0.0.5', relaye)]).toEqual([relaye, '10.0.0.5']);
});

it('d’IPv6, le réseau', () => {
  for (const adresse of ['2001:db8:0:1::2', '2001:DB8::1:ffff:0:0:9', '2001:db8:0000:0001:a:b:c:d'])
    expect([adresse, source(adresse)]).toEqual([adresse, '2001:db8:0:1']);
  expect(source('::1')).toBe('0:0:0:0');
});

import { octetsOccupes } from './octets-sqlite';

function entete({ page, pages, libres }: { page: number; pages: number; libres: number }): Buffer {
  const octets = Buffer.alloc(100);
  octets.writeUInt16BE(page, 16);
  octets.writeUInt32BE(pages, 28);
  octets.writeUInt32BE(libres, 36);
  return octets;
}

it('les pages rendues ne comptent pas', () => {
  expect(octetsOccupes(entete({ page: 4_096, pages: 1_000, libres: 250 }))).toBe(750 * 4_096);
});

it('une page de 65 536 octets s’écrit 1', () => {
  expect(octetsOccupes(entete({ page: 1, pages: 3, libres: 0 }))).toBe(3 * 65_536);
});

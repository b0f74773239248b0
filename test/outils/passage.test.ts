import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { ouvrirPassage } from './passage';

it('laisse passer, puis se tait sans raccrocher, puis raccroche et laisse passer de nouveau', async () => {
  const echo = createServer((prise) => prise.pipe(prise)).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  const passage = await ouvrirPassage((echo.address() as AddressInfo).port);
  const dire = async (prise: ReturnType<typeof connect>, mot: string) => {
    prise.write(mot);
    const silence = new Promise<string>((rendre) => setTimeout(rendre, 150, 'rien'));
    return Promise.race([once(prise, 'data').then(([lu]) => String(lu)), silence]);
  };
  try {
    const premiere = connect({ port: passage.port, host: '127.0.0.1' });
    expect(await dire(premiere, 'un')).toBe('un');
    passage.couper();
    expect(await dire(premiere, 'deux')).toBe('rien');
    const pendant = connect({ port: passage.port, host: '127.0.0.1' });
    expect(await dire(pendant, 'trois')).toBe('rien');
    expect([premiere.destroyed, pendant.destroyed]).toEqual([false, false]);
    const fins = [once(premiere, 'close'), once(pendant, 'close')];
    passage.retablir();
    await Promise.all(fins);
    expect(await dire(connect({ port: passage.port, host: '127.0.0.1' }), 'quatre')).toBe('quatre');
  } finally {
    await passage.fermer();
    echo.close();
  }
});

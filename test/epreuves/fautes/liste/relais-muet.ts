import { createServer, type Socket } from 'node:net';
import type { Faute } from '../faute';
import type { Scene } from '../scene';

/** A relay that takes whoever comes, and says nothing, in place of the mailbox. @returns what gives the mailbox back */
export async function taireLeRelais({ grappe }: Scene): Promise<() => Promise<void>> {
  const { boite } = grappe.decor;
  await boite.arreter();
  const prises = new Set<Socket>();
  const trou = createServer((prise) => {
    prises.add(prise);
    prise.on('error', () => undefined);
  });
  await new Promise<void>((pret, rejeter) => {
    trou.once('error', rejeter);
    trou.listen({ port: boite.port, host: '127.0.0.1' }, pret);
  });
  return async () => {
    const ferme = new Promise((fini) => trou.close(fini));
    for (const prise of prises) prise.destroy();
    await ferme;
    await boite.relancer();
  };
}

/** E-mails that some worker is handing over. */
export async function enMain({ lieu }: Scene): Promise<number> {
  const { rows } = await lieu.registre.pool.query<{ n: number }>(
    "select count(*)::int as n from envois where canal = 'EMAIL' and statut = 'EN_REMISE'",
  );
  return rows[0]!.n;
}

export const relaisMuet: Faute = {
  nom: 'relais-muet',
  quoi: 'trou noir SMTP : le relais prend les connexions et se tait',
  dit: /Le relais des e-mails ne répond pas/,
  async provoquer(scene) {
    return { lever: await taireLeRelais(scene) };
  },
};

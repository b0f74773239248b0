import { join } from 'node:path';
import { verifierCoherence } from '../../../../client/usages/verifier-coherence';
import { dateLocale } from '../../../../domain/calendrier/fuseaux';
import { attendreQue } from '../../../outils/pile';
import { administrer, adresseBase } from '../../../outils/serveur-registre';
import { accepter, ouvrirDesParcours } from '../../grappe/parcours';
import { attendreStatut, creerLesComptes, jalon } from '../../restauration/actes';
import { ecrireJournalDuRelais } from '../../restauration/comptes';
import type { Faute } from '../faute';
import type { Scene } from '../scene';

const OUBLIES = 2;
/** Of a journey that is accepted. */
const LETTRES = 3;

/** Hangs up on everyone, and does something to the register's database before they are back. */
async function sansPersonne({ grappe }: Scene, ...ordres: string[]): Promise<void> {
  const { url } = grappe.decor.bases.registre;
  const serveur = adresseBase(url, 'postgres');
  const raccrocher = `select pg_terminate_backend(pid) from pg_stat_activity where datname = 'jalon'`;
  await administrer(serveur, 'ALTER DATABASE jalon ALLOW_CONNECTIONS false');
  await administrer(serveur, raccrocher);
  for (const ordre of ordres)
    await attendreQue(
      ordre,
      () =>
        administrer(serveur, ordre).then(
          () => true,
          // 55006: the last of them is still leaving.
          () => administrer(serveur, raccrocher).then(() => false),
        ),
      30_000,
    );
}

export const copieRendue: Faute = {
  nom: 'copie-rendue',
  quoi: 'une copie du registre rendue par erreur sous des workers au travail : ce qui a suivi la copie est oublié',
  dit: /Tous les courriers sont suspendus/,
  async provoquer(scene) {
    const { lieu, grappe } = scene;
    const { dossier, boite } = grappe.decor;
    await creerLesComptes();
    const oublies = await ouvrirDesParcours(lieu, 'Oubliee', OUBLIES);
    const permettre = 'ALTER DATABASE jalon ALLOW_CONNECTIONS true';
    await sansPersonne(scene, 'CREATE DATABASE copie TEMPLATE jalon', permettre);
    await attendreQue('le registre répond', async () => (await lieu.registre.interroger()) === true, 30_000);
    for (const numero of oublies) await accepter(lieu, numero);
    await attendreStatut(lieu, oublies, 'PARTI', LETTRES * OUBLIES);
    await sansPersonne(
      scene,
      'ALTER DATABASE jalon RENAME TO perdue',
      'ALTER DATABASE copie RENAME TO jalon',
      permettre,
    );
    return {
      // docs/exploitation.md, Sauvegarder et restaurer.
      async lever() {
        await attendreQue(
          'registre et moteur s’accordent',
          async () => (await verifierCoherence(lieu.client, true)).constats.length === 0,
          5 * 60_000,
        );
        const journal = ecrireJournalDuRelais(boite.dossier, join(dossier, 'mail.log'));
        const depuis = ['--depuis', dateLocale(new Date(), 'Europe/Paris')];
        await jalon('exploitante', 'courriers', 'rapprocher', journal, ...depuis, '--appliquer');
        await jalon('exploitante', 'courriers', 'reprendre', '--tout', '--motif', 'comparés');
      },
      async verifier() {
        await attendreStatut(lieu, oublies, 'PARTI', LETTRES * OUBLIES);
        return [];
      },
    };
  },
};

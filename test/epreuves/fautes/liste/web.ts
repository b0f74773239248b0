import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { portLibre } from '../../../../client/local/ports';
import { racine } from '../../../../commun/racine';
import { dateLocale } from '../../../../domain/calendrier/fuseaux';
import { lireDossier } from '../../../../registre';
import { idParcours } from '../../../../workflows/parcours/messages';
import { entrerEnTantQue, type Signee } from '../../../outils/entrer';
import { attendreQue } from '../../../outils/pile';
import { formulairesDe } from '../../../web/formulaires';
import { ouvrirDesParcours } from '../../grappe/parcours';
import type { Faute } from '../faute';
import type { Scene } from '../scene';

/** The web tool as a process, in clear: what is in front of it in production is not what dies here. */
async function lancerWeb({ arrets }: Scene, port: number): Promise<ChildProcess> {
  const web = spawn(process.execPath, [join(racine, 'client/local/lancer.mjs'), 'client/local/servir.ts'], {
    cwd: racine,
    env: {
      ...process.env,
      JALON_PROFIL: 'local',
      JALON_PORT: String(port),
      JALON_METRIQUES: '',
      JALON_METRIQUES_WEB: '',
    },
    stdio: 'ignore',
  });
  arrets.ajouter('Outil web', () => web.kill('SIGKILL'));
  const repond = () =>
    fetch(`http://127.0.0.1:${port}/sante/vie`).then(
      () => true,
      () => false,
    );
  await attendreQue('l’outil web répond', repond, 60_000);
  return web;
}

/** A counsellor's browser: the page that an address leads to, a form sent as it stands but for some fields. */
const naviguer = ({ request }: Signee, base: string) => ({
  lire: async (adresse: string) => (await request(`${base}${adresse}`)).text(),
  poster: (vers: string, champs: Record<string, string>) =>
    request(`${base}${vers}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin', Origin: base },
      body: new URLSearchParams(champs).toString(),
    }),
});

function champs(html: string, page: string, vers: string): Record<string, string> {
  const trouve = formulairesDe(html, page).find((formulaire) => formulaire.vers === vers);
  if (trouve === undefined) throw new Error(`aucun formulaire vers ${vers} dans ${page}`);
  return Object.fromEntries(trouve.champs.map(({ nom, valeur }) => [nom, valeur]));
}

export const webTue: Faute = {
  nom: 'web-tue',
  quoi: 'l’outil web tué (−9) entre le signal d’un fait et sa réponse, puis le formulaire renvoyé',
  dit: null,
  async provoquer(scene) {
    const { registre, client } = scene.lieu;
    const [numero] = (await ouvrirDesParcours(scene.lieu, 'Toile', 1)) as [string];
    const port = await portLibre();
    const web = await lancerWeb(scene, port);
    const base = `http://127.0.0.1:${port}`;
    const app = { fetch: (demande: Request) => fetch(demande) };
    const navigateur = naviguer(await entrerEnTantQue(app, registre, { role: 'CONSEILLER' }, () => new Date()), base);
    const action = `/dossiers/${numero}/evenement`;
    const page = `${action}?type=REPONSE_SALARIE`;
    const date = dateLocale(new Date(), 'Europe/Paris');
    const saisie = { 'champ.date': date, 'champ.reponse': 'ACCEPTATION' };
    const apercu = await navigateur.poster(`${action}/apercu`, {
      ...champs(await navigateur.lire(page), page, `${action}/apercu`),
      ...saisie,
    });
    const brouillon = apercu.headers.get('location');
    const confirmation = champs(
      brouillon === null ? await apercu.text() : await navigateur.lire(brouillon),
      brouillon ?? action,
      action,
    );
    // Nobody answers: the page waits.
    await scene.tuerWorkers();
    const reponse = navigateur.poster(action, confirmation).then(
      ({ status }) => status,
      () => null,
    );
    const poignee = client.workflow.getHandle(idParcours(numero));
    await attendreQue(
      'le fait est au moteur',
      async () =>
        (await poignee.fetchHistory()).events!.some(
          ({ workflowExecutionSignaledEventAttributes: signal }) => signal?.signalName === 'consigner',
        ),
      10_000,
    );
    const mort = once(web, 'exit');
    web.kill('SIGKILL');
    await mort;
    if ((await reponse) !== null) throw new Error('l’outil web avait déjà répondu');
    return {
      async lever() {
        await Promise.all([scene.lancerWorker(), lancerWeb(scene, port)]);
      },
      async verifier() {
        const faits = async () => (await lireDossier(registre, numero))!.journal.length;
        await attendreQue('le fait compte', async () => (await faits()) === 1, 60_000);
        const { status } = await navigateur.poster(action, confirmation);
        const combien = await faits();
        return [
          ...(status === 303 ? [] : [`le formulaire renvoyé est répondu par ${status}`]),
          ...(combien === 1 ? [] : [`${combien} faits au journal au lieu d’un`]),
        ];
      },
    };
  },
};

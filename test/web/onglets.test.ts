import { champsCoordonnees } from '../../client/usages/changer-coordonnees';
import { dateCivile } from '../../domain/calendrier/dates';
import type { Evenement } from '../../domain/faits/evenements';
import { lirePersonnes, listerActions, listerRendezVous } from '../../registre';
import { type Banc, champsDuFormulaire, faitsDe, lirePage, ouvrirBanc, saisir, texteDe } from './banc';

const accord: Evenement = { type: 'REPONSE_SALARIE', date: dateCivile('2025-03-12'), reponse: 'ACCEPTATION' };
const conges = { 'champ.debut': '2025-08-04', 'champ.fin': '2025-08-08' };
const suivi = { sorte: 'SUIVI', mode: 'TELEPHONE', jour: '2025-07-15', heure: '9h30' };

let banc: Banc;
beforeAll(async () => {
  banc = await ouvrirBanc();
});
afterAll(() => banc?.fermer());
afterEach(() => expect(banc.erreurs).toEqual([]));

describe('deux onglets', () => {
  it('le second événement n’est pas enregistré sur un aperçu que le premier a changé : ce qui a changé est dit', async () => {
    const numero = await banc.ouvrir('onglets-evenement', [accord]);
    const base = `/dossiers/${numero}/evenement`;
    const apercevoir = async (champs: Record<string, string>) => {
      const page = await banc.poster(
        `${base}/apercu`,
        await saisir(banc, `${base}?type=CONGES`, `${base}/apercu`, champs),
      );
      return champsDuFormulaire(await page.text(), base);
    };
    const [premier, second] = [
      await apercevoir(conges),
      await apercevoir({ 'champ.debut': '2025-08-11', 'champ.fin': '2025-08-15' }),
    ];
    expect((await banc.poster(base, premier)).status).toBe(303);
    const refus = await banc.poster(base, second);
    const html = await refus.text();
    expect(texteDe(html)).toMatch(
      /Le dossier a changé depuis que vous l’avez vu .* Congés du 04\/08\/2025 au 08\/08\/2025/,
    );
    expect(await faitsDe(banc, numero)).toHaveLength(2);
    expect((await banc.poster(base, champsDuFormulaire(html, base))).status).toBe(303);
    expect(await faitsDe(banc, numero)).toHaveLength(3);
  });

  it('un rendez-vous qui chevauche celui que l’autre onglet a pris est redemandé', async () => {
    const numero = await banc.ouvrir('onglets-rdv', [accord]);
    const base = `/dossiers/${numero}/rendez-vous`;
    const apercevoir = async () => {
      const page = await banc.poster(`${base}/apercu`, await saisir(banc, `${base}/nouveau`, `${base}/apercu`, suivi));
      return champsDuFormulaire(await page.text(), base);
    };
    const [premier, second] = [await apercevoir(), await apercevoir()];
    expect((await banc.poster(base, premier)).status).toBe(303);
    const refus = await banc.poster(base, second);
    const html = await refus.text();
    expect([refus.status, texteDe(html)]).toEqual([400, expect.stringContaining('un avertissement est apparu depuis')]);
    expect(await listerRendezVous(banc.registre, numero)).toHaveLength(1);
    expect((await banc.poster(base, champsDuFormulaire(html, base))).status).toBe(303);
  });

  it('un rendez-vous déplacé par l’autre onglet ne se note ni annulé, ni manqué, ni tenu', async () => {
    const numero = await banc.ouvrir('onglets-sequence', [accord]);
    const base = `/dossiers/${numero}/rendez-vous`;
    await banc.poster(base, {
      ...(await saisir(banc, `${base}/nouveau`, `${base}/apercu`, { ...suivi, heure: '16h30' })),
      _vus: '',
    });
    const { id } = (await listerRendezVous(banc.registre, numero))[0]!;
    const passe = `UPDATE rendez_vous SET debut = '2025-07-09T07:30:00Z' WHERE id = $1`;
    await banc.registre.pool.query(passe, [id]);
    const forms = await Promise.all(
      ['annuler', 'manque', 'tenu'].map(async (acte) => {
        const action = `${base}/${id}/${acte}`;
        return [action, await saisir(banc, action, action, {})] as const;
      }),
    );
    await banc.registre.pool.query('UPDATE rendez_vous SET sequence = sequence + 1 WHERE id = $1', [id]);
    for (const [action, champs] of forms) {
      const refus = await banc.poster(action, champs);
      expect([action, refus.status, texteDe(await refus.text())]).toEqual([
        action,
        400,
        expect.stringContaining('Ce rendez-vous a changé depuis que vous l’avez vu'),
      ]);
    }
    expect((await listerRendezVous(banc.registre, numero))[0]!.statut).toBe('PREVU');
  });

  it('deux coordonnées changées à la fois restent toutes deux ; la même, à deux valeurs, est redemandée', async () => {
    const numero = await banc.ouvrir('onglets-coordonnees', [accord]);
    const page = `/dossiers/${numero}/coordonnees`;
    const ouvrir = () => saisir(banc, page, page, {});
    const [un, deux, trois] = [await ouvrir(), await ouvrir(), await ouvrir()];
    const identite = async () => (await lirePersonnes(banc.registre, numero))!.identite;
    await banc.poster(page, { ...un, 'champ.identite.email': 'une@example.org' });
    await banc.poster(page, { ...deux, 'champ.identite.telephone': '06 39 98 01 09' });
    expect(await identite()).toMatchObject({ email: 'une@example.org', telephone: '06 39 98 01 09' });
    const refus = await banc.poster(page, { ...trois, 'champ.identite.email': 'autre@example.org' });
    const html = await refus.text();
    expect([refus.status, texteDe(html)]).toEqual([
      400,
      expect.stringContaining('a changé depuis que vous l’avez vu : il vaut « une@example.org » maintenant.'),
    ]);
    const revu = champsDuFormulaire(html, page);
    expect(revu['champ.identite.email']).toBe('autre@example.org');
    expect(revu['champ.identite.telephone']).toBe('06 39 98 01 09');
    expect((await banc.poster(page, revu)).status).toBe(303);
    expect(await identite()).toMatchObject({ email: 'autre@example.org', telephone: '06 39 98 01 09' });
    expect(champsCoordonnees.length).toBeGreaterThan(5);
  });

  it('une action du plan se change et se retire, mais pas à la place de ce que l’autre onglet en a fait', async () => {
    const numero = await banc.ouvrir('onglets-plan', [accord]);
    const base = `/dossiers/${numero}/actions`;
    await banc.poster(base, { id: '0123456789abcdef', quoi: 'Envoyer trois CV', pourLe: '2025-07-20' });
    const page = await lirePage(banc, `/dossiers/${numero}`);
    const lien = /href="([^"]+\/actions\/modifier\?action=[^"]+)"/.exec(page.html)![1]!;
    const ouvrir = () => saisir(banc, lien, `${base}/modifier`, {});
    const [un, deux] = [await ouvrir(), await ouvrir()];
    expect(un).toMatchObject({ quoi: 'Envoyer trois CV', pourLe: '20/07/2025' });
    expect((await banc.poster(`${base}/modifier`, { ...un, quoi: 'Envoyer cinq CV', pourLe: '' })).status).toBe(303);
    const plan = async () => (await listerActions(banc.registre, numero)).map(({ quoi, pourLe }) => [quoi, pourLe]);
    expect(await plan()).toEqual([['Envoyer cinq CV', null]]);
    for (const acte of ['modifier', 'retirer']) {
      const refus = await banc.poster(`${base}/${acte}`, { ...deux, quoi: 'Envoyer dix CV' });
      const html = await refus.text();
      expect([refus.status, texteDe(html)]).toEqual([
        400,
        expect.stringMatching(/Cette action du plan a changé .* Le plan dit : Envoyer cinq CV/),
      ]);
      expect(html).toContain('value="Envoyer dix CV"');
    }
    const vide = await banc.poster(`${base}/modifier`, { ...(await ouvrir()), quoi: '' });
    expect([vide.status, texteDe(await vide.text())]).toEqual([
      400,
      expect.stringContaining('Écrivez ce qu’il faut faire'),
    ]);
    const relue = await ouvrir();
    expect((await banc.poster(`${base}/retirer`, relue)).status).toBe(303);
    expect((await banc.poster(`${base}/retirer`, relue)).status).toBe(303);
    expect(await plan()).toEqual([]);
    expect((await lirePage(banc, lien)).statut).toBe(404);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { simpleParser } from 'mailparser';
import { listerMessages } from '../../client/local/boite';
import type { DateCivile } from '../../domain/calendrier/dates';
import {
  ajouterAbsence,
  bloquerCourriers,
  debloquerCourriers,
  deposerTache,
  enregistrerAgence,
  enregistrerReferent,
  pointsDuJour,
} from '../../registre';
import { typePointsDuMatin } from '../../workflows/flotte/messages';
import { fileParcours } from '../../workflows/parcours/messages';
import { peuplerFlotte } from '../outils/flotte';
import { personnesInventees } from '../outils/ouvertures';
import { attendreQue } from '../outils/pile';
import { type Voyage, voyager } from '../outils/voyage';

const le = (instant: string) => new Date(instant);
const jour = (d: string) => d as DateCivile;

describe('les points du matin', () => {
  let voyage: Voyage;
  let numeros: string[];

  /** The run of a day, from 3:00 UTC to an hour at which it is over. */
  const matin = async (date: string, jusqua = '13:00') => {
    const { banc } = voyage;
    await banc.avancer(le(`${date}T03:00:00Z`));
    const poignee = await banc.client.workflow.start(typePointsDuMatin, {
      workflowId: `points-${date}`,
      taskQueue: fileParcours,
      args: [{ v: 1, passes: 0 }],
    });
    await banc.avancer(le(`${date}T${jusqua}:00Z`));
    await attendreQue(
      'la journée est finie',
      async () => (await poignee.describe()).status.name === 'COMPLETED',
      20_000,
    );
  };
  const sorts = async (date: string) =>
    (await pointsDuJour(voyage.banc.registre, jour(date))).map((p) => `${p.referent} ${p.statut} ${p.adresse}`);
  const courriels = async () =>
    (await listerMessages(voyage.banc.boite)).map((m) => `${m.to.replace(/.*<|>.*/g, '')} | ${m.subject}`).sort();
  const dernier = async () => {
    const [message] = await listerMessages(voyage.banc.boite);
    return simpleParser(readFileSync(join(voyage.banc.boite, `${message!.id}.eml`)));
  };

  beforeAll(async () => {
    voyage = await voyager('2026-01-25');
    const { registre } = voyage.banc;
    numeros = await peuplerFlotte(registre, { combien: 4, jour: '2026-01-20' });
    const referent = (id: string, prenom: string, agence: string) =>
      enregistrerReferent(registre, {
        ...{ id, prenom, nom: 'Fictif', email: `${id}@example.org`, telephone: '01 99 00 00 09', agence },
      });
    const { agence } = personnesInventees;
    await enregistrerAgence(registre, {
      ...agence,
      id: 'agence-reunion',
      nom: 'Agence de l’île',
      residence: 'la-reunion',
    });
    await referent('brice', 'Brice', agence.id);
    await referent('chloe', 'Chloé', agence.id);
    await referent('dora', 'Dora', 'agence-reunion');
    const confier = (rang: number, id: string) =>
      registre.db.execute(sql`update dossiers set referent = ${id} where numero = ${numeros[rang - 1]!}`);
    await confier(2, 'brice');
    await confier(3, 'dora');
    // Une tâche en retard chez Maude, une chez Brice, une chez Dora ; Chloé n'a rien.
    for (const [rang, echeance] of [
      [1, '2026-01-12'],
      [2, '2026-01-22'],
      [3, '2026-01-27'],
    ] as const) {
      const tache = {
        cle: `essai/${rang}`,
        numero: numeros[rang - 1]!,
        type: 'ESSAI',
        libelle: 'Rappeler la personne',
      };
      await deposerTache(registre, { ...tache, echeance: jour(echeance) }, le('2026-01-20T09:00:00Z'));
    }
  });
  afterAll(() => voyage?.fermer());

  it('lundi, chacun reçoit le sien à 7 h 30 chez lui ; qui n’a rien n’en reçoit pas', async () => {
    await matin('2026-01-26');
    expect(await sorts('2026-01-26')).toEqual([
      'brice PARTI brice@example.org',
      'chloe SANS_OBJET null',
      'dora PARTI dora@example.org',
      'referente-inventee PARTI maude.lescot@example.org',
    ]);
    const heures = (await pointsDuJour(voyage.banc.registre, jour('2026-01-26'))).map((p) =>
      p.tenteLe.toISOString().slice(11, 16),
    );
    expect(heures).toEqual(['06:30', '06:30', '03:30', '06:30']);
    const recus = await courriels();
    expect(recus).toHaveLength(3);
    expect(recus[0]).toMatch(/^brice@example.org \| Point du matin.: 1.en retard/);
  });

  it('dit le numéro et des initiales, jamais un nom', async () => {
    const { text, html, subject } = await dernier();
    for (const partie of [text!, String(html), subject!]) {
      for (const nom of ['Éloïse', 'Œuvrard', 'example.org']) expect(partie).not.toContain(nom);
    }
    expect(text).toContain('(É. Œ.)');
  });

  it('mardi, Brice absent : Chloé lit pour lui ; Maude et Chloé en chaîne ; la relance ne renvoie rien', async () => {
    const { registre } = voyage.banc;
    const maintenant = await voyage.banc.maintenant();
    const absence = (referent: string, remplacant: string) => ({
      ...{ referent, remplacant, debut: jour('2026-01-27'), fin: jour('2026-01-28') },
    });
    expect(await ajouterAbsence(registre, absence('brice', 'chloe'), 'essai', maintenant)).toMatchObject({
      suite: 'AJOUTEE',
    });
    expect(await ajouterAbsence(registre, absence('brice', 'dora'), 'essai', maintenant)).toEqual({
      suite: 'ABSENCE_EN_DOUBLE',
    });
    expect(await ajouterAbsence(registre, absence('chloe', 'brice'), 'essai', maintenant)).toEqual({
      suite: 'ABSENCE_EN_BOUCLE',
    });
    expect(await ajouterAbsence(registre, absence('chloe', 'inconnu'), 'essai', maintenant)).toEqual({
      suite: 'REFERENT_INCONNU',
      inconnu: 'inconnu',
    });
    expect(await ajouterAbsence(registre, absence('referente-inventee', 'brice'), 'essai', maintenant)).toMatchObject({
      suite: 'AJOUTEE',
    });
    await matin('2026-01-27');
    expect(await sorts('2026-01-27')).toEqual([
      'brice PARTI chloe@example.org',
      'chloe SANS_OBJET null',
      'dora PARTI dora@example.org',
      'referente-inventee PARTI chloe@example.org',
    ]);
    const recus = (await courriels()).filter((c) => c.startsWith('chloe'));
    expect(recus).toHaveLength(2);
    expect(recus.join()).toContain('Point du matin de Brice Fictif');
    expect(recus.join()).toContain('Point du matin de Maude Lescot');
  });

  it('serveur e-mail coupé à 7 h 30, puis tous les courriers suspendus : le point part une fois repris', async () => {
    const { banc } = voyage;
    await banc.avancer(le('2026-01-28T03:00:00Z'));
    await banc.couperSmtp();
    const poignee = await banc.client.workflow.start(typePointsDuMatin, {
      workflowId: 'points-2026-01-28',
      taskQueue: fileParcours,
      args: [{ v: 1, passes: 0 }],
    });
    await banc.avancer(le('2026-01-28T07:00:00Z'));
    expect((await sorts('2026-01-28'))[0]).toBe('brice ECHEC chloe@example.org');
    const tous = { code: null, agence: null, motif: 'copie rendue', par: 'essai' };
    await bloquerCourriers(banc.registre, tous, await banc.maintenant());
    await banc.retablirSmtp();
    await banc.avancer(le('2026-01-28T09:00:00Z'));
    expect((await sorts('2026-01-28')).filter((sort) => sort.includes('PARTI'))).toEqual([]);
    await debloquerCourriers(banc.registre, tous, await banc.maintenant());
    await banc.avancer(le('2026-01-28T10:30:00Z'));
    await attendreQue('tout est parti', async () => (await poignee.describe()).status.name === 'COMPLETED', 20_000);
    expect((await sorts('2026-01-28')).map((s) => s.split(' ')[1])).toEqual(['PARTI', 'SANS_OBJET', 'PARTI', 'PARTI']);
  });

  it('rien un jour férié de la zone', async () => {
    await matin('2026-05-01');
    expect(await sorts('2026-05-01')).toEqual([]);
  });
});

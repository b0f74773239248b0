import { createHash } from 'node:crypto';
import { ajouterJours, dateCivile } from '../../domain/calendrier/dates';
import {
  cloreCourrier,
  completerCourrier,
  courriersDuDossier,
  courriersNonPartis,
  type EnvoiPrepare,
  inscrireOuverture,
  lireContenu,
  lireCourrier,
  preparerCourrier,
  resume,
} from '../../registre';
import { ouverture } from '../outils/ouvertures';
import { ouvrirRegistreDeTest, type RegistreDeTest } from '../outils/registre';

const t0 = new Date('2026-01-12T08:00:00Z');
const t1 = new Date('2026-01-12T08:05:00Z');
const t2 = new Date('2026-01-12T08:10:00Z');
// Every byte value, so that an encoding slip on the way shows.
const pdf = Uint8Array.from({ length: 3_000 }, (_, i) => (i * 31 + (i >> 4)) % 256);
const html = `<p>${'Un paragraphe qui se comprime bien, œuvre à l’appui. '.repeat(200)}</p>`;

let banc: RegistreDeTest;
let numero: string;
let suivant = 0;
beforeAll(async () => {
  banc = await ouvrirRegistreDeTest();
  numero = (await inscrireOuverture(banc.registre, ouverture('courriers'), t0)).numero;
});
afterAll(() => banc?.fermer());

function envoi(reste: Partial<EnvoiPrepare> = {}): EnvoiPrepare {
  suivant += 1;
  const base = ajouterJours(dateCivile('2026-02-01'), suivant);
  const cle = `${numero}/C07_RAPPEL_PSP/BENEFICIAIRE/${base}`;
  return {
    cle,
    numero,
    code: 'C07_RAPPEL_PSP',
    destinataire: 'BENEFICIAIRE',
    base,
    datePrevue: base,
    canal: 'EMAIL',
    adresse: 'eloise.oeuvrard@example.org',
    messageId: `<${cle.replaceAll('/', '.')}@example.org>`,
    objet: 'Votre plan d’action',
    gabarit: 'C07_RAPPEL_PSP@1',
    donnees: { jour: base },
    texte: 'Bonjour,\nvoici un texte.\n',
    html,
    pdf,
    nomPdf: 'plan.pdf',
    ...reste,
  };
}

const sha256 = (octets: Uint8Array | string) => createHash('sha256').update(octets).digest('hex');
const nombreDe = async (table: string): Promise<number> =>
  Number((await banc.registre.pool.query(`SELECT count(*) FROM ${table}`)).rows[0].count);

describe('vie d’un courrier', () => {
  it('s’inscrit avant la remise, se complète après, ne repart jamais', async () => {
    const { registre } = banc;
    const e = envoi();
    expect(await preparerCourrier(registre, e, t0)).toEqual({
      suite: 'A_ENVOYER',
      rang: 1,
      tentative: 1,
      partiLe: null,
      tort: null,
      messageId: e.messageId,
    });
    // Committed before the hand-off: another connection sees it.
    expect(await lireCourrier(registre, e.cle)).toMatchObject({ statut: 'EN_REMISE', partiLe: null });
    await completerCourrier(registre, e.cle, { rang: 1, statut: 'PARTI', reponse: '250 ok' }, t1);
    await completerCourrier(registre, e.cle, { rang: 1, statut: 'PARTI', reponse: '250 encore' }, t2);
    expect(await preparerCourrier(registre, e, t2)).toEqual({
      suite: 'DEJA_PARTI',
      rang: 1,
      tentative: 1,
      partiLe: t1,
      tort: null,
      messageId: e.messageId,
    });
    expect(await lireCourrier(registre, e.cle)).toMatchObject({
      statut: 'PARTI',
      incertain: false,
      partiLe: t1,
      envois: [{ rang: 1, statut: 'PARTI', reponse: '250 ok', messageId: e.messageId, acheveLe: t1, tentatives: 1 }],
    });
  });

  it('après un échec net, la tentative suivante est du même envoi, avec ce qui part ce jour-là', async () => {
    const { registre } = banc;
    const e = envoi();
    await preparerCourrier(registre, e, t0);
    await completerCourrier(registre, e.cle, { rang: 1, statut: 'ECHEC', erreur: 'connexion refusée' }, t0);
    expect(await lireCourrier(registre, e.cle)).toMatchObject({ statut: 'A_REPRENDRE', incertain: false });
    expect(await courriersNonPartis(registre)).toEqual([
      { statut: 'A_REPRENDRE', erreur: 'connexion refusée', nombre: 1 },
    ]);
    const demain = { ...e, texte: 'Bonjour,\nil vous reste un jour de moins.\n' };
    expect(await preparerCourrier(registre, demain, t1)).toMatchObject({ suite: 'A_ENVOYER', rang: 1, tentative: 2 });
    await completerCourrier(registre, e.cle, { rang: 1, statut: 'PARTI', reponse: '250' }, t1);
    const inscrit = await lireCourrier(registre, e.cle);
    expect(inscrit?.envois).toHaveLength(1);
    expect(inscrit?.envois[0]).toMatchObject({ statut: 'PARTI', erreur: null, texteSha256: sha256(demain.texte) });
  });

  it('interrompu entre la remise et son inscription : INCERTAIN, même Message-ID, et le registre s’en souvient', async () => {
    const { registre } = banc;
    const e = envoi();
    await preparerCourrier(registre, e, t0);
    // The process dies here.
    const reprise = await preparerCourrier(registre, { ...e, texte: 'Autre jour, autre texte.' }, t1);
    expect(reprise).toEqual({
      suite: 'INCERTAIN',
      rang: 2,
      tentative: 1,
      partiLe: null,
      tort: null,
      messageId: e.messageId,
    });
    await completerCourrier(registre, e.cle, { rang: 2, statut: 'PARTI', reponse: '250' }, t2);
    const inscrit = await lireCourrier(registre, e.cle);
    expect(inscrit).toMatchObject({ statut: 'PARTI', incertain: true, partiLe: t2 });
    expect(inscrit?.envois.map((x) => [x.rang, x.statut, x.messageId])).toEqual([
      [1, 'INCERTAIN', e.messageId],
      [2, 'PARTI', e.messageId],
    ]);
    // What may have arrived the first time can still be shown.
    expect(inscrit?.envois[0]?.texteSha256).toBe(sha256(e.texte as string));
  });

  it('une tentative crue perdue qui aboutit après coup règle le courrier, sans que rien ne revienne en arrière', async () => {
    const { registre } = banc;
    const e = envoi();
    await preparerCourrier(registre, e, t0);
    await preparerCourrier(registre, e, t1);
    await completerCourrier(registre, e.cle, { rang: 1, statut: 'PARTI', reponse: '250 tardif' }, t1);
    expect(await lireCourrier(registre, e.cle)).toMatchObject({ statut: 'PARTI', partiLe: t1 });
    await completerCourrier(registre, e.cle, { rang: 2, statut: 'ECHEC', erreur: 'coupure' }, t2);
    expect(await lireCourrier(registre, e.cle)).toMatchObject({ statut: 'PARTI', partiLe: t1, incertain: true });
    expect(await preparerCourrier(registre, e, t2)).toMatchObject({ suite: 'DEJA_PARTI', partiLe: t1 });
  });

  it('un échec redit après que la tentative suivante a commencé ne la fait pas passer pour sûrement non partie', async () => {
    const { registre } = banc;
    const e = envoi();
    const echec = { rang: 1, statut: 'ECHEC' as const, erreur: 'connexion refusée' };
    await preparerCourrier(registre, e, t0);
    await completerCourrier(registre, e.cle, echec, t0);
    expect(await preparerCourrier(registre, e, t1)).toMatchObject({ rang: 1, tentative: 2 });
    // The first worker did not know that it had been heard; the second one hands the letter over, and dies.
    await completerCourrier(registre, e.cle, echec, t0);
    expect(await lireCourrier(registre, e.cle)).toMatchObject({
      statut: 'EN_REMISE',
      envois: [{ statut: 'EN_REMISE' }],
    });
    expect(await preparerCourrier(registre, e, t2)).toMatchObject({ suite: 'INCERTAIN', rang: 2 });
    expect(await lireCourrier(registre, e.cle)).toMatchObject({ incertain: true });
  });

  it('deux préparations simultanées : une seule est la première', async () => {
    const e = envoi();
    const suites = await Promise.all([1, 2, 3].map(() => preparerCourrier(banc.registre, e, t0)));
    expect(suites.map((s) => s.suite).sort()).toEqual(['A_ENVOYER', 'INCERTAIN', 'INCERTAIN']);
    expect(suites.map((s) => s.rang).sort()).toEqual([1, 2, 3]);
  });

  it('chaque canal a son envoi : parti par e-mail n’empêche pas la poste', async () => {
    const { registre } = banc;
    const e = envoi();
    await preparerCourrier(registre, e, t0);
    await completerCourrier(registre, e.cle, { rang: 1, statut: 'PARTI', reponse: '250' }, t0);
    const poste: EnvoiPrepare = {
      ...e,
      canal: 'COURRIER',
      adresse: '3 rue des Essais, 99000',
      texte: null,
      html: null,
    };
    expect(await preparerCourrier(registre, poste, t1)).toMatchObject({ suite: 'A_ENVOYER', rang: 2 });
    expect(await lireCourrier(registre, e.cle)).toMatchObject({ statut: 'PARTI', partiLe: t0 });
    await completerCourrier(registre, e.cle, { rang: 2, statut: 'PARTI', reponse: 'lot-1/0001.pdf' }, t2);
    expect(await lireCourrier(registre, e.cle)).toMatchObject({ statut: 'PARTI', partiLe: t0, incertain: false });
    expect(await preparerCourrier(registre, poste, t2)).toMatchObject({ suite: 'DEJA_PARTI', partiLe: t2 });
  });

  it('se clôt sans partir, et ce qui est parti ne peut plus qu’être rectifié', async () => {
    const { registre } = banc;
    const perime = envoi();
    expect(await cloreCourrier(registre, perime, 'PERIME', t0)).toBe('PERIME');
    expect(await cloreCourrier(registre, perime, 'PERIME', t1)).toBe('PERIME');
    expect(await lireCourrier(registre, perime.cle)).toMatchObject({ statut: 'PERIME', majLe: t0, envois: [] });
    const parti = envoi();
    await preparerCourrier(registre, parti, t0);
    await completerCourrier(registre, parti.cle, { rang: 1, statut: 'PARTI', reponse: '250' }, t0);
    expect(await cloreCourrier(registre, parti, 'ANNULE', t1)).toBe('PARTI');
    expect(await cloreCourrier(registre, parti, 'RECTIFIE', t1)).toBe('RECTIFIE');
    expect(await preparerCourrier(registre, parti, t2)).toMatchObject({ suite: 'DEJA_PARTI' });
    expect(await lireCourrier(registre, parti.cle)).toMatchObject({ statut: 'RECTIFIE', partiLe: t0 });
  });

  it('parti par un canal sur deux : il reste à finir, ne s’annule plus, et part quand l’autre a répondu', async () => {
    const { registre } = banc;
    const parti = { rang: 1, statut: 'PARTI' as const, reponse: '250', reste: true };
    const aMoitie = async () => {
      const e = envoi();
      await preparerCourrier(registre, e, t0);
      await completerCourrier(registre, e.cle, parti, t0);
      expect(await lireCourrier(registre, e.cle)).toMatchObject({ statut: 'A_REPRENDRE', partiLe: t0 });
      return e;
    };
    const fini = await aMoitie();
    await preparerCourrier(registre, { ...fini, canal: 'COURRIER' }, t1);
    await completerCourrier(registre, fini.cle, { rang: 2, statut: 'REJETE', erreur: 'refus' }, t1);
    expect(await cloreCourrier(registre, fini, 'PARTI', t2)).toBe('PARTI');
    expect(await lireCourrier(registre, fini.cle)).toMatchObject({ statut: 'PARTI', partiLe: t0 });
    // Its cause is gone: what left became false; it lapsed, or nobody takes the rest: it left all the same.
    expect(await cloreCourrier(registre, await aMoitie(), 'ANNULE', t1)).toBe('RECTIFIE');
    expect(await cloreCourrier(registre, await aMoitie(), 'PERIME', t1)).toBe('PARTI');
    expect(await cloreCourrier(registre, await aMoitie(), 'EN_TACHE', t1)).toBe('PARTI');
    expect(await cloreCourrier(registre, await aMoitie(), 'RETENU', t1)).toBe('A_REPRENDRE');
  });

  it('un canal refusé pour de bon ne reçoit plus rien à cette adresse', async () => {
    const { registre } = banc;
    const e = envoi();
    await preparerCourrier(registre, e, t0);
    await completerCourrier(registre, e.cle, { rang: 1, statut: 'REJETE', erreur: '550' }, t0);
    expect(await preparerCourrier(registre, e, t1)).toMatchObject({ suite: 'REJETE', rang: 1 });
    const corrigee = { ...e, adresse: 'corrigee@example.org' };
    expect(await preparerCourrier(registre, corrigee, t1)).toMatchObject({ suite: 'A_ENVOYER', rang: 2 });
  });

  it('arrêté juste avant la remise : rien n’est tenté, et le registre dit pourquoi', async () => {
    const { registre } = banc;
    for (const verdict of ['RETENU', 'ANNULE'] as const) {
      const e = envoi();
      const suite = await preparerCourrier(registre, e, t0, async () => verdict);
      expect(suite).toEqual({
        ...{ suite: verdict, rang: 0, tentative: 0, partiLe: null },
        ...{ tort: null, messageId: e.messageId },
      });
      expect(await lireCourrier(registre, e.cle)).toMatchObject({ statut: verdict, envois: [] });
    }
  });

  it('un compte rendu d’un envoi inconnu est une erreur, non un oubli', async () => {
    await expect(
      completerCourrier(banc.registre, 'inconnue', { rang: 1, statut: 'PARTI', reponse: '' }, t0),
    ).rejects.toThrow('inconnu du registre');
  });
});

describe('contenus', () => {
  it('reviennent octet pour octet, une seule fois rangés', async () => {
    const { registre } = banc;
    const e = envoi({ pdf: Uint8Array.from([...pdf].reverse()), donnees: { b: 1, a: 'é' } });
    const memes = envoi({ pdf: e.pdf, donnees: e.donnees });
    await preparerCourrier(registre, e, t0);
    const nombre = await nombreDe('contenus');
    await preparerCourrier(registre, memes, t0);
    expect(await nombreDe('contenus')).toBe(nombre);
    const [premier] = (await lireCourrier(registre, e.cle))?.envois ?? [];
    const lire = async (sha: string | null | undefined) => lireContenu(registre, sha ?? '');
    expect(await lire(premier?.pdfSha256)).toEqual({
      type: 'application/pdf',
      octets: Buffer.from(e.pdf as Uint8Array),
    });
    expect((await lire(premier?.htmlSha256))?.octets.toString()).toBe(html);
    expect((await lire(premier?.texteSha256))?.octets.toString()).toBe(e.texte);
    expect((await lire(premier?.donneesSha256))?.octets.toString()).toBe('{"b":1,"a":"é"}');
    expect(premier?.pdfSha256).toBe(sha256(e.pdf as Uint8Array));
    expect(await lire('inconnu')).toBeNull();
  });

  it('disent ce qu’ils ont de plus qu’un semblable, rangé une fois pour tous, et reviennent octet pour octet', async () => {
    const { registre } = banc;
    const formes = (qui: string) => ({
      donnees: { qui, mots: html },
      texte: `Bonjour ${qui},\n${html}`,
      html: `<b>${qui}</b>${html}`,
      pdf: Uint8Array.from([...pdf, ...Buffer.from(qui), ...pdf]),
    });
    const semblable = formes('Personne');
    const [avant, lettres] = [
      await nombreDe('amorces'),
      ['Zoé', 'Anaïs'].map((qui) => envoi({ ...formes(qui), semblable })),
    ];
    await Promise.all(lettres.map((lettre) => preparerCourrier(registre, lettre, t0)));
    await preparerCourrier(registre, envoi({ ...formes('Loïc'), semblable: structuredClone(semblable) }), t0);
    expect(await nombreDe('amorces')).toBe(avant + 4);
    for (const lettre of lettres) {
      const inscrit = (await lireCourrier(registre, lettre.cle))!.envois[0]!;
      const { donneesSha256, texteSha256, htmlSha256, pdfSha256 } = inscrit;
      const attendus = [JSON.stringify(lettre.donnees), lettre.texte!, lettre.html!, lettre.pdf!].map((x) =>
        Buffer.from(x),
      );
      const lus = await Promise.all(
        [donneesSha256, texteSha256, htmlSha256, pdfSha256].map((sha) => lireContenu(registre, sha!)),
      );
      expect(lus.map((lu) => lu?.octets)).toEqual(attendus);
      const { rows } = await registre.pool.query(
        'SELECT length(octets) AS rangee FROM contenus WHERE sha256 = $1 AND amorce IS NOT NULL',
        [pdfSha256],
      );
      expect(rows).toEqual([{ rangee: expect.any(Number) }]);
      expect(rows[0].rangee).toBeLessThan(200);
    }
  });

  it('se compriment quand on y gagne', async () => {
    const { rows } = await banc.registre.pool.query(
      'SELECT taille, length(octets) AS rangee, compression FROM contenus WHERE sha256 = $1',
      [sha256(html)],
    );
    expect(rows).toEqual([{ taille: Buffer.byteLength(html), rangee: expect.any(Number), compression: 'brotli' }]);
    expect(rows[0].rangee).toBeLessThan(rows[0].taille / 10);
  });

  it('abîmés, ne passent pas pour bons', async () => {
    const { registre } = banc;
    const e = envoi({ texte: 'x' });
    await preparerCourrier(registre, e, t0);
    await registre.pool.query(`UPDATE contenus SET octets = 'y' WHERE sha256 = $1`, [sha256('x')]);
    await expect(lireContenu(registre, sha256('x'))).rejects.toThrow('abîmé');
  });

  it('de lettres préparées ensemble ne se bloquent pas', async () => {
    const lettres = Array.from({ length: 40 }, (_, i) => envoi({ html: `${html}${i % 3}`, texte: `texte ${i % 4}` }));
    const suites = await Promise.all(lettres.map((lettre) => preparerCourrier(banc.registre, lettre, t0)));
    expect(new Set(suites.map((s) => s.suite))).toEqual(new Set(['A_ENVOYER']));
  });
});

describe('lectures', () => {
  it('un dossier montre ses courriers dans l’ordre, le résumé les compte', async () => {
    const { registre } = banc;
    const tous = await courriersDuDossier(registre, numero);
    expect(tous).toHaveLength(await nombreDe('courriers'));
    expect(tous.map((c) => c.datePrevue)).toEqual(tous.map((c) => c.datePrevue).sort());
    expect(await courriersDuDossier(registre, 'inconnu')).toEqual([]);
    const { courriers } = await resume(registre);
    expect(courriers.total).toBe(tous.length);
    expect(courriers.incertains).toBe(tous.filter((c) => c.incertain).length);
    expect(courriers.parStatut.PARTI).toBe(tous.filter((c) => c.statut === 'PARTI').length);
  });
});

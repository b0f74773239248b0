import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lireContenu } from '../../registre';
import { personnesInventees } from '../outils/ouvertures';
import { type BancDeRemise, monterBancDeRemise } from '../outils/remise';

let banc: BancDeRemise;
beforeAll(async () => {
  banc = await monterBancDeRemise();
});
afterAll(() => banc?.fermer());
beforeEach(() => {
  banc.relais.recus.length = 0;
  banc.relais.humeur = () => 'PREND';
});

const LE_3_MARS = '2025-03-03T09:00:00.000Z';
const LE_17_MARS = '2025-03-17T09:00:00.000Z';
const C01 = { code: 'C01_PROPOSITION', base: '2025-03-03' };
const C02 = { code: 'C02_RAPPEL_REFLEXION', base: '2025-03-24-7' };
const accord = {
  id: 'accord',
  evenement: { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' },
  auteur: 'essai',
  enregistreLe: '2025-03-10T09:00:00.000Z',
} as never;
const C10 = { code: 'C10_CONTRIBUTION', base: '2025-03-25', destinataire: 'EMPLOYEUR' as const };
const mobile = '06 39 98 00 01';

describe('tous les canaux d’un niveau (C + E)', () => {
  it('la poste et l’e-mail partent, chacun avec ce qu’il porte, et le courrier est parti', async () => {
    const numero = await banc.ouvrir(LE_3_MARS);
    expect(await banc.remettre(numero, C01, LE_3_MARS)).toEqual({ statut: 'PARTI', le: LE_3_MARS });
    expect(await banc.envois(numero, C01)).toEqual(['COURRIER PARTI', 'EMAIL PARTI']);
    expect(await banc.lire(numero, C01)).toMatchObject({ statut: 'PARTI', incertain: false });
    const [papier, courriel] = (await banc.lire(numero, C01)).envois;
    expect(papier).toMatchObject({ texteSha256: null, htmlSha256: null, recommande: false });
    expect(courriel!.pdfSha256).toBe(papier!.pdfSha256);
    // What lies in the mail room is what the register shows.
    const ligne = banc.poste().find((l) => l.cle?.startsWith(numero))!;
    expect(ligne.sha256).toBe(papier!.pdfSha256);
    const pdf = readFileSync(join(banc.dossierPoste, papier!.reponse!));
    expect(pdf).toEqual((await lireContenu(banc.base.registre, papier!.pdfSha256!))!.octets);
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!;
    expect(ligne).toMatchObject({
      recommande: 'non',
      pages: String(pages.length),
      destinataire: expect.stringContaining('Éloïse Œuvrard'),
    });
    expect(await banc.taches(numero)).toEqual([]);
  });

  it('une seconde demande ne remet rien une seconde fois', async () => {
    const numero = await banc.ouvrir(LE_3_MARS);
    await banc.remettre(numero, C01, LE_3_MARS);
    expect(await banc.remettre(numero, C01, LE_17_MARS)).toEqual({ statut: 'PARTI', le: LE_3_MARS });
    expect(banc.relais.recus).toHaveLength(1);
    expect(banc.poste().filter((l) => l.cle?.startsWith(numero))).toHaveLength(1);
  });

  it('un refus définitif de l’e-mail ne renvoie pas la poste : le courrier est parti, une tâche le dit', async () => {
    banc.relais.humeur = () => ({ rcpt: 550 });
    const numero = await banc.ouvrir(LE_3_MARS);
    expect(await banc.remettre(numero, C01, LE_3_MARS)).toMatchObject({ statut: 'PARTI' });
    expect(await banc.envois(numero, C01)).toEqual(['COURRIER PARTI', 'EMAIL REJETE']);
    expect(await banc.lire(numero, C01)).toMatchObject({ statut: 'PARTI' });
    expect(await banc.taches(numero)).toEqual([expect.stringMatching(/^ADRESSE_REJETEE\/EMAIL\/[0-9a-f]{8}$/)]);
    // Asked again, it does not try this address again.
    banc.relais.humeur = () => 'PREND';
    await banc.remettre(numero, C01, LE_17_MARS);
    expect(banc.relais.recus).toHaveLength(0);
  });

  it('un refus passager de l’e-mail attend, la poste est déjà partie et ne repart pas', async () => {
    banc.relais.humeur = () => ({ rcpt: 451 });
    const numero = await banc.ouvrir(LE_3_MARS);
    await expect(banc.remettre(numero, C01, LE_3_MARS)).rejects.toMatchObject({ type: 'COURRIER_NON_REMIS' });
    expect(await banc.lire(numero, C01)).toMatchObject({ statut: 'A_REPRENDRE', partiLe: new Date(LE_3_MARS) });
    expect(await banc.envois(numero, C01)).toEqual(['COURRIER PARTI', 'EMAIL ECHEC']);
    banc.relais.humeur = () => 'PREND';
    expect(await banc.remettre(numero, C01, LE_17_MARS)).toEqual({ statut: 'PARTI', le: LE_3_MARS });
    expect(await banc.envois(numero, C01)).toEqual(['COURRIER PARTI', 'EMAIL PARTI']);
    expect(await banc.lire(numero, C01)).toMatchObject({ statut: 'PARTI', partiLe: new Date(LE_3_MARS) });
    expect(banc.poste().filter((l) => l.cle?.startsWith(numero))).toHaveLength(1);
  });

  it('sans adresse postale l’e-mail part seul, et une seule tâche demande l’adresse pour tous les courriers', async () => {
    const numero = await banc.ouvrir(LE_3_MARS, { identite: { adresse: undefined } });
    expect(await banc.remettre(numero, C01, LE_3_MARS)).toMatchObject({ statut: 'PARTI' });
    await banc.remettre(numero, C01, LE_17_MARS);
    expect(await banc.taches(numero)).toEqual(['ADRESSE_MANQUANTE/COURRIER']);
  });
});

describe('le premier canal qui marche (E > S > C)', () => {
  const restant = { identite: { telephone: mobile } };
  const rappel = async (reste: Parameters<BancDeRemise['ouvrir']>[1]) => {
    const numero = await banc.ouvrir(LE_17_MARS, reste);
    return { numero, issue: await banc.remettre(numero, C02, LE_17_MARS), envois: await banc.envois(numero, C02) };
  };

  it('l’e-mail quand il marche, et rien d’autre', async () => {
    expect(await rappel(restant)).toMatchObject({ issue: { statut: 'PARTI' }, envois: ['EMAIL PARTI'] });
  });

  it('le SMS quand l’adresse e-mail manque', async () => {
    const { numero, ...reste } = await rappel({ identite: { email: undefined, telephone: mobile } });
    expect(reste).toMatchObject({ issue: { statut: 'PARTI' }, envois: ['SMS PARTI'] });
    expect(banc.sms().at(-1)).toMatch(/^\+33639980001\n.+/);
    expect(await banc.taches(numero)).toEqual(['ADRESSE_MANQUANTE/EMAIL']);
  });

  it('le SMS quand l’adresse e-mail est refusée pour de bon, et une tâche', async () => {
    banc.relais.humeur = () => ({ data: 554 });
    const { numero, ...reste } = await rappel(restant);
    expect(reste).toMatchObject({ issue: { statut: 'PARTI' }, envois: ['EMAIL REJETE', 'SMS PARTI'] });
    expect(await banc.taches(numero)).toEqual([expect.stringMatching(/^ADRESSE_REJETEE\/EMAIL/)]);
  });

  it('la poste pour un téléphone fixe sans e-mail', async () => {
    const { envois } = await rappel({ identite: { email: undefined } });
    expect(envois).toEqual(['COURRIER PARTI']);
  });

  it('le canal préféré d’abord', async () => {
    const { envois } = await rappel({ identite: { telephone: mobile, canalPrefere: 'COURRIER' } });
    expect(envois).toEqual(['COURRIER PARTI']);
    expect(banc.relais.recus).toHaveLength(0);
  });

  it('plus rien ne marche : une tâche avec le PDF prêt', async () => {
    const { numero, issue, envois } = await rappel({ identite: { email: undefined, adresse: undefined } });
    expect(issue).toMatchObject({ statut: 'EN_TACHE' });
    expect(envois).toEqual(['COURRIER ECHEC']);
    expect((await banc.lire(numero, C02)).envois[0]!.pdfSha256).not.toBeNull();
    expect(await banc.lire(numero, C02)).toMatchObject({ statut: 'EN_TACHE', partiLe: null });
    expect(await banc.taches(numero)).toEqual([
      'ADRESSE_MANQUANTE/COURRIER',
      'ADRESSE_MANQUANTE/EMAIL',
      'ADRESSE_MANQUANTE/SMS',
      'C02_RAPPEL_REFLEXION/BENEFICIAIRE/2025-03-24-7/COURRIER_A_REMETTRE',
    ]);
  });

  it('une adresse corrigée après un refus est essayée', async () => {
    banc.relais.humeur = (adresse) => (adresse.startsWith('eloise') ? { rcpt: 550 } : 'PREND');
    const { numero, issue } = await rappel({ identite: { adresse: undefined } });
    expect(issue).toMatchObject({ statut: 'EN_TACHE' });
    await banc.base.registre.pool.query(
      `UPDATE identites SET identite = identite || '{"email": "corrigee@example.org"}' WHERE numero = $1`,
      [numero],
    );
    expect(await banc.remettre(numero, C02, LE_17_MARS)).toMatchObject({ statut: 'PARTI' });
    expect(await banc.envois(numero, C02)).toEqual(['EMAIL REJETE', 'COURRIER ECHEC', 'EMAIL PARTI']);
  });
});

describe('un courrier qui décide', () => {
  const decision = {
    signataire: { nom: 'Anselme Exemple', qualite: 'directeur de l’agence inventée' },
    fondement: 'article inventé pour l’essai',
    recours: 'devant une juridiction inventée, dans les deux mois',
  };
  const personnes = { agence: { ...personnesInventees.agence, decisions: { C10_CONTRIBUTION: decision } } };
  const LE_25_MARS = '2025-03-25T09:00:00.000Z';

  it('part en recommandé quand l’agence est l’auteur de l’acte', async () => {
    await banc.base.registre.pool.query(`UPDATE agences SET agence = $1`, [personnes.agence]);
    const numero = await banc.ouvrir(LE_25_MARS, { personnes, journal: [accord] });
    expect(await banc.remettre(numero, C10, LE_25_MARS)).toMatchObject({ statut: 'PARTI' });
    expect((await banc.lire(numero, C10)).envois).toMatchObject([
      { canal: 'COURRIER', statut: 'PARTI', recommande: true },
    ]);
    expect(banc.poste().find((l) => l.cle?.startsWith(numero))).toMatchObject({ recommande: 'oui' });
    await banc.base.registre.pool.query(`UPDATE agences SET agence = $1`, [personnesInventees.agence]);
  });

  it('ordinaire sinon', async () => {
    const numero = await banc.ouvrir(LE_25_MARS, { journal: [accord] });
    await banc.remettre(numero, C10, LE_25_MARS);
    expect((await banc.lire(numero, C10)).envois).toMatchObject([{ canal: 'COURRIER', recommande: false }]);
  });
});

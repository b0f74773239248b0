import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { portLibre } from '../../client/local/ports';
import { ouvrirParcours } from '../../client/usages/ouvrir';
import { messageIdDe, nomDuCourrier } from '../../commun/noms-des-remises';
import { racine } from '../../commun/racine';
import { dateLocale } from '../../domain/calendrier/fuseaux';
import { clePoint } from '../../domain/flotte/point-du-matin';
import { lireCourrier, listerTaches, pointsDuJour } from '../../registre';
import { dossierInvente, personnesInventees } from '../outils/ouvertures';
import { attendreQue, monterPileDeTest, type PileDeTest } from '../outils/pile';
import { lirePoste } from '../outils/sorties';
import { lancer, type OptionsJalon } from './jalon';

jest.setTimeout(180_000);

let pile: PileDeTest;
let portRebonds: number;
beforeAll(async () => {
  portRebonds = await portLibre();
  pile = await monterPileDeTest({ JALON_JOURNAL: 'warn', JALON_REBONDS_PORT: String(portRebonds) });
  await pile.lancerWorker();
});
afterAll(() => pile?.fermer());

const jalon = (ligne: string[], options: OptionsJalon = {}) =>
  lancer(['courriers', ...ligne], { ...options, env: pile.env });
const aujourdhui = dateLocale(new Date(), 'Europe/Paris');

async function ouvrir(prenom: string, reste: object = {}): Promise<{ numero: string; cle: string }> {
  const { numero } = await ouvrirParcours(
    { registre: pile.registre, temporal: pile.client, envoi: 'immediat' },
    {
      dossier: { ...dossierInvente, dateRemise: aujourdhui },
      personnes: { ...personnesInventees, identite: { ...personnesInventees.identite, prenom, ...reste } },
      dateReprise: null,
      evenements: [],
      auteur: 'essai',
    },
  );
  return { numero, cle: `${numero}/C01_PROPOSITION/BENEFICIAIRE/${aujourdhui}` };
}
const statut = async (cle: string) => (await lireCourrier(pile.registre, cle))?.statut ?? null;
const attendre = (cle: string, attendu: string) =>
  attendreQue(`${attendu}`, async () => (await statut(cle)) === attendu, 60_000);

it('suspendre arrête, liste le montre, reprendre fait partir aussitôt', async () => {
  const suspendu = await jalon(['suspendre', '--code', 'C01_PROPOSITION', '--motif', 'coquille']);
  expect([suspendu.statut, suspendu.texte]).toEqual([0, expect.stringContaining('Suspendu : « Proposition du CSP »')]);
  const { numero, cle } = await ouvrir('Suspendue');
  await attendre(cle, 'RETENU');
  const liste = await jalon(['liste']);
  expect(liste.texte).toContain('coquille');
  expect(liste.texte).toContain('1 courrier en attente pour cette raison');
  // Whole, for whoever holds it.
  expect(liste.texte).toContain(`${numero}, Proposition du CSP, bénéficiaire\n  clé : ${cle}\n`);
  expect(JSON.parse((await jalon(['liste', '--json'])).texte)).toMatchObject({
    suspensions: [{ code: 'C01_PROPOSITION', agence: null, par: 'cli' }],
    courriers: [{ cle, statut: 'RETENU' }],
    nonPartis: [],
  });
  const repris = await jalon(['reprendre', '--code', 'C01_PROPOSITION', '--motif', 'corrigée']);
  expect(repris.texte).toContain('1 courrier en attente.');
  await attendre(cle, 'PARTI');
  expect((await jalon(['liste'])).texte).toContain('Rien n’est suspendu, rien n’est retenu.');
});

it('après une copie rendue, ce que le relais et l’index disent parti est retrouvé et ne repart pas', async () => {
  await jalon(['suspendre', '--tout', '--motif', 'copie rendue']);
  const dit = /Tous les courriers sont suspendus depuis \d+ s, par cli : « jalon courriers liste »/;
  // A busy machine may not answer in time.
  const sante = async () => dit.test((await lancer(['sante'], { env: pile.env })).texte);
  await attendreQue('jalon sante le dit', sante, 60_000);
  // All that the register still knows of them: it is to send them.
  const [partie, neuve] = [await ouvrir('Rendue'), await ouvrir('Neuve')];
  for (const { cle } of [partie, neuve]) await attendre(cle, 'RETENU');
  const perdue = `${partie.numero}/C04_ADHESION/BENEFICIAIRE/${aujourdhui}`;
  const journal = join(pile.reglages.donnees, 'mail.log');
  const prise = (cle: string) =>
    `${new Date().toISOString()} relais postfix/cleanup[7]: 4Xk: message-id=${messageIdDe(cle, 'example.org')}\n`;
  const point = { referent: personnesInventees.referent.id, jour: aujourdhui };
  writeFileSync(journal, prise(partie.cle) + prise(perdue) + prise(clePoint(point)));
  const index = join(pile.reglages.donnees, 'index.csv');
  writeFileSync(index, `"${nomDuCourrier(partie.cle)}.pdf";"3 rue des Essais"\n`);
  const rapprocher = (...plus: string[]) => jalon(['rapprocher', journal, index, '--depuis', aujourdhui, ...plus]);

  const bilan = JSON.parse((await rapprocher('--json')).texte);
  expect(bilan.retrouves).toMatchObject([
    { cle: partie.cle, canal: 'EMAIL', source: 'mail.log' },
    { cle: partie.cle, canal: 'COURRIER', source: 'index.csv' },
    { cle: clePoint(point), canal: 'EMAIL', source: 'mail.log' },
  ]);
  expect(bilan.sansPrise).toEqual([neuve.cle]);
  expect(bilan.inconnus).toMatchObject([{ nom: messageIdDe(perdue, 'example.org'), source: 'mail.log' }]);
  expect(await statut(partie.cle)).toBe('RETENU');

  const { texte } = await rapprocher('--appliquer');
  expect(texte).toContain('Déjà partis : 2, c’est noté.');
  expect(texte).toMatch(/Point du matin du +referente-inventee/);
  expect(await pointsDuJour(pile.registre, aujourdhui)).toMatchObject([{ ...point, statut: 'PARTI' }]);
  expect(texte).toMatch(/Sans trace d’un départ, ils partiront à la reprise : 1\.\n- .*\n {2}clé : (\S+)/);
  expect(texte).toContain(`  clé : ${neuve.cle}\n`);
  expect(texte).toContain('Partis depuis ce jour, et que rien ici ne connaît : 1.');
  // The journey asks again, and finds it gone by all its channels.
  await attendre(partie.cle, 'PARTI');
  await jalon(['reprendre', '--tout', '--motif', 'comparés']);
  await attendre(neuve.cle, 'PARTI');
  const recus = (
    await Promise.all(readdirSync(pile.boite).map((nom) => readFile(join(pile.boite, nom), 'utf8')))
  ).join();
  const postes = lirePoste(pile.reglages.poste).map(({ cle }) => cle);
  for (const [{ cle }, fois] of [
    [partie, false],
    [neuve, true],
  ] as const)
    expect([recus.includes(messageIdDe(cle, 'example.org')), postes.includes(cle)]).toEqual([fois, fois]);
  expect((await jalon([partie.numero])).texte).toContain('contenu perdu');
  expect(JSON.parse((await rapprocher('--json')).texte)).toMatchObject({ compares: 0, retrouves: [] });
});

it('rapprocher refuse un jour ou un journal qui n’en est pas un', async () => {
  for (const [ligne, phrase] of [
    [['--depuis', 'hier'], 'n’est pas une date'],
    [['/absent/mail.log', '--depuis', aujourdhui], '/absent/mail.log ne peut pas être lu (ENOENT)'],
    [[], 'l’option --depuis <jour> est obligatoire'],
  ] as const) {
    const { statut: sortie, erreurs } = await jalon(['rapprocher', ...ligne]);
    expect([sortie, erreurs]).toEqual([2, expect.stringContaining(phrase)]);
  }
});

it('un message revenu au port des retours fait rejeter l’adresse ; le même par la commande ne change plus rien', async () => {
  const { numero, cle } = await ouvrir('Revenue');
  await attendre(cle, 'PARTI');
  const envoi = (await lireCourrier(pile.registre, cle))!.envois.find((e) => e.canal === 'EMAIL')!;
  const source = readFileSync(join(racine, 'test/rebonds/postfix.eml'), 'latin1').replace(
    '<0123456789abcdef0123456789abcdef01234567@example.org>',
    envoi.messageId,
  );
  const relais = createTransport({ host: '127.0.0.1', port: portRebonds, ignoreTLS: true });
  await relais.sendMail({ envelope: { from: '', to: 'retours@example.org' }, raw: source });
  const trop = { envelope: { from: '', to: 'retours@example.org' }, raw: Buffer.alloc(6 * 1024 * 1024, 'x\r\n') };
  await expect(relais.sendMail(trop)).rejects.toMatchObject({
    responseCode: 552,
    message: expect.stringContaining('5242880 octets au plus'),
  });
  const lettre = (await lireCourrier(pile.registre, cle))!;
  // The post took it: the letter stays gone.
  expect(lettre.envois.map((e) => `${e.canal} ${e.statut}`)).toEqual(['COURRIER PARTI', 'EMAIL REJETE']);
  expect(lettre.statut).toBe('PARTI');
  expect((await listerTaches(pile.registre, { numero })).map((t) => t.type)).toContain('ADRESSE_REJETEE');

  const commande = await jalon(['rebond'], { entree: source });
  expect([commande.statut, commande.texte]).toEqual([0, expect.stringContaining('parti par un autre canal')]);
  expect(lirePoste(pile.reglages.poste).filter((l) => l.cle === cle)).toHaveLength(1);
  const absence = await jalon(['rebond', join(racine, 'test/rebonds/absence.eml')]);
  expect(absence.texte).toContain('Ce n’est pas un message revenu');
});

it('retenir et libérer refusent ce qui n’a pas de sens, avec leur code', async () => {
  const { cle } = await ouvrir('Partie');
  await attendre(cle, 'PARTI');
  for (const [ligne, code] of [
    [['retenir', cle, '--motif', 'trop tard'], 'COURRIER_DEJA_TRAITE'],
    [['retenir', 'rien', '--motif', 'x'], 'COURRIER_INCONNU'],
    [['liberer', cle], 'COURRIER_NON_RETENU'],
    [['reprendre', '--tout', '--motif', 'x'], 'SUSPENSION_INCONNUE'],
    [['suspendre', '--code', 'C99', '--motif', 'x'], 'CODE_COURRIER_INCONNU'],
    [['suspendre', '--agence', 'ailleurs', '--motif', 'x'], 'AGENCE_INCONNUE:ailleurs'],
  ] as const) {
    const { statut: sortie, erreurs } = await jalon([...ligne]);
    expect([sortie, erreurs]).toEqual([1, expect.stringContaining(code)]);
  }
  for (const [ligne, phrase] of [
    [['suspendre', '--motif', 'x'], 'Dites quels courriers'],
    [['suspendre', '--tout', '--code', 'C05_REFUS', '--motif', 'x'], 'Dites quels courriers'],
    [['suspendre', '--tout'], 'l’option --motif <texte> est obligatoire'],
  ] as const) {
    const { statut: sortie, erreurs } = await jalon([...ligne]);
    expect([sortie, erreurs]).toEqual([2, expect.stringContaining(phrase)]);
  }
  expect((await jalon(['suspendre', '--aide'])).texte).toMatch(/^Utilisation : jalon courriers suspendre/);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listerMessages } from '../../client/local/boite';
import { bloquer, debloquer } from '../../client/usages/bloquer-courriers';
import { depsCourriers } from '../../client/usages/commun/courriers';
import { recevoirRebond } from '../../client/usages/recevoir-rebond';
import { libererCourrier, retenirCourrier } from '../../client/usages/retenir-courrier';
import { racine } from '../../commun/racine';
import { lireCourrier, listerTaches, rebondsDuCourrier } from '../../registre';
import { attendreQue } from '../outils/pile';
import { lirePoste, lireSms } from '../outils/sorties';
import { a9h, type Voyage, voyager } from '../outils/voyage';

let voyage: Voyage;
beforeEach(async () => {
  voyage = await voyager('2025-03-03');
});
afterEach(() => voyage?.fermer());

const cleC02 = (numero: string) => `${numero}/C02_RAPPEL_REFLEXION/BENEFICIAIRE/2025-03-24-7`;
const envois = async (cle: string) =>
  ((await lireCourrier(voyage.banc.registre, cle))?.envois ?? []).map(({ canal, statut }) => `${canal} ${statut}`);

/** A report of the relay, about a letter that really left. */
async function rebondDe(nom: string, cle: string): Promise<Buffer> {
  const envoi = (await lireCourrier(voyage.banc.registre, cle))!.envois.find((e) => e.canal === 'EMAIL')!;
  const source = readFileSync(join(racine, 'test/rebonds', `${nom}.eml`), 'latin1');
  return Buffer.from(
    source.replace(/<0123456789abcdef0123456789abcdef01234567@example\.org>/g, envoi.messageId),
    'latin1',
  );
}

const moteur = () => ({ registre: voyage.banc.registre, temporal: voyage.banc.client });
const deps = () => depsCourriers(moteur());
const recevoir = async (nom: string, cle: string) =>
  recevoirRebond(moteur(), await rebondDe(nom, cle), await voyage.banc.maintenant());

describe('un e-mail qui revient', () => {
  it('l’adresse est rejetée, une tâche la demande, et le courrier part par le canal suivant', async () => {
    const numero = await voyage.ouvrir({ identite: { telephone: '06 39 98 00 01' } });
    await voyage.banc.avancer(a9h('2025-03-18'));
    const cle = cleC02(numero);
    expect(await envois(cle)).toEqual(['EMAIL PARTI']);

    expect(await recevoir('retarde', cle)).toMatchObject({ suite: 'NOTE' });
    expect(await envois(cle)).toEqual(['EMAIL PARTI']);
    expect(await recevoir('postfix', cle)).toMatchObject({ suite: 'REJETE' });
    await voyage.banc.client.workflow.getHandle(`renvoi-${cle}`).result();
    expect(await envois(cle)).toEqual(['EMAIL REJETE', 'SMS PARTI']);
    expect(await lireCourrier(voyage.banc.registre, cle)).toMatchObject({ statut: 'PARTI', incertain: false });
    expect(lireSms(voyage.banc.sms)).toHaveLength(1);
    const adresses = (await listerTaches(voyage.banc.registre, { numero })).filter((t) => t.type === 'ADRESSE_REJETEE');
    expect(adresses.map((t) => t.libelle)).toEqual([
      'Demander l’adresse e-mail de la personne : celle du dossier ne marche plus.',
    ]);

    // The relay says it again: nothing leaves twice.
    expect(await recevoir('gmail', cle)).toMatchObject({ suite: 'REJETE', aRenvoyer: null });
    expect(lireSms(voyage.banc.sms)).toHaveLength(1);
    expect((await rebondsDuCourrier(voyage.banc.registre, cle)).map((r) => [r.sorte, r.code])).toEqual([
      ['RETARDE', '4.4.1'],
      ['DEFINITIF', '5.1.1'],
      ['DEFINITIF', '5.1.1'],
    ]);
  });

  it('parti aussi par la poste, il ne repart pas ; sans autre canal, il devient une tâche', async () => {
    const numero = await voyage.ouvrir({ identite: { adresse: undefined } });
    await voyage.banc.avancer(a9h('2025-03-18'));
    const cle = cleC02(numero);
    expect(await recevoir('exim', cle)).toMatchObject({ suite: 'REJETE', aRenvoyer: { code: 'C02_RAPPEL_REFLEXION' } });
    await voyage.banc.client.workflow.getHandle(`renvoi-${cle}`).result();
    expect(await lireCourrier(voyage.banc.registre, cle)).toMatchObject({ statut: 'EN_TACHE', partiLe: null });
    const taches = await listerTaches(voyage.banc.registre, { numero });
    expect(taches.map((t) => t.type)).toContain('COURRIER_A_REMETTRE');

    const autre = await voyage.ouvrir({ identite: { prenom: 'Autre' }, dossier: { dateRemise: '2025-03-18' } });
    const C01 = `${autre}/C01_PROPOSITION/BENEFICIAIRE/2025-03-18`;
    await attendreQue('la proposition est partie', async () => (await envois(C01)).includes('EMAIL PARTI'), 20_000);
    expect(await recevoir('exchange', C01)).toMatchObject({ suite: 'REJETE', aRenvoyer: null });
    expect(await envois(C01)).toEqual(['COURRIER PARTI', 'EMAIL REJETE']);
    expect(await lireCourrier(voyage.banc.registre, C01)).toMatchObject({ statut: 'PARTI' });
  });

  it('une absence, une réponse, un message d’ailleurs ne changent rien', async () => {
    const numero = await voyage.ouvrir();
    await voyage.banc.avancer(a9h('2025-03-18'));
    const cle = cleC02(numero);
    expect(await recevoir('absence', cle)).toEqual({ suite: 'IGNORE' });
    expect(await recevoir('reponse', cle)).toEqual({ suite: 'IGNORE' });
    const ailleurs = readFileSync(join(racine, 'test/rebonds/postfix.eml'));
    expect(await recevoirRebond(moteur(), ailleurs, new Date())).toEqual({ suite: 'INCONNU' });
    expect(await envois(cle)).toEqual(['EMAIL PARTI']);
  });
});

describe('un courrier retenu ou suspendu', () => {
  const decision = { auteur: 'essai', motif: 'à relire' };

  it('n’est pas parti à son jour, et part aussitôt libéré, sans attendre l’heure suivante', async () => {
    const numero = await voyage.ouvrir();
    const cle = cleC02(numero);
    await voyage.banc.avancer(a9h('2025-03-16'));
    await retenirCourrier(deps(), cle, decision, await voyage.banc.maintenant());
    await voyage.banc.avancer(a9h('2025-03-18'));
    expect(await lireCourrier(voyage.banc.registre, cle)).toMatchObject({ statut: 'RETENU' });
    expect(await listerMessages(voyage.banc.boite)).toHaveLength(1);
    await libererCourrier(deps(), cle, decision, await voyage.banc.maintenant());
    await attendreQue('le rappel est parti', async () => (await envois(cle)).includes('EMAIL PARTI'), 20_000);
    expect(await envois(cle)).toEqual(['EMAIL PARTI']);
    expect((await voyage.banc.maintenant()).getTime()).toBeLessThan(a9h('2025-03-18').getTime() + 1_800_000);
  });

  it('tous les courriers suspendus puis repris : chacun part une fois, rien ne manque', async () => {
    const { registre, maintenant } = voyage.banc;
    const tout = { code: null, agence: null };
    const numero = await voyage.ouvrir();
    await voyage.banc.avancer(a9h('2025-03-16'));
    await bloquer({ registre }, tout, decision, await maintenant());
    await voyage.consigner(numero, '2025-03-17', {
      type: 'REPONSE_SALARIE',
      date: '2025-03-17',
      reponse: 'ACCEPTATION',
    });
    await voyage.banc.avancer(a9h('2025-03-18'));
    expect(await listerMessages(voyage.banc.boite)).toHaveLength(1);
    expect(lirePoste(voyage.banc.poste)).toHaveLength(1);
    expect(await debloquer(deps(), tout, decision, await maintenant())).toBeGreaterThanOrEqual(2);
    await voyage.banc.avancer(a9h('2025-03-19'));
    expect((await voyage.lettres(numero)).filter((lettre) => lettre.startsWith('C04'))).toEqual([
      'C04_ADHESION BENEFICIAIRE 2025-03-17 PARTI',
      'C04_ADHESION EMPLOYEUR 2025-03-17 PARTI',
    ]);
    expect(await listerMessages(voyage.banc.boite)).toHaveLength(3);
    expect(lirePoste(voyage.banc.poste)).toHaveLength(3);
  });
});

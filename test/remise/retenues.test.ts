import { randomUUID } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { bloquer } from '../../client/usages/bloquer-courriers';
import { retenirCourrier } from '../../client/usages/retenir-courrier';
import {
  annulerRendezVous,
  blocagesEnCours,
  creerRendezVous,
  debloquerCourriers,
  deplacerRendezVous,
  liberer,
  lireContenu,
  listerCourriersRetenus,
  retenuesEnCours,
} from '../../registre';
import { type BancDeRemise, cleDe, monterBancDeRemise } from '../outils/remise';

let banc: BancDeRemise;
beforeAll(async () => {
  banc = await monterBancDeRemise();
});
afterAll(() => banc?.fermer());
beforeEach(() => {
  banc.relais.recus.length = 0;
});

const LE_3_MARS = '2025-03-03T09:00:00.000Z';
const LE_17_MARS = '2025-03-17T09:00:00.000Z';
const C01 = { code: 'C01_PROPOSITION', base: '2025-03-03' };
const C02 = { code: 'C02_RAPPEL_REFLEXION', base: '2025-03-24-7' };
const alors = new Date(LE_3_MARS);
const decision = { auteur: 'essai', motif: 'à relire' };

describe('un courrier retenu', () => {
  it('ne part par aucun canal, et part une fois libéré', async () => {
    const { registre } = banc.base;
    const numero = await banc.ouvrir(LE_3_MARS);
    const cle = cleDe(numero, C01);
    expect(await retenirCourrier({ registre }, cle, decision, alors)).toBe(true);
    expect(await retenirCourrier({ registre }, cle, decision, alors)).toBe(false);
    expect(await banc.remettre(numero, C01, LE_3_MARS)).toEqual({ statut: 'RETENU', le: LE_3_MARS });
    expect(await banc.lire(numero, C01)).toMatchObject({ statut: 'RETENU', partiLe: null, envois: [] });
    expect((await listerCourriersRetenus(registre)).map((c) => c.cle)).toEqual([cle]);
    expect(await retenuesEnCours(registre, numero)).toMatchObject([{ cle, motif: 'à relire', par: 'essai' }]);

    expect(await liberer(registre, cle, 'essai', alors)).toEqual({ numero });
    expect(await liberer(registre, cle, 'essai', alors)).toBeNull();
    expect(await banc.remettre(numero, C01, LE_3_MARS)).toMatchObject({ statut: 'PARTI' });
    expect(banc.relais.recus).toHaveLength(1);
  });

  it('retenu entre la poste et l’e-mail, l’e-mail attend et la poste ne repart pas', async () => {
    const { registre } = banc.base;
    const numero = await banc.ouvrir(LE_3_MARS);
    banc.relais.humeur = () => ({ rcpt: 451 });
    await banc.remettre(numero, C01, LE_3_MARS).catch(() => undefined);
    banc.relais.humeur = () => 'PREND';
    await retenirCourrier({ registre }, cleDe(numero, C01), decision, alors);
    // The post has left: the journey is told so, and would rectify it were it cancelled.
    expect(await banc.remettre(numero, C01, LE_17_MARS)).toMatchObject({ statut: 'RETENU', partiel: true });
    await liberer(registre, cleDe(numero, C01), 'essai', alors);
    await banc.remettre(numero, C01, LE_17_MARS);
    expect(await banc.envois(numero, C01)).toEqual(['COURRIER PARTI', 'EMAIL PARTI']);
    expect(banc.poste().filter((l) => l.cle?.startsWith(numero))).toHaveLength(1);
  });

  it('sans aucun canal, il ne devient pas une tâche tant qu’il est retenu, ni quand plus rien ne le veut', async () => {
    const { registre } = banc.base;
    const sansAdresse = { identite: { email: undefined, adresse: undefined } };
    const numero = await banc.ouvrir(LE_3_MARS, sansAdresse);
    await retenirCourrier({ registre }, cleDe(numero, C01), decision, alors);
    expect(await banc.remettre(numero, C01, LE_3_MARS)).toMatchObject({ statut: 'RETENU' });
    expect(await banc.remettre(numero, C02, LE_3_MARS)).toMatchObject({ statut: 'EN_TACHE' });
    expect(await banc.remettre(numero, { ...C02, base: '2031-01-01-7' }, LE_3_MARS)).toMatchObject({
      statut: 'ANNULE',
    });
    expect((await banc.taches(numero)).filter((cle) => cle.endsWith('COURRIER_A_REMETTRE'))).toEqual([
      'C02_RAPPEL_REFLEXION/BENEFICIAIRE/2025-03-24-7/COURRIER_A_REMETTRE',
    ]);
  });

  it('ce qui est parti, ou n’existe pas, ne se retient pas', async () => {
    const { registre } = banc.base;
    const numero = await banc.ouvrir(LE_3_MARS);
    await banc.remettre(numero, C01, LE_3_MARS);
    const retenir = (cle: string) => retenirCourrier({ registre }, cle, decision, alors);
    const refus = (code: string) => expect.objectContaining({ erreurs: [expect.objectContaining({ code })] });
    await expect(retenir(cleDe(numero, C01))).rejects.toEqual(refus('COURRIER_DEJA_TRAITE'));
    await expect(retenir(`${numero}/C01_PROPOSITION/BENEFICIAIRE/2031-01-01`)).rejects.toEqual(
      refus('COURRIER_INCONNU'),
    );
    await expect(retenir('n’importe quoi')).rejects.toEqual(refus('COURRIER_INCONNU'));
  });
});

describe('des courriers suspendus', () => {
  it.each([
    ['par code', { code: 'C01_PROPOSITION', agence: null }, 'RETENU'],
    ['par agence', { code: null, agence: 'agence-inventee' }, 'RETENU'],
    ['par code et agence', { code: 'C01_PROPOSITION', agence: 'agence-inventee' }, 'RETENU'],
    ['tous', { code: null, agence: null }, 'RETENU'],
    ['d’un autre code', { code: 'C05_REFUS', agence: null }, 'PARTI'],
    ['d’un autre code de l’agence', { code: 'C05_REFUS', agence: 'agence-inventee' }, 'PARTI'],
  ] as const)('%s', async (_quoi, portee, attendu) => {
    const { registre } = banc.base;
    const numero = await banc.ouvrir(LE_3_MARS);
    expect(await bloquer({ registre }, portee, decision, alors)).toBe(true);
    expect(await bloquer({ registre }, portee, decision, alors)).toBe(false);
    expect(await blocagesEnCours(registre)).toMatchObject([{ ...portee, motif: 'à relire', par: 'essai' }]);
    expect(await banc.remettre(numero, C01, LE_3_MARS)).toMatchObject({ statut: attendu });
    expect(await debloquerCourriers(registre, { ...portee, motif: 'relu', par: 'essai' }, alors)).toBe(true);
    expect(await debloquerCourriers(registre, { ...portee, motif: 'relu', par: 'essai' }, alors)).toBe(false);
    expect(await banc.remettre(numero, C01, LE_3_MARS)).toMatchObject({ statut: 'PARTI' });
  });

  it('un code ou une agence inconnus se refusent', async () => {
    const { registre } = banc.base;
    const refus = (code: string) => expect.objectContaining({ erreurs: [expect.objectContaining({ code })] });
    await expect(bloquer({ registre }, { code: 'C99', agence: null }, decision, alors)).rejects.toEqual(
      refus('CODE_COURRIER_INCONNU'),
    );
    await expect(bloquer({ registre }, { code: null, agence: 'ailleurs' }, decision, alors)).rejects.toEqual(
      refus('AGENCE_INCONNUE:ailleurs'),
    );
  });
});

describe('ce que le registre a appris depuis la décision d’envoyer', () => {
  const fait = (evenement: object, id = 'fait') =>
    ({ id, evenement, auteur: 'essai', enregistreLe: LE_17_MARS }) as never;

  it('la cause a disparu : rien ne part', async () => {
    const reponse = { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' };
    const numero = await banc.ouvrir(LE_17_MARS, { journal: [fait(reponse)] });
    expect(await banc.remettre(numero, C02, LE_17_MARS)).toMatchObject({ statut: 'ANNULE' });
    expect(banc.relais.recus).toHaveLength(0);
  });

  it('un décès est signalé : rien ne part vers la personne', async () => {
    const reponse = { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' };
    const deces = { type: 'SORTIE', date: '2025-04-02', motif: 'DECES' };
    const LE_3_AVRIL = '2025-04-03T09:00:00.000Z';
    const numero = await banc.ouvrir(LE_3_AVRIL, { journal: [fait(reponse, 'oui'), fait(deces, 'deces')] });
    const C06 = { code: 'C06_CONVOCATION_PRE_BILAN', base: '2025-03-25' };
    const { statut } = await banc.remettre(numero, C06, LE_3_AVRIL);
    expect(['RETENU', 'ANNULE']).toContain(statut);
    expect(banc.relais.recus).toHaveLength(0);
    const C10 = { code: 'C10_CONTRIBUTION', base: '2025-03-25', destinataire: 'EMPLOYEUR' as const };
    expect(await banc.remettre(numero, C10, LE_3_AVRIL)).toMatchObject({ statut: 'PARTI' });
  });
});

describe('un courrier de rendez-vous', () => {
  const planifier = async () => {
    const numero = await banc.ouvrir(LE_3_MARS);
    const id = randomUUID();
    const cadre = {
      debut: '2025-03-24T09:30:00.000Z',
      dureeMinutes: 45,
      mode: 'PRESENTIEL' as const,
      lieu: '1 place du Marché',
      lien: null,
      intitule: null,
    };
    await creerRendezVous(banc.base.registre, { ...cadre, id, numero, sorte: 'PRE_BILAN' }, 'essai', alors);
    return { numero, id, cadre };
  };
  const lettre = (code: string, id: string, rang: string) => ({ code, base: `2025-03-24-${id}-${rang}` });

  it('part avec son invitation, gardée au registre, et la même si l’on renvoie', async () => {
    const { numero, id } = await planifier();
    const convocation = lettre('RDV_CONVOCATION', id, '0');
    expect(await banc.remettre(numero, convocation, LE_3_MARS)).toMatchObject({ statut: 'PARTI' });
    const [envoi] = (await banc.lire(numero, convocation)).envois;
    const ics = (await lireContenu(banc.base.registre, envoi!.icsSha256!))!;
    expect(ics.type).toBe('text/calendar');
    expect(ics.octets.toString()).toMatch(/METHOD:REQUEST[\s\S]*SEQUENCE:0/);
    const jointes = (await simpleParser(banc.relais.recus[0]!.source)).attachments;
    expect(jointes.filter((j) => /calendar|ics/.test(j.contentType)).map((j) => j.content.toString())).toContain(
      ics.octets.toString(),
    );
  });

  it('déplacé ou annulé entre-temps : l’ancienne convocation ne part plus, la nouvelle oui', async () => {
    const { registre } = banc.base;
    const { numero, id, cadre } = await planifier();
    await deplacerRendezVous(registre, id, { ...cadre, debut: '2025-03-24T13:00:00.000Z' }, 'essai', alors);
    expect(await banc.remettre(numero, lettre('RDV_CONVOCATION', id, '0'), LE_3_MARS)).toMatchObject({
      statut: 'ANNULE',
    });
    expect(await banc.remettre(numero, lettre('RDV_DEPLACE', id, '1'), LE_3_MARS)).toMatchObject({ statut: 'PARTI' });
    await annulerRendezVous(registre, id, 'essai', alors);
    expect(await banc.remettre(numero, lettre('RDV_RAPPEL', id, '1-7'), LE_3_MARS)).toMatchObject({ statut: 'ANNULE' });
    const annulation = lettre('RDV_ANNULE', id, '2');
    expect(await banc.remettre(numero, annulation, LE_3_MARS)).toMatchObject({ statut: 'PARTI' });
    expect(banc.relais.recus.at(-1)!.source).toMatch(/method=CANCEL/);
  });

  it('d’un autre dossier, ou disparu : rien ne part', async () => {
    const { id } = await planifier();
    const autre = await banc.ouvrir(LE_3_MARS);
    expect(await banc.remettre(autre, lettre('RDV_CONVOCATION', id, '0'), LE_3_MARS)).toMatchObject({
      statut: 'ANNULE',
    });
    expect(await banc.remettre(autre, lettre('RDV_CONVOCATION', 'inconnu', '0'), LE_3_MARS)).toMatchObject({
      statut: 'ANNULE',
    });
  });
});

import { listerMessages } from '../../client/local/boite';
import { lireCourrier, listerTaches } from '../../registre';
import { lirePoste } from '../outils/sorties';
import { a9h, type Voyage, voyager } from '../outils/voyage';

// Dozens of attempts, each a turn of the clock-skipping server: 20 s on two idle cores, over a minute on busy ones.
jest.setTimeout(180_000);

describe('le serveur SMTP refuse pendant un jour, puis revient', () => {
  let voyage: Voyage;
  beforeAll(async () => {
    voyage = await voyager('2025-03-03');
  });
  afterAll(() => voyage?.fermer());

  it('chaque courrier arrive une fois, aucune échéance n’est en retard, le rappel devenu inutile le dit', async () => {
    const numero = await voyage.ouvrir();
    // Du 21 au 25 mars : le rappel J−2 (21 mars) perd son utilité le 24 au soir, la convocation du 25 attend.
    await voyage.banc.avancer(a9h('2025-03-20'));
    await voyage.banc.couperSmtp();
    await voyage.banc.avancer(a9h('2025-03-24'));
    await voyage.consigner(numero, '2025-03-24', {
      type: 'REPONSE_SALARIE',
      date: '2025-03-24',
      reponse: 'ACCEPTATION',
    });
    await voyage.banc.avancer(a9h('2025-03-25'));
    expect(await voyage.situation(numero)).toMatchObject({ etat: 'EN_CSP' });
    expect((await voyage.vue(numero)).etape).toBe('EN_CSP');
    await voyage.banc.retablirSmtp();
    await voyage.banc.avancer(a9h('2025-03-26'));

    expect(await voyage.lettres(numero)).toEqual([
      'C01_PROPOSITION BENEFICIAIRE 2025-03-03 PARTI',
      'C02_RAPPEL_REFLEXION BENEFICIAIRE 2025-03-17 PARTI',
      'C02_RAPPEL_REFLEXION BENEFICIAIRE 2025-03-21 PERIME',
      'C04_ADHESION BENEFICIAIRE 2025-03-24 PARTI',
      'C04_ADHESION EMPLOYEUR 2025-03-24 PARTI',
      'C06_CONVOCATION_PRE_BILAN BENEFICIAIRE 2025-03-25 PARTI',
      'C10_CONTRIBUTION EMPLOYEUR 2025-03-25 PARTI',
    ]);
    const sujets = (await listerMessages(voyage.banc.boite)).map((m) => `${m.to} ${m.subject}`);
    expect(sujets).toHaveLength(5);
    expect(new Set(sujets).size).toBe(5);
    // The post did not wait: each paper is in the folder of its day, once.
    expect(lirePoste(voyage.banc.poste).map(({ jour, cle }) => `${jour} ${cle.split('/')[1]}`)).toEqual([
      '2025-03-03 C01_PROPOSITION',
      '2025-03-24 C04_ADHESION',
      '2025-03-24 C04_ADHESION',
      '2025-03-25 C10_CONTRIBUTION',
    ]);
    const perime = (await voyage.situation(numero))!.courriers.find((c) => c.statut === 'PERIME');
    expect(perime).toMatchObject({ code: 'C02_RAPPEL_REFLEXION', utileJusquau: '2025-03-24' });
  });

  it('un essai est daté de son heure, quel que soit le temps passé depuis le précédent', async () => {
    await voyage.banc.couperSmtp();
    const numero = await voyage.ouvrir({
      dossier: { dateRemise: '2025-03-26', dateEngagementProcedure: '2025-03-10' },
    });
    const { banc } = voyage;
    const cle = `${numero}/C01_PROPOSITION/BENEFICIAIRE/2025-03-26`;
    const courriel = async () =>
      (await lireCourrier(banc.registre, cle))!.envois.find(({ canal }) => canal === 'EMAIL')!;
    const apres = (minutes: number) => new Date(a9h('2025-03-26').getTime() + minutes * 60_000);
    await banc.avancer(apres(4));
    expect(await courriel()).toMatchObject({ statut: 'ECHEC' });
    await banc.retablirSmtp();
    await banc.avancer(apres(12));
    const { statut, acheveLe } = await courriel();
    expect(statut).toBe('PARTI');
    expect(acheveLe!.getTime()).toBeGreaterThan(apres(4).getTime());
  });
});

describe('le serveur SMTP refuse pendant deux jours, autour de la fin du CSP', () => {
  let voyage: Voyage;
  beforeAll(async () => {
    voyage = await voyager('2025-03-03');
  });
  afterAll(() => voyage?.fermer());

  it('le CSP se termine à son jour, la poste et les tâches aussi, et les e-mails arrivent après', async () => {
    const numero = await voyage.ouvrir();
    await voyage.consigner(numero, '2025-03-10', {
      type: 'REPONSE_SALARIE',
      date: '2025-03-10',
      reponse: 'ACCEPTATION',
    });
    await voyage.consigner(numero, '2025-03-31', { type: 'PRE_BILAN_REALISE', date: '2025-03-31' });
    await voyage.consigner(numero, '2025-04-28', { type: 'PSP_VALIDE', date: '2025-04-28' });
    await voyage.consigner(numero, '2025-07-10', { type: 'POINT_ETAPE_REALISE', date: '2025-07-10' });
    await voyage.banc.avancer(a9h('2026-03-23'));
    const recus = (await listerMessages(voyage.banc.boite)).length;
    await voyage.banc.couperSmtp();
    await voyage.banc.avancer(a9h('2026-03-26'));

    expect(await voyage.situation(numero)).toMatchObject({ etat: 'TERMINE' });
    const C14 = `${numero}/C14_CESSATION_INSCRIPTION/BENEFICIAIRE/2026-03-25`;
    const { registre } = voyage.banc;
    expect(await lireCourrier(registre, C14)).toMatchObject({
      statut: 'A_REPRENDRE',
      envois: [
        { canal: 'COURRIER', statut: 'PARTI' },
        { canal: 'EMAIL', statut: 'ECHEC' },
      ],
    });
    expect(lirePoste(voyage.banc.poste).find(({ cle }) => cle === C14)?.jour).toBe('2026-03-25');
    const taches = await listerTaches(registre, { numero });
    expect(taches.map(({ type, creeLe }) => `${type} ${creeLe.toISOString().slice(0, 13)}`)).toContain(
      'ECHEANCE_DEPASSEE 2026-03-24T23',
    );
    expect(await listerMessages(voyage.banc.boite)).toHaveLength(recus);

    await voyage.banc.retablirSmtp();
    // Tried again every four hours; the next reminder is due the day after.
    await voyage.banc.avancer(new Date(a9h('2026-03-26').getTime() + 8 * 3_600_000));
    const lettre = await lireCourrier(registre, C14);
    expect(lettre).toMatchObject({ statut: 'PARTI', incertain: false });
    expect(lettre!.envois.map(({ canal, statut }) => `${canal} ${statut}`)).toEqual(['COURRIER PARTI', 'EMAIL PARTI']);
    expect(await listerMessages(voyage.banc.boite)).toHaveLength(recus + 1);
    expect(lirePoste(voyage.banc.poste).filter(({ cle }) => cle === C14)).toHaveLength(1);
  });
});

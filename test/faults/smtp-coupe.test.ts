import { listerMessages } from '../../client/local/boite';
import { a9h, type Voyage, voyager } from '../outils/voyage';

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
    expect(sujets).toHaveLength(6);
    expect(new Set(sujets).size).toBe(6);
    const perime = (await voyage.situation(numero))!.courriers.find((c) => c.statut === 'PERIME');
    expect(perime).toMatchObject({ code: 'C02_RAPPEL_REFLEXION', utileJusquau: '2025-03-24' });
  });
});

import { listerMessages } from '../../client/local/boite';
import { a9h, type Voyage, voyager } from '../outils/voyage';

describe('une règle corrigée entre deux vies du worker, sans mémoire du worker', () => {
  let voyage: Voyage;
  beforeAll(async () => {
    voyage = await voyager('2025-03-03', { reglages: { cacheParcours: 0 } });
  });
  afterAll(() => voyage?.fermer());

  it('ce qui est parti reste comme il est parti, la suite obéit à la règle corrigée', async () => {
    const numero = await voyage.ouvrir();
    await voyage.consigner(numero, '2025-03-10', {
      type: 'REPONSE_SALARIE',
      date: '2025-03-10',
      reponse: 'ACCEPTATION',
    });
    await voyage.banc.avancer(a9h('2025-03-28'));
    const avant = await voyage.lettres(numero);
    expect(avant.at(-1)).toBe('C10_CONTRIBUTION EMPLOYEUR 2025-03-25 PARTI');
    expect((await voyage.situation(numero))!.resultat.echeancePreBilan).toBe('2025-04-02');

    // 10 jours au lieu de 8 pour le pré-bilan, convocations 20 jours avant au lieu de 10.
    await voyage.banc.relancerWorkers({ preBilanJours: 10, convocationJoursAvant: 20 });
    await voyage.consigner(numero, '2025-03-31', { type: 'PRE_BILAN_REALISE', date: '2025-03-31' });
    await voyage.banc.avancer(a9h('2025-04-20'));
    const apres = await voyage.lettres(numero);
    expect(apres.slice(0, avant.length)).toEqual(avant);
    expect(apres.slice(avant.length)).toEqual(['C07_CONVOCATION_PSP BENEFICIAIRE 2025-04-10 PARTI']);
    expect((await voyage.situation(numero))!.resultat.echeancePreBilan).toBe('2025-04-04');
    // One of them, the contribution, goes by post only.
    expect(await listerMessages(voyage.banc.boite)).toHaveLength(avant.length);
  });
});

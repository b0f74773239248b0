import { listerTaches } from '../../registre';
import { type Voyage, voyager } from '../outils/voyage';

describe('le silence et la reprise', () => {
  let voyage: Voyage;
  beforeAll(async () => {
    voyage = await voyager('2025-06-02');
  });
  afterAll(() => voyage?.fermer());

  it('un silence vaut refus, après une question au référent et deux jours ouvrés de retenue', async () => {
    const numero = await voyage.ouvrir({ dossier: { dateRemise: '2025-06-02' } });
    await voyage.fin(numero);
    expect(await voyage.lettres(numero)).toEqual([
      'C01_PROPOSITION BENEFICIAIRE 2025-06-02 PARTI',
      'C02_RAPPEL_REFLEXION BENEFICIAIRE 2025-06-16 PARTI',
      'C02_RAPPEL_REFLEXION BENEFICIAIRE 2025-06-20 PARTI',
      'C05_REFUS BENEFICIAIRE 2025-06-24 PARTI',
      'C05_REFUS EMPLOYEUR 2025-06-24 PARTI',
    ]);
    const situation = (await voyage.situation(numero))!;
    expect(situation).toMatchObject({ etat: 'REFUSE', cause: 'REFUS_TACITE', ecouteJusquau: '2025-09-22' });
    const refus = situation.courriers.filter((c) => c.code === 'C05_REFUS');
    expect(refus.map((c) => c.le?.slice(0, 13))).toEqual(['2025-06-25T22', '2025-06-25T22']);
    const [question] = await listerTaches(voyage.banc.registre, { numero });
    expect(question).toMatchObject({ type: 'BULLETIN_RECU', echeance: '2025-06-23' });
    expect(question?.creeLe.toISOString()).toMatch(/^2025-06-22T22:00:00/);
  });

  it('une reprise n’envoie rien de ce qui précède sa date', async () => {
    const jour = (await voyage.banc.maintenant()).toISOString().slice(0, 10);
    expect(jour > '2025-09-01').toBe(true);
    const numero = await voyage.ouvrir({
      dossier: { dateRemise: '2025-03-03' },
      identite: { prenom: 'Reprise' },
      evenements: [{ type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' }],
      dateReprise: jour,
    });
    await voyage.fin(numero);
    const lettres = await voyage.lettres(numero);
    expect(lettres.slice(0, 2)).toEqual([
      'PRIME_DERNIER_MOIS BENEFICIAIRE 2025-12-24 PARTI',
      'C09_CONVOCATION_BILAN BENEFICIAIRE 2026-01-15 PARTI',
    ]);
    expect(lettres.filter((lettre) => lettre.endsWith('PARTI'))).toHaveLength(7);
    expect(lettres.at(-1)).toContain('RELANCE_REINSCRIPTION');
    expect(await voyage.situation(numero)).toMatchObject({ etat: 'NON_REINSCRIT' });
  });
});

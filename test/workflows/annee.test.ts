import { listerMessages } from '../../client/local/boite';
import { lirePoste } from '../outils/sorties';
import { type Voyage, voyager } from '../outils/voyage';

describe('une année de parcours sur le serveur qui saute le temps', () => {
  let voyage: Voyage;
  beforeAll(async () => {
    voyage = await voyager('2025-03-03');
  });
  afterAll(() => voyage?.fermer());

  it('va de la proposition à la réinscription, chaque courrier et chaque date à son jour', async () => {
    const numero = await voyage.ouvrir();
    await voyage.consigner(numero, '2025-03-10', {
      type: 'REPONSE_SALARIE',
      date: '2025-03-10',
      reponse: 'ACCEPTATION',
    });
    await voyage.consigner(numero, '2025-03-31', { type: 'PRE_BILAN_REALISE', date: '2025-03-31' });
    await voyage.consigner(numero, '2025-04-28', { type: 'PSP_VALIDE', date: '2025-04-28' });
    await voyage.consigner(numero, '2025-06-02', { type: 'ARRET_MALADIE', debut: '2025-06-01', fin: '2025-06-10' });
    await voyage.consigner(numero, '2025-07-10', { type: 'POINT_ETAPE_REALISE', date: '2025-07-10' });
    const reprise = { type: 'REPRISE_EMPLOI', contratId: 'c1', nature: 'CDD', debut: '2025-10-01', fin: '2025-10-15' };
    await voyage.consigner(numero, '2025-09-29', reprise);
    await voyage.consigner(numero, '2026-03-20', { type: 'BILAN_REALISE', date: '2026-03-20' });
    await voyage.consigner(numero, '2026-04-20', { type: 'DEMANDE_REINSCRIPTION', date: '2026-04-20' });
    await voyage.fin(numero);

    expect(await voyage.lettres(numero)).toEqual([
      'C01_PROPOSITION BENEFICIAIRE 2025-03-03 PARTI',
      'C04_ADHESION BENEFICIAIRE 2025-03-10 PARTI',
      'C04_ADHESION EMPLOYEUR 2025-03-10 PARTI',
      'C06_CONVOCATION_PRE_BILAN BENEFICIAIRE 2025-03-25 PARTI',
      'C10_CONTRIBUTION EMPLOYEUR 2025-03-25 PARTI',
      'C07_CONVOCATION_PSP BENEFICIAIRE 2025-04-18 PARTI',
      'CONTRIBUTION_RAPPEL EMPLOYEUR 2025-05-15 PARTI',
      'PROLONGATION BENEFICIAIRE 2025-06-02 ANNULE',
      'PROLONGATION CONSEILLER 2025-06-02 EN_TACHE',
      'SUSPENSION BENEFICIAIRE 2025-06-02 PARTI',
      'RETOUR BENEFICIAIRE 2025-06-11 PARTI',
      'C08_CONVOCATION_POINT_ETAPE BENEFICIAIRE 2025-06-25 PARTI',
      'PROLONGATION BENEFICIAIRE 2025-09-29 ANNULE',
      'PROLONGATION CONSEILLER 2025-09-29 EN_TACHE',
      'SUSPENSION BENEFICIAIRE 2025-09-29 PARTI',
      'RETOUR BENEFICIAIRE 2025-10-16 PARTI',
      'PRIME_DERNIER_MOIS BENEFICIAIRE 2026-01-19 PARTI',
      'C09_CONVOCATION_BILAN BENEFICIAIRE 2026-02-09 PARTI',
      'C13_FIN_CSP BENEFICIAIRE 2026-04-10 PARTI',
      'C14_CESSATION_INSCRIPTION BENEFICIAIRE 2026-04-19 PARTI',
      'C16_CONFIRMATION_REINSCRIPTION BENEFICIAIRE 2026-04-21 PARTI',
    ]);
    const situation = (await voyage.situation(numero))!;
    // 24/03/2026 + 10 jours d'arrêt + 15 jours d'emploi après le 6e mois (25/09/2025).
    expect(situation.resultat.terme).toBe('2026-04-18');
    expect(situation.echeances.map((e) => `${e.cle} ${e.date} ${e.statut}`)).toEqual([
      'FIN_REFLEXION 2025-03-24 FAITE',
      'PRE_BILAN 2025-04-02 FAITE',
      'PSP 2025-04-30 FAITE',
      'POINT_ETAPE 2025-08-03 FAITE',
      'BILAN 2026-04-18 FAITE',
      'FIN_CSP 2026-04-18 PASSEE',
      'REINSCRIPTION 2026-04-23 FAITE',
    ]);
    expect(situation.echeances.find((e) => e.cle === 'FIN_CSP')?.pourquoi).toBe(
      '12 mois à compter du 25/03/2025, plus 15 jours d’emploi après le 6e mois du 01/10 au 15/10/2025 (plafond 3 mois), plus 10 jours d’arrêt maladie du 01/06 au 10/06/2025 (plafond 4 mois).',
    );
    expect(situation.etat).toBe('REINSCRIT');

    const recus = await listerMessages(voyage.banc.boite);
    const partis = (await voyage.lettres(numero)).filter((lettre) => lettre.endsWith('PARTI'));
    // The contribution goes by post only; what goes by post as well is there once, on its day.
    const poste = lirePoste(voyage.banc.poste);
    expect(recus).toHaveLength(partis.length - 1);
    expect(poste.map(({ jour, cle }) => `${jour} ${cle.split('/')[1]}`).sort()).toEqual([
      '2025-03-03 C01_PROPOSITION',
      '2025-03-10 C04_ADHESION',
      '2025-03-10 C04_ADHESION',
      '2025-03-25 C10_CONTRIBUTION',
      '2025-06-02 SUSPENSION',
      '2025-09-29 SUSPENSION',
      '2026-04-10 C13_FIN_CSP',
      '2026-04-19 C14_CESSATION_INSCRIPTION',
      '2026-04-21 C16_CONFIRMATION_REINSCRIPTION',
    ]);
    // The dates that cost money come with a calendar file.
    const pieces = recus.map(({ attachments }) => attachments.map((a) => a.contentType).join(' '));
    expect(new Set(pieces)).toEqual(new Set(['application/pdf', 'application/pdf text/calendar']));
    expect(recus.at(-1)).toMatchObject({ date: '2026-04-20T22:00:00.000Z' });
  });
});

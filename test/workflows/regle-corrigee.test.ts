import { rmSync } from 'node:fs';
import { listerMessages } from '../../client/local/boite';
import { installerDossierReglements } from '../../commun/reglements';
import { installerReglements } from '../../domain/droit/reglements';
import { deposerSuccesseur } from '../outils/successeur';
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

describe('un règlement successeur, déposé entre deux vies du worker', () => {
  let voyage: Voyage;
  let dossier: string;
  beforeAll(async () => {
    dossier = deposerSuccesseur();
    voyage = await voyager('2027-02-01', { reglages: { cacheParcours: 0 } });
  });
  afterAll(async () => {
    await voyage?.fermer();
    installerReglements([]);
    rmSync(dossier, { recursive: true });
  });

  it('mène le parcours ouvert sous lui, dates et lettres ; celui qui l’était la veille garde le sien', async () => {
    const ouvrir = (nom: string) =>
      voyage.ouvrir({
        dossier: { dateRemise: '2027-02-01' },
        identite: { nom, email: `${nom.toLowerCase()}@example.org` },
      });
    const avant = await ouvrir('Avant');
    installerDossierReglements(dossier);
    await voyage.banc.relancerWorkers();
    const neuf = await ouvrir('Neuf');
    for (const numero of [avant, neuf])
      await voyage.consigner(numero, '2027-02-10', {
        ...{ type: 'REPONSE_SALARIE', date: '2027-02-10', reponse: 'ACCEPTATION' },
      });
    await voyage.banc.avancer(a9h('2027-03-05'));

    const situe = async (numero: string) => {
      const { resultat, alertes, courriers } = (await voyage.situation(numero))!;
      const { reglement, finReflexion, debutCsp, echeancePreBilan, dateFinCsp } = resultat;
      const lettreDeFin = courriers.find(({ code }) => code === 'C13_FIN_CSP')!.date;
      return { reglement, dates: [finReflexion, debutCsp, echeancePreBilan, dateFinCsp, lettreDeFin], alertes };
    };
    expect(await situe(avant)).toEqual({
      reglement: 'csp-2015-v2025',
      dates: ['2027-02-22', '2027-02-23', '2027-03-03', '2028-02-22', '2028-02-15'],
      alertes: ['REGLEMENT_ECHU_A_CONFIRMER'],
    });
    expect(await situe(neuf)).toEqual({
      reglement: 'csp-2027',
      dates: ['2027-03-01', '2027-03-02', '2027-03-12', '2028-04-01', '2028-03-24'],
      alertes: [],
    });

    const recus = await listerMessages(voyage.banc.boite);
    const lus = (email: string) =>
      recus
        .filter(({ to }) => to.includes(email))
        .map(({ subject, texte }) => `${subject}\n${texte}`.replace(/[\u00a0\u202f]/g, ' '));
    const [sienne, autre] = [lus('neuf@example.org'), lus('avant@example.org')];
    expect([sienne.length, autre.length]).toEqual([3, 3]);
    expect(sienne[0]).toContain('Vous avez 28 jours pour répondre, jusqu’au lundi 1er mars 2027 compris.');
    expect(sienne[0]).toContain('votre CSP commence et dure 13 mois');
    expect(sienne[1]).toContain('Fin prévue de votre CSP : samedi 1er avril 2028');
    expect(sienne[2]).toContain('Votre pré-bilan CSP, au plus tard le 12 mars 2027');
    for (const lettre of sienne) expect(lettre).not.toContain('à confirmer');
    expect(autre[0]).toContain('Vous avez 21 jours pour répondre, jusqu’au lundi 22 février 2027 compris');
    for (const lettre of autre) expect(lettre).toContain('Les règles connues de Jalon s’arrêtent avant le début');
    expect(autre[1]).toContain('Fin prévue de votre CSP : mardi 22 février 2028 (à confirmer par France Travail)');
  });
});

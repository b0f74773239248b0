import { type DateCivile, dateCivile } from '../../calendrier/dates';
import { ACCEPTATION, cdd, cdi, finContrat, le, maladie, OUVERTURE, sortie } from '../regles/de-test/scenario';
import { type Estime, estimerDroits, type Montants } from '.';

/** The CSP of example P01 runs from 25 March 2025 to 24 March 2026: 365 days. */
const SALAIRE: Montants = { salaireJournalierReferenceCentimes: 100_01, areJournaliereCentimes: 57_00 };
const PSP = le('PSP_VALIDE', '2025-04-10');
const demande = (date: string) => le('DEMANDE_PRIME', date, { contratId: 'c' });

interface Cas {
  evenements?: unknown[];
  dossier?: object;
  montants?: Montants;
  date?: string;
  surcharge?: Record<string, unknown>;
}

function droits({ evenements = [], dossier, montants = SALAIRE, date = '2025-03-25', surcharge }: Cas = {}) {
  const scenario = { dossier: { ...OUVERTURE, ...dossier }, evenements: [ACCEPTATION, ...evenements], surcharge };
  const estimes = estimerDroits(scenario, montants, dateCivile(date));
  if (estimes === null) throw new Error('dossier non valide');
  return avecEspaces(estimes);
}

/** Spaces that do not break, written as those of a keyboard. */
const avecEspaces = <T>(valeur: T): T => JSON.parse(JSON.stringify(valeur).replace(/[\u00a0\u202f]/g, ' ')) as T;

function obtenu<T>(e: Estime<T>): T {
  if (e.statut !== 'ESTIME') throw new Error(e.phrase);
  return e as T;
}

const SOURCE_ASP =
  'R31, S002, S003, conseil d’administration de l’Unédic du 25 juin 2025, 57 % de quatre plafonds de la sécurité sociale';

const jeune = { ancienneteMois: 11 };

describe('allocation journalière (R31)', () => {
  it('vaut 75 % du salaire journalier de référence, arrondi au centime', () => {
    const m = obtenu(droits().allocationJournaliere);
    expect([m.centimes, m.estimation, m.source]).toEqual([75_01, true, SOURCE_ASP]);
    expect(m.formule).toBe(
      '75 % du salaire journalier de référence de 100,01 € = 75,01 € (arrondi au centime le plus proche), au moins l’ARE de 57,00 €, entre 22,88 € et 294,21 €.',
    );
  });
  it('n’est jamais inférieure à l’ARE', () => {
    const avec = (areJournaliereCentimes: number) =>
      obtenu(droits({ montants: { ...SALAIRE, areJournaliereCentimes } }).allocationJournaliere);
    expect([avec(75_01).centimes, avec(75_02).centimes]).toEqual([75_01, 75_02]);
    expect(avec(75_01).formule).toContain('au moins l’ARE');
    expect(avec(75_02).formule).toContain('moins que l’ARE : ASP portée à l’ARE, 75,02 €.');
  });
  it('ne dépasse pas l’ARE maximale, ni ne descend sous le minimum', () => {
    const avec = (salaireJournalierReferenceCentimes: number, areJournaliereCentimes: number) =>
      obtenu(
        droits({ montants: { salaireJournalierReferenceCentimes, areJournaliereCentimes } }).allocationJournaliere,
      );
    expect(avec(392_28, 200_00).centimes).toBe(294_21);
    expect(avec(392_29, 200_00).centimes).toBe(294_21);
    expect(avec(500_00, 200_00).formule).toContain('plus que le maximum : ASP ramenée à 294,21 €.');
    expect(avec(20_00, 10_00)).toMatchObject({
      centimes: 22_88,
      formule: expect.stringContaining('moins que le minimum'),
    });
    expect(avec(20_00, 22_88)).toMatchObject({ centimes: 22_88, formule: expect.stringContaining('portée à l’ARE') });
  });
  it('hors des bornes connues, dit ce qui manque plutôt que de le deviner', () => {
    const en2027 = (montants: Montants) => {
      const scenario = {
        dossier: { ...OUVERTURE, dateRemise: '2027-01-04' },
        evenements: [{ ...ACCEPTATION, date: '2027-01-10' }],
      };
      return avecEspaces(estimerDroits(scenario, montants, dateCivile('2027-02-01'))!).allocationJournaliere;
    };
    expect(en2027(SALAIRE)).toEqual({
      statut: 'INCONNU',
      manque: ['aspMinimaleJournaliereCentimes', 'aspMaximaleJournaliereCentimes'],
      phrase:
        'Il manque : ASP journalière minimale (aspMinimaleJournaliereCentimes), ASP journalière maximale (aspMaximaleJournaliereCentimes). Jalon ne les connaît pas pour un CSP commencé le 26/01/2027.',
    });
    const donnees = { ...SALAIRE, aspMinimaleJournaliereCentimes: 23_00, aspMaximaleJournaliereCentimes: 70_00 };
    expect(en2027(donnees)).toMatchObject({ centimes: 70_00, source: 'R31, S002, S003, borne donnée' });
  });
  it('égale l’ARE sous douze mois d’ancienneté, sans salaire de référence', () => {
    const montants = { areJournaliereCentimes: 57_00 };
    expect(obtenu(droits({ dossier: jeune, montants }).allocationJournaliere)).toEqual({
      statut: 'ESTIME',
      estimation: true,
      centimes: 57_00,
      formule: 'Moins de 12 mois d’ancienneté : ASP égale à l’ARE, 57,00 € par jour.',
      source: 'R31, S002, S003',
    });
    expect(droits({ montants }).allocationJournaliere).toMatchObject({
      statut: 'INCONNU',
      manque: ['salaireJournalierReferenceCentimes'],
    });
  });
  it('dit ce qui manque', () => {
    expect(droits({ montants: {} }).allocationJournaliere).toEqual({
      statut: 'INCONNU',
      manque: ['salaireJournalierReferenceCentimes', 'areJournaliereCentimes'],
      phrase:
        'Il manque : salaire journalier de référence (salaireJournalierReferenceCentimes), ARE journalière (areJournaliereCentimes).',
    });
    expect(droits({ montants: {}, dossier: jeune }).droitsRestants).toMatchObject({
      manque: ['areJournaliereCentimes'],
    });
    expect(droits({ montants: { salaireJournalierReferenceCentimes: 1 } }).allocationJournaliere).toMatchObject({
      manque: ['areJournaliereCentimes'],
    });
  });
  it('n’a que le taux donné sous un règlement dont les sources ne le disent pas', () => {
    const dossier = { reglement: 'csp-2011' };
    expect(droits({ dossier }).allocationJournaliere).toMatchObject({ manque: ['tauxAspPourCent'] });
    expect(droits({ dossier, montants: {} }).allocationJournaliere).toMatchObject({
      manque: ['salaireJournalierReferenceCentimes', 'areJournaliereCentimes', 'tauxAspPourCent'],
    });
    const m = obtenu(droits({ dossier, montants: { ...SALAIRE, tauxAspPourCent: 80 } }).allocationJournaliere);
    expect([m.centimes, m.source]).toEqual([80_01, SOURCE_ASP.replace('S002, S003', 'taux donné')]);
    expect(obtenu(droits({ dossier: { reglement: 'csp-2015-v2015' } }).allocationJournaliere).centimes).toBe(75_01);
  });
});

describe('droits restants (R31, R24)', () => {
  it('comptent les jours jusqu’au terme', () => {
    const debut = obtenu(droits().droitsRestants);
    expect([debut.joursRestants, debut.centimes]).toEqual([365, 27_378_65]);
    expect(debut.formule).toBe('Du 25/03/2025 au 24/03/2026 : 365 jours ; 365 jours × 75,01 € = 27 378,65 €.');
    expect(obtenu(droits({ date: '2024-01-01' }).droitsRestants).joursRestants).toBe(365);
    expect(obtenu(droits({ date: '2025-09-15' }).droitsRestants)).toMatchObject({
      joursRestants: 191,
      centimes: 14_326_91,
    });
    expect(obtenu(droits({ date: '2026-03-24' }).droitsRestants)).toMatchObject({
      joursRestants: 1,
      primeDeduiteCentimes: 0,
    });
  });
  it('sont épuisés le lendemain du dernier jour', () => {
    expect(droits({ date: '2026-03-25' }).droitsRestants).toEqual({
      statut: 'SANS_OBJET',
      phrase: 'CSP fini le 24/03/2026 : il ne reste rien.',
    });
    const parti = [sortie('2025-06-30', 'ABANDON')];
    expect(obtenu(droits({ evenements: parti, date: '2025-06-21' }).droitsRestants).joursRestants).toBe(10);
  });
  it('ne comptent pas les jours de suspension, que le terme rend plus loin', () => {
    const m = obtenu(droits({ evenements: [maladie('2025-06-01', '2025-06-10')] }).droitsRestants);
    expect([m.joursRestants, m.formule, m.source]).toEqual([
      365,
      'Du 25/03/2025 au 03/04/2026 : 375 jours, moins 10 jours de suspension, non payés ; 365 jours × 75,01 € = 27 378,65 €.',
      'R31, R24',
    ]);
  });
  it('suivent la durée de l’ARE sous douze mois d’ancienneté', () => {
    const reste = (date: string, dureeAreJours = 200) =>
      obtenu(droits({ dossier: jeune, montants: { ...SALAIRE, dureeAreJours }, date }).droitsRestants);
    expect(reste('2025-03-25')).toMatchObject({ joursRestants: 200, centimes: 11_400_00 });
    expect(reste('2025-03-26').joursRestants).toBe(199);
    expect(reste('2025-09-15')).toMatchObject({ joursRestants: 26, centimes: 1_482_00 });
    expect(reste('2025-09-15').formule).toContain('191 jours, ramenés aux 26 jours d’ARE qui restent ; 26 jours');
    expect(reste('2026-01-01')).toMatchObject({ joursRestants: 0, centimes: 0 });
    expect(reste('2025-03-25', 365).formule).not.toContain('ramenés');
    expect(reste('2025-03-25').formule).not.toContain('dureeAreJours');
    const sans = obtenu(droits({ dossier: jeune }).droitsRestants);
    expect([sans.joursRestants, sans.formule]).toEqual([365, expect.stringContaining('faute de dureeAreJours')]);
    const ancien = obtenu(droits({ montants: { ...SALAIRE, dureeAreJours: 10 } }).droitsRestants);
    expect([ancien.joursRestants, ancien.formule]).toEqual([365, expect.not.stringContaining('dureeAreJours')]);
  });
  it('n’existent pas sans CSP', () => {
    const protege = droits({ dossier: { salarieProtege: true } });
    const phrase = 'Aucune date de début de CSP n’est connue : rien n’est dû.';
    for (const e of [
      protege.allocationJournaliere,
      protege.droitsRestants,
      protege.contributionEmployeur,
      protege.preavis,
    ])
      expect(e).toEqual({ statut: 'SANS_OBJET', phrase });
    expect([protege.primes, protege.idr, protege.regimeAsp]).toEqual([[], [], null]);
  });
});

describe('prime de reclassement (R17)', () => {
  const prime = (evenements: unknown[], montants = SALAIRE) =>
    droits({ evenements: [PSP, ...evenements], montants }).primes;

  it('vaut la moitié des droits au jour de l’embauche, en deux parts datées', () => {
    const [p] = prime([cdi('2025-09-15'), demande('2025-10-15')]);
    const m = obtenu(p!.montant);
    expect([p!.contratId, m.centimes]).toEqual(['c', 7_163_46]);
    expect(m.versements).toEqual([
      { date: '2025-09-16', centimes: 3_581_73 },
      { date: '2025-12-15', centimes: 3_581_73 },
    ]);
    expect(m.formule).toBe(
      'Droits restants au 15/09/2025 : du 15/09/2025 au 24/03/2026 : 191 jours ; 191 jours × 75,01 € = 14 326,91 €. ' +
        'La moitié : 7 163,46 € (arrondi au centime le plus proche). Deux parts : 3 581,73 € et 3 581,73 €.',
    );
    expect(m.source).toBe('R17, S003, R31, R24');
  });
  it('un centime impair va à la première part', () => {
    // 191 × 75,03 = 14 330,73 ; la moitié 7 165,37.
    const [p] = prime([cdi('2025-09-15'), demande('2025-10-15')], { ...SALAIRE, areJournaliereCentimes: 75_03 });
    expect(obtenu(p!.montant).versements.map((v) => v.centimes)).toEqual([3_582_69, 3_582_68]);
  });
  it('pas encore demandée, elle n’a pas de date mais une limite', () => {
    const m = obtenu(prime([cdi('2025-09-15')])[0]!.montant);
    expect([m.centimes, m.versements]).toEqual([7_163_46, []]);
    expect(m.formule).toContain('3 581,73 €, à demander au plus tard le 15/10/2025.');
  });
  it('forclose ou refusée, elle dit pourquoi', () => {
    expect(prime([cdi('2025-09-15'), demande('2025-10-16')])[0]!.montant).toEqual({
      statut: 'SANS_OBJET',
      phrase: 'Demandée après le 15/10/2025 : trop tard.',
    });
    expect(droits({ evenements: [cdi('2026-01-25')], dossier: jeune }).primes[0]!.montant).toMatchObject({
      phrase:
        'Refusée : embauche après le dixième mois, ancienneté insuffisante, plan (PSP) non validé au jour de l’embauche.',
    });
  });
  it('demande les mêmes montants que l’allocation', () => {
    expect(prime([cdi('2025-09-15')], {})[0]!.montant).toMatchObject({ statut: 'INCONNU' });
  });
  it('un contrat sans identifiant a la sienne', () => {
    const { contratId: _, ...sansId } = cdi('2025-09-15');
    const [p] = prime([sansId]);
    expect([p!.contratId, obtenu(p!.montant).centimes]).toEqual(['#2', 7_163_46]);
  });
  it('ignore les faits qui suivent l’embauche et garde ceux qui la précèdent', () => {
    const faits = [maladie('2025-06-01', '2025-06-10'), cdi('2025-09-15'), null, { type: 'CONGES' }];
    expect(obtenu(prime(faits)[0]!.montant).formule).toContain('du 15/09/2025 au 03/04/2026 : 201 jours ;');
    const apres = [cdi('2025-06-02'), finContrat('2025-07-31'), maladie('2025-08-01', '2025-08-10')];
    expect(obtenu(prime(apres)[0]!.montant).formule).toContain('du 02/06/2025 au 24/03/2026 : 296 jours ;');
  });
  it('versée avant un essai rompu, elle est déduite des droits au retour', () => {
    const evenements = [PSP, cdi('2025-06-02'), finContrat('2025-07-31'), demande('2025-06-10')];
    const { primes, droitsRestants } = droits({ evenements, date: '2025-08-01' });
    // 296 jours × 75,01 = 22 202,96 ; la moitié 11 101,48 ; une seule part, l’emploi ayant cessé avant la seconde.
    const p = obtenu(primes[0]!.montant);
    expect([p.centimes, p.versements]).toEqual([5_550_74, [{ date: '2025-06-03', centimes: 5_550_74 }]]);
    expect(p.formule).toContain('la seconde perdue : l’emploi a cessé avant.');
    const m = obtenu(droitsRestants);
    expect([m.joursRestants, m.primeDeduiteCentimes, m.centimes, m.source]).toEqual([
      236,
      5_550_74,
      12_151_62,
      'R31, R24, R16',
    ]);
    expect(m.formule).toContain('= 17 702,36 €, moins 5 550,74 € de prime déjà versée = 12 151,62 €.');
    const avant = obtenu(droits({ evenements, date: '2025-06-02' }).droitsRestants);
    expect([
      avant.primeDeduiteCentimes,
      obtenu(droits({ evenements, date: '2025-06-03' }).droitsRestants).primeDeduiteCentimes,
    ]).toEqual([0, 5_550_74]);
  });
  it('chaque emploi a la sienne, seule celle d’un essai rompu est déduite', () => {
    const essai = [cdi('2025-06-02'), finContrat('2025-07-31'), demande('2025-06-10')];
    const evenements = [PSP, ...essai, cdi('2025-09-15', { contratId: 'd' })];
    const { primes, droitsRestants } = droits({ evenements, date: '2025-09-14' });
    expect(primes.map((p) => p.contratId)).toEqual(['c', 'd']);
    // 191 × 75,01 = 14 326,91, moins 5 550,74 = 8 776,17 ; la moitié 4 388,09.
    expect(primes.map((p) => obtenu(p.montant).centimes)).toEqual([5_550_74, 4_388_09]);
    expect(obtenu(droitsRestants)).toMatchObject({ joursRestants: 1, centimes: 0, primeDeduiteCentimes: 5_550_74 });
  });
  it('reste déduite après un second essai rompu', () => {
    const essai = [cdi('2025-06-02'), finContrat('2025-07-31'), demande('2025-06-10')];
    const second = [cdi('2025-08-11', { contratId: 'd' }), finContrat('2025-08-31', 'RUPTURE_ESSAI', 'd')];
    const { droitsRestants } = droits({ evenements: [PSP, ...essai, ...second], date: '2025-09-01' });
    expect(obtenu(droitsRestants)).toMatchObject({ joursRestants: 205, primeDeduiteCentimes: 5_550_74 });
  });
  it('refusée, elle n’est pas déduite au retour d’un essai rompu', () => {
    const evenements = [cdi('2025-06-02'), finContrat('2025-07-31'), demande('2025-06-10')];
    const { primes, droitsRestants } = droits({ evenements, date: '2025-08-01' });
    expect(primes[0]!.montant.statut).toBe('SANS_OBJET');
    expect(obtenu(droitsRestants)).toMatchObject({ joursRestants: 236, primeDeduiteCentimes: 0, source: 'R31, R24' });
  });
  it('déduite, elle ne rend pas les droits négatifs', () => {
    const evenements = [PSP, cdi('2025-06-02'), finContrat('2025-07-31'), demande('2025-06-10')];
    const m = obtenu(droits({ evenements, date: '2026-03-20' }).droitsRestants);
    expect([m.joursRestants, m.centimes]).toEqual([5, 0]);
  });
});

describe('IDR (R18)', () => {
  const moindre = { remunerationInferieure: true };
  const SALAIRES = { ...SALAIRE, salaireMensuelNouveauCentimes: 2_700_30 };
  const idr = (evenements: unknown[], montants: Montants = SALAIRES, dossier = {}) =>
    droits({ evenements: [PSP, ...evenements], montants, dossier }).idr[0]!.montant;

  it('verse la différence de salaire, douze mois au plus', () => {
    const m = obtenu(idr([cdi('2025-09-15', moindre)]));
    expect([m.mensuelCentimes, m.mois, m.centimes, m.plafondCentimes]).toEqual([300_00, 12, 3_600_00, 7_163_46]);
    expect(m.formule).toMatch(
      /^30 × 100,01 € de salaire journalier de référence − 2 700,30 € = 300,00 € par mois, × 12 mois pleins \(12 au plus\) = 3 600,00 €, sous le plafond de 7 163,46 €\. Plafond : Droits restants au 15\/09\/2025/,
    );
    expect(m.source).toBe('R18, S003, page IDR de France Travail, R31, R24');
  });
  it('s’arrête avec le contrat', () => {
    expect(obtenu(idr([cdd('2025-09-15', '2026-03-14', moindre)]))).toMatchObject({ mois: 6, centimes: 1_800_00 });
    const court = [cdd('2025-09-15', '2026-03-14', moindre), finContrat('2026-03-13', 'FIN_ANTICIPEE')];
    expect(obtenu(idr(court)).mois).toBe(5);
  });
  it('ne dépasse pas la moitié des droits restants', () => {
    const m = obtenu(idr([cdi('2025-09-15', moindre)], { ...SALAIRES, salaireMensuelNouveauCentimes: 1_500_00 }));
    expect([m.centimes, m.formule]).toEqual([7_163_46, expect.stringContaining(', ramenés au plafond de 7 163,46 €.')]);
  });
  it('suppose un salaire moindre', () => {
    const a = (salaireMensuelNouveauCentimes: number) =>
      idr([cdi('2025-09-15', moindre)], { ...SALAIRES, salaireMensuelNouveauCentimes });
    expect(a(3_000_30)).toMatchObject({ statut: 'SANS_OBJET', phrase: expect.stringContaining('payé autant ou plus') });
    expect(a(3_100_00).statut).toBe('SANS_OBJET');
    expect(obtenu(a(3_000_29)).centimes).toBe(12);
  });
  it('suppose une baisse de 15 % sous le règlement de 2011', () => {
    const sous2011 = (nouveau: number) =>
      idr(
        [cdi('2025-09-15', moindre)],
        { ...SALAIRES, tauxAspPourCent: 80, salaireMensuelNouveauCentimes: nouveau },
        { reglement: 'csp-2011' },
      );
    expect(sous2011(2_550_25).statut).toBe('ESTIME');
    expect(sous2011(2_550_26)).toMatchObject({
      statut: 'SANS_OBJET',
      phrase: expect.stringContaining('la baisse n’atteint pas 15 %'),
    });
  });
  it('dit ce qui manque, ou qu’elle n’est pas due', () => {
    expect(idr([cdi('2025-09-15', moindre)], {})).toMatchObject({
      manque: ['salaireJournalierReferenceCentimes', 'salaireMensuelNouveauCentimes'],
    });
    expect(idr([cdi('2025-09-15', moindre)], SALAIRE)).toMatchObject({ manque: ['salaireMensuelNouveauCentimes'] });
    expect(idr([cdi('2025-09-15', moindre)], { salaireMensuelNouveauCentimes: 1 })).toMatchObject({
      manque: ['salaireJournalierReferenceCentimes'],
    });
    const sansAre = { salaireJournalierReferenceCentimes: 2, salaireMensuelNouveauCentimes: 1 };
    expect(idr([cdi('2025-09-15', moindre)], sansAre)).toMatchObject({ manque: ['areJournaliereCentimes'] });
    expect(idr([cdi('2025-09-15', moindre), demande('2025-09-20')])).toMatchObject({
      statut: 'SANS_OBJET',
      phrase: expect.stringContaining('L’IDR n’est pas due'),
    });
  });
});

describe('employeur (R9, S002)', () => {
  it('ne doit rien sous douze mois d’ancienneté', () => {
    expect(droits({ dossier: jeune }).contributionEmployeur).toEqual({
      statut: 'SANS_OBJET',
      phrase: 'Moins de 12 mois d’ancienneté : l’employeur ne doit rien à France Travail.',
    });
  });
  it('paie sa contribution le 25 du deuxième mois qui suit', () => {
    expect(droits().contributionEmployeur).toEqual({
      statut: 'ESTIME',
      date: '2025-05-25' as DateCivile,
      formule: 'Le 25 du deuxième mois civil après le début du 25/03/2025.',
      source: 'R9',
    });
  });
  const preavis = (preavisMois: number, ancienneteMois: number, salaireMensuelBrutCentimes = 2_400_00) => {
    const { total, aLaPersonne, aFranceTravail } = obtenu(
      droits({ montants: { preavisMois, salaireMensuelBrutCentimes }, dossier: { ancienneteMois } }).preavis,
    );
    return [total.centimes, aLaPersonne.centimes, aFranceTravail.centimes];
  };
  it('verse tout le préavis à la personne sous douze mois d’ancienneté', () => {
    expect(preavis(1, 11)).toEqual([2_400_00, 2_400_00, 0]);
    expect(preavis(4, 11)).toEqual([9_600_00, 9_600_00, 0]);
  });
  it('verse trois mois à France Travail à partir de douze mois, le reste à la personne', () => {
    expect(preavis(2, 12)).toEqual([4_800_00, 0, 4_800_00]);
    expect(preavis(3, 12)).toEqual([7_200_00, 0, 7_200_00]);
    expect(preavis(4, 12)).toEqual([9_600_00, 2_400_00, 7_200_00]);
  });
  it('compte aussi une fraction de mois, arrondie au centime', () => {
    expect(preavis(1.5, 24, 2_333_33)).toEqual([3_500_00, 0, 3_500_00]);
  });
  it('dit son calcul', () => {
    const montants = { preavisMois: 3.5, salaireMensuelBrutCentimes: 2_400_00 };
    const p = obtenu(droits({ montants }).preavis);
    expect([p.total.formule, p.aLaPersonne.formule, p.aFranceTravail.source]).toEqual([
      '3,5 mois × 2 400,00 € = 8 400,00 € (arrondi au centime le plus proche).',
      '0,5 mois × 2 400,00 € = 1 200,00 € (arrondi au centime le plus proche) : à partir de 12 mois d’ancienneté, jusqu’à 3 mois de préavis financent le CSP et la personne reçoit le reste.',
      'S002',
    ]);
    expect(p.total.source).toBe('S002');
    const juste = obtenu(droits({ montants, dossier: { ancienneteMois: 12 } }).preavis);
    expect(juste.aFranceTravail.formule).toContain('à partir de 12 mois d’ancienneté');
    const moins = obtenu(droits({ montants, dossier: jeune }).preavis);
    expect(moins.aFranceTravail.formule).toContain(
      'moins de 12 mois d’ancienneté, la personne reçoit tout son préavis',
    );
  });
  it('ne change rien au préavis d’un CSP refusé', () => {
    const refus = [{ type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'REFUS' }];
    const d = estimerDroits({ dossier: OUVERTURE, evenements: refus }, SALAIRE, dateCivile('2025-04-01'));
    expect(d?.preavis).toEqual({
      statut: 'SANS_OBJET',
      phrase: 'Le CSP n’est pas accepté : le préavis suit le droit commun du licenciement.',
    });
  });
  it('a besoin de la durée du préavis et du salaire', () => {
    expect(droits().preavis).toMatchObject({ manque: ['preavisMois', 'salaireMensuelBrutCentimes'] });
    expect(droits({ montants: { preavisMois: 2 } }).preavis).toMatchObject({ manque: ['salaireMensuelBrutCentimes'] });
    const salaireSeul = { salaireMensuelBrutCentimes: 2_400_00 };
    expect(droits({ montants: salaireSeul }).preavis).toMatchObject({ manque: ['preavisMois'] });
  });
});

it('un dossier non valide n’a pas de droits à estimer', () => {
  expect(estimerDroits({ dossier: { ...OUVERTURE, residence: 'etranger' } }, {}, dateCivile('2025-04-01'))).toBeNull();
  expect(estimerDroits({ dossier: { ...OUVERTURE, reglement: 'inconnu' } }, {}, dateCivile('2025-04-01'))).toBeNull();
});
it('dit le jour et le règlement, et se marque comme une estimation', () => {
  expect(droits()).toMatchObject({
    estimation: true,
    date: '2025-03-25',
    reglement: 'csp-2015-v2021',
    regimeAsp: 'ASP_75',
  });
});
it('suit les paramètres adoptés', () => {
  const surcharge = { dureeMois: 6, emploiDurableMois: 3 };
  expect(obtenu(droits({ surcharge }).droitsRestants).joursRestants).toBe(184);
  const trois = [PSP, cdd('2025-06-01', '2025-08-31')];
  expect(obtenu(droits({ evenements: trois, surcharge }).primes[0]!.montant).formule).toContain(
    'du 01/06/2025 au 24/09/2025',
  );
});

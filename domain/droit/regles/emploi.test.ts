import { cdd, cdi, courriers, finContrat, jouer, le, maladie, rejets, sortie } from './de-test/scenario';

const PSP = le('PSP_VALIDE', '2025-04-10');
const PRE_BILAN = le('PRE_BILAN_REALISE', '2025-04-01');
const demande = (date: string, contratId = 'c') => le('DEMANDE_PRIME', date, { contratId });
const prime = (evenements: unknown[], variante = {}) => jouer([PRE_BILAN, PSP, ...evenements], variante).primes;

describe('prime de reclassement (R17, F26)', () => {
  it('demandée dans les trente jours, elle est versée en deux fois', () => {
    expect(prime([cdi('2025-09-15'), demande('2025-10-15')])).toEqual([
      {
        contratId: 'c',
        refus: [],
        limiteDemande: '2025-10-15',
        statut: 'RECEVABLE',
        premierVersement: '2025-09-16',
        secondVersement: '2025-12-15',
      },
    ]);
  });
  it('demandée le 31e jour, elle est forclose, sans versement', () => {
    expect(prime([cdi('2025-09-15'), demande('2025-10-16')])?.[0]).toMatchObject({
      statut: 'FORCLOSE',
      premierVersement: null,
      secondVersement: null,
    });
  });
  it('la première demande acceptée décide', () => {
    const r = jouer([PSP, cdi('2025-09-15'), demande('2025-11-30'), demande('2025-09-15'), demande('2025-09-14')]);
    expect([r.primes?.[0]?.statut, rejets(r)]).toEqual(['RECEVABLE', { 5: 'PRIME_PREMATUREE' }]);
  });
  it('non demandée, elle reste possible', () => {
    expect(prime([cdi('2025-09-15')])?.[0]?.statut).toBe('NON_DEMANDEE');
  });
  it('le second versement suppose d’être encore en emploi', () => {
    const second = (fin: string) =>
      prime([cdi('2025-09-15'), demande('2025-10-15'), finContrat(fin, 'FIN_ANTICIPEE')])?.[0]?.secondVersement;
    expect([second('2025-12-14'), second('2025-12-15')]).toEqual([null, '2025-12-15']);
  });
  it('s’obtient jusqu’au dernier jour du dixième mois', () => {
    expect(prime([cdi('2026-01-24')])?.[0]?.refus).toEqual([]);
    expect(prime([cdi('2026-01-25')])?.[0]?.refus).toEqual(['APRES_DIXIEME_MOIS']);
  });
  it('les prolongations allongent d’autant les dix mois, sans bouger le repère', () => {
    const r = (debut: string, surcharge = {}) =>
      jouer([PRE_BILAN, PSP, maladie('2025-06-01', '2025-06-10'), cdi(debut)], { surcharge });
    expect(r('2026-02-03').primes?.[0]?.refus).toEqual([]);
    expect(r('2026-02-04').primes?.[0]?.refus).toEqual(['APRES_DIXIEME_MOIS']);
    expect(r('2026-01-25', { primeProlongee: false }).primes?.[0]?.refus).toEqual(['APRES_DIXIEME_MOIS']);
    expect(r('2026-02-03').finDixiemeMois).toBe('2026-01-24');
  });
  it('demande douze mois d’ancienneté', () => {
    const refus = (ancienneteMois: number) => prime([cdi('2025-09-15')], { dossier: { ancienneteMois } })?.[0]?.refus;
    expect([refus(11), refus(12)]).toEqual([['ANCIENNETE_INSUFFISANTE'], []]);
  });
  it('demande un PSP validé avant la fin du CSP, sauf réglage contraire', () => {
    const refus = (psp: string, surcharge = {}) =>
      jouer([le('PSP_VALIDE', psp), cdi('2025-09-15')], { surcharge }).primes?.[0]?.refus;
    expect([refus('2025-09-14'), refus('2025-09-15')]).toEqual([[], ['PSP_NON_VALIDE']]);
    expect(refus('2025-09-15', { primeExigePsp: false })).toEqual([]);
    expect(jouer([cdi('2025-09-15')]).primes?.[0]?.refus).toEqual(['PSP_NON_VALIDE']);
  });
  it('un PSP validé pendant l’essai, après l’embauche, ne suffit pas', () => {
    const refus = (psp: string) =>
      jouer([le('PSP_VALIDE', psp), cdi('2025-06-01'), finContrat('2025-06-30')]).primes?.[0]?.refus;
    expect([refus('2025-06-01'), refus('2025-06-02')]).toEqual([[], ['PSP_NON_VALIDE']]);
  });
  it('dit tous ses refus dans l’ordre, demandée ou non', () => {
    const r = jouer([cdi('2026-01-25')], { dossier: { ancienneteMois: 0 } });
    expect(r.primes?.[0]).toMatchObject({
      refus: ['APRES_DIXIEME_MOIS', 'ANCIENNETE_INSUFFISANTE', 'PSP_NON_VALIDE'],
      statut: 'REFUSEE',
    });
  });
  it('ne s’obtient qu’une fois', () => {
    const emplois = [
      cdi('2025-06-01'),
      finContrat('2025-06-30'),
      demande('2025-06-10'),
      cdi('2025-09-15', { contratId: 'd' }),
    ];
    expect(prime([...emplois, demande('2025-09-20', 'd')])?.map((p) => [p.statut, p.refus])).toEqual([
      ['RECEVABLE', []],
      ['REFUSEE', ['DEJA_ATTRIBUEE']],
    ]);
    expect(prime(emplois)?.map((p) => p.statut)).toEqual(['RECEVABLE', 'NON_DEMANDEE']);
    expect(
      prime([...emplois.filter((e) => e.type !== 'DEMANDE_PRIME'), demande('2025-09-20', 'd')])?.map((p) => p.statut),
    ).toEqual(['NON_DEMANDEE', 'RECEVABLE']);
  });
  it('la seconde, hors délai ou refusée, garde son propre motif', () => {
    const premiere = [cdi('2025-06-01'), finContrat('2025-06-30'), demande('2025-06-10')];
    const seconde = (debut: string, date: string) =>
      prime([...premiere, cdi(debut, { contratId: 'd' }), demande(date, 'd')])?.[1];
    expect(seconde('2025-09-15', '2025-10-15')).toMatchObject({ statut: 'REFUSEE', refus: ['DEJA_ATTRIBUEE'] });
    expect(seconde('2025-09-15', '2025-10-16')).toMatchObject({ statut: 'FORCLOSE', refus: [] });
    expect(seconde('2026-01-25', '2026-01-26')).toMatchObject({ statut: 'REFUSEE', refus: ['APRES_DIXIEME_MOIS'] });
  });
  it('une demande répétée ne recule pas la première', () => {
    expect(prime([cdi('2025-09-15'), demande('2025-09-20'), demande('2025-11-30')])?.[0]?.statut).toBe('RECEVABLE');
  });
  it('n’existe pas pour un emploi de moins de six mois, même quand il fait sortir', () => {
    const r = jouer([cdd('2025-09-15', '2025-10-15')], {
      dossier: { reglement: 'crp-2009' },
      surcharge: { primeMois: 10 },
    });
    expect([r.motifFin, r.primes]).toEqual(['REPRISE_EMPLOI', []]);
  });
  it('n’existe que pour un emploi durable qui a fait sortir ou a été rompu à l’essai', () => {
    const codes = (fait: object, id = 'c') => rejets(jouer([fait, demande('2025-10-01', id)]))[2];
    expect(codes(cdd('2025-09-15', '2025-10-15'))).toBe('PRIME_SANS_EMPLOI_DURABLE');
    expect(codes({ type: 'CREATION_ENTREPRISE', debut: '2025-09-15' })).toBe('PRIME_SANS_EMPLOI_DURABLE');
    expect(codes(cdi('2025-09-15'), 'x')).toBe('PRIME_SANS_EMPLOI_DURABLE');
    expect(rejets(jouer([cdi('2025-09-15'), le('DEMANDE_PRIME', '2025-10-01')]))[2]).toBe('PRIME_SANS_EMPLOI_DURABLE');
    expect(codes(cdi('2025-09-15'))).toBeUndefined();
  });
  it('un emploi rompu à l’essai qui commence après la fin du CSP n’ouvre aucun droit', () => {
    const faits = [
      cdd('2025-06-01', '2025-09-03'),
      cdd('2025-10-01', '2026-01-14', { contratId: 'd' }),
      cdi('2025-12-20', { contratId: 'e', remunerationInferieure: true }),
      finContrat('2025-12-24', 'RUPTURE_ESSAI', 'e'),
      sortie('2025-12-19', 'ABANDON'),
    ];
    const r = jouer([...faits.slice(0, 2), faits[4], ...faits.slice(2, 4), demande('2025-12-22', 'e')]);
    expect([r.dateFinCsp, r.primes, r.idr]).toEqual(['2025-12-19', [], []]);
  });
  it('un règlement sans prime n’en donne pas, mais examine les demandes', () => {
    const r = jouer([cdi('2025-09-15'), demande('2025-09-01'), demande('2025-10-01')], {
      surcharge: { primeMois: null },
    });
    expect([r.primes, r.finDixiemeMois, rejets(r)]).toEqual([[], null, { 2: 'PRIME_PREMATUREE' }]);
  });
});

describe('IDR (R18, F27)', () => {
  const moindre = { remunerationInferieure: true };
  it('pour un emploi moins payé, douze mois au plus', () => {
    expect(jouer([cdi('2025-09-15', moindre)]).idr).toEqual([{ contratId: 'c', eligible: true, finMax: '2026-09-14' }]);
    expect(jouer([cdi('2025-09-15')]).idr).toEqual([]);
    expect(jouer([cdi('2025-09-15', moindre)], { surcharge: { idr: false } }).idr).toEqual([]);
  });
  it('jusqu’au terme initial', () => {
    const arret = { type: 'ARRET_MALADIE', debut: '2025-06-01', fin: '2025-06-10' };
    const idr = (debut: string) => jouer([arret, cdi(debut, moindre)]).idr?.[0];
    expect(idr('2026-03-24')?.eligible).toBe(true);
    expect(idr('2026-03-25')).toEqual({ contratId: 'c', eligible: false, finMax: null });
  });
  it('pas avec une prime recevable pour le même emploi', () => {
    const faits = [PRE_BILAN, PSP, cdi('2025-09-15', moindre)];
    expect(jouer([...faits, demande('2025-09-20')]).idr?.[0]?.eligible).toBe(false);
    expect(jouer([...faits, demande('2025-11-20')]).idr?.[0]?.eligible).toBe(true);
  });
  it('la prime d’un emploi n’ôte pas l’IDR d’un autre', () => {
    const essai = [cdi('2025-06-01'), finContrat('2025-06-30'), demande('2025-06-10')];
    const r = jouer([PRE_BILAN, PSP, ...essai, cdi('2025-09-15', { contratId: 'd', ...moindre })]);
    expect([r.primes?.[0]?.statut, r.idr]).toEqual([
      'RECEVABLE',
      [{ contratId: 'd', eligible: true, finMax: '2026-09-14' }],
    ]);
  });
  it('aussi pour une reprise d’emploi de la CRP, pas pour un contrat trop court', () => {
    const court = cdd('2025-09-15', '2025-09-16', moindre);
    expect(jouer([court], { dossier: { reglement: 'crp-2009' } }).idr).toHaveLength(1);
    expect(jouer([court]).idr).toEqual([]);
  });
});

describe('suivi dans l’emploi (R19, F28)', () => {
  it('dure six mois, avec trois contacts', () => {
    const attendu = { debut: '2025-08-31', fin: '2026-02-28', jalons: ['2025-09-30', '2025-11-30', '2026-02-28'] };
    expect(jouer([cdi('2025-08-31')]).suiviEmploi).toEqual(attendu);
    expect(jouer([{ type: 'CREATION_ENTREPRISE', debut: '2025-08-31' }]).suiviEmploi).toEqual(attendu);
  });
  it('suit aussi la reprise d’emploi de la CRP', () => {
    const r = jouer([cdd('2025-08-31', '2025-09-30')], { dossier: { reglement: 'crp-2009' } });
    expect([r.motifFin, r.suiviEmploi?.debut]).toEqual(['REPRISE_EMPLOI', '2025-08-31']);
  });
  it('n’existe pas après une autre fin', () => {
    expect([jouer().suiviEmploi, jouer([sortie('2025-06-01', 'RETRAITE')]).suiviEmploi]).toEqual([null, null]);
    expect(courriers(jouer(), 'C17')).toEqual([]);
  });
});

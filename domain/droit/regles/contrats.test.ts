import { cdd, cdi, finContrat, jouer, le, rejets } from './de-test/scenario';

const fin = ({ dateFinCsp, motifFin }: ReturnType<typeof jouer>) => [dateFinCsp, motifFin];
const entreprise = (debut: string) => ({ type: 'CREATION_ENTREPRISE', debut });

describe('classement des contrats sur leurs dates prévues (R14)', () => {
  it.each<[string, object, [string, string]]>([
    ['un CDI', cdi('2025-06-01'), ['2025-05-31', 'EMPLOI_DURABLE']],
    ['183 jours du 1er juin au 30 novembre', cdd('2025-06-01', '2025-11-30'), ['2025-05-31', 'EMPLOI_DURABLE']],
    ['un jour de moins', cdd('2025-06-01', '2025-11-29'), ['2026-05-29', 'TERME']],
    ['six mois d’intérim', { ...cdd('2025-06-01', '2025-11-30'), nature: 'CTT' }, ['2025-05-31', 'EMPLOI_DURABLE']],
    ['deux jours', cdd('2025-06-01', '2025-06-02'), ['2025-05-31', 'CONTRAT_TROP_COURT']],
    ['trois jours', cdd('2025-06-01', '2025-06-03'), ['2026-03-24', 'TERME']],
    ['une entreprise', entreprise('2025-06-01'), ['2025-05-31', 'CREATION_ENTREPRISE']],
  ])('%s', (_, fait, attendue) => {
    expect(fin(jouer([fait]))).toEqual(attendue);
  });
  it('un contrat écourté garde la classe de ses dates prévues', () => {
    expect(fin(jouer([cdd('2025-06-01', '2025-11-30'), finContrat('2025-06-05', 'FIN_ANTICIPEE')]))[1]).toBe(
      'EMPLOI_DURABLE',
    );
    const activite = jouer([cdd('2025-06-01', '2025-06-30'), finContrat('2025-06-01', 'FIN_ANTICIPEE')]);
    expect([activite.motifFin, activite.joursActiviteCumules]).toEqual(['TERME', 1]);
  });
  it('règlement sans activité : tout contrat fait sortir', () => {
    const dossier = { reglement: 'crp-2009' };
    expect(fin(jouer([cdd('2025-06-01', '2025-06-01')], { dossier }))).toEqual(['2025-05-31', 'REPRISE_EMPLOI']);
    expect(fin(jouer([cdd('2025-06-01', '2025-11-30')], { dossier }))).toEqual(['2025-05-31', 'EMPLOI_DURABLE']);
    const surcharge = { essaiRompuReintegre: true };
    const court = jouer([cdd('2025-06-01', '2025-07-31'), finContrat('2025-06-05')], { dossier, surcharge });
    expect(fin(court)).toEqual(['2025-05-31', 'REPRISE_EMPLOI']);
    const durable = jouer([cdi('2025-06-01'), finContrat('2025-06-05')], { dossier, surcharge });
    expect(durable.reintegrations).toHaveLength(1);
  });
  it('2011 : quatorze jours au moins', () => {
    const dossier = { reglement: 'csp-2011' };
    expect(fin(jouer([cdd('2025-06-01', '2025-06-13')], { dossier }))[1]).toBe('CONTRAT_TROP_COURT');
    expect(fin(jouer([cdd('2025-06-01', '2025-06-14')], { dossier }))[1]).toBe('TERME');
  });
});

describe('contrats et fins de contrat (F14)', () => {
  it('le premier arrivé garde l’identifiant', () => {
    const r = jouer([cdd('2025-03-01', '2025-03-10'), cdi('2025-06-01'), cdi('2025-06-01', { contratId: 'd' })]);
    expect(rejets(r)).toEqual({ 1: 'AVANT_CSP', 2: 'CONTRAT_EN_DOUBLE' });
  });
  it('sans identifiant, un contrat s’appelle par son rang', () => {
    const anonyme = { type: 'REPRISE_EMPLOI', nature: 'CDI', debut: '2025-06-01' };
    const r = jouer([le('FIN_CONTRAT', '2025-06-10', { contratId: '#2', motif: 'RUPTURE_ESSAI' }), anonyme]);
    expect(r.reintegrations).toEqual([{ contratId: '#2', date: '2025-06-11' }]);
  });
  it.each<[string, object, string | undefined]>([
    ['un contrat inconnu', finContrat('2025-06-10', 'FIN_ANTICIPEE', 'x'), 'CONTRAT_INCONNU'],
    ['sans contrat', le('FIN_CONTRAT', '2025-06-10', { motif: 'FIN_ANTICIPEE' }), 'CONTRAT_INCONNU'],
    ['avant le contrat', finContrat('2025-05-31', 'FIN_ANTICIPEE'), 'DATE_HORS_CONTRAT'],
    ['le premier jour', finContrat('2025-06-01', 'FIN_ANTICIPEE'), undefined],
    ['le dernier jour prévu', finContrat('2025-07-31', 'FIN_ANTICIPEE'), undefined],
    ['après le contrat', finContrat('2025-08-01', 'FIN_ANTICIPEE'), 'DATE_HORS_CONTRAT'],
    ['le dernier jour de l’essai', finContrat('2025-06-15'), undefined],
    ['après l’essai', finContrat('2025-06-16'), 'HORS_PERIODE_ESSAI'],
    ['fin anticipée après l’essai', finContrat('2025-06-16', 'FIN_ANTICIPEE'), undefined],
  ])('%s', (_, fait, code) => {
    const r = jouer([fait, cdd('2025-06-01', '2025-07-31', { essaiJusquau: '2025-06-15' })]);
    expect(rejets(r)[1]).toBe(code);
  });
  it('la dernière fin arrivée remplace les autres, date et motif', () => {
    const rompu = jouer([cdi('2025-06-01'), finContrat('2025-07-31', 'FIN_ANTICIPEE'), finContrat('2025-06-30')]);
    expect(rompu.reintegrations).toEqual([{ contratId: 'c', date: '2025-07-01' }]);
    const tenu = jouer([cdi('2025-06-01'), finContrat('2025-06-30'), finContrat('2025-07-31', 'FIN_ANTICIPEE')]);
    expect(tenu.reintegrations).toEqual([]);
  });
  it('une fin sans identifiant ne finit aucun contrat, même sans nom', () => {
    const { contratId: _, ...sansId } = finContrat('2025-06-30');
    expect(rejets(jouer([cdi('2025-06-01', { contratId: '' }), sansId]))).toEqual({ 2: 'CONTRAT_INCONNU' });
  });
  it('une fin rejetée ne remplace rien', () => {
    const r = jouer([
      cdd('2025-06-01', '2025-07-31'),
      finContrat('2025-06-30', 'FIN_ANTICIPEE'),
      finContrat('2025-08-30'),
    ]);
    expect([r.joursActiviteCumules, rejets(r)]).toEqual([30, { 3: 'DATE_HORS_CONTRAT' }]);
  });
  it('une fin reste acceptée quand son contrat est rejeté', () => {
    expect(rejets(jouer([cdi('2025-03-01'), finContrat('2025-04-01')]))).toEqual({ 1: 'AVANT_CSP' });
  });
});

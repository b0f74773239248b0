import { cdi, etats, jouer, le, maladie, ouvrir, sortie } from './de-test/scenario';

const demande = (date: string) => le('DEMANDE_REINSCRIPTION', date);

describe('chronologie (F35 à F39)', () => {
  const suite = (evenements: unknown[], variante = {}) => etats(jouer(evenements, variante)).slice(3);
  it('au terme, la personne se réinscrit ou non', () => {
    expect(suite([])).toEqual(['2026-03-25 TERMINE TERME', '2026-03-30 NON_REINSCRIT']);
    expect(suite([demande('2026-03-29')])).toEqual(['2026-03-25 TERMINE TERME', '2026-03-29 REINSCRIT A_TEMPS']);
    expect(suite([demande('2026-04-10')])).toEqual([
      '2026-03-25 TERMINE TERME',
      '2026-03-30 NON_REINSCRIT',
      '2026-04-10 REINSCRIT TARDIVE',
    ]);
    expect(suite([demande('2026-03-30')])).toEqual([
      '2026-03-25 TERMINE TERME',
      '2026-03-30 NON_REINSCRIT',
      '2026-03-30 REINSCRIT TARDIVE',
    ]);
  });
  it('après un emploi, le suivi se clôt, sauf réinscription avant', () => {
    expect(suite([cdi('2025-06-01')])).toEqual(['2025-06-01 SUIVI_EMPLOI EMPLOI_DURABLE', '2025-12-01 CLOS']);
    expect(suite([cdi('2025-06-01'), demande('2025-11-30')])).toEqual([
      '2025-06-01 SUIVI_EMPLOI EMPLOI_DURABLE',
      '2025-11-30 REINSCRIT TARDIVE',
    ]);
    expect(suite([cdi('2025-06-01'), demande('2025-12-01')])).toEqual([
      '2025-06-01 SUIVI_EMPLOI EMPLOI_DURABLE',
      '2025-12-01 CLOS',
      '2025-12-01 REINSCRIT TARDIVE',
    ]);
  });
  it('une rupture se clôt le jour même pour une retraite ou un décès', () => {
    expect(suite([sortie('2025-06-01', 'RETRAITE')])).toEqual([
      '2025-06-02 ROMPU RETRAITE',
      '2025-06-02 CLOS RETRAITE',
    ]);
    expect(suite([sortie('2025-06-01', 'DECES')])).toEqual(['2025-06-02 ROMPU DECES', '2025-06-02 CLOS DECES']);
    expect(suite([sortie('2025-06-01', 'MANQUEMENT')])).toEqual([
      '2025-06-02 ROMPU MANQUEMENT',
      '2025-06-07 NON_REINSCRIT',
    ]);
  });
  it('le jour d’observation coupe la suite et donne l’état', () => {
    const vu = (dateObservation: string) => jouer([maladie('2025-06-01', '2025-06-10')], { dateObservation }).etatFinal;
    expect(
      [
        '2025-03-09',
        '2025-03-10',
        '2025-03-25',
        '2025-06-01',
        '2025-06-11',
        '2026-04-03',
        '2026-04-04',
        '2026-04-09',
      ].map(vu),
    ).toEqual(['EN_REFLEXION', 'ACCEPTE', 'EN_CSP', 'SUSPENDU', 'EN_CSP', 'EN_CSP', 'TERMINE', 'NON_REINSCRIT']);
  });
  it('tant que l’autorisation manque, la réflexion dure, réponse donnée ou non', () => {
    const protege = { dossier: { salarieProtege: true } };
    const refus = { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'REFUS' };
    expect(etats(ouvrir([], protege))).toEqual(['2025-03-03 EN_REFLEXION']);
    expect(etats(ouvrir([refus], protege))).toEqual(['2025-03-03 EN_REFLEXION']);
  });
  it('un CSP quitté le premier jour a commencé, quitté la veille il n’a jamais eu lieu', () => {
    expect(suite([sortie('2025-03-25', 'MANQUEMENT')])).toEqual([
      '2025-03-26 ROMPU MANQUEMENT',
      '2025-03-31 NON_REINSCRIT',
    ]);
    expect(etats(jouer([cdi('2025-03-25')]))).toEqual([
      '2025-03-03 EN_REFLEXION',
      '2025-03-10 ACCEPTE',
      '2025-03-25 SUIVI_EMPLOI EMPLOI_DURABLE',
      '2025-09-25 CLOS',
    ]);
  });
});

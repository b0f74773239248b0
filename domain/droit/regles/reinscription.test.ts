import { cdi, jouer, le, rejets, sortie } from './de-test/scenario';

const demande = (date: string) => le('DEMANDE_REINSCRIPTION', date);

describe('réinscription (R25, R26, F30)', () => {
  const reinscription = (evenements: unknown[], variante = {}) => jouer(evenements, variante).reinscription;
  it('jusqu’au cinquième jour, elle prend effet au lendemain du CSP', () => {
    expect(reinscription([demande('2026-03-29')])).toEqual({
      requise: true,
      limite: '2026-03-29',
      dateDemande: '2026-03-29',
      dateEffet: '2026-03-25',
      statut: 'A_TEMPS',
    });
  });
  it('plus tard, à sa date', () => {
    expect(reinscription([demande('2026-03-30')])).toMatchObject({ dateEffet: '2026-03-30', statut: 'TARDIVE' });
  });
  it('la limite est stricte, même un dimanche, sauf réglage contraire', () => {
    expect(reinscription([])?.limite).toBe('2026-03-29');
    const surcharge = { reportReinscription: 'OUVRE_SUIVANT' };
    expect(reinscription([demande('2026-03-30')], { surcharge })).toMatchObject({
      limite: '2026-03-30',
      statut: 'A_TEMPS',
    });
  });
  it('sans demande, elle est attendue puis manquée', () => {
    const statut = (dateObservation: string) => reinscription([], { dateObservation })?.statut;
    expect([statut('2026-03-29'), statut('2026-03-30'), reinscription([])?.statut]).toEqual([
      'ATTENDUE',
      'NON_FAITE',
      'NON_FAITE',
    ]);
  });
  it.each([
    ['ABANDON', true],
    ['MANQUEMENT', true],
    ['FAUSSE_DECLARATION', true],
    ['RETRAITE', false],
    ['DECES', false],
  ])('après %s, requise : %p', (motif, requise) => {
    const r = reinscription([sortie('2025-06-01', motif)]);
    expect([r?.requise, r?.statut, r?.limite]).toEqual([requise, requise ? 'NON_FAITE' : 'SANS_OBJET', '2025-06-06']);
  });
  it('après un emploi, elle n’est pas requise mais reste ouverte', () => {
    expect(reinscription([cdi('2025-06-01')])).toMatchObject({ requise: false, statut: 'SANS_OBJET' });
    expect(reinscription([cdi('2025-06-01'), demande('2025-06-05')])?.statut).toBe('A_TEMPS');
    expect(reinscription([cdi('2025-06-01'), demande('2025-09-05')])?.statut).toBe('TARDIVE');
  });
  it('une seule demande compte, la première en date', () => {
    const r = jouer([demande('2026-03-27'), demande('2026-03-26'), demande('2026-03-24')]);
    expect([r.reinscription?.dateDemande, rejets(r)]).toEqual([
      '2026-03-26',
      { 1: 'REINSCRIPTION_EN_DOUBLE', 3: 'REINSCRIPTION_PREMATUREE' },
    ]);
  });
  it('après un décès, elle est hors CSP', () => {
    expect(rejets(jouer([sortie('2025-06-01', 'DECES'), demande('2025-06-01'), demande('2025-06-02')]))).toEqual({
      2: 'REINSCRIPTION_PREMATUREE',
      3: 'HORS_CSP',
    });
  });
});

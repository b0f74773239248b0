import { dateCivile } from '../calendrier/dates';
import { feuVert, type QuestionFeuVert } from './feu-vert';
import type { CourrierSitue, StatutCourrier } from './situation';

const situe = (code: string, statut: StatutCourrier): CourrierSitue => ({
  cle: `2026-000001-01/${code}/BENEFICIAIRE/2026-03-03`,
  code,
  destinataire: 'BENEFICIAIRE',
  base: '2026-03-03',
  date: dateCivile('2026-03-03'),
  depart: '2026-03-03T08:00:00.000Z',
  utileJusquau: null,
  statut,
  le: null,
});

const courrier = situe('C01_PROPOSITION', 'A_VENIR');
const question = (reste: Partial<QuestionFeuVert> = {}): QuestionFeuVert => ({
  courrier,
  situation: { courriers: [courrier], decesSignale: false },
  vouluParRendezVous: false,
  ditLeReferent: true,
  tenu: false,
  ...reste,
});

describe('un courrier des règles', () => {
  it('part quand la situation le veut encore', () => expect(feuVert(question())).toBe('PART'));

  it.each(['A_REPRENDRE', 'RETENU', 'PARTI', 'EN_TACHE'] as const)('part encore quand il est %s', (statut) => {
    expect(feuVert(question({ situation: { courriers: [{ ...courrier, statut }], decesSignale: false } }))).toBe(
      'PART',
    );
  });

  it.each(['ANNULE', 'PERIME', 'RECTIFIE'] as const)('est annulé quand il est devenu %s', (statut) => {
    const situation = { courriers: [{ ...courrier, statut }], decesSignale: false };
    expect(feuVert(question({ situation }))).toBe('ANNULE');
  });

  it('est annulé quand plus rien ne le veut, même si quelqu’un le retient', () => {
    expect(feuVert(question({ situation: { courriers: [], decesSignale: false }, tenu: true }))).toBe('ANNULE');
  });

  it('se juge sur ce que devient lui-même, pas un autre', () => {
    const autre = situe('C13_FIN_CSP', 'ANNULE');
    expect(feuVert(question({ situation: { courriers: [autre, courrier], decesSignale: false } }))).toBe('PART');
    const vivant = situe('C13_FIN_CSP', 'A_VENIR');
    expect(feuVert(question({ situation: { courriers: [vivant], decesSignale: false } }))).toBe('ANNULE');
  });

  it('et un courrier du parcours de même', () => {
    const prolongation = situe('PROLONGATION', 'A_VENIR');
    const demande = { courrier: prolongation, situation: { courriers: [prolongation], decesSignale: false } };
    expect(feuVert(question(demande))).toBe('PART');
    expect(feuVert(question({ ...demande, situation: { courriers: [], decesSignale: false } }))).toBe('ANNULE');
  });

  it('qui nomme un référent est annulé quand un autre suit déjà la personne', () => {
    const nomme = situe('NOUVEAU_REFERENT', 'A_VENIR');
    const demande = { courrier: nomme, situation: { courriers: [nomme], decesSignale: false } };
    expect(feuVert(question(demande))).toBe('PART');
    expect(feuVert(question({ ...demande, ditLeReferent: false }))).toBe('ANNULE');
  });

  it('attend quand quelqu’un le retient', () => expect(feuVert(question({ tenu: true }))).toBe('RETENU'));

  it('attend dès qu’un décès est signalé, sauf pour l’employeur', () => {
    const situation = { courriers: [courrier], decesSignale: true };
    expect(feuVert(question({ situation }))).toBe('RETENU');
    expect(feuVert(question({ situation, courrier: { ...courrier, destinataire: 'EMPLOYEUR' } }))).toBe('PART');
  });
});

describe('un courrier de rendez-vous', () => {
  const courrier = { cle: 'x', code: 'RDV_CONVOCATION', destinataire: 'BENEFICIAIRE' as const };
  const situation = { courriers: [], decesSignale: false };

  it('part quand son rendez-vous le veut encore', () =>
    expect(feuVert(question({ courrier, situation, vouluParRendezVous: true }))).toBe('PART'));

  it('est annulé sinon', () => expect(feuVert(question({ courrier, situation }))).toBe('ANNULE'));
});

it('un courrier de flotte n’est arrêté que par une retenue ou un décès', () => {
  const flotte = {
    cle: 'x',
    code: 'RAPPEL_ACTUALISATION',
    destinataire: 'BENEFICIAIRE' as const,
  };
  const situation = { courriers: [], decesSignale: false };
  expect(feuVert(question({ courrier: flotte, situation }))).toBe('PART');
  expect(feuVert(question({ courrier: flotte, situation, tenu: true }))).toBe('RETENU');
  expect(feuVert(question({ courrier: flotte, situation: { ...situation, decesSignale: true } }))).toBe('RETENU');
});

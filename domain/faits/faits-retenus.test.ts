import type { DateCivile } from '../calendrier/dates';
import type { Evenement } from './evenements';
import { faitsRetenus } from './faits-retenus';

const fin = { motifFin: 'MANQUEMENT', dateFinCsp: '2025-09-15' as DateCivile } as const;
const sortie = (reste: object) => ({
  id: 's',
  evenement: { type: 'SORTIE', date: '2025-09-15', motif: 'MANQUEMENT', faits: 'Absence.', ...reste } as Evenement,
});

describe('les faits retenus contre la personne', () => {
  it('sont ceux de la sortie qui a mis fin au CSP', () => {
    expect(faitsRetenus([sortie({})], fin)).toBe('Absence.');
    expect(faitsRetenus([sortie({ date: '2025-10-15', faits: 'Autre.' }), sortie({})], fin)).toBe('Absence.');
  });
  it.each([
    ['aucun n’est écrit', [sortie({ faits: undefined })], fin],
    ['il n’y a que des blancs', [sortie({ faits: ' \n' })], fin],
    ['le CSP a fini autrement', [sortie({})], { ...fin, motifFin: 'TERME' }],
    ['le CSP a fini un autre jour', [sortie({})], { ...fin, dateFinCsp: '2025-09-14' as DateCivile }],
    ['la personne est partie d’elle-même', [sortie({ motif: 'ABANDON' })], { ...fin, motifFin: 'ABANDON' }],
  ] as const)('il n’y en a pas quand %s', (_cas, faits, resultat) => {
    expect(faitsRetenus(faits, resultat)).toBeNull();
  });
});

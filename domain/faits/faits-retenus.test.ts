import type { DateCivile } from '../calendrier/dates';
import type { Evenement } from './evenements';
import { faitsComptes, faitsRetenus } from './faits-retenus';
import { type EntreeEcrite, relireEntree } from './relire-journal';

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

const entree = (id: string, reste: Partial<EntreeEcrite>) =>
  relireEntree({ id, auteur: 'ref', enregistreLe: '2025-09-15T09:00:00.000Z', ...reste });

it('de deux sorties dites pour la même fin, la dernière dit les faits', () => {
  expect(faitsRetenus([sortie({ faits: 'Premiers.' }), sortie({ faits: 'Corrigés.' })], fin)).toBe('Corrigés.');
});

it('les faits comptés sont ceux qu’une règle retient, dans l’ordre où ils sont situés', () => {
  const psp = { type: 'PSP_VALIDE', date: '2025-04-20' } as Evenement;
  const bilan = { type: 'PRE_BILAN_REALISE', date: '2025-04-01' } as Evenement;
  const journal = [
    entree('a', { evenement: psp }),
    entree('b', { evenement: bilan }),
    entree('r', { rectification: { residence: 'guadeloupe' } }),
  ];
  const situes = [
    { id: 'b', statut: 'RETENU' },
    { id: 'a', statut: 'ECARTE' },
    { id: 'r', statut: 'RETENU' },
    { id: 'inconnu', statut: 'RETENU' },
  ] as const;
  expect(faitsComptes(journal, situes)).toEqual([{ id: 'b', evenement: bilan }]);
});

import { causesProlongation } from '../dossier/parametres';
import { causes, deCause, estCause, nomCause, nomCourtCause, nomSuspension, titreCause } from './causes';
import { motifsSuspension } from './types/suspension';

it('chaque cause qui prolonge ou suspend a ses mots, et aucune autre', () => {
  expect([...causes].sort()).toEqual([...causesProlongation, ...Object.keys(motifsSuspension)].sort());
  for (const cause of causes) {
    for (const mots of [nomCause, nomCourtCause, deCause, titreCause, nomSuspension]) expect(mots(cause)).not.toBe('');
    expect(estCause(cause)).toBe(true);
    expect(deCause(cause)).toMatch(/^d(e |’)/);
  }
  expect(estCause('TERME')).toBe(false);
  expect(() => nomCause('TERME')).toThrow(new RangeError('cause sans évènement : TERME'));
});

it.each([
  ['MATERNITE', 'congé de maternité', 'de congé de maternité', 'Congé de maternité', 'congé de maternité'],
  ['MALADIE', 'arrêt maladie', 'd’arrêt maladie', 'Arrêt maladie', 'arrêt maladie'],
  ['ACTIVITE', 'reprise d’activité', 'd’emploi', 'Reprise d’emploi', 'contrat de travail'],
])('%s se dit %s, %s, %s, suspendu pour %s', (cause, nom, de, titre, suspension) => {
  expect([nomCause(cause), deCause(cause), titreCause(cause), nomSuspension(cause)]).toEqual([
    nom,
    de,
    titre,
    suspension,
  ]);
});

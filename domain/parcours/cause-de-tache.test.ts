import type { EntreeJournal } from '../faits/journal';
import { causeDeTache, causesRetirees } from './cause-de-tache';

it.each([
  ['2025-000001-32/FAIT_ECARTE/a/b/v3', '2025-000001-32/FAIT/a/b'],
  ['2025-000001-32/FAIT_REDEVENU_VALIDE/a/b/v5', '2025-000001-32/FAIT/a/b'],
  ['2025-000001-32/PROLONGATION/CONSEILLER/2025-07-10-v4/COURRIER_A_REMETTRE', '2025-000001-32/PROLONGATION'],
  ['2025-000001-32/PROLONGATION/BENEFICIAIRE/2025-07-10-v4/COURRIER_A_REMETTRE', null],
  ['2025-000001-32/C17_SUIVI_EMPLOI/CONSEILLER/2026-01-12/COURRIER_A_REMETTRE', null],
  ['2025-000001-32/ECHEANCE_PROCHE/PSP/2025-05-02', null],
])('%s a pour cause %s', (cle, cause) => expect(causeDeTache(cle)).toBe(cause));

it('un fait annulé ou corrigé n’est plus la cause de rien', () => {
  const auteur = { auteur: 'ref', enregistreLe: '2025-06-02T08:00:00.000Z' };
  const evenement = { type: 'PSP_VALIDE', date: '2025-05-12' };
  const journal = [
    { id: 'a', acte: 'consigner', evenement, ...auteur },
    { id: 'b', acte: 'corriger', evenement, remplace: 'a', ...auteur },
    { id: 'c', acte: 'annuler', annule: 'z', ...auteur },
  ] as EntreeJournal[];
  expect(causesRetirees('n', journal)).toEqual(['n/FAIT/a', 'n/FAIT/z']);
});

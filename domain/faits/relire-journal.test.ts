import { type EntreeEcrite, relireEntree, relireJournal } from './relire-journal';

const enTete = { id: 'a', auteur: 'ref', enregistreLe: '2025-03-10T09:00:00.000Z' };
const evenement = { type: 'PSP_VALIDE', date: '2025-04-20' };

it.each<[Partial<EntreeEcrite>, string]>([
  [{ evenement }, 'consigner'],
  [{ evenement, remplace: 'b' }, 'corriger'],
  [{ annule: 'b' }, 'annuler'],
  [{ rectification: { ancienneteMois: 11 } }, 'rectifierDossier'],
  [{ reglement: { surcharge: { dureeMois: 13 }, source: 'avenant' } }, 'adopterReglement'],
  [{ confirme: 'b' }, 'confirmer'],
])('une entrée d’avant, %j, dit son acte : %s', (contenu, acte) => {
  expect(relireEntree({ ...enTete, ...contenu })).toEqual({ ...enTete, ...contenu, acte });
});

it('une absence de réponse confirmée se lit sans l’ancien champ', () => {
  expect(relireEntree({ ...enTete, silenceConfirme: true })).toStrictEqual({ ...enTete, acte: 'confirmerSilence' });
});

it('une entrée déjà nommée se relit telle quelle', () => {
  const journal = relireJournal([{ ...enTete, annule: 'b', ouverture: true, motif: 'm' }]);
  expect(relireJournal(journal)).toStrictEqual(journal);
});

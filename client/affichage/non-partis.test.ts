import { nonPartisDits } from './non-partis';

it('les courriers dus qui ne sont pas partis se comptent par raison, ceux que le parcours n’a pas demandés compris', () => {
  const relais = { statut: 'A_REPRENDRE', erreur: 'ESOCKET à CONN', nombre: 12 } as const;
  const remise = { statut: 'EN_REMISE', erreur: null, nombre: 1 } as const;
  expect(nonPartisDits(15, [relais, remise])).toEqual([
    '15 courriers dus que personne ne retient ne sont pas encore partis :',
    '- 12 : nouvel essai prévu (ESOCKET à CONN)',
    '- 1 : en cours d’envoi',
    '- 2 : pas encore demandés par le parcours',
  ]);
});

it('un seul, aucun ; et un courrier entamé depuis qu’ils furent comptés ne manque pas', () => {
  expect(nonPartisDits(1, [])).toEqual([
    '1 courrier dû que personne ne retient n’est pas encore parti :',
    '- 1 : pas encore demandé par le parcours',
  ]);
  expect(nonPartisDits(0, [])).toEqual(['Aucun autre courrier dû n’attend.']);
  expect(nonPartisDits(0, [{ statut: 'EN_REMISE', erreur: null, nombre: 1 }])[0]).toBe(
    '1 courrier dû que personne ne retient n’est pas encore parti :',
  );
});

import { estDAgence, lireRole, roles } from './roles';

it('un rôle se lit comme on le tape', () => {
  expect(['conseiller', 'Lecture-seule', 'lecture  -  seule', ' EXPLOITATION '].map(lireRole)).toEqual([
    'CONSEILLER',
    'LECTURE_SEULE',
    'LECTURE_SEULE',
    'EXPLOITATION',
  ]);
  expect(lireRole('directeur')).toBeNull();
});

it('qui ne voit aucun dossier n’est d’aucune agence', () => {
  expect(roles.filter((role) => !estDAgence(role))).toEqual(['ADMINISTRATEUR', 'EXPLOITATION']);
});

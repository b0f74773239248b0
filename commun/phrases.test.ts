import { phrasePortOccupe, rapproche } from './phrases';

it('un port occupé est nommé avec le réglage à changer', () => {
  expect(phrasePortOccupe(3000, 'JALON_PORT', 'le serveur web')).toBe(
    'Le port 3000, prévu pour le serveur web, est déjà occupé par un autre programme : arrêtez-le, ou choisissez un ' +
      'autre port avec JALON_PORT (par exemple JALON_PORT=3001).',
  );
});

it('un nom n’est rapproché que d’un nom voisin', () => {
  expect(rapproche('JALON_SMPT_PORT', ['JALON_SMTP_PORT', 'JALON_PORT'])).toBe('JALON_SMTP_PORT');
  expect(rapproche('JALON_COULEUR', ['JALON_SMTP_PORT', 'JALON_PORT'])).toBeNull();
});

import { suiteDe } from './suite';

it('on revient où l’on allait, dans l’outil et nulle part ailleurs', () => {
  expect(suiteDe('/dossiers/2025-000001-00?acte=x', 'CONSEILLER')).toBe('/dossiers/2025-000001-00?acte=x');
  for (const ailleurs of [
    '//malveillant.example.org',
    '/\\malveillant.example.org',
    'https://x.example.org',
    '',
    '/a b',
    '/a\n',
    undefined,
  ])
    expect([ailleurs, suiteDe(ailleurs, 'CONSEILLER')]).toEqual([ailleurs, '/']);
});

it('un rôle sans portefeuille commence par l’exploitation', () => {
  expect([suiteDe('/', 'EXPLOITATION'), suiteDe(undefined, 'ADMINISTRATEUR'), suiteDe('/', 'JURISTE')]).toEqual([
    '/exploitation',
    '/exploitation',
    '/',
  ]);
});

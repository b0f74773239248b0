import { ErreurReglage } from '../../commun/reglages';
import { direEchec } from './echec-demarrage';
import { ErreurWorker } from './worker-enfant';

it('ce que l’on sait dire tient en une phrase ; de ce que personne n’attendait, toute la pile', () => {
  expect(direEchec(new ErreurReglage('JALON_PORT vaut « x ».'))).toBe('JALON_PORT vaut « x ».');
  expect(direEchec(new ErreurWorker('le worker n’est pas prêt'))).toBe(
    'Jalon n’a pas pu démarrer : le worker n’est pas prêt',
  );
  expect(direEchec(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))).toBe(
    'Jalon n’a pas pu démarrer : Le registre (PostgreSQL) ne répond pas : recommencez dans un instant. Ce qui était ' +
      'enregistré le reste. (REGISTRE_ABSENT)',
  );
  expect(direEchec(new Error('imprévue'))).toMatch(/^Jalon n’a pas pu démarrer : Error: imprévue\n {4}at /);
});

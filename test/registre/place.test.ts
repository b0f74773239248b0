import { disquePlein } from '../../registre';
import { ouvrirRegistreDeTest, type RegistreDeTest } from '../outils/registre';

describe('la place qui reste au registre', () => {
  let base: RegistreDeTest;
  beforeAll(async () => {
    base = await ouvrirRegistreDeTest();
  });
  afterAll(() => base?.fermer());

  const fichiersTemporaires = async () => {
    // What a session did is counted when it ends, or asks for it.
    await base.registre.pool.query('select pg_stat_force_next_flush()');
    const { rows } = await base.registre.pool.query<{ n: number }>(
      'select temp_files::int as n from pg_stat_database where datname = current_database()',
    );
    return rows[0]!.n;
  };
  const enCours = async () =>
    (await base.registre.pool.query<{ name: string }>('select name from pg_ls_tmpdir()')).rows.length;

  it('demander s’il reste de la place écrit sur le disque de PostgreSQL, et n’y laisse rien', async () => {
    const avant = await fichiersTemporaires();
    expect(await disquePlein(base.registre)).toBe(false);
    expect(await fichiersTemporaires()).toBeGreaterThan(avant);
    expect(await enCours()).toBe(0);
    expect((await base.registre.pool.query('show work_mem')).rows).not.toEqual([{ work_mem: '64kB' }]);
  });
});

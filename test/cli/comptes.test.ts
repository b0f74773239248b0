import { enregistrerAgence, inscrireOuverture, tracer } from '../../registre';
import { ouverture, personnesInventees } from '../outils/ouvertures';
import { ouvrirRegistreDeTest, type RegistreDeTest } from '../outils/registre';
import { lancer } from './jalon';

const LIEN = /^http:\/\/127\.0\.0\.1:3000\/entree\/lien\/[\w-]{43}$/m;
const maintenant = new Date('2026-01-12T08:00:00Z');

let base: RegistreDeTest;
const jalon = (...ligne: string[]) => lancer(ligne, { maintenant, env: { JALON_REGISTRE_URL: base.url } });
beforeAll(async () => {
  base = await ouvrirRegistreDeTest();
  await enregistrerAgence(base.registre, personnesInventees.agence);
});
afterAll(() => base?.fermer());

const creer = (id: string, ...plus: string[]) =>
  jalon('comptes', 'creer', id, '--nom', 'Maude Lescot', '--adresse', `${id}@example.org`, ...plus);

describe('jalon comptes', () => {
  it('ouvre, réinitialise, liste et ferme un compte', async () => {
    expect((await jalon('comptes', 'lister')).texte).toBe('Aucun compte n’est ouvert.\n');
    const lien = await creer('m-lescot', '--role', 'conseiller', '--agence', 'agence-inventee');
    expect([lien.statut, lien.texte]).toEqual([0, expect.stringMatching(LIEN)]);
    expect((await creer('chef', '--role', 'administrateur')).statut).toBe(0);
    const autre = await jalon('comptes', 'reinitialiser', 'm-lescot');
    expect(LIEN.exec(autre.texte)![0]).not.toBe(LIEN.exec(lien.texte)![0]);
    expect((await jalon('comptes', 'lister')).texte).toMatch(/m-lescot .*conseiller .*sans mot de passe/);
    expect((await jalon('comptes', 'desactiver', 'm-lescot')).texte).toBe('Le compte m-lescot n’entre plus.\n');
    const comptes = JSON.parse((await jalon('comptes', 'lister', '--json')).texte) as { id: string }[];
    expect(comptes.map(({ id }) => id)).toEqual(['chef', 'm-lescot']);
    expect(JSON.stringify(comptes)).not.toContain('argon2');
  });

  it.each([
    ['m-lescot', ['--role', 'administrateur'], 'porte déjà cet identifiant'],
    ['Maude', ['--role', 'administrateur'], 'lettres minuscules'],
    ['autre', ['--role', 'directeur'], 'Ce rôle n’existe pas'],
    ['autre', ['--role', 'conseiller'], 'dire laquelle'],
    ['autre', ['--role', 'exploitation', '--agence', 'agence-inventee'], 'aucune agence'],
    ['autre', ['--role', 'juriste', '--agence', 'nulle-part'], 'L’agence « nulle-part » n’est pas connue'],
    ['autre', ['--role', 'administrateur', '--adresse', 'CHEF@example.org'], 'a déjà cette adresse'],
    ['autre', ['--role', 'administrateur', '--adresse', 'chef'], 'est mal écrite'],
    ['autre', ['--role', 'administrateur', '--nom', ' '], 'Le champ « nom » est obligatoire'],
  ])('refuse %s %j', async (id, plus, dit) => {
    const { statut, erreurs } = await creer(id, ...plus);
    expect([statut, erreurs]).toEqual([1, expect.stringContaining(dit)]);
  });

  it('un compte inconnu ne se ferme ni ne se réinitialise', async () => {
    for (const geste of ['desactiver', 'reinitialiser']) {
      const { statut, erreurs } = await jalon('comptes', geste, 'm-lescot');
      expect([geste, statut, erreurs]).toEqual([geste, 1, expect.stringContaining('Aucun compte en service')]);
    }
  });
});

describe('jalon audit', () => {
  it('dit que le journal est entier, ou ce qui y manque', async () => {
    const entier = await jalon('audit', 'verifier');
    expect([entier.statut, entier.texte]).toEqual([
      0,
      expect.stringMatching(/est entier : \d+ lignes\..*\n[0-9a-f]{64}\n$/s),
    ]);
    const tete = /[0-9a-f]{64}/.exec(entier.texte)![0];
    expect((await jalon('audit', 'verifier', '--connue', tete)).statut).toBe(0);
    const coupee = await jalon('audit', 'verifier', '--connue', '0'.repeat(64));
    expect([coupee.statut, coupee.texte]).toEqual([1, expect.stringContaining('n’est celle d’aucun sceau')]);
    expect((await jalon('audit', 'verifier', '--connue', 'court')).statut).toBe(2);
    const client = await base.registre.pool.connect();
    await client.query("SET session_replication_role = 'replica'");
    await client.query("UPDATE audit SET auteur = 'autre' WHERE id = 1");
    await client.query("SET session_replication_role = 'origin'");
    client.release();
    const changee = await jalon('audit', 'verifier');
    expect(changee.statut).toBe(1);
    expect(changee.texte).toContain('La ligne 1, au rang 1 de la chaîne, n’est plus ce qui a été scellé.');
    const { fautes } = JSON.parse((await jalon('audit', 'verifier', '--json')).texte);
    expect(fautes).toEqual([{ faute: 'CHANGEE', rang: 1, trace: 1 }]);
  });

  it('dit qui a vu un dossier', async () => {
    const { numero } = await inscrireOuverture(base.registre, ouverture('vu'), maintenant);
    await tracer(
      base.registre,
      { numero, auteur: 's-maes', acte: 'VOIR', details: { page: 'coordonnees' } },
      maintenant,
    );
    expect((await jalon('audit', 'dossier', numero)).texte).toMatch(
      /12\/01\/2026 à [\d: h]+ +s-maes +VOIR +coordonnees/,
    );
    expect((await jalon('audit', 'dossier', '2025-999999-99')).statut).toBeGreaterThan(0);
  });
});

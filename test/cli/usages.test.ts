import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exemple, lancer as jalon } from './jalon';

describe('l’aide et les mauvais usages', () => {
  it('l’aide est en français, toutes les commandes y sont', async () => {
    const { statut, texte } = await jalon(['--aide']);
    expect(statut).toBe(0);
    expect(texte).toMatch(/^Utilisation : jalon/);
    expect(texte).not.toMatch(/Usage|Options:|Commands|display help/);
    for (const commande of 'ouvrir importer consigner corriger annuler rectifier previsualiser voir courriers rdv actualiser liste doublons taches agences calculer simuler droits expliquer projeter impact adopter confirmer confirmer-silence'.split(
      ' ',
    )) {
      expect(texte).toContain(`\n  ${commande} `);
      const aide = await jalon(['aide', commande]);
      expect([aide.statut, aide.texte]).toEqual([
        0,
        expect.stringMatching(new RegExp(`^Utilisation : jalon ${commande}`)),
      ]);
      expect(aide.texte).not.toMatch(/\(default|\(choices|display help/);
    }
  });

  it.each([
    [['consignr'], /commande inconnue : consignr/],
    [['consignr', '--aide'], /commande inconnue : consignr/],
    [['voir'], /il manque l’argument <numero>/],
    [['voir', '2026-000001-05', '--plus'], /option inconnue : --plus/],
    [['liste', '--etape', 'AILLEURS'], /la valeur « AILLEURS » ne convient pas.*Au choix : /],
    [['liste', '--limite'], /l’option --limite <nombre> attend une valeur/],
    [['liste', '--limite', 'tout'], /attend un nombre entier/],
    [['voir', '2026-000001-01'], /faute de frappe/],
    [['importer'], /Il manque le fichier/],
    [['impact'], /Il manque --reglement <fichier>, ou --code/],
    [['impact', '--code', '--csv', 'x.csv'], /--code s’emploie seul/],
    [['ouvrir', '/nulle/part.json'], /n’existe pas/],
    [['simuler', exemple('dossiers', 'annee-nominale.json')], /l’option --sortie <dossier> est obligatoire/],
    [['taches', '--limite', 'tout'], /--limite attend un nombre entier, pas « tout »/],
    [['droits', '2026-000001-05'], /l’option --montants <fichier> est obligatoire/],
    [['expliquer'], /il manque l’argument <dossier>/],
    [['expliquer', '2026-000001-05', 'fin'], /La clé « fin » n’existe pas/],
    [['calculer', 'un', 'deux'], /0 argument\(s\) attendu\(s\), 2 reçu\(s\)/],
  ])('%j : statut 2, une phrase', async (ligne, phrase) => {
    const { statut, erreurs, texte } = await jalon(ligne);
    expect([statut, erreurs, texte]).toEqual([2, expect.stringMatching(phrase), '']);
    expect(erreurs).not.toMatch(/error:/);
  });

  it('un serveur muet est nommé, avec ce qu’il faut lancer', async () => {
    const registre = await jalon(['liste'], { env: { JALON_REGISTRE_URL: 'postgresql://u:secret@127.0.0.1:9/x' } });
    expect([registre.statut, registre.erreurs]).toEqual([1, expect.stringContaining('JALON_REGISTRE_URL')]);
    expect(registre.erreurs).not.toContain('secret');
    const jamais = await jalon(['liste'], {
      env: { JALON_REGISTRE_URL: '', JALON_DONNEES: join(tmpdir(), 'jalon-jamais-lance') },
    });
    expect([jamais.statut, jamais.erreurs]).toEqual([1, expect.stringContaining('npm start')]);
    const reglage = await jalon(['liste'], { env: { JALON_PORT: 'abc' } });
    expect([reglage.statut, reglage.erreurs]).toEqual([1, expect.stringContaining('JALON_PORT vaut « abc »')]);
  });
});

it('calculer répond ligne à ligne, sans serveur', async () => {
  const env = { JALON_REGISTRE_URL: 'postgresql://u:p@127.0.0.1:9/x' };
  const { statut, texte } = await jalon(['calculer'], { entree: 'n’importe quoi\n{"dossier":{}}\n', env });
  const lignes = texte
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l));
  expect([statut, lignes[0]]).toEqual([0, { valide: false, erreurs: ['SCENARIO_ILLISIBLE'] }]);
  expect(lignes[1].erreurs).toContain('CHAMP_MANQUANT:dateRemise');
});

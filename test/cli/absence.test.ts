import { enregistrerAgence, enregistrerReferent } from '../../registre';
import { personnesInventees } from '../outils/ouvertures';
import { ouvrirRegistreDeTest, type RegistreDeTest } from '../outils/registre';
import { lancer } from './jalon';

describe('jalon absence, jalon flotte', () => {
  let base: RegistreDeTest;
  const jalon = (...ligne: string[]) => lancer(ligne, { env: { JALON_REGISTRE_URL: base.url } });

  beforeAll(async () => {
    base = await ouvrirRegistreDeTest();
    const { agence, referent } = personnesInventees;
    await enregistrerAgence(base.registre, agence);
    await enregistrerReferent(base.registre, referent);
    await enregistrerReferent(base.registre, { ...referent, id: 'brice', prenom: 'Brice', email: 'brice@example.org' });
  });
  afterAll(() => base?.fermer());

  it('inscrit, montre et retire une absence', async () => {
    expect((await jalon('absence', 'lister')).texte).toBe('Aucune absence en cours ni à venir.\n');
    const ajout = [
      'absence',
      'ajouter',
      'brice',
      '--debut',
      '2099-07-06',
      '--fin',
      '2099-07-10',
      '--remplacant',
      'referente-inventee',
    ];
    expect((await jalon(...ajout)).texte).toContain('Absence inscrite, du 06/07/2099 au 10/07/2099');
    const double = await jalon(...ajout);
    expect(double).toMatchObject({ statut: 1 });
    expect(double.erreurs).toContain('déjà absent sur une partie de ces jours');
    const { texte } = await jalon('absence', 'lister');
    expect(texte).toContain('Brice Lescot (brice)');
    const [absence] = JSON.parse((await jalon('absence', 'lister', '--json')).texte) as { id: number }[];
    expect((await jalon('absence', 'retirer', String(absence!.id))).texte).toBe('Absence retirée.\n');
    expect((await jalon('absence', 'retirer', String(absence!.id))).statut).toBe(1);
  });

  it.each([
    [['absence', 'ajouter', 'brice', '--debut', 'lundi', '--remplacant', 'x'], 2, 'n’est pas une date'],
    [
      ['absence', 'ajouter', 'brice', '--debut', '2099-07-06', '--fin', '2099-07-05', '--remplacant', 'x'],
      2,
      'avant --debut',
    ],
    [['absence', 'ajouter', 'brice', '--debut', '2099-07-06', '--remplacant', 'x'], 1, '« x » n’est pas connu'],
    [['absence', 'ajouter', 'brice', '--debut', '2099-07-06', '--remplacant', 'brice'], 1, 'plus personne ne lirait'],
    [['absence', 'ajouter', 'brice', '--debut', '2020-07-06', '--remplacant', 'referente-inventee'], 2, 'déjà finie'],
    [['absence', 'retirer', 'deux'], 2, 'n’est pas le numéro'],
    [['flotte', 'ouvertur', '--mois', '2026-10'], 2, 'n’est pas un moment'],
    [['flotte', 'ouverture', '--mois', 'octobre'], 2, 'n’est pas un mois'],
  ])('refuse %j', async (ligne, statut, dit) => {
    const sortie = await jalon(...ligne);
    expect(sortie.statut).toBe(statut);
    expect(sortie.erreurs).toContain(dit);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { installerReglements } from '../../../domain/droit/reglements';
import { executer } from '../main';

async function lancer(ligne: string[], env: Record<string, string> = {}, entree = '') {
  const [sortie, erreurs] = [new PassThrough({ encoding: 'utf8' }), new PassThrough({ encoding: 'utf8' })];
  const flux = Readable.from([Buffer.from(entree)]);
  const statut = await executer(ligne, { entree: flux, sortie, erreurs, env, maintenant: () => new Date() });
  const lire = (f: PassThrough): string => (f.read() ?? '').replace(/[\u00a0\u202f]/g, ' ').replace(/\s+/g, ' ');
  return { statut, sortie: lire(sortie), erreurs: lire(erreurs) };
}

const parametre = (valeur: unknown) => ({ valeur, source: 'convention inventée, art. 6', certitude: 'T' });
const successeur = {
  nom: 'csp-2027',
  libelle: 'CSP inventé de 2027',
  base: 'csp-2015-v2025',
  parametres: {
    debutValidite: parametre('2027-01-01'),
    finValidite: parametre('2028-12-31'),
    dureeMois: parametre(13),
  },
};
let abri: string;
beforeEach(() => {
  abri = mkdtempSync(join(tmpdir(), 'jalon-reglements-'));
});
afterEach(() => {
  installerReglements([]);
  rmSync(abri, { recursive: true });
});

function deposer(document: object): { dossier: string; fichier: string } {
  const dossier = mkdtempSync(join(abri, 'd-'));
  const fichier = join(dossier, 'csp-2027.json');
  writeFileSync(fichier, JSON.stringify(document));
  return { dossier, fichier };
}
const scenario = JSON.stringify({
  dossier: {
    dateRemise: '2027-02-01',
    modeProposition: 'ENTRETIEN_PREALABLE',
    motifRupture: 'LICENCIEMENT_ECONOMIQUE',
    effectifEntreprise: 50,
    dateNaissance: '1985-01-01',
    residence: 'metropole',
    joursAffiliation: 400,
    ancienneteMois: 60,
  },
  evenements: [{ type: 'REPONSE_SALARIE', date: '2027-02-10', reponse: 'ACCEPTATION' }],
});

describe('jalon reglements', () => {
  it('liste ceux que Jalon porte, et ceux du dossier', async () => {
    const { sortie } = await lancer(['reglements', 'lister']);
    expect(sortie).toContain('csp-2015-v2025');
    expect(sortie).not.toContain('csp-2027');
    const { dossier } = deposer(successeur);
    const avec = await lancer(['reglements', 'lister', '--json'], { JALON_REGLEMENTS: dossier });
    expect(JSON.parse(avec.sortie).at(-1)).toEqual({
      nom: 'csp-2027',
      libelle: 'CSP inventé de 2027',
      validite: ['2027-01-01', '2028-12-31'],
      choisi: 'par la date',
      charge: true,
    });
  });
  it('vérifie un fichier, chaque valeur avec sa source, et dit à partir de quand il vaut', async () => {
    const { statut, sortie } = await lancer(['reglements', 'verifier', deposer(successeur).fichier]);
    expect(statut).toBe(0);
    expect(sortie).toContain('CSP inventé de 2027 (csp-2027), du 01/01/2027 au 31/12/2028.');
    expect(sortie).toContain('convention inventée, art. 6');
    expect(sortie).toMatch(/\d+ autres paramètres sont repris, et marqués comme non vérifiés/);
    expect(sortie).toContain('il vaut pour les procédures engagées à partir du 01/01/2027');
  });
  it('un fichier refusé l’est avec toutes ses fautes', async () => {
    const faux = {
      ...successeur,
      base: 'csp-2030',
      parametres: { ...successeur.parametres, dureeMois: parametre('13') },
    };
    const { statut, erreurs } = await lancer(['reglements', 'verifier', deposer(faux).fichier]);
    expect(statut).toBe(1);
    expect(erreurs).toContain('(REGLEMENT_INCONNU:csp-2030)');
    expect(erreurs).toContain('(SURCHARGE_INVALIDE:dureeMois)');
    expect((await lancer(['reglements', 'verifier', '/nulle/part.json'])).statut).toBe(2);
  });
  it('un successeur déposé prend la suite, sans nouvelle version', async () => {
    const sans = JSON.parse((await lancer(['calculer'], {}, `${scenario}\n`)).sortie);
    expect([sans.reglement, sans.alertes]).toEqual(['csp-2015-v2025', ['REGLEMENT_ECHU_A_CONFIRMER']]);
    const { dossier } = deposer(successeur);
    const avec = JSON.parse((await lancer(['calculer'], { JALON_REGLEMENTS: dossier }, `${scenario}\n`)).sortie);
    expect([avec.reglement, avec.alertes, avec.debutCsp, avec.terme]).toEqual([
      'csp-2027',
      [],
      '2027-02-23',
      '2028-03-22',
    ]);
  });
  it('aucune commande ne part sur un règlement mal compris', async () => {
    const { dossier } = deposer({ ...successeur, nom: 'csp-2011' });
    const { statut, erreurs } = await lancer(['calculer'], { JALON_REGLEMENTS: dossier }, `${scenario}\n`);
    expect(statut).toBe(1);
    expect(erreurs).toContain('Un règlement s’appelle déjà « csp-2011 »');
  });
});

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../../commun/racine';
import { OUVERTURE } from '../../domain/droit/regles/de-test/scenario';

/** The one file that a suspension which extends nothing asks for. */
const CONGE_SABBATIQUE = `import { periode } from './champs';
import { definir } from './definition';

export const congeSabbatique = definir('CONGE_SABBATIQUE', {
  libelle: 'Congé sabbatique',
  aide: () => 'Suspend le CSP sans le prolonger.',
  famille: 'Absence',
  champs: periode,
  effet: { regle: 'SUSPENSION', causes: { CONGE_SABBATIQUE: { nom: 'congé sabbatique' } } },
  declaration: true,
});
`;

/** What a page shows of the facts to choose from, and of the form of this one. */
const PAGE = `import { reglements } from './domain/droit/reglements';
import { champsDe } from './client/web/evenement/acte';
import { PageChoix } from './client/web/evenement/choix';
const vue = { numero: 'n', nom: 'Zoé', enUnePhrase: '', boite: false };
console.log(String(PageChoix({ vue, parametres: reglements['csp-2015-v2021'].parametres, duMoment: [] })));
console.log(JSON.stringify(champsDe({ acte: 'consigner', type: 'CONGE_SABBATIQUE' as never })));
`;

let maison: string;
const dans = (...noms: string[]): string => join(maison, ...noms);
const node = (arguments_: string[], input = ''): string =>
  execFileSync(process.execPath, ['client/local/lancer.mjs', ...arguments_], { cwd: maison, input, encoding: 'utf8' });
const jalon = (...arguments_: string[]): string => node(['client/cli/main.ts', ...arguments_]);

/** The sources again, beside the dependencies, with one file and one line of the registry more. */
beforeAll(() => {
  maison = mkdtempSync(join(racine, '.cache', 'evenement-neuf-'));
  const sources = ['domain', 'courriers', 'workflows', 'activities', 'registre', 'worker', 'client', 'commun'];
  symlinkSync(join(racine, 'node_modules'), dans('node_modules'));
  for (const nom of [...sources, 'tsconfig.json', 'package.json', 'package-lock.json'])
    cpSync(join(racine, nom), dans(nom), { recursive: true });
  writeFileSync(dans('domain/faits/types/conge-sabbatique.ts'), CONGE_SABBATIQUE);
  const registre = dans('domain/faits/types/index.ts');
  const ecrit = readFileSync(registre, 'utf8').replace(
    'const liste = [',
    "import { congeSabbatique } from './conge-sabbatique';\n\nconst liste = [\n  congeSabbatique,",
  );
  writeFileSync(registre, ecrit);
  writeFileSync(dans('page.tsx'), PAGE);
}, 60_000);
afterAll(() => rmSync(maison, { recursive: true, force: true }));

const dossier = OUVERTURE;
const acceptation = { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' };
const conge = { type: 'CONGE_SABBATIQUE', debut: '2025-06-01', fin: '2025-06-10' };

describe('un congé sabbatique : un fichier, une ligne du registre', () => {
  it('compile, tests à part', () => {
    const tsc = join(racine, 'node_modules/typescript/bin/tsc');
    const projet = {
      extends: './tsconfig.json',
      include: ['domain', 'client', 'courriers', 'activities', 'workflows'],
      exclude: ['**/*.test.ts', '**/*.test.tsx', '**/de-test/**'],
    };
    writeFileSync(dans('tsconfig.essai.json'), JSON.stringify(projet));
    expect(
      execFileSync(process.execPath, [tsc, '--singleThreaded', '-p', 'tsconfig.essai.json'], {
        cwd: maison,
        encoding: 'utf8',
      }),
    ).toBe('');
  }, 180_000);

  it('se choisit et se remplit sur la page, et se lit dans l’aide et la documentation', () => {
    const page = node(['page.tsx']);
    expect(page).toContain('/dossiers/n/evenement?type=CONGE_SABBATIQUE">Congé sabbatique</a>');
    expect(page).toContain('Suspend le CSP sans le prolonger.');
    expect(page).toContain('"nom":"debut","libelle":"Premier jour"');
    expect(jalon('consigner', '--help')).toMatch(/CONGE_SABBATIQUE +Congé sabbatique\u00a0: debut, fin/);
    expect(jalon('importer', '--documentation')).toContain(
      '| `CONGE_SABBATIQUE` | Congé sabbatique | `debut`, `fin` |',
    );
  }, 60_000);

  it('suspend sans prolonger, et se vérifie', () => {
    const scenarios = [
      { dossier, evenements: [acceptation, conge] },
      { dossier, evenements: [acceptation, { ...conge, fin: '2025-05-01' }] },
      { dossier, evenements: [acceptation] },
    ];
    const lignes = node(['client/cli/main.ts', 'calculer'], scenarios.map((s) => JSON.stringify(s)).join('\n'));
    const [avec, inverse, sans] = lignes
      .trim()
      .split('\n')
      .map((ligne) => JSON.parse(ligne));
    expect(avec.suspensions).toEqual([{ debut: '2025-06-01', fin: '2025-06-10', cause: 'CONGE_SABBATIQUE' }]);
    expect([avec.terme, avec.rejets]).toEqual([sans.terme, []]);
    expect(inverse.rejets).toEqual([{ index: 1, code: 'PERIODE_INVERSEE' }]);
  }, 60_000);

  it('a ses mots dans les phrases', () => {
    writeFileSync(dans('scenario.json'), JSON.stringify({ dossier, evenements: [acceptation, conge] }));
    const dites = jalon('expliquer', 'scenario.json').replaceAll('\u00a0', ' ');
    expect(dites).toContain('10 jours de congé sabbatique du 01/06 au 10/06/2025');
  }, 60_000);
});

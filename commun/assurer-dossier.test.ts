import { join } from 'node:path';
import { refusDeReglage } from '../test/outils/refus-de-reglage';
import { assurerDossier } from './assurer-dossier';

it.each([__filename, join(__filename, 'dedans'), join(__dirname, 'x'.repeat(300))])(
  'un chemin qui ne peut pas être un dossier est nommé avec son réglage',
  (chemin) => {
    const phrase = `JALON_DONNEES vaut « ${chemin} » : on attend un dossier où écrire.`;
    expect(refusDeReglage(() => assurerDossier('JALON_DONNEES', chemin))).toBe(phrase);
  },
);

it('un dossier qui est déjà là convient', () => {
  expect(() => assurerDossier('JALON_CACHE', __dirname)).not.toThrow();
});

import { lignesDe, lirePage, perdus } from '../outils/essais-cites';

const page = lirePage('docs/securite.md');
const exigences = lignesDe(page).filter(([section]) => /^V\d+\.\d+/.test(section!));

it('chaque essai que la page cite existe, et il y en a', () => {
  const cites = [...page.matchAll(/`((?:[\w-]+\/)+[\w.-]+\.test\.ts)`/g)].map(([, fichier]) => ({
    fichier: fichier!,
    nom: '',
  }));
  expect(new Set(cites.map(({ fichier }) => fichier)).size).toBeGreaterThan(30);
  expect(perdus(cites)).toEqual([]);
});

it('chaque section de l’ASVS 5.0 est là, dans l’ordre, tenue ou non, et dit par quoi', () => {
  const sections = exigences.map(([section]) => section!.split(' ')[0]!);
  // How many sections each chapter has, V17 (WebRTC) last.
  const parChapitre = [5, 4, 7, 4, 4, 8, 6, 4, 2, 7, 7, 3, 4, 3, 4, 5, 3];
  expect(sections).toEqual(parChapitre.flatMap((n, i) => Array.from({ length: n }, (_, j) => `V${i + 1}.${j + 1}`)));
  for (const [section, etat, dit] of exigences)
    expect([section, etat, dit]).toEqual([
      section,
      expect.stringMatching(/^(met|in part|not met|no object)$/),
      expect.stringMatching(etat === 'no object' ? /./ : /.{20}/),
    ]);
});

it('ce qui est dit tenu l’est par un essai, ou par une page', () => {
  const sansPreuve = exigences.filter(([, etat, dit]) => etat === 'met' && !/`[^`]+`/.test(dit!));
  expect(sansPreuve.map(([section]) => section)).toEqual([]);
});

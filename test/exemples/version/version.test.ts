import type { Decision } from './decisions';
import { aFaire, type Empreintes, empreintesDAujourdhui, empreintesGardees } from './garde';

const gardees: Empreintes = {
  versionDomaine: '1.0.0',
  decisions: { A: { exemple: 'a', decide: '1' }, B: { exemple: 'b', decide: '2' } },
};
const avec = (reste: Partial<Empreintes>): Empreintes => ({ ...gardees, ...reste });

it('les règles ne décident rien d’autre des exemples qu’en la version qu’elles disent', () => {
  expect(aFaire(empreintesGardees(), empreintesDAujourdhui())).toBeNull();
});

describe('la garde de la version', () => {
  it('refuse une décision qui change sans que la version soit relevée, et dit quoi faire', () => {
    const decisions = { ...gardees.decisions, B: { exemple: 'b', decide: '3' } };
    expect(aFaire(gardees, avec({ decisions }))).toMatch(/pour B\.\n.*relever versionDomaine.*npm run epreuve/);
  });

  it('la version relevée, demande seulement de garder ce qui est décidé désormais', () => {
    const decisions = { ...gardees.decisions, B: { exemple: 'b', decide: '3' } };
    expect(aFaire(gardees, avec({ versionDomaine: '1.1.0', decisions }))).toMatch(/^domain.* n’est plus à jour/);
  });

  it('un exemple neuf, changé ou retiré ne demande pas de relever la version', () => {
    const { A, B } = gardees.decisions;
    const cas: Record<string, Decision>[] = [
      { A: A! },
      { A: A!, B: B!, C: A! },
      { A: A!, B: { exemple: 'z', decide: '3' } },
    ];
    for (const decisions of cas) expect(aFaire(gardees, avec({ decisions }))).toMatch(/n’est plus à jour/);
  });
});

import type { Referent } from '../../../domain/dossier/personnes';
import { personnesInventees } from '../../../test/outils/ouvertures';
import { referentsProposes } from './filtres';

const equipe = (agence: string, combien: number): Referent[] =>
  Array.from({ length: combien }, (_, i) => ({ ...personnesInventees.referent, id: `${agence}-${i}`, agence }));

it('un dossier se confie à tous quand ils sont peu, à ceux de l’agence quand ils sont un pays', () => {
  const siens = equipe('a', 2);
  expect(referentsProposes([...siens, ...equipe('b', 148)], siens)).toHaveLength(150);
  expect(referentsProposes([...siens, ...equipe('b', 149)], siens)).toEqual(siens);
});

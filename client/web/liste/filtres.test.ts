import type { Referent } from '../../../domain/dossier/personnes';
import { personnesInventees } from '../../../test/outils/ouvertures';
import { referentsProposes } from './filtres';

const equipe = (agence: string, combien: number): Referent[] =>
  Array.from({ length: combien }, (_, i) => ({ ...personnesInventees.referent, id: `${agence}-${i}`, agence }));
const proposer = (referents: Referent[], agence: string, referent = '') =>
  referentsProposes(referents, { agence, referent }).map(({ id }) => id);

it('peu de référents se proposent tous, ou ceux de l’agence demandée', () => {
  const tous = [...equipe('a', 2), ...equipe('b', 1)];
  expect(proposer(tous, '')).toEqual(['a-0', 'a-1', 'b-0']);
  expect(proposer(tous, 'b')).toEqual(['b-0']);
});

it('de tout un pays, ceux de l’agence demandée ou de celle du référent choisi, qui reste toujours proposé', () => {
  const tous = [...equipe('a', 2), ...equipe('b', 200)];
  expect(proposer(tous, '')).toEqual([]);
  expect(proposer(tous, '', 'a-1')).toEqual(['a-0', 'a-1']);
  expect(proposer(tous, 'b')).toHaveLength(200);
  expect(proposer(tous, 'b', 'a-0')).toHaveLength(201);
});

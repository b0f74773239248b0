import { periode } from './champs';
import { type Definition, definir, type Effet } from './definition';

const dit = {
  libelle: 'Congé sabbatique',
  aide: () => 'Suspend le CSP sans le prolonger.',
  famille: 'Absence',
  champs: periode,
  declaration: true,
} as const;

it('un événement sans effet ne compile pas', () => {
  // @ts-expect-error what it does is missing
  definir('CONGE_SABBATIQUE', dit);
  // @ts-expect-error no rule takes it
  const effet: Effet = { regle: 'AUCUNE' };
  // @ts-expect-error words without a way to say them
  const muet: Effet = { regle: 'SUSPENSION' };
  const entier: Definition = definir('CONGE_SABBATIQUE', { ...dit, effet: { regle: 'FORMATION' } });
  expect([effet, muet, entier.type]).toHaveLength(3);
});

it('garde ce qu’aucun champ seul ne peut refuser', () => {
  const controler = () => null;
  const sans = definir('CONGE_SABBATIQUE', { ...dit, effet: { regle: 'FORMATION' } });
  const avec = definir('CONGE_SABBATIQUE', { ...dit, effet: { regle: 'FORMATION' }, controler });
  expect([sans.controler, avec.controler]).toEqual([null, controler]);
});

it('le formulaire ne demande pas ce qui n’est que lu', () => {
  const lu = { ...periode, fin: { ...periode.fin, demande: false as const } };
  const { champs, schema } = definir('CONGE_SABBATIQUE', { ...dit, champs: lu, effet: { regle: 'FORMATION' } });
  expect(champs.map(({ nom }) => nom)).toEqual(['debut']);
  expect(Object.keys(schema.shape)).toEqual(['type', 'debut', 'fin']);
});

import { champsEnClair } from './champs-en-clair';
import { definitions } from './evenements';

it('les champs d’un événement se disent en une ligne : un point d’interrogation après ceux que l’on peut laisser, et quand on ne le peut pas', () => {
  expect([definitions.SUSPENSION, definitions.CONGES].map((definition) => champsEnClair(definition))).toEqual([
    'debut, fin?, motif (PREPARE, PAJE, SERVICE_CIVIQUE, DEMENAGEMENT_ETRANGER)',
    'debut, fin',
  ]);
  expect(champsEnClair(definitions.REPRISE_EMPLOI)).toBe(
    'contratId?, nature (CDI, CDD, CTT), debut, fin? (obligatoire pour un CDD ou un intérim), essaiJusquau?, remunerationInferieure?, particulier?',
  );
});

it('les mots que l’on tape se marquent comme on veut, pas le reste', () => {
  expect(champsEnClair(definitions.REPONSE_SALARIE, (mot) => `<${mot}>`)).toBe(
    '<date>, <reponse> (<ACCEPTATION>, <REFUS>)',
  );
});

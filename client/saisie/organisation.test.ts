import { lireOrganisation, organisationExemple } from './organisation';

const { agences, referents } = organisationExemple();
const lire = (agence: object, referent: object = {}) =>
  lireOrganisation({
    agences: [agences[1], { ...agences[0], ...agence }],
    referents: [{ ...referents[0], ...referent }],
  });
const codes = (lu: ReturnType<typeof lireOrganisation>) => (lu.ok ? [] : lu.erreurs.map((e) => e.code));

it('l’exemple se lit tel qu’il est écrit', () => {
  expect(lireOrganisation(organisationExemple())).toEqual({ ok: true, organisation: organisationExemple() });
});

it('les valeurs d’une agence et d’un référent prennent leur bonne forme, avec l’indicatif de la résidence de l’agence', () => {
  const { adresse } = agences[0]!;
  const lu = lire(
    { telephone: '0262.00.12.12', residence: 'la-reunion', adresse: { ...adresse, codePostal: '59 000' } },
    { telephone: '+33 (0)6 39 98 01 03', email: 'alix@société-exemple.fr' },
  );
  expect(lu.ok && [lu.organisation.agences[1], lu.organisation.referents[0]]).toMatchObject([
    { telephone: '+262 262 00 12 12', adresse: { codePostal: '59000' } },
    { telephone: '06 39 98 01 03', email: 'alix@xn--socit-exemple-ehbb.fr' },
  ]);
});

it('une valeur douteuse ou fausse, un texte mal décodé sont refusés à leur place dans le fichier', () => {
  const lu = lire({ nom: 'Agence de CrÃ©pey', telephone: '639980101' }, { telephone: '0000000000', email: 'sans' });
  expect(codes(lu)).toEqual([
    'TEXTE_DOUTEUX:agences.1.nom',
    'CHAMP_DOUTEUX:agences.1.telephone',
    'CHAMP_INVALIDE:referents.0.email',
    'CHAMP_INVALIDE:referents.0.telephone',
  ]);
  expect(lu.ok ? '' : lu.erreurs[1]!.phrase).toContain(
    '« agences.1.telephone » ne convient pas : « 639980101 » a perdu',
  );
});

it('ce qui n’est pas une organisation est dit', () => {
  expect(codes(lireOrganisation([]))).toEqual(['CHAMP_INVALIDE:']);
  expect(codes(lireOrganisation({ agences: 'lille', referents: [3] }))).toEqual([
    'CHAMP_INVALIDE:agences',
    'CHAMP_INVALIDE:referents.0',
  ]);
});

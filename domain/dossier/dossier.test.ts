import { champsDossier, completer, schemaDossier } from './dossier';

const minimal = {
  dateRemise: '2025-03-03',
  modeProposition: 'PSE',
  motifRupture: 'LICENCIEMENT_ECONOMIQUE',
  dateNaissance: '1985-01-01',
  residence: 'metropole',
};
const codes = (champs: object) =>
  schemaDossier.safeParse({ ...minimal, ...champs }).error?.issues.map((i) => [i.path[0], i.message]);

it('un dossier minimal se lit, le reste prend la valeur de F5', () => {
  expect(completer(schemaDossier.parse({ ...minimal, inconnu: 1 }))).toEqual({
    ...minimal,
    procedureCollective: 'AUCUNE',
    joursAffiliation: 0,
    heuresAffiliation: 0,
    reliquatAre: false,
    ancienneteMois: 0,
    apteEmploi: true,
    salarieProtege: false,
  });
});
it('ce qui est donné reste', () => {
  const donne = {
    procedureCollective: 'LIQUIDATION',
    joursAffiliation: 90,
    heuresAffiliation: 600.5,
    reliquatAre: true,
    ancienneteMois: 14,
    apteEmploi: false,
    salarieProtege: true,
  };
  expect(completer(schemaDossier.parse({ ...minimal, ...donne }))).toMatchObject(donne);
});
it.each([
  [{ dateRemise: 20250303 }, 'dateRemise', 'CHAMP_INVALIDE'],
  [{ dateRemise: '2025-02-30' }, 'dateRemise', 'DATE_INVALIDE'],
  [{ dateTauxPlein: '' }, 'dateTauxPlein', 'DATE_INVALIDE'],
  [{ modeProposition: 'PIGEON' }, 'modeProposition', 'MODE_INCONNU'],
  [{ modeProposition: 4 }, 'modeProposition', 'CHAMP_INVALIDE'],
  [{ motifRupture: [] }, 'motifRupture', 'CHAMP_INVALIDE'],
  [{ residence: true }, 'residence', 'CHAMP_INVALIDE'],
  [{ procedureCollective: 'SAUVEGARDE' }, 'procedureCollective', 'CHAMP_INVALIDE'],
  [{ effectifEntreprise: '50' }, 'effectifEntreprise', 'CHAMP_INVALIDE'],
  [{ apteEmploi: 'oui' }, 'apteEmploi', 'CHAMP_INVALIDE'],
  [{ bassinEmploi: {} }, 'bassinEmploi', 'CHAMP_INVALIDE'],
  [{ reglement: 5 }, 'reglement', 'CHAMP_INVALIDE'],
])('%j est refusé : %s, %s', (champs, champ, code) => {
  expect(codes(champs)).toEqual([[champ, code]]);
});

describe('les champs du formulaire', () => {
  it('sont tous ceux du schéma, chacun une fois', () => {
    const noms = champsDossier.map(({ nom }) => nom);
    expect(noms.toSorted()).toEqual(Object.keys(schemaDossier.shape).sort());
  });
  it.each(champsDossier)('$nom a un libellé, et des choix si c’en est un', ({ libelle, genre, choix }) => {
    expect(libelle.length).toBeGreaterThan(3);
    expect((choix ?? []).length > 0).toBe(genre === 'choix');
  });
  it.each(champsDossier.filter(({ choix }) => choix))('$nom : chaque choix est accepté', ({ nom, choix = [] }) => {
    for (const { valeur } of choix) expect(codes({ [nom]: valeur })).toBeUndefined();
  });
});

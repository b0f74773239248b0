import { accepteDe, champsApercu, champsCaches, lireApercuVu, lireEnTete, nouvelEnTete } from './en-tete-acte';

const vu = { version: 12 };

it('l’en-tête d’un acte se relit tel qu’il fut écrit', () => {
  const enTete = nouvelEnTete('corriger', vu, { type: 'CONGES', entree: 'e-1' });
  expect(lireEnTete(Object.fromEntries(champsCaches(enTete)))).toEqual({ ...enTete, versionVue: 12 });
});

it('une rectification dit de quel champ elle est, s’il existe', () => {
  const enTete = nouvelEnTete('rectifierDossier', vu, { champ: 'dateRemise' });
  const saisie = Object.fromEntries(champsCaches(enTete));
  expect(lireEnTete(saisie)).toEqual(enTete);
  expect(lireEnTete({ ...saisie, _champ: '__proto__' })).toMatchObject({ champ: null });
});

it.each([
  ['un acte que personne ne fait', { _acte: 'relancer' }],
  ['un identifiant qui n’est pas des nôtres', { _id: 'x' }],
  ['une correction sans entrée', { _entree: '' }],
  ['une version illisible', { _version: '-1' }],
])('%s n’est pas un de nos formulaires', (_, change) => {
  const enTete = nouvelEnTete('corriger', vu, { type: 'CONGES', entree: 'e-1' });
  expect(lireEnTete({ ...Object.fromEntries(champsCaches(enTete)), ...change })).toBeNull();
});

it('la confirmation porte l’aperçu qu’elle confirme ; elle verse par son bouton, et n’écarte que par sa case', () => {
  const apercu = { version: 12, reserves: ['ECARTE', 'REPOUSSE'] } as const;
  const saisie = Object.fromEntries(champsApercu(apercu));
  expect(lireApercuVu(saisie)).toEqual(apercu);
  expect(accepteDe(saisie, lireApercuVu(saisie))).toEqual(['ECARTE']);
  expect(accepteDe({ ...saisie, _repousse: 'oui' }, apercu)).toEqual(['ECARTE', 'REPOUSSE']);
});

it('sans aperçu vu, rien n’est accepté d’avance', () => {
  expect(lireApercuVu({})).toBeNull();
  expect(accepteDe({}, null)).toEqual([]);
});

import { dateCivile } from '../calendrier/dates';
import type { SorteRendezVous } from './sortes';
import { lireTenue, type SaisieTenue } from './tenue';

const jours = { prevuLe: dateCivile('2025-07-29'), aujourdhui: dateCivile('2025-07-30') };
const lire = (sorte: SorteRendezVous, saisie: Partial<SaisieTenue> = {}) =>
  lireTenue(sorte, { actions: [], ...saisie }, jours);
const compteRendu = (sorte: SorteRendezVous, saisie: Partial<SaisieTenue>) => {
  const lue = lire(sorte, saisie);
  return lue.ok ? lue.tenue.compteRendu : null;
};
const codes = (saisie: Partial<SaisieTenue>) => {
  const lue = lire('SUIVI', saisie);
  return lue.ok ? [] : lue.refus.map((r) => r.code);
};

it('sans rien de plus, tenu le jour prévu', () => {
  expect(lire('SUIVI')).toEqual({
    ok: true,
    tenue: { le: '2025-07-29', compteRendu: {}, planValide: false, actions: [] },
  });
});

it('l’entretien d’adhésion garde parcours, compétences et souhaits ; les autres non', () => {
  const textes = {
    parcours: ' dix ans de menuiserie ',
    competences: 'lecture de plans',
    souhaits: '',
    notes: 'motivée',
  };
  expect(lire('ADHESION', textes)).toMatchObject({
    tenue: { compteRendu: { parcours: 'dix ans de menuiserie', competences: 'lecture de plans', notes: 'motivée' } },
  });
  expect(compteRendu('SUIVI', textes)).toStrictEqual({ notes: 'motivée' });
});

it('ce qui n’a pas été dit n’est pas gardé, même vide', () => {
  expect(compteRendu('ADHESION', { parcours: 'dix ans', souhaits: '  ' })).toStrictEqual({ parcours: 'dix ans' });
  expect(compteRendu('WORK_CAFE_ACCUEIL', { reponses: { communaute: '', projet: 'peut-être' } })).toStrictEqual({});
});

it('le Work Café d’accueil garde ses deux réponses', () => {
  const reponses = { communaute: 'oui', projet: 'non', autre: 'oui' };
  expect(lire('WORK_CAFE_ACCUEIL', { reponses })).toMatchObject({
    tenue: {
      compteRendu: {
        reponses: [
          { question: 'Je m’inscris à la communauté de pairs', oui: true },
          { question: 'Je m’inscris au Work Café Projet', oui: false },
        ],
      },
    },
  });
  expect(compteRendu('WORK_CAFE_ACCUEIL', { reponses: { projet: 'oui' } })).toStrictEqual({
    reponses: [{ question: 'Je m’inscris au Work Café Projet', oui: true }],
  });
  expect(compteRendu('WORK_CAFE_PROJET', { reponses })).toStrictEqual({});
});

it('le plan n’est validé qu’à l’entretien qui porte sur lui', () => {
  expect(lire('PSP', { planValide: true })).toMatchObject({ tenue: { planValide: true } });
  expect(lire('SUIVI', { planValide: true })).toMatchObject({ tenue: { planValide: false } });
  expect(lire('PSP')).toMatchObject({ tenue: { planValide: false } });
});

it('les lignes vides du plan disparaissent, une échéance est facultative', () => {
  const actions = [
    { quoi: ' Refaire le CV ', pourLe: '2025-08-15' },
    { quoi: '', pourLe: '' },
    { quoi: '  ', pourLe: ' ' },
    { quoi: 'Appeler le CFA', pourLe: ' ' },
    { quoi: 'Visiter l’atelier', pourLe: ' 2025-08-20 ' },
  ];
  expect(lire('SUIVI', { actions })).toMatchObject({
    tenue: {
      actions: [
        { quoi: 'Refaire le CV', pourLe: '2025-08-15' },
        { quoi: 'Appeler le CFA', pourLe: null },
        { quoi: 'Visiter l’atelier', pourLe: '2025-08-20' },
      ],
    },
  });
});

it('un plan a vingt lignes de trois cents caractères au plus', () => {
  const actions = Array.from({ length: 20 }, () => ({ quoi: 'x'.repeat(300), pourLe: '' }));
  expect(codes({ actions })).toEqual([]);
});

it.each<[Partial<SaisieTenue>, string]>([
  [{ le: '2025-07-31' }, 'RDV_TENU_LE_INVALIDE'],
  [{ le: 'hier' }, 'RDV_TENU_LE_INVALIDE'],
  [{ notes: 'x'.repeat(4001) }, 'CHAMP_INVALIDE:notes'],
  [{ actions: [{ quoi: '', pourLe: '2025-08-15' }] }, 'CHAMP_INVALIDE:actions'],
  [{ actions: [{ quoi: 'x'.repeat(301), pourLe: '' }] }, 'CHAMP_INVALIDE:actions'],
  [{ actions: Array.from({ length: 21 }, () => ({ quoi: 'x', pourLe: '' })) }, 'CHAMP_INVALIDE:actions'],
  [{ actions: [{ quoi: 'x', pourLe: 'bientôt' }] }, 'DATE_INVALIDE:pourLe'],
])('%#', (saisie, code) => expect(codes(saisie)).toEqual([code]));

it('un jour passé autre que celui prévu se dit', () => {
  expect(lire('SUIVI', { le: '2025-07-30' })).toMatchObject({ tenue: { le: '2025-07-30' } });
  expect(lire('SUIVI', { le: ' 2025-07-28 ' })).toMatchObject({ tenue: { le: '2025-07-28' } });
  expect(lire('SUIVI', { le: '  ' })).toMatchObject({ tenue: { le: '2025-07-29' } });
});

describe('un refus dit ce qui ne va pas', () => {
  const phrases = (saisie: Partial<SaisieTenue>) => {
    const lue = lire('SUIVI', saisie);
    return lue.ok ? [] : lue.refus.map((r) => r.phrase.replace(/\s/g, ' '));
  };
  const x = { quoi: 'x', pourLe: '' };
  it.each<[Partial<SaisieTenue>, string]>([
    [{ notes: 'x'.repeat(4001) }, 'Le champ « notes » est trop long : 4 000 caractères au plus, 4 001 ici.'],
    [
      { actions: [{ quoi: '', pourLe: '2025-08-15' }] },
      'Une action du plan a une date mais ne dit pas quoi faire : écrivez-le, ou ôtez la date.',
    ],
    [
      { actions: [x, { quoi: 'x'.repeat(301), pourLe: '' }] },
      'Une action du plan est trop longue : 300 caractères au plus, 301 ici.',
    ],
    [
      { actions: Array.from({ length: 21 }, () => x) },
      'Un rendez-vous n’ajoute pas tant d’actions au plan : 20 actions au plus, 21 ici.',
    ],
    [{ actions: [{ quoi: 'x', pourLe: 'bientôt' }] }, 'La date d’une action du plan n’existe pas.'],
  ])('%#', (saisie, phrase) => expect(phrases(saisie)).toEqual([phrase]));

  it('un texte qui ne peut pas être gardé, au nom de son champ', () => {
    expect(codes({ actions: [{ quoi: 'a\u0000', pourLe: '' }] })).toEqual(['CARACTERE_INTERDIT:quoi']);
  });
});

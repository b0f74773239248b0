import { changerDeReferent, type ReferentChange } from './changement-referent';
import { accord, entree, parcours } from './de-test/parcours';
import type { EtatParcours, MemoireCourrier } from './parcours';
import { situer } from './situer';

const LE_2_JUIN = '2025-06-02T10:00:00.000Z';
const LE_5_JUIN = '2025-06-05T10:00:00.000Z';
const change = (referent: string, le = LE_2_JUIN, premier = 'r'): ReferentChange => ({ referent, le, premier });
const BASE_B = '2025-06-02-100000-b';

/** As the journey remembers a letter that left for this référent. */
const partie = (base: string, statut: MemoireCourrier['statut'] = 'PARTI'): EtatParcours['courriers'] => ({
  [`2025-000001-32/NOUVEAU_REFERENT/BENEFICIAIRE/${base}`]: {
    ...{ code: 'NOUVEAU_REFERENT', destinataire: 'BENEFICIAIRE', base, tentatives: 1, dit: '' },
    ...{ date: base.slice(0, 10) as MemoireCourrier['date'], statut, le: `${base.slice(0, 10)}T12:00:00.000Z` },
  },
});

function demander(
  quand: string,
  changementReferent: ReferentChange | undefined,
  courriers: EtatParcours['courriers'] = {},
  { journal = [accord], sursisMinutes = 0, residence = 'metropole' } = {},
) {
  const etat = { ...parcours(journal, { residence }), courriers, version: 3 };
  const demande = { etat, enCours: [], maintenant: quand };
  const { reponse, situation } = situer(demande, { envoi: 'immediat', changementReferent, sursisMinutes });
  const lettres = situation.courriers.filter(({ code }) => code === 'NOUVEAU_REFERENT');
  return {
    lettres: lettres.map(({ base, statut }) => `${base} ${statut}`),
    departs: lettres.map(({ depart }) => depart),
    dus: reponse.dus.filter(({ code }) => code === 'NOUVEAU_REFERENT' || code === 'RECTIFICATION'),
  };
}

describe('la lettre qui dit qui suit la personne', () => {
  it('part une fois pour un changement, datée du jour où il a eu lieu', () => {
    expect(demander(LE_2_JUIN, change('b')).dus).toMatchObject([{ base: BASE_B, date: '2025-06-02' }]);
    expect(demander(LE_5_JUIN, change('b'), partie(BASE_B))).toMatchObject({ lettres: [`${BASE_B} PARTI`], dus: [] });
  });

  it('ne dit rien des changements d’avant elle : le registre n’en garde aucun', () => {
    expect(demander(LE_2_JUIN, undefined).lettres).toEqual([]);
  });

  it('attend l’heure laissée pour reprendre une erreur, comme ce qu’un fait entraîne', () => {
    const { dus, departs } = demander(LE_2_JUIN, change('b'), {}, { sursisMinutes: 60 });
    expect([dus, departs]).toEqual([[], ['2025-06-02T11:00:00.000Z']]);
    expect(demander('2025-06-02T11:00:00.000Z', change('b'), {}, { sursisMinutes: 60 }).dus).toHaveLength(1);
  });

  it('un autre changement avant qu’elle parte : une seule lettre, la dernière', () => {
    const attend = partie(BASE_B, 'RETENU');
    const { lettres, dus } = demander(LE_5_JUIN, change('c', LE_5_JUIN), attend);
    expect(lettres.sort()).toEqual([`${BASE_B} ANNULE`, '2025-06-05-100000-c A_VENIR']);
    expect(dus.map(({ base, remplace }) => [base, remplace])).toEqual([['2025-06-05-100000-c', undefined]]);
  });

  it('un autre changement une fois qu’elle est partie : la suivante nomme celle qu’elle remplace', () => {
    const { lettres, dus } = demander(LE_5_JUIN, change('c', LE_5_JUIN), partie(BASE_B));
    expect(lettres.sort()).toEqual([`${BASE_B} RECTIFIE`, '2025-06-05-100000-c A_VENIR']);
    expect(dus).toMatchObject([{ remplace: [`2025-000001-32/NOUVEAU_REFERENT/BENEFICIAIRE/${BASE_B}`] }]);
  });

  it('rendu à qui la personne connaît avant que rien ne parte : aucune lettre', () => {
    expect(demander(LE_5_JUIN, change('r', LE_5_JUIN)).lettres).toEqual([]);
    const rectifiee = partie(BASE_B, 'RECTIFIE');
    expect(demander(LE_5_JUIN, change('b', LE_5_JUIN), rectifiee).lettres).toEqual([`${BASE_B} PARTI`]);
  });

  it('rendu à qui la suivait alors que l’autre avait été annoncé : une lettre le dit', () => {
    const { dus } = demander(LE_5_JUIN, change('r', LE_5_JUIN), partie(BASE_B));
    expect(dus).toMatchObject([{ code: 'NOUVEAU_REFERENT', base: '2025-06-05-100000-r' }]);
  });

  it('la dernière partie est celle du dernier changement : en Martinique, le soir est déjà le lendemain en UTC', () => {
    const soir = '2025-06-03T00:30:00.000Z';
    const parties = { ...partie('2025-06-02-140000-b', 'RECTIFIE'), ...partie('2025-06-02-003000-c') };
    const { lettres, dus } = demander(LE_5_JUIN, change('c', soir), parties, { residence: 'martinique' });
    expect(lettres.sort()).toEqual(['2025-06-02-003000-c PARTI', '2025-06-02-140000-b RECTIFIE']);
    expect(dus).toEqual([]);
    const autre = demander(LE_5_JUIN, change('b', LE_5_JUIN), parties, { residence: 'martinique' });
    expect(autre.dus).toMatchObject([{ code: 'NOUVEAU_REFERENT', base: '2025-06-05-100000-b' }]);
  });

  it('d’un parcours fini, personne n’est prévenu, et ce qui a été dit n’est pas rectifié', () => {
    const refus = entree('non', {
      evenement: { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'REFUS' } as never,
    });
    expect(demander(LE_2_JUIN, change('b'), {}, { journal: [refus] }).lettres).toEqual([]);
    const { lettres, dus } = demander(LE_5_JUIN, change('c', LE_5_JUIN), partie(BASE_B), { journal: [refus] });
    expect([lettres, dus]).toEqual([[`${BASE_B} PARTI`], []]);
  });
});

it('le registre garde qui suivait la personne avant le premier changement, et quand le dernier a eu lieu', () => {
  const un = changerDeReferent({ referent: 'r', changementReferent: null }, 'b', new Date(LE_2_JUIN));
  expect(un).toEqual({ premier: 'r', le: LE_2_JUIN });
  const avant = { referent: 'b', changementReferent: un };
  expect(changerDeReferent(avant, 'c', new Date(LE_5_JUIN))).toEqual({ premier: 'r', le: LE_5_JUIN });
  expect(changerDeReferent(avant, 'b', new Date(LE_5_JUIN))).toEqual(un);
});

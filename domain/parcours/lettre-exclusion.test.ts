import type { DateCivile } from '../calendrier/dates';
import type { Evenement } from '../faits/evenements';
import { accord, entree, parcours } from './de-test/parcours';
import { baseExclusion, faitsCites } from './lettre-exclusion';
import type { EtatParcours, MemoireCourrier } from './parcours';
import { situer } from './situer';

const JOUR = '2025-06-12';
const sortie = (faits?: string) => ({
  type: 'SORTIE',
  date: '2025-06-10',
  motif: 'MANQUEMENT',
  ...(faits === undefined ? {} : { faits }),
});
const exclusion = (faits?: string) => entree('s', { ouverture: true, evenement: sortie(faits) as Evenement });
const cites = (faits: string) =>
  faitsCites(
    [{ id: 's', evenement: sortie(faits) as Evenement }],
    { motifFin: 'MANQUEMENT', dateFinCsp: '2025-06-10' as DateCivile },
    true,
  )!;

const partie = (base: string, dit: string | undefined, statut: MemoireCourrier['statut'] = 'PARTI') => ({
  [`2025-000001-32/SORTIE_DECIDEE/BENEFICIAIRE/${base}`]: {
    code: 'SORTIE_DECIDEE',
    destinataire: 'BENEFICIAIRE' as const,
    base,
    date: '2025-06-11' as DateCivile,
    statut,
    le: '2025-06-11T08:00:00.000Z',
    tentatives: 1,
    ...(dit === undefined ? {} : { dit }),
  },
});

function demander(faits: string | undefined, courriers: EtatParcours['courriers'] = {}, decide = true) {
  const etat = { ...parcours([accord, exclusion(faits)]), courriers, version: 3 };
  const question = { etat, enCours: [], maintenant: `${JOUR}T09:00:00.000Z` };
  const { reponse, situation } = situer(question, {
    envoi: 'immediat',
    decidees: new Set(decide ? ['SORTIE_DECIDEE'] : []),
  });
  return {
    lettres: situation.courriers.filter((c) => c.code === 'SORTIE_DECIDEE').map((c) => `${c.base} ${c.statut}`),
    rectifications: situation.courriers.filter((c) => c.code === 'RECTIFICATION').length,
    due: reponse.dus.find((d) => d.code === 'SORTIE_DECIDEE'),
  };
}

describe('la lettre qui décide une exclusion tient les faits que son auteur a écrits (R27, R28)', () => {
  it('garde ce qu’elle en a dit', () => {
    expect(demander('Absence le 2 juin.').due).toMatchObject({ base: '2025-06-10', dit: cites('Absence le 2 juin.') });
    expect(demander('Absence le 2 juin.', {}, false).due).not.toHaveProperty('dit');
    expect(demander(undefined).due).not.toHaveProperty('dit');
  });
  it('partie, puis corrigée : elle est refaite en entier, et dit celle qu’elle remplace', () => {
    const courriers = partie('2025-06-10', cites('Absence le 2 juin.'));
    const { lettres, rectifications, due } = demander('Absence le 3 juin.', courriers);
    expect(lettres).toEqual(
      expect.arrayContaining(['2025-06-10 RECTIFIE', `2025-06-10_${cites('Absence le 3 juin.')} A_VENIR`]),
    );
    expect(due).toMatchObject({ remplace: Object.keys(courriers) });
    expect(rectifications).toBe(0);
  });
  it('tant qu’une seconde personne n’a pas confirmé la correction, la première tient et rien ne part', () => {
    const courriers = partie('2025-06-10', cites('Absence le 2 juin.'));
    const corrige = entree('s2', { remplace: 's', evenement: sortie('Absence le 3 juin.') as Evenement });
    const etat = { ...parcours([accord, exclusion('Absence le 2 juin.'), corrige]), courriers, version: 3 };
    const question = { etat, enCours: [], maintenant: `${JOUR}T09:00:00.000Z` };
    const { situation } = situer(question, { envoi: 'immediat', decidees: new Set(['SORTIE_DECIDEE']) });
    const lettres = situation.courriers.filter(({ code }) => /SORTIE_DECIDEE|RECTIFICATION/.test(code));
    expect(lettres.map(({ base, statut }) => `${base} ${statut}`)).toEqual(['2025-06-10 PARTI']);
  });
  it('refaite et partie, elle est la bonne ; revenir aux premiers faits la refait encore', () => {
    const [un, deux] = [cites('Absence le 2 juin.'), cites('Absence le 3 juin.')];
    const courriers = { ...partie('2025-06-10', un, 'RECTIFIE'), ...partie(`2025-06-10_${deux}`, deux) };
    expect(demander('Absence le 3 juin.', courriers).due).toBeUndefined();
    expect(demander('Absence le 2 juin.', courriers).due).toMatchObject({ base: `2025-06-10_${un}` });
  });
  it('une agence qui annonce la décision d’un autre n’a rien dit des faits : rien n’est refait', () => {
    expect(demander('Absence le 3 juin.', partie('2025-06-10', undefined)).lettres).toEqual(['2025-06-10 PARTI']);
    expect(demander('Absence le 3 juin.', partie('2025-06-10', ''), false).lettres).toEqual(['2025-06-10 PARTI']);
  });
});

describe('la base de la lettre d’une exclusion', () => {
  const FIN = '2025-06-10' as DateCivile;
  const base = (courriers: EtatParcours['courriers'], dits: string | null = null) =>
    baseExclusion({ courriers }, FIN, dits);

  it('est celle de la dernière qui est arrivée', () => {
    expect(base({ ...partie('2025-06-10', 'un', 'RECTIFIE'), ...partie('2025-06-10_deux', 'deux') })).toBe(
      '2025-06-10_deux',
    );
  });
  it('n’est ni celle d’un autre jour, ni d’un autre courrier, ni d’une lettre qui n’est pas arrivée', () => {
    const [[, annonce]] = Object.entries(partie('2025-06-10_autre', 'autre')) as [[string, MemoireCourrier]];
    for (const autre of [{ base: '2025-06-09_autre' }, { code: 'REJET' }, { statut: 'ANNULE' as const }])
      for (const dits of [null, 'neuf'])
        expect([autre, base({ x: { ...annonce, ...autre } }, dits)]).toEqual([autre, FIN]);
  });
  it('reste la sienne si rien de ce qu’elle disait n’est connu, des faits fussent-ils écrits depuis', () => {
    expect(base(partie('2025-06-10', ''), 'neuf')).toBe(FIN);
    expect(base({}, 'neuf')).toBe(FIN);
  });
});

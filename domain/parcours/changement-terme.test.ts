import type { DateCivile } from '../calendrier/dates';
import type { Resultat } from '../dossier/resultat';
import { suivreTerme, taireChangements } from './changement-terme';
import type { EtatParcours, MemoireCourrier } from './parcours';

const d = (date: string) => date as DateCivile;
const etat = (reste: Partial<EtatParcours>) =>
  ({ courriers: {}, changements: {}, termeAnnonce: null, ...reste }) as EtatParcours;
const auTerme = (terme: string) => ({ motifFin: 'TERME', terme }) as Resultat;
const lettre = (
  base: string,
  destinataire: 'BENEFICIAIRE' | 'CONSEILLER',
  statut: MemoireCourrier['statut'],
): MemoireCourrier => ({
  code: 'PROLONGATION',
  destinataire,
  base,
  date: d('2025-06-02'),
  statut,
  le: '2025-06-02T08:00:00.000Z',
  tentatives: 1,
});

describe('suivreTerme', () => {
  it('n’annonce pas le premier terme connu', () => {
    expect(suivreTerme(etat({}), auTerme('2026-03-24'), '2025-03-25-v1')).toEqual({
      termeAnnonce: '2026-03-24',
      changements: {},
    });
  });

  it('annonce un terme qui bouge, sous la base donnée', () => {
    const suivi = suivreTerme(etat({ termeAnnonce: d('2026-03-24') }), auTerme('2026-04-03'), '2025-06-02-v4');
    expect(suivi.changements).toEqual({ '2025-06-02-v4': { termeAvant: '2026-03-24', termeApres: '2026-04-03' } });
  });

  it('fond un changement encore à annoncer dans le suivant, et se tait si le terme est revenu', () => {
    const avant = etat({
      termeAnnonce: d('2026-04-03'),
      changements: { '2025-06-02-v4': { termeAvant: d('2026-03-24'), termeApres: d('2026-04-03') } },
    });
    expect(suivreTerme(avant, auTerme('2026-04-10'), '2025-06-03-v5').changements).toEqual({
      '2025-06-03-v5': { termeAvant: '2026-03-24', termeApres: '2026-04-10' },
    });
    expect(suivreTerme(avant, auTerme('2026-03-24'), '2025-06-03-v5').changements).toEqual({});
  });

  it('oublie un changement dont toutes les lettres ont leur issue', () => {
    const base = '2025-06-02-v4';
    const changements = { [base]: { termeAvant: d('2026-03-24'), termeApres: d('2026-04-03') } };
    const avec = (statut: MemoireCourrier['statut']) =>
      etat({
        termeAnnonce: d('2026-04-03'),
        changements,
        courriers: { a: lettre(base, 'BENEFICIAIRE', statut), b: lettre(base, 'CONSEILLER', 'EN_TACHE') },
      });
    expect(suivreTerme(avec('PARTI'), auTerme('2026-04-03'), 'x').changements).toEqual({});
    expect(suivreTerme(avec('A_REPRENDRE'), auTerme('2026-04-03'), 'x').changements).toEqual(changements);
    expect(suivreTerme(avec('RETENU'), auTerme('2026-04-03'), 'x').changements).toEqual(changements);
  });

  it('les lettres d’un autre changement ou d’un autre courrier ne l’ont pas annoncé', () => {
    const base = '2025-06-02-v4';
    const changements = { [base]: { termeAvant: d('2026-03-24'), termeApres: d('2026-04-03') } };
    const avec = (courriers: EtatParcours['courriers']) =>
      suivreTerme(etat({ termeAnnonce: d('2026-04-03'), changements, courriers }), auTerme('2026-04-03'), 'x')
        .changements;
    const partie = lettre(base, 'BENEFICIAIRE', 'PARTI');
    expect(avec({ a: partie, b: lettre('2025-05-01-v3', 'CONSEILLER', 'PARTI') })).toEqual(changements);
    expect(avec({ a: partie, b: { ...lettre(base, 'CONSEILLER', 'PARTI'), code: 'C04_ADHESION' } })).toEqual(
      changements,
    );
  });

  it('fond plusieurs changements en attente dans le suivant, à partir du plus ancien', () => {
    const avant = etat({
      termeAnnonce: d('2026-04-10'),
      changements: {
        '2025-06-03-v5': { termeAvant: d('2026-04-03'), termeApres: d('2026-04-10') },
        '2025-06-02-v4': { termeAvant: d('2026-03-24'), termeApres: d('2026-04-03') },
      },
    });
    expect(suivreTerme(avant, auTerme('2026-04-20'), 'x').changements).toEqual({
      x: { termeAvant: '2026-03-24', termeApres: '2026-04-20' },
    });
  });

  it('n’annonce rien quand une sortie précède le terme', () => {
    const sortie = { motifFin: 'EMPLOI_DURABLE', terme: d('2026-03-30') } as Resultat;
    expect(suivreTerme(etat({ termeAnnonce: d('2026-03-24') }), sortie, 'x')).toEqual({
      termeAnnonce: '2026-03-24',
      changements: {},
    });
  });
});

describe('la lettre à la personne, laissée à une autre', () => {
  const base = '2025-06-02-v4';
  const changements = { [base]: { termeAvant: d('2026-03-24'), termeApres: d('2026-04-03') } };
  const suspension = (statut: MemoireCourrier['statut']): MemoireCourrier => ({
    ...lettre('2025-06-01_2025-06-10', 'BENEFICIAIRE', statut),
    ...{ code: 'SUSPENSION', annonce: base },
  });
  const restent = (porteuse: MemoireCourrier['statut']) => {
    const deux = { a: lettre(base, 'BENEFICIAIRE', 'ANNULE'), b: lettre(base, 'CONSEILLER', 'PARTI') };
    const courriers = { ...deux, s: suspension(porteuse) };
    return suivreTerme(etat({ termeAnnonce: d('2026-04-03'), changements, courriers }), auTerme('2026-04-03'), 'x')
      .changements;
  };

  it('compte une fois que celle-ci l’a dite', () => {
    expect(restent('PARTI')).toEqual({});
    expect(restent('RECTIFIE')).toEqual({});
    expect(restent('A_REPRENDRE')).toEqual(changements);
  });
});

describe('un parcours qui se tait', () => {
  const changements = {
    '2025-06-03-v5': { termeAvant: d('2026-04-03'), termeApres: d('2026-04-10') },
    '2025-06-02-v4': { termeAvant: d('2026-03-24'), termeApres: d('2026-04-03') },
  };
  const dite = (base: string) => ({
    [`${base}/p`]: lettre(base, 'BENEFICIAIRE', 'PARTI'),
    [`${base}/c`]: lettre(base, 'CONSEILLER', 'PARTI'),
  });
  const taire = (courriers: EtatParcours['courriers'] = {}, plus: Partial<EtatParcours> = { changements }) =>
    taireChangements(etat({ termeAnnonce: d('2026-04-10'), courriers, ...plus }));

  it('reviendra au dernier terme que la personne connaît', () => {
    expect(taire()).toEqual({ termeAnnonce: '2026-03-24', changements: {} });
    expect(taire(dite('2025-06-02-v4'))).toEqual({ termeAnnonce: '2026-04-03', changements: {} });
  });
  it('n’y change rien quand tout est dit', () => {
    expect(taire({ ...dite('2025-06-02-v4'), ...dite('2025-06-03-v5') }).termeAnnonce).toBe('2026-04-10');
    expect(taire({}, {})).toEqual({ termeAnnonce: '2026-04-10', changements: {} });
  });
});

import { type DateCivile, dateCivile } from '../calendrier/dates';
import {
  aDire,
  composer,
  couper,
  type FaitDuPoint,
  initiales,
  type LignePoint,
  type MatierePoint,
  periodeDuPoint,
  rubriques,
} from './matiere-du-point';

type Reste = FaitDuPoint extends infer F
  ? F extends FaitDuPoint
    ? Omit<F, 'numero' | 'prenom' | 'nom'>
    : never
  : never;

const jour = dateCivile('2026-03-24');
const periode = periodeDuPoint(jour, null);
const le = (date: string) => date as DateCivile;
const fait = (reste: Reste): FaitDuPoint => ({ numero: '2026-000001-12', prenom: 'éloïse', nom: 'Œuvrard', ...reste });
const echeance = (date: string, statut = 'A_VENIR', code = 'PSP') =>
  fait({ sorte: 'ECHEANCE', code, libelle: 'Plan d’action', statut, date: le(date) });
const tache = (date: string | null, code = 'BULLETIN_RECU') =>
  fait({ sorte: 'TACHE', code, libelle: 'Rappeler', date: date as DateCivile | null });

const remplies = (faits: FaitDuPoint[], residence = 'metropole') =>
  Object.entries(composer(faits, periode, residence)).flatMap(([r, lignes]) =>
    lignes.map((l) => `${r} ${l.quoi} ${l.date ?? '-'}`.replace(/[\u00a0\u202f]/g, ' ')),
  );

describe('un point du matin regarde', () => {
  it('sept jours, aujourd’hui compris, et ce qui est neuf depuis le dernier', () => {
    expect(periode).toEqual({ jour, fin: '2026-03-30', depuis: new Date('2026-03-23T00:00:00Z') });
    const dernier = new Date('2026-03-20T06:30:00Z');
    expect(periodeDuPoint(jour, dernier).depuis).toBe(dernier);
  });

  it('les échéances de la semaine, sauf l’actualisation et ce qui est fait', () => {
    const dates = ['2026-03-23', '2026-03-24', '2026-03-30', '2026-03-31'];
    expect(remplies(dates.map((d) => echeance(d)))).toEqual([
      'SEMAINE Plan d’action 2026-03-24',
      'SEMAINE Plan d’action 2026-03-30',
    ]);
    expect(
      remplies([echeance('2026-03-25', 'FAITE'), echeance('2026-03-25', 'A_VENIR', 'ACTUALISATION_2026-03')]),
    ).toEqual([]);
  });

  it('les tâches, en retard d’abord, sans celles qui redisent une échéance', () => {
    expect(
      remplies([tache(null), tache('2026-03-24'), tache('2026-03-23'), tache('2026-03-25', 'ECHEANCE_PROCHE')]),
    ).toEqual(['EN_RETARD Rappeler 2026-03-23', 'TACHES Rappeler 2026-03-24', 'TACHES Rappeler -']);
    expect(remplies([tache('2026-03-25'), tache(null), tache('2026-03-24')])).toEqual([
      'TACHES Rappeler 2026-03-24',
      'TACHES Rappeler 2026-03-25',
      'TACHES Rappeler -',
    ]);
  });

  it('les rendez-vous à l’horloge de l’agence', () => {
    const rdv = (debut: string) => fait({ sorte: 'RENDEZ_VOUS', libelle: 'SUIVI', debut });
    const deux = [rdv('2026-03-30T20:30:00.000Z'), rdv('2026-03-23T22:00:00.000Z')];
    expect(remplies(deux)).toEqual(['SEMAINE Rendez-vous de suivi à 22 h 30 2026-03-30']);
    expect(remplies(deux, 'la-reunion')).toEqual(['SEMAINE Rendez-vous de suivi à 2 h 2026-03-24']);
  });

  it('les alertes d’un parcours qui continue, ce qui revient, ce qui s’ouvre', () => {
    const alerte = (date: string | null) =>
      fait({ sorte: 'ALERTE', code: 'REGLEMENT_ECHU_A_CONFIRMER', date: date as DateCivile | null });
    expect([remplies([alerte(null)]).length, remplies([alerte('2026-05-01')])]).toEqual([1, []]);
    expect(remplies([fait({ sorte: 'REVENU', code: 'C01_PROPOSITION' }), fait({ sorte: 'NOUVEAU' })])).toEqual([
      'REVENUS « Proposition du CSP » n’a pas pu être distribué -',
      'NOUVEAUX Dossier ouvert -',
    ]);
  });
});

it('de la personne, un point ne dit que le numéro et les initiales', () => {
  const [connue, inconnue] = [fait({ sorte: 'NOUVEAU' }), { ...fait({ sorte: 'NOUVEAU' }), prenom: null, nom: null }];
  expect(composer([connue, inconnue], periode, 'metropole').NOUVEAUX.map((l) => [l.numero, l.initiales])).toEqual([
    ['2026-000001-12', 'É. Œ.'],
    ['2026-000001-12', ''],
  ]);
});

const vide = Object.fromEntries(rubriques.map((r) => [r, []])) as unknown as MatierePoint;
const lignes = (nombre: number): LignePoint[] =>
  Array.from({ length: nombre }, () => ({ numero: 'n', initiales: 'É.', quoi: 'x', date: null }));

it('sans rien à dire, il n’y en a pas', () => {
  expect(aDire(vide)).toBe(false);
  expect(aDire({ ...vide, ALERTES: lignes(1) })).toBe(true);
});

it('vingt lignes au plus, les plus pressées ; le reste est compté', () => {
  const coupe = couper({ ...vide, EN_RETARD: lignes(15), SEMAINE: lignes(17), NOUVEAUX: lignes(1) });
  expect(coupe.parties.map((p) => [p.rubrique, p.lignes.length])).toEqual([
    ['EN_RETARD', 15],
    ['SEMAINE', 5],
  ]);
  expect(coupe.comptes.map((c) => c.nombre)).toEqual([15, 17, 1]);
  expect([coupe.autres, couper({ ...vide, TACHES: lignes(20) }).autres]).toEqual([13, 0]);
  expect([couper({ ...vide, TACHES: lignes(3) }).autres, couper({ ...vide, TACHES: lignes(21) }).autres]).toEqual([
    0, 1,
  ]);
});

it('des initiales pour qui suit le dossier', () => {
  expect(initiales('éloïse', 'Œuvrard-N’Diaye')).toBe('É. Œ.');
  expect(initiales('', ' Lescot')).toBe('L.');
});

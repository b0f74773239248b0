import { reglements } from '../reglements';
import { cdd, cdi, finContrat, jouer, maladie, rejets, sortie } from './de-test/scenario';

const conge = (type: string, debut: string, fin: string, plus: object = {}) => ({ type, debut, fin, ...plus });
const CAUSE = (cause: string, constates: number, plafond: number, accordes = Math.min(constates, plafond)) => ({
  cause,
  joursConstates: constates,
  plafondJours: plafond,
  joursAccordes: accordes,
});

it('sans fait, le terme est le terme initial', () => {
  const r = jouer();
  expect([r.termeInitial, r.terme, r.totalProlongationJours, r.prolongations]).toEqual([
    '2026-03-24',
    '2026-03-24',
    0,
    [],
  ]);
});

describe('chaque cause prolonge jusqu’à son plafond (R15)', () => {
  it('dix jours d’arrêt prolongent de dix jours, à tout moment', () => {
    const r = jouer([maladie('2025-06-01', '2025-06-10')]);
    expect([r.terme, r.totalProlongationJours]).toEqual(['2026-04-03', 10]);
    expect(r.prolongations).toEqual([CAUSE('MALADIE', 10, 122)]);
  });
  it('les arrêts ensemble ne dépassent pas quatre mois, comptés en jours depuis le terme initial', () => {
    const r = jouer([maladie('2025-07-01', '2025-12-31')]);
    expect([r.terme, r.prolongations]).toEqual(['2026-07-24', [CAUSE('MALADIE', 184, 122)]]);
  });
  it('le plafond en mois dépend du mois de départ', () => {
    const dossier = { dateRemise: '2025-10-09' };
    const acceptation = { type: 'REPONSE_SALARIE', date: '2025-10-10', reponse: 'ACCEPTATION' };
    const r = jouer([acceptation, maladie('2025-11-01', '2026-06-30')], { dossier });
    expect([r.debutCsp, r.termeInitial, r.terme]).toEqual(['2025-10-31', '2026-10-30', '2027-02-28']);
    expect(r.prolongations?.[0]?.plafondJours).toBe(121);
  });
  it('les causes s’ajoutent', () => {
    const r = jouer([
      conge('CONGE_PATERNITE', '2025-05-01', '2025-05-25'),
      conge('PROCHE_AIDANT', '2025-06-01', '2025-09-30'),
      conge('AJPP', '2025-10-01', '2025-10-10'),
    ]);
    expect(r.prolongations).toEqual([
      CAUSE('PATERNITE', 25, 25),
      CAUSE('PROCHE_AIDANT', 122, 92),
      CAUSE('AJPP', 10, 310),
    ]);
    expect(r.totalProlongationJours).toBe(127);
  });
  it('un congé est plafonné pour lui-même, par défaut ou par sa durée légale', () => {
    const maternites = (plus: object) =>
      jouer([conge('CONGE_MATERNITE', '2025-05-01', '2025-12-31', plus)]).prolongations;
    expect(maternites({})).toEqual([CAUSE('MATERNITE', 112, 112)]);
    expect(maternites({ dureeLegaleJours: 182 })).toEqual([CAUSE('MATERNITE', 182, 182)]);
    expect(maternites({ dureeLegaleJours: 0 })).toEqual([CAUSE('MATERNITE', 112, 112)]);
    const deux = jouer([
      conge('CONGE_PATERNITE', '2025-05-01', '2025-05-31'),
      conge('CONGE_PATERNITE', '2025-07-01', '2025-07-05'),
    ]);
    expect(deux.prolongations).toEqual([CAUSE('PATERNITE', 30, 30)]);
  });
  it('la durée légale ne compte pas pour une cause au plafond commun', () => {
    const arret = conge('ARRET_MALADIE', '2025-06-01', '2025-06-10', { dureeLegaleJours: 3 });
    expect(jouer([arret]).totalProlongationJours).toBe(10);
  });
  it('une absence à cheval sur le début ne compte qu’à partir de celui-ci', () => {
    expect(jouer([maladie('2025-03-01', '2025-03-27')]).totalProlongationJours).toBe(3);
  });
});

describe('activité (R14, R15)', () => {
  it('compte à partir du septième mois seulement', () => {
    expect(jouer([cdd('2025-06-01', '2025-09-24')]).totalProlongationJours).toBe(0);
    const r = jouer([cdd('2025-09-01', '2025-10-04')]);
    expect(r.prolongations).toEqual([CAUSE('ACTIVITE', 10, 92)]);
  });
  it('finSixiemeMois suit le paramètre', () => {
    const r = jouer([cdd('2025-09-01', '2025-10-04')], { surcharge: { activiteDebutProlongationMois: 5 } });
    expect([r.finSixiemeMois, r.totalProlongationJours]).toEqual(['2025-08-24', 34]);
  });
  it('au-delà du terme, les jours gagnés en font gagner d’autres : point fixe', () => {
    const r = jouer([cdd('2026-02-23', '2026-05-15')]);
    expect([r.terme, r.prolongations]).toEqual(['2026-06-14', [CAUSE('ACTIVITE', 82, 92)]]);
  });
});

describe('un jour ne compte qu’une fois', () => {
  it('un arrêt pendant une activité est un jour d’activité, seul ce qui dépasse est un arrêt', () => {
    const r = jouer([cdd('2025-06-01', '2025-06-30'), maladie('2025-06-20', '2025-07-04')]);
    expect(r.prolongations).toEqual([CAUSE('MALADIE', 4, 122)]);
  });
  it('après le sixième mois, l’arrêt pendant l’activité compte comme activité, ou pas du tout au choix', () => {
    const faits = [cdd('2025-10-01', '2025-10-30'), maladie('2025-10-11', '2025-10-20')];
    expect(jouer(faits).prolongations).toEqual([CAUSE('ACTIVITE', 30, 92)]);
    const exclu = jouer(faits, { surcharge: { arretPendantActivite: 'EXCLU' } });
    expect(exclu.prolongations).toEqual([CAUSE('ACTIVITE', 20, 92)]);
  });
  it('l’exclusion ne regarde que les arrêts maladie', () => {
    const faits = [cdd('2025-10-01', '2025-10-30'), conge('AJPP', '2025-10-11', '2025-10-20')];
    const exclu = jouer(faits, { surcharge: { arretPendantActivite: 'EXCLU' } });
    expect(exclu.prolongations).toEqual([CAUSE('ACTIVITE', 30, 92)]);
  });
  it('les causes prennent les jours dans l’ordre du tableau, quel que soit l’ordre d’arrivée', () => {
    const r = jouer([
      maladie('2025-05-01', '2025-05-20'),
      conge('AJPP', '2025-05-05', '2025-05-24'),
      conge('CONGE_MATERNITE', '2025-05-10', '2025-05-12'),
    ]);
    expect(r.prolongations).toEqual([CAUSE('MATERNITE', 3, 3), CAUSE('AJPP', 17, 310), CAUSE('MALADIE', 4, 122)]);
  });
  it('un jour pris par une cause plafonnée ne revient pas à la suivante', () => {
    const r = jouer([conge('CONGE_PATERNITE', '2025-05-01', '2025-06-30'), maladie('2025-06-01', '2025-06-30')]);
    expect(r.prolongations).toEqual([CAUSE('PATERNITE', 25, 25)]);
  });
  it('deux congés de même cause : le premier prend les jours communs, même au-delà de son plafond', () => {
    const r = jouer([
      conge('CONGE_PATERNITE', '2025-06-20', '2025-07-10'),
      conge('CONGE_PATERNITE', '2025-06-01', '2025-06-30'),
    ]);
    expect(r.prolongations).toEqual([CAUSE('PATERNITE', 25 + 10, 25 + 10)]);
  });
  it('une cause que le règlement ne connaît pas prend tout de même ses jours', () => {
    const r = jouer([conge('AJPP', '2025-05-01', '2025-05-31'), maladie('2025-05-21', '2025-06-04')], {
      surcharge: { prolongations: { MALADIE: { jours: 100 } } },
    });
    expect(r.prolongations).toEqual([CAUSE('MALADIE', 4, 100)]);
  });
});

describe('ce qui ne prolonge pas', () => {
  it.each([
    ['une suspension', { type: 'SUSPENSION', debut: '2025-05-01', motif: 'PREPARE', fin: '2025-05-31' }],
    ['des congés', { type: 'CONGES', debut: '2025-05-01', fin: '2025-05-31' }],
    ['une formation', { type: 'FORMATION', debut: '2025-05-01', fin: '2026-12-31' }],
  ])('%s', (_, fait) => {
    expect(jouer([fait]).terme).toBe('2026-03-24');
  });
});

describe('règlements plus anciens', () => {
  const dossier = { reglement: 'csp-2015-v2015' };
  it('2015 : seule l’activité prolonge, jamais au-delà de quinze mois', () => {
    expect(jouer([maladie('2025-06-01', '2025-06-10')], { dossier }).terme).toBe('2026-03-24');
    const surcharge = { prolongations: { ACTIVITE: { jours: 200 } } };
    const r = jouer([cdd('2025-10-01', '2026-03-20')], { dossier, surcharge });
    expect([r.terme, r.totalProlongationJours, r.prolongations?.[0]?.joursAccordes]).toEqual(['2026-06-24', 92, 171]);
  });
  it('un plafond global ne ramène jamais le terme avant le terme initial', () => {
    expect(jouer([], { surcharge: { plafondGlobalMois: 3 } }).terme).toBe('2026-03-24');
    expect(jouer([maladie('2025-06-01', '2025-06-10')], { surcharge: { plafondGlobalMois: 3 } }).terme).toBe(
      '2026-03-24',
    );
  });
  it('2011 : rien ne prolonge', () => {
    expect(reglements['csp-2011'].parametres.prolongations).toEqual({});
    expect(jouer([cdd('2025-10-01', '2025-12-31')], { dossier: { reglement: 'csp-2011' } }).terme).toBe('2026-03-24');
  });
});

describe('une sortie coupe les faits (F19)', () => {
  it('le terme donné est celui qu’il aurait été à la sortie', () => {
    const r = jouer([maladie('2025-06-01', '2025-06-30'), sortie('2025-06-10', 'ABANDON')]);
    expect([r.dateFinCsp, r.terme, r.prolongations]).toEqual(['2025-06-10', '2026-04-03', [CAUSE('MALADIE', 10, 122)]]);
  });
  it('un fait qui commence le jour de l’embauche est retenu puis ne compte plus', () => {
    const r = jouer([maladie('2025-06-01', '2025-06-30'), cdi('2025-06-01')]);
    expect([r.dateFinCsp, r.terme, rejets(r), r.suspensions]).toEqual(['2025-05-31', '2026-03-24', {}, []]);
  });
});

describe('essai rompu (R16)', () => {
  it('avant le septième mois, le terme ne bouge pas', () => {
    const r = jouer([cdi('2025-06-01', { essaiJusquau: '2025-09-30' }), finContrat('2025-07-31')]);
    expect([r.terme, r.dateFinCsp, r.reintegrations]).toEqual([
      '2026-03-24',
      '2026-03-24',
      [{ contratId: 'c', date: '2025-08-01' }],
    ]);
  });
  it('après, ses jours prolongent', () => {
    const r = jouer([cdi('2025-11-03'), finContrat('2025-12-12')]);
    expect([r.terme, r.prolongations]).toEqual(['2026-05-03', [CAUSE('ACTIVITE', 40, 92)]]);
    expect(r.joursActiviteCumules).toBe(0);
  });
  it('ou non, au choix ; ils restent des jours d’activité pour les autres causes', () => {
    const faits = [cdi('2025-11-03'), finContrat('2025-12-12'), maladie('2025-12-10', '2025-12-15')];
    const r = jouer(faits, { surcharge: { essaiRompuProlonge: false } });
    expect([r.terme, r.prolongations]).toEqual(['2026-03-27', [CAUSE('MALADIE', 3, 122)]]);
    expect(r.reintegrations).toHaveLength(1);
  });
  it('trop tard, la sortie demeure avec une alerte', () => {
    const r = jouer([cdi('2026-03-20'), finContrat('2026-07-10')]);
    expect([r.dateFinCsp, r.motifFin, r.alertes, r.reintegrations]).toEqual([
      '2026-03-19',
      'EMPLOI_DURABLE',
      ['REINTEGRATION_IMPOSSIBLE_TERME_DEPASSE'],
      [],
    ]);
  });
  it('le dernier jour possible, le retour tombe sur le terme', () => {
    // Each day of the job pushes the term by one, until the cap of 92 days: 24 June.
    const r = jouer([cdi('2026-03-20'), finContrat('2026-06-19')]);
    expect([r.terme, r.reintegrations]).toEqual(['2026-06-24', [{ contratId: 'c', date: '2026-06-20' }]]);
    expect(jouer([cdi('2026-03-20'), finContrat('2026-06-23')]).reintegrations).toEqual([
      { contratId: 'c', date: '2026-06-24' },
    ]);
    expect(jouer([cdi('2026-03-20'), finContrat('2026-06-24')]).reintegrations).toEqual([]);
  });
  it('règlement sans réintégration : la sortie demeure sans alerte', () => {
    const r = jouer([cdi('2025-06-01'), finContrat('2025-07-31')], { surcharge: { essaiRompuReintegre: false } });
    expect([r.dateFinCsp, r.alertes]).toEqual(['2025-05-31', []]);
  });
  it('une fin anticipée hors essai ne ramène pas', () => {
    const r = jouer([cdi('2025-06-01'), finContrat('2025-07-31', 'FIN_ANTICIPEE')]);
    expect([r.dateFinCsp, r.reintegrations]).toEqual(['2025-05-31', []]);
  });
  it('une réintégration postérieure à la fin du CSP n’est pas donnée', () => {
    const r = jouer([cdi('2025-06-01'), finContrat('2025-07-31'), sortie('2025-07-15', 'ABANDON')]);
    expect([r.dateFinCsp, r.reintegrations]).toEqual(['2025-07-15', []]);
    expect(r.suspensions).toEqual([{ debut: '2025-06-01', fin: '2025-07-15', cause: 'ACTIVITE' }]);
  });
  it('un arrêt après le terme repoussé est hors CSP', () => {
    expect(rejets(jouer([maladie('2026-03-25', '2026-03-30')]))).toEqual({ 1: 'HORS_CSP' });
    expect(rejets(jouer([maladie('2026-03-20', '2026-03-26'), maladie('2026-03-27', '2026-03-30')]))).toEqual({});
  });
});

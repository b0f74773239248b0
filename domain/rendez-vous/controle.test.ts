import { type DateCivile, dateCivile } from '../calendrier/dates';
import type { Etat } from '../dossier/resultat';
import type { Echeance } from '../parcours/situation';
import { controlerRendezVous, type QuestionControle, seChevauchent } from './controle';
import type { RendezVous } from './rendez-vous';
import type { SorteRendezVous } from './sortes';

const projet = {
  id: 'a',
  sorte: 'SUIVI',
  mode: 'PRESENTIEL',
  debut: '2025-07-29T07:30:00.000Z',
  dureeMinutes: 60,
} as const;
const autre = (reste: Partial<RendezVous>) => ({ ...projet, id: 'b', ...reste }) as RendezVous;
const echeance = (cle: string, debut: string, date: string, regle: string) =>
  ({ cle, debut: dateCivile(debut), date: dateCivile(date), regle }) as Echeance;

const question = (reste: Partial<QuestionControle> = {}): QuestionControle => ({
  projet,
  jour: dateCivile('2025-07-29'),
  heure: '09:30',
  situation: {
    etat: 'EN_CSP',
    decesSignale: false,
    resultat: {
      valide: true,
      erreurs: [],
      debutCsp: dateCivile('2025-03-25'),
      dateFinCsp: dateCivile('2026-03-24'),
      bilan: { type: 'FIN_ACCOMPAGNEMENT', debut: dateCivile('2026-02-25'), fin: dateCivile('2026-03-24') },
    },
    echeances: [
      echeance('PRE_BILAN', '2025-03-25', '2025-04-02', 'R11'),
      echeance('POINT_ETAPE', '2025-06-25', '2025-07-24', 'R13'),
      echeance('BILAN', '2026-02-25', '2026-03-24', 'R22'),
    ],
  },
  residence: 'metropole',
  telephone: true,
  autres: [],
  duReferent: [],
  maintenant: '2025-07-10T07:00:00.000Z',
  ...reste,
});
const refus = (reste?: Partial<QuestionControle>) => controlerRendezVous(question(reste)).refus.map((r) => r.code);
const avertissements = (reste?: Partial<QuestionControle>) =>
  controlerRendezVous(question(reste)).avertissements.map((r) => r.code);

const INHABITUELLE = 'RDV_HEURE_INHABITUELLE';

const dans = (etat: Etat, sorte: SorteRendezVous, jour: string, resultat: object = {}) => {
  const { situation } = question();
  return refus({
    projet: { ...projet, sorte },
    jour: jour as DateCivile,
    situation: { ...situation, etat, resultat: { ...situation.resultat, ...resultat } },
  });
};

it('un suivi ordinaire ne soulève rien', () => {
  expect(controlerRendezVous(question())).toEqual({ refus: [], avertissements: [] });
});

describe('refusé', () => {
  it('dans le passé, à l’instant même compris', () => {
    expect(refus({ maintenant: projet.debut })).toEqual(['RDV_PASSE']);
  });
  it('par téléphone à qui n’en a pas', () => {
    expect(refus({ projet: { ...projet, mode: 'TELEPHONE' }, telephone: false })).toEqual(['RDV_TELEPHONE_MANQUANT']);
    expect(refus({ telephone: false })).toEqual([]);
  });
  it('après un décès signalé', () => {
    expect(refus({ situation: { ...question().situation, decesSignale: true } })).toEqual(['RDV_DECES']);
  });
  it.each<[Etat, SorteRendezVous, string, string[]]>([
    ['EN_REFLEXION', 'PSP', '2025-07-29', ['RDV_AVANT_ACCEPTATION']],
    ['EN_REFLEXION', 'ADHESION', '2025-07-29', []],
    ['EN_REFLEXION', 'SUIVI', '2025-07-29', []],
    ['ACCEPTE', 'ATELIER', '2025-03-20', []],
    ['ACCEPTE', 'PRE_BILAN', '2025-03-24', ['RDV_AVANT_CSP']],
    ['ACCEPTE', 'PRE_BILAN', '2025-03-25', []],
    ['EN_CSP', 'PSP', '2026-03-24', []],
    ['EN_CSP', 'PSP', '2026-03-25', ['RDV_HORS_CSP']],
    ['EN_CSP', 'BILAN', '2026-03-25', []],
    ['SUIVI_EMPLOI', 'SUIVI', '2026-05-01', []],
    ['ROMPU', 'BILAN', '2026-02-24', ['RDV_HORS_CSP']],
    ['ROMPU', 'BILAN', '2026-02-25', []],
    ['ROMPU', 'BILAN', '2026-03-24', []],
    ['ROMPU', 'BILAN', '2026-03-25', ['RDV_HORS_CSP']],
    ['ROMPU', 'ATELIER', '2026-03-25', ['RDV_SANS_CSP']],
    ['REINSCRIT', 'SUIVI', '2026-05-01', ['RDV_SANS_CSP']],
    ['INELIGIBLE', 'SUIVI', '2025-07-29', ['RDV_SANS_CSP']],
  ])('%s : %s le %s → %j', (etat, sorte, jour, attendus) => expect(dans(etat, sorte, jour)).toEqual(attendus));

  it('un bilan que le parcours fini ne prévoit pas', () => {
    expect(dans('ROMPU', 'BILAN', '2026-03-01', { bilan: null })).toEqual(['RDV_HORS_CSP']);
  });

  it('sans CSP, ni en cours ni à venir', () => {
    expect(dans('REFUSE', 'SUIVI', '2025-07-29', { debutCsp: null, dateFinCsp: null })).toEqual(['RDV_SANS_CSP']);
  });
});

describe('à confirmer', () => {
  it('un jour qui n’est pas ouvré', () => {
    expect(avertissements({ jour: dateCivile('2025-07-14') })).toEqual(['RDV_JOUR_NON_OUVRE']);
    expect(avertissements({ jour: dateCivile('2025-07-27') })).toEqual(['RDV_JOUR_NON_OUVRE']);
  });
  it('une heure où une agence n’ouvre pas, la fin comptée', () => {
    const dire = (heure: string, dureeMinutes = 60) => avertissements({ heure, projet: { ...projet, dureeMinutes } });
    for (const heure of ['03:00', '07:59', '19:01']) expect([heure, dire(heure)]).toEqual([heure, [INHABITUELLE]]);
    for (const heure of ['08:00', '19:00']) expect([heure, dire(heure)]).toEqual([heure, []]);
    expect(dire('17:00', 181)).toEqual([INHABITUELLE]);
    expect(avertissements({ jour: dateCivile('2025-07-27'), heure: '03:00' })).toEqual([
      'RDV_JOUR_NON_OUVRE',
      INHABITUELLE,
    ]);
  });
  it('un jour où le CSP est suspendu, quelle qu’en soit la cause', () => {
    const { situation } = question();
    const dire = (jour: string) =>
      controlerRendezVous(
        question({
          jour: dateCivile(jour),
          situation: {
            ...situation,
            resultat: {
              ...situation.resultat,
              suspensions: [
                { debut: dateCivile('2025-07-29'), fin: dateCivile('2025-07-30'), cause: 'MALADIE' },
                { debut: dateCivile('2025-08-05'), fin: dateCivile('2025-08-06'), cause: 'ACTIVITE' },
              ],
            },
          },
        }),
      ).avertissements.map(({ code, champ }) => `${code} ${champ}`);
    const suspendus = ['2025-07-28', '2025-07-29', '2025-07-30', '2025-07-31', '2025-08-06'].filter(
      (jour) => dire(jour).length > 0,
    );
    expect(suspendus).toEqual(['2025-07-29', '2025-07-30', '2025-08-06']);
    expect(dire('2025-07-30')).toEqual(['RDV_PENDANT_SUSPENSION jour']);
  });
  it('un entretien hors de son délai, avec la règle', () => {
    const dire = (sorte: SorteRendezVous, jour: string) =>
      controlerRendezVous(question({ projet: { ...projet, sorte }, jour: dateCivile(jour) })).avertissements;
    expect(dire('PRE_BILAN', '2025-04-02')).toEqual([]);
    expect(dire('PRE_BILAN', '2025-04-03')).toMatchObject([
      {
        code: 'RDV_HORS_DELAI',
        phrase: 'Cet entretien est attendu au plus tard le 02/04/2025 (règle R11, pré-bilan).',
      },
    ]);
    expect(dire('POINT_ETAPE', '2025-06-24')).toMatchObject([
      { phrase: 'Cet entretien est attendu entre le 25/06/2025 et le 24/07/2025 (règle R13, point d’étape).' },
    ]);
    expect(dire('POINT_ETAPE', '2025-06-25')).toEqual([]);
    const { situation } = question({});
    const douteuse = (e: (typeof situation.echeances)[number]) =>
      e.cle === 'PRE_BILAN' ? { ...e, aConfirmer: true as const } : e;
    const { avertissements: dits } = controlerRendezVous(
      question({
        ...{ projet: { ...projet, sorte: 'PRE_BILAN' }, jour: dateCivile('2025-04-03') },
        situation: { ...situation, echeances: situation.echeances.map(douteuse) },
      }),
    );
    expect(dits).toMatchObject([
      {
        phrase:
          'Cet entretien est attendu au plus tard le 02/04/2025 (à confirmer par France Travail) (règle R11, pré-bilan).',
      },
    ]);
    expect(dire('BILAN', '2026-02-24')).toHaveLength(1);
    expect(dire('ATELIER', '2025-06-24')).toEqual([]);
  });
  it('une seconde convocation au même entretien', () => {
    const bilan = { ...projet, sorte: 'PSP' } as const;
    expect(
      avertissements({ projet: bilan, autres: [autre({ sorte: 'PSP', debut: '2025-08-29T07:30:00.000Z' })] }),
    ).toEqual(['RDV_EN_DOUBLE']);
    expect(avertissements({ autres: [autre({ debut: '2025-08-29T07:30:00.000Z' })] })).toEqual([]);
    const suivi = autre({ sorte: 'SUIVI', debut: '2025-08-29T07:30:00.000Z' });
    expect(avertissements({ projet: bilan, autres: [suivi] })).toEqual([]);
  });
  it('deux rendez-vous en même temps, pour la personne ou pour le référent', () => {
    expect(avertissements({ autres: [autre({ debut: '2025-07-29T08:00:00.000Z' })] })).toEqual(['RDV_CHEVAUCHE']);
    expect(avertissements({ duReferent: [autre({})] })).toEqual(['RDV_REFERENT_OCCUPE']);
    expect(avertissements({ duReferent: [autre({ sorte: 'ATELIER' })] })).toEqual([]);
    expect(avertissements({ projet: { ...projet, sorte: 'WEBINAIRE' }, duReferent: [autre({})] })).toEqual([]);
  });
});

it('chaque remarque désigne le champ à reprendre', () => {
  const { situation } = question();
  const champs = (reste: Partial<QuestionControle>) => {
    const { refus: refuses, avertissements: avertis } = controlerRendezVous(question(reste));
    return [...refuses, ...avertis].map(({ code, champ }) => `${code} ${champ}`);
  };
  expect(
    champs({
      projet: { ...projet, sorte: 'PRE_BILAN', mode: 'TELEPHONE' },
      jour: dateCivile('2025-07-14'),
      heure: '07:00',
      situation: { ...situation, decesSignale: true },
      telephone: false,
      autres: [autre({ sorte: 'PRE_BILAN' })],
      duReferent: [autre({})],
      maintenant: projet.debut,
    }),
  ).toEqual([
    'RDV_PASSE jour',
    'RDV_TELEPHONE_MANQUANT mode',
    'RDV_DECES sorte',
    'RDV_JOUR_NON_OUVRE jour',
    'RDV_HEURE_INHABITUELLE heure',
    'RDV_HORS_DELAI jour',
    'RDV_EN_DOUBLE sorte',
    'RDV_CHEVAUCHE heure',
    'RDV_REFERENT_OCCUPE heure',
  ]);
});

it('deux plages se chevauchent quand elles partagent une minute', () => {
  const a = { id: 'a', debut: '2025-07-29T07:30:00.000Z', dureeMinutes: 60 };
  const plage = (debut: string, dureeMinutes: number) => ({ id: 'b', debut, dureeMinutes });
  expect(seChevauchent(a, plage('2025-07-29T08:30:00.000Z', 60))).toBe(false);
  expect(seChevauchent(a, plage('2025-07-29T06:30:00.000Z', 60))).toBe(false);
  expect(seChevauchent(a, plage('2025-07-29T08:29:00.000Z', 1))).toBe(true);
  expect(seChevauchent(a, plage('2025-07-29T06:00:00.000Z', 300))).toBe(true);
  expect(seChevauchent(a, a)).toBe(false);
});
